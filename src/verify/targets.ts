import { isFailingOutcome } from "../text/test-outcome.ts";
import type { Failure } from "../domain/failure.ts";
import type { TestOutcome, TestRun } from "../domain/test-run.ts";

/** Stands for the start of the whole session: a conftest or configuration that could not be loaded. */
export const SESSION = "";

/** What must pass for a failure to count as healed: its node id, its collector's id, or the session's start. */
export function targetOf(failure: Failure): string {
  const id = failure.nodeId ?? SESSION;
  return failure.phase === "collect" && /(^|\/)conftest\.py$/.test(id) ? SESSION : id;
}

/** For targets that fail only among others: the files to run, in order, so that it shows. */
export type Selections = ReadonlyMap<string, readonly string[]>;

/** The ids to run for these targets; `all` when the session itself is one. */
export function selectionOf(targets: readonly string[], selections: Selections = new Map()): readonly string[] | "all" {
  if (targets.includes(SESSION)) return "all";
  const files = [...new Set(targets.flatMap((target) => selections.get(target) ?? []))];
  const others = targets.filter((target) => !files.some((file) => target === file || isBelow(target, file)));
  return [...files, ...others];
}

const HARMLESS: ReadonlySet<TestOutcome> = new Set(["passed", "skipped", "xfailed", "xpassed"]);

/**
 * True when the target ran in this run and passed. A module that could not be collected passes when its tests are now
 * collected, at least one passes and none fails; the session likewise over all tests.
 */
export function passes(target: string, run: TestRun): boolean {
  if (run.timedOut) return false;
  const own = run.outcomes[target];
  if (own !== undefined) return own === "passed";
  if (run.failures.some((failure) => targetOf(failure) === target)) return false;
  const below = Object.entries(run.outcomes).filter(([id]) => target === SESSION || isBelow(id, target));
  return below.some(([, outcome]) => outcome === "passed") && below.every(([, outcome]) => HARMLESS.has(outcome));
}

/** True when the target, or something below it, ran (or was to be collected) and failed. Not to run is not to fail. */
export function fails(target: string, run: TestRun): boolean {
  if (run.failures.some((failure) => targetOf(failure) === target)) return true;
  const failing = Object.entries(run.outcomes).filter(([, outcome]) => isFailingOutcome(outcome));
  return failing.some(([id]) => target === SESSION || id === target || isBelow(id, target));
}

/** True for a failure of the target itself or of something below it: a test of a module that could not be collected. */
export function belongsTo(failure: Failure, target: string): boolean {
  const own = targetOf(failure);
  return target === SESSION || own === target || isBelow(own, target);
}

/** True for a test of this module or class, or a file of this folder. */
export function isBelow(nodeId: string, collector: string): boolean {
  return nodeId.startsWith(`${collector}::`) || nodeId.startsWith(`${collector}/`);
}
