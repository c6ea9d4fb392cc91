import type { Phase } from "../src/domain/failure.ts";
import type { Crash, ShownEntries, Truth, TruthException, TruthRecord } from "./corpus-read-truth.ts";

/** How pytest wrote one failure down; which facts that form carries is declared in `corpus-read-carried.ts`. */
export type Form =
  | "traceback"
  | "native"
  | "line"
  | "no"
  | "value"
  | "collect"
  | "conftest"
  | "fixture"
  | "doctest"
  | "text"
  | "crashed worker"
  /** A traceback from anywhere, of no test. */
  | "pasted";

/** One failure that the reports of a run must tell of. */
export interface Expected {
  /** Null where there is none: a broken conftest belongs to no test. */
  readonly nodeId: string | null;
  /** Null where pytest itself does not know: the worker died. */
  readonly phase: Phase | null;
  readonly form: Form;
  /** Raised last first. */
  readonly exceptions: readonly TruthException[];
  /** Entries that pytest prints for each of the exceptions; null where only the traceback was recorded. */
  readonly shown: readonly (ShownEntries | null)[];
  readonly crash: Crash | null;
  /** What pytest wrote where it is not made of an exception. */
  readonly text: string | null;
}

export interface ExpectedCounts {
  readonly tests: number;
  readonly skipped: number;
}

/**
 * How many tests a run ran and skipped: every test that ran left a record, or its worker died; a module that broke
 * counts as one. Null when pytest itself died: then nobody counted.
 */
export function expectedCounts({
  reports,
  internal,
  finish,
  controller_reports: controller,
}: Truth): ExpectedCounts | null {
  const died = controller.filter(({ phase }) => phase === "???");
  const ids = new Set([...reports, ...died].map(({ nodeid }) => nodeid));
  const skipped = new Set(reports.filter(({ outcome }) => outcome === "skipped").map(({ nodeid }) => nodeid));
  const broken = internal.filter(({ kind }) => kind === "conftest_error").length;
  const hasEnded = finish.length > 0 || broken > 0;
  return hasEnded ? { tests: ids.size + broken, skipped: skipped.size } : null;
}

/**
 * The failures of a run: tries that were repeated count by their last one, what several xdist workers or collectors
 * say of the same module counts once.
 */
export function expectedFailures(truth: Truth): Expected[] {
  const failed = truth.reports.filter(({ outcome }) => outcome === "failed");
  return withoutTwins([
    ...truth.internal.filter(({ kind }) => kind === "conftest_error").map(({ exception }) => ofConftest(exception)),
    ...lastTries(failed, truth).map(ofRecord),
    ...truth.controller_reports.filter(({ phase }) => phase === "???").map(({ nodeid }) => ofCrashedWorker(nodeid)),
  ]);
}

function ofConftest(exceptions: readonly TruthException[]): Expected {
  return { ...NOTHING, phase: "collect", form: "conftest", exceptions: exceptions.slice(0, 1), shown: [null] };
}

function ofCrashedWorker(nodeId: string): Expected {
  return { ...NOTHING, nodeId, form: "crashed worker", text: `crashed while running '${nodeId}'` };
}

function ofRecord(record: TruthRecord): Expected {
  const exceptions = record.exception ?? [];
  const shown = [...(record.shown ?? [])].reverse();
  const form = formOf(record);
  return {
    nodeId: record.nodeid,
    phase: record.phase,
    form,
    exceptions: form === "collect" ? exceptions.slice(1) : exceptions,
    shown: exceptions.map((_, index) => {
      const one = shown[index];
      return one === undefined || one.style === "native" ? null : one.entries;
    }),
    crash: record.crash ?? null,
    text: record.longrepr_text ?? null,
  };
}

const BY_CLASS: Readonly<Record<string, Form>> = {
  CollectErrorRepr: "collect",
  FixtureLookupErrorRepr: "fixture",
  ReprFailDoctest: "doctest",
  ReprExceptionInfo: "native",
  str: "text",
};

function formOf({ longrepr_class, shown }: TruthRecord): Form {
  const style = shown?.at(-1)?.style;
  if (style === "line" || style === "no" || style === "value") return style;
  return BY_CLASS[longrepr_class ?? ""] ?? "traceback";
}

/** pytest-rerunfailures: as many failed tries as the controller saw reruns came before the one that counts. */
function lastTries(failed: readonly TruthRecord[], truth: Truth): TruthRecord[] {
  const reruns = new Map<string, number>();
  for (const { nodeid, outcome } of truth.controller_reports) {
    if (outcome === "rerun") reruns.set(nodeid, (reruns.get(nodeid) ?? 0) + 1);
  }
  return failed.filter(({ nodeid }) => {
    const left = reruns.get(nodeid) ?? 0;
    reruns.set(nodeid, left - 1);
    return left <= 0;
  });
}

function withoutTwins(all: readonly Expected[]): Expected[] {
  const seen = new Set<string>();
  return all.filter(({ phase, nodeId, exceptions }) => {
    const key = JSON.stringify([nodeId, exceptions.map(({ type, message }) => [type, message])]);
    return phase !== "collect" || (!seen.has(key) && seen.add(key));
  });
}

export const NOTHING = {
  nodeId: null,
  phase: null,
  exceptions: [],
  shown: [],
  crash: null,
  text: null,
} as const;
