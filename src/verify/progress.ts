import { NO_EVIDENCE, type RaisedException, type TestEvidence } from "../domain/evidence.ts";
import type { Failure } from "../domain/failure.ts";
import type { FileChange } from "../domain/patch.ts";
import type { TestRun } from "../domain/test-run.ts";
import { runFault } from "./compare.ts";
import { failsFurtherOn, mayBeCausedBy } from "./own-breakage.ts";
import { belongsTo, passes, targetOf } from "./targets.ts";

/** What a run showed of failing tests. */
export type Observation = Pick<TestRun, "failures" | "evidence">;

/** What a candidate that did not heal all targets did to them. */
export interface Progress {
  /** Targets that pass now. */
  readonly healed: readonly string[];
  /** Targets that fail in another way than before. */
  readonly moved: readonly string[];
}

/**
 * Whether a run with a candidate is a step forward: some targets pass, or fail at another place or with another
 * exception, and none fails by breakage or earlier than before. Undefined when it is not. `changes` are what the
 * candidate made of the texts that the observation is about.
 */
export function progressOf(
  before: Observation,
  run: TestRun,
  changes: readonly FileChange[] = [],
): Progress | undefined {
  if (runFault(run)) return undefined;
  const targets = [...new Set(before.failures.map(targetOf))];
  const healed = targets.filter((target) => passes(target, run));
  const open = targets.filter((target) => !healed.includes(target));
  const moved = open.filter((target) => isDeeper(before, run, { target, changes }));
  const isSame = (target: string): boolean => signatures(before, target) === signatures(run, target);
  if (open.some((target) => !moved.includes(target) && !isSame(target))) return undefined;
  return healed.length + moved.length > 0 ? { healed, moved } : undefined;
}

interface Seen {
  readonly target: string;
  readonly changes: readonly FileChange[];
}

function isDeeper(before: Observation, run: TestRun, { target, changes }: Seen): boolean {
  const now = run.failures.filter((failure) => belongsTo(failure, target));
  const earlier = before.failures.filter((failure) => targetOf(failure) === target);
  const known = before.failures.flatMap((failure) => [failure, ...loggedIn(before, failure)]);
  const shown = now.flatMap((failure) => [failure, ...loggedIn(run, failure)]);
  if (now.length === 0 || shown.some((failure) => mayBeCausedBy(failure, changes, known))) return false;
  if (signatures(before, target) === signatures(run, target))
    return now.every((failure) => earlier.some((other) => failsFurtherOn(other, failure, changes)));
  return Math.max(...now.map(phaseRank)) >= Math.min(...earlier.map(phaseRank));
}

/** What was logged and swallowed while a test ran, as if it had failed by that. */
function loggedIn({ evidence }: Observation, failure: Failure): Failure[] {
  const { raised } = evidence[failure.nodeId ?? ""] ?? NO_EVIDENCE;
  return raised.map(({ type, message, frames }) => ({ ...failure, exception: { type, message }, frames }));
}

function phaseRank(failure: Failure): number {
  return { collect: 0, setup: 1, call: 2, teardown: 3 }[failure.phase];
}

function signatures(run: Observation, target: string): string {
  const own = run.failures.filter((failure) => belongsTo(failure, target));
  return own
    .map((failure) => signatureOf(failure, run.evidence[failure.nodeId ?? ""]))
    .toSorted()
    .join("\n\n");
}

/**
 * SQLAlchemy's message is the same for every attribute, so what was being loaded counts too; so do dropped coroutines and
 * exceptions that somebody logged and swallowed, which may be all that changes while the assertion stays.
 */
function signatureOf(failure: Failure, evidence: TestEvidence = NO_EVIDENCE): string {
  const innermost = failure.frames.at(-1);
  const message = withoutAddresses(failure.exception.message);
  const loads = evidence.raised.map((raised) => swallowed(raised));
  const dropped = evidence.neverAwaited.map((entry) => entry.coroutine);
  const parts = [failure.phase, failure.exception.type, message, innermost?.path, innermost?.function];
  return [...parts, ...new Set(loads), ...dropped].join("\n");
}

function swallowed({ type, message, load }: RaisedException): string {
  if (load) return `${load.model}.${load.attributes.join(",")}`;
  return type?.startsWith("sqlalchemy.") === true ? "" : `${type} ${withoutAddresses(message)}`;
}

function withoutAddresses(message: string | null): string {
  return (message ?? "").slice(0, 2000).replaceAll(/0x[0-9a-fA-F]+/g, "0x");
}
