import type { FailureGroup } from "../domain/failure.ts";
import type { CandidatePatch, Verdict } from "../domain/patch.ts";
import { type DraftContext, draftCandidates } from "../draft/draft.ts";
import { byMerit } from "../verify/choice.ts";
import { companions } from "./companions.ts";
import { meritsOf } from "./merits.ts";
import { evidenceOf, targetsOf } from "./observation.ts";
import { seedsOf } from "./seeds.ts";
import type { Sources } from "./sources.ts";
import type { Tools } from "./tools.ts";
import { type Round, type State, trial, type Tried } from "./trial.ts";

/** Trials of recipes in one round; each costs a run of the group's tests. A model has limits of its own. */
const MAX_TRIALS = 8;

/** A candidate of a batch that makes all targets pass. */
interface Held {
  readonly candidate: CandidatePatch;
  readonly state: State;
}

/** What a round has come to so far. */
interface Standing {
  /** What became of the candidate before. */
  last: Verdict | null;
  /** The first that got further. */
  further: State | undefined;
  /** Candidates of one batch; the best of them is taken. */
  readonly held: Held[];
  /** The code that each candidate led to. */
  readonly keys: string[];
}

/**
 * The first candidate that makes all open targets pass, of a batch the best that does; else the first that gets further;
 * undefined when none does.
 */
export async function improve(round: Round, sources: Sources, tools: Tools): Promise<State | undefined> {
  const { state, group, packages, python, support, facts } = round;
  const open: FailureGroup = { key: group.key, failures: state.seen.failures };
  const evidence = evidenceOf(state.seen);
  const project = await sources.load(seedsOf(open, evidence, await tools.workspace.trackedFiles()), state.patch);
  const input = { group: open, evidence, project, packages, python, support, libraries: tools.libraries };
  const standing: Standing = { last: null, further: undefined, held: [], keys: [] };
  const context = contextOf(round, standing, tools);
  for await (const candidate of draftCandidates(tools, input, { facts, context })) {
    if (!mayEditProduct(round) && !candidate.mayEditTests) continue;
    if (isEnough(candidate, standing) || round.isTimeUp()) break;
    const tried = await trial(round, { candidate, project }, { sources, tools });
    if (isFound(candidate, tried, standing)) return tried.state;
  }
  return (await bestOf(standing, sources, tools)) ?? standing.further;
}

function isEnough(candidate: CandidatePatch, { held, keys }: Standing): boolean {
  const isTooMany = candidate.origin.kind === "recipe" && keys.length >= MAX_TRIALS;
  return isTooMany || (held.length > 0 && held[0]?.candidate.batch !== candidate.batch);
}

/** Puts a trial on record; true where nothing else need be tried. */
function isFound(candidate: CandidatePatch, { key, verdict, state }: Tried, standing: Standing): boolean {
  standing.last = verdict;
  standing.keys.push(key);
  if (state?.seen.failures.length !== 0) {
    standing.further ??= state;
    return false;
  }
  standing.held.push({ candidate, state });
  return candidate.batch === undefined;
}

async function bestOf({ held, keys }: Standing, sources: Sources, { changes }: Tools): Promise<State | undefined> {
  const weighed = await Promise.all(
    held.map(async ({ candidate, state }) => {
      const merits = await meritsOf({ patch: state.patch, candidate }, changes, sources);
      return { state, merits: { ...merits, votes: keys.filter((key) => key === state.key).length } };
    }),
  );
  return weighed.toSorted((one, other) => byMerit(one.merits, other.merits))[0]?.state;
}

/** What shows behind a test that was mended is a fault like any other. */
function mayEditProduct({ isTestAtFault, state }: Round): boolean {
  return !isTestAtFault || state.steps.length > 0;
}

function contextOf(round: Round, standing: Standing, tools: Tools): DraftContext {
  let known: ReturnType<DraftContext["companions"]> | undefined;
  const { state, suite } = round;
  const targets = targetsOf(state.seen.failures);
  return {
    last: () => standing.last,
    hasMoved: () => standing.further !== undefined,
    companions: async () => (known ??= companions({ targets, patch: state.patch, suite }, tools)),
    mayEditProduct: mayEditProduct(round),
    changes: tools.changes,
  };
}
