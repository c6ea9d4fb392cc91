import type { ExecutedFunction, NeverAwaited, RaisedException, TestEvidence } from "../domain/evidence.ts";
import type { EvidenceRecord } from "./probe-records.ts";

/** Gathers what was seen while tests ran. */
export interface EvidenceCollector {
  add(record: EvidenceRecord): void;
  /** Drops what is known of a test that passed; what is still to come of it is dropped too. */
  forget(node: string): void;
  /** Of these tests only; a test of which nothing was seen is left out. */
  of(nodes: ReadonlySet<string>): Record<string, TestEvidence>;
}

interface Gathered {
  readonly executed: Map<string, ExecutedFunction>;
  readonly raised: RaisedException[];
  readonly neverAwaited: NeverAwaited[];
}

/** Of all tests together. */
const MAX_ENTRIES = 1_000_000;

export function evidenceCollector(): EvidenceCollector {
  const tests = new Map<string, Gathered>();
  const forgotten = new Set<string>();
  let entries = 0;
  return {
    add(record) {
      if (forgotten.has(record.node) || entries >= MAX_ENTRIES) return;
      entries += 1;
      const gathered = tests.get(record.node) ?? { executed: new Map(), raised: [], neverAwaited: [] };
      tests.set(record.node, gathered);
      addTo(gathered, record);
    },
    forget(node) {
      entries -= sizeOf(tests.get(node));
      tests.delete(node);
      forgotten.add(node);
    },
    of: (nodes) =>
      Object.fromEntries(
        [...tests].filter(([node]) => nodes.has(node)).map(([node, gathered]) => [node, evidenceOf(gathered)]),
      ),
  };
}

function addTo(gathered: Gathered, record: EvidenceRecord): void {
  if (record.kind === "executed") {
    const { path, name, line, depth, order } = record;
    const key = `${line} ${name} ${path}`;
    const before = gathered.executed.get(key);
    gathered.executed.set(key, {
      path,
      name,
      line,
      depth: Math.min(depth, before?.depth ?? depth),
      order: Math.min(order, before?.order ?? order),
    });
  } else if (record.kind === "raised") {
    const { type, message, frames, load } = record;
    gathered.raised.push({ type, message, frames, load });
  } else {
    gathered.neverAwaited.push({ coroutine: record.coroutine, frames: record.frames });
  }
}

function evidenceOf({ executed, raised, neverAwaited }: Gathered): TestEvidence {
  return { executed: [...executed.values()].sort((one, other) => one.order - other.order), raised, neverAwaited };
}

function sizeOf(gathered: Gathered | undefined): number {
  return gathered ? gathered.executed.size + gathered.raised.length + gathered.neverAwaited.length : 0;
}
