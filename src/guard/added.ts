import type { PythonModule, PythonNode } from "../domain/python.ts";
import type { FileChange, RefusalReason } from "../domain/patch.ts";
import { alignLines } from "../text/line-diff.ts";
import { otherWordIn } from "./code/repair.ts";
import { scopeName } from "./code/scope.ts";
import type { GuardInput } from "./rule.ts";

/** Something in a module that a patch may not add. */
export interface Finding {
  readonly node: PythonNode;
  /** Said to the user after the path. */
  readonly reason: string;
  /**
   * What makes two findings the same one, in another place or another file. Default: the reason and the functions and
   * classes around it.
   */
  readonly key?: string;
}

type Finder = (module: PythonModule) => readonly Finding[];

interface Placed extends Finding {
  readonly module: PythonModule;
  readonly key: string;
}

/**
 * Refuses what the changed files hold more often after the patch than before it, all files together: code that moves is
 * not new.
 */
export function refuseAdded(rule: string, input: GuardInput, find: Finder): RefusalReason[] {
  const left = new Map<string, number>();
  for (const { key } of findAll(input.before, find)) left.set(key, (left.get(key) ?? 0) + 1);
  const found = findAll(input.after, find);
  const isOld = new Set(found.filter((finding) => isOldLine(input, finding)));
  const fresh = new Set<Placed>();
  // Of two that are the same finding, the one on a line that was there is the old one.
  for (const finding of [...isOld, ...found.filter((entry) => !isOld.has(entry))]) {
    const count = left.get(finding.key) ?? 0;
    left.set(finding.key, count - 1);
    if (count <= 0 && !(isOld.has(finding) && isBroken(input, finding))) fresh.add(finding);
  }
  return asReasons(
    rule,
    found.filter((finding) => fresh.has(finding)),
  );
}

/** As `refuseAdded`, but what was there once may be there more often. */
export function refuseFirst(rule: string, input: GuardInput, find: Finder): RefusalReason[] {
  const old = new Set(findAll(input.before, find).map(({ key }) => key));
  const fresh = findAll(input.after, find).filter(({ key }) => !old.has(key));
  return asReasons(
    rule,
    fresh.filter((finding) => !(isOldLine(input, finding) && isBroken(input, finding))),
  );
}

function findAll(modules: ReadonlyMap<string, PythonModule>, find: Finder): Placed[] {
  return [...modules.values()].flatMap((module) =>
    find(module).map((finding) => ({
      ...finding,
      module,
      key: finding.key ?? `${finding.reason} in ${scopeName(module, finding.node)}`,
    })),
  );
}

/** A file that Python could not read before has no tree to compare with: its lines have to do. */
function isBroken({ before }: GuardInput, { module }: Placed): boolean {
  return !before.has(module.path);
}

/** True for a line that a diff of the file shows as kept; in a file that is only repaired all lines say what they said. */
function isOldLine(input: GuardInput, finding: Placed): boolean {
  const change = input.changes.find(({ path }) => path === finding.module.path);
  if (change === undefined) return false;
  return keptLines(change).has(finding.node.line - 1) || (isBroken(input, finding) && otherWordIn(change) === null);
}

const known = new WeakMap<FileChange, ReadonlySet<number>>();

function keptLines(change: FileChange): ReadonlySet<number> {
  const cached = known.get(change);
  if (cached) return cached;
  const partners = alignLines(linesOf(change.before), linesOf(change.after));
  const kept = new Set(partners.filter((partner) => partner !== null));
  known.set(change, kept);
  return kept;
}

/** As Python counts them. */
function linesOf(text: string): string[] {
  return text.split(/\r\n|\r|\n/);
}

function asReasons(rule: string, findings: readonly Placed[]): RefusalReason[] {
  const reasons = new Map<string, RefusalReason>();
  for (const { module, node, reason } of findings) {
    const line = node.line > 0 ? node.line : null;
    reasons.set(`${module.path} ${line} ${reason}`, { rule, path: module.path, line, reason });
  }
  return [...reasons.values()];
}
