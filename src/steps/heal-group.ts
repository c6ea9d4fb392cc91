import type { Attempt } from "../domain/case.ts";
import type { CandidatePatch, Patch } from "../domain/patch.ts";
import type { TestRun } from "../domain/test-run.ts";
import { changesAsyncCode, failsByConcurrency } from "../verify/concurrency.ts";
import type { Observation } from "../verify/progress.ts";
import { type Selections, selectionOf } from "../verify/targets.ts";
import { improve } from "./improve.ts";
import { evidenceOf, stillFailing, targetsOf, wasTraced } from "./observation.ts";
import type { Sources } from "./sources.ts";
import type { Tools } from "./tools.ts";
import { type Alternative, alongside, type GroupInput, type State } from "./trial.ts";
import { withPatch } from "./try-out.ts";

/** A mended fault may show the next one behind it; deeper than this a person should look. */
const MAX_ROUNDS = 5;

export interface GroupResult {
  /** Targets that pass with the patch; empty when nothing held up. */
  readonly healed: readonly string[];
  readonly patch: Patch;
  readonly steps: readonly CandidatePatch[];
  readonly attempts: readonly Attempt[];
  /** The run of everything that was open, with the patch; null when not all of it ran in the patch's trial. */
  readonly run: TestRun | null;
  /** What to take where the whole suite rejects the patch: it has all of the draft. Null when the patch has. */
  readonly whole: Alternative | null;
  /** What was mended is about things that happen at the same time. */
  readonly isConcurrent: boolean;
}

/**
 * Tries candidates for one group, a round for each fault on the way: a candidate that makes all targets pass ends it, one
 * that makes them fail elsewhere is built upon. What is returned made at least one target pass, or is empty.
 */
export async function healGroup(input: GroupInput, sources: Sources, tools: Tools): Promise<GroupResult> {
  const attempts: Attempt[] = [];
  const tried = new Set<string>();
  let state: State = {
    key: "",
    patch: input.earlier,
    steps: [],
    healed: [],
    seen: ownObservation(input),
    run: null,
    whole: null,
  };
  let best = state;
  for (let round = 1; round <= MAX_ROUNDS && state.seen.failures.length > 0 && !input.isTimeUp(); round++) {
    const known = await observed(state, input.selections, tools);
    const next = await improve({ ...input, state: known, attempts, tried }, sources, tools);
    if (!next) break;
    if (next.healed.length > best.healed.length) best = next;
    state = next;
  }
  const ran = new Set([...targetsOf(input.group.failures), ...alongside(input)]);
  const ranAll = targetsOf(input.seen.failures).every((target) => ran.has(target));
  const isConcurrent = best.healed.length > 0 && (await isAboutConcurrency(input, best.patch, sources));
  const { healed, patch, steps, run, whole } = best;
  return { healed, patch, steps, attempts, run: ranAll ? run : null, whole, isConcurrent };
}

async function isAboutConcurrency({ group, seen }: GroupInput, patch: Patch, sources: Sources): Promise<boolean> {
  if (failsByConcurrency(group.failures, evidenceOf({ failures: group.failures, evidence: seen.evidence })))
    return true;
  const before = await sources.parse(patch.changes.map((change) => ({ path: change.path, text: change.before })));
  const after = await sources.parse(patch.changes.map((change) => ({ path: change.path, text: change.after })));
  return patch.changes.some((change) =>
    changesAsyncCode(change, { before: before.get(change.path), after: after.get(change.path) }),
  );
}

/**
 * A state that was reached without tracing, in this group or in one before it, is run once more with it: the next round
 * needs the evidence.
 */
async function observed(state: State, selections: Selections, tools: Tools): Promise<State> {
  if (state.patch.changes.length === 0 || wasTraced(state.seen)) return state;
  const targets = targetsOf(state.seen.failures);
  const run = await withPatch(state.patch, tools, async () =>
    tools.runner.run({ targets: selectionOf(targets, selections), trace: true }),
  );
  const seen = stillFailing(state.seen, run);
  return run.timedOut || seen.failures.length === 0 ? state : { ...state, seen };
}

function ownObservation({ group, seen }: GroupInput): Observation {
  return { failures: group.failures, evidence: seen.evidence };
}
