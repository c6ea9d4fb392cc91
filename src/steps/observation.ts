import { NO_EVIDENCE, type TestEvidence } from "../domain/evidence.ts";
import type { Failure } from "../domain/failure.ts";
import type { TestRun } from "../domain/test-run.ts";
import type { Observation } from "../verify/progress.ts";
import { belongsTo, passes, targetOf } from "../verify/targets.ts";

/** The targets of all failures, each once. */
export function targetsOf(failures: readonly Failure[]): string[] {
  return [...new Set(failures.map(targetOf))];
}

/**
 * What is open after a run: the failures it shows below the targets that do not pass, and the earlier ones of targets
 * that did not run at all. Not to run is not to pass.
 */
export function stillFailing(before: Observation, run: TestRun): Observation {
  const open = targetsOf(before.failures).filter((target) => !passes(target, run));
  const shown = run.failures.filter((failure) => open.some((target) => belongsTo(failure, target)));
  const silent = open.filter((target) => !shown.some((failure) => belongsTo(failure, target)));
  const kept = before.failures.filter((failure) => silent.includes(targetOf(failure)));
  const ids = new Set(kept.map((failure) => failure.nodeId ?? ""));
  const earlier = Object.entries(before.evidence).filter(([id]) => ids.has(id));
  return { failures: [...shown, ...kept], evidence: { ...Object.fromEntries(earlier), ...run.evidence } };
}

/** The evidence of all tests of an observation in one. */
export function evidenceOf(seen: Observation): TestEvidence {
  const ids = new Set(seen.failures.map((failure) => failure.nodeId ?? ""));
  const parts = [...ids].map((id) => seen.evidence[id] ?? NO_EVIDENCE);
  return {
    executed: uniqueBy(
      parts.flatMap((part) => part.executed),
      (run) => `${run.path}:${run.line}:${run.name}`,
    ),
    raised: uniqueBy(
      parts.flatMap((part) => part.raised),
      (raised) => JSON.stringify(raised),
    ),
    neverAwaited: uniqueBy(
      parts.flatMap((part) => part.neverAwaited),
      (entry) => JSON.stringify(entry),
    ),
  };
}

function uniqueBy<T>(items: readonly T[], key: (item: T) => string): T[] {
  return [...new Map(items.toReversed().map((item) => [key(item), item])).values()].toReversed();
}

/** Where swallowed exceptions or dropped coroutines are part of the picture, they tell whether a candidate got further. */
export function hasObservations(seen: Observation): boolean {
  const { raised, neverAwaited } = evidenceOf(seen);
  return raised.length + neverAwaited.length > 0;
}

/** True when the probe watched the failing tests: whatever they are, they ran some function of the project or itself. */
export function wasTraced(seen: Observation): boolean {
  return hasObservations(seen) || evidenceOf(seen).executed.length > 0;
}
