import type { Attempt } from "../domain/case.ts";
import type { FailureGroup } from "../domain/failure.ts";
import type { CandidatePatch, Patch, Place, Verdict } from "../domain/patch.ts";
import type { ProjectSource } from "../domain/python.ts";
import type { TestRun } from "../domain/test-run.ts";
import { progressOf, type Observation } from "../verify/progress.ts";
import { changesAsyncCode, failsByConcurrency } from "../verify/concurrency.ts";
import { filesWorthRunning, type KnownSuite } from "../verify/known-suite.ts";
import { passes, type Selections, selectionOf, targetOf } from "../verify/targets.ts";
import { draftCandidates, type FactFinder, type History } from "../draft/draft.ts";
import type { Support } from "../draft/facts/support.ts";
import { attemptOf, originName, verdictLine } from "./attempt.ts";
import { trySmallest } from "./minimise.ts";
import { seedsOf } from "./seeds.ts";
import type { Sources } from "./sources.ts";
import { evidenceOf, hasObservations, stillFailing, targetsOf, wasTraced } from "./observation.ts";
import { type Trial, withPatch } from "./try-out.ts";
import type { Tools } from "./tools.ts";

/** A mended fault may show the next one behind it; deeper than this a person should look. */
const MAX_ROUNDS = 5;
/** Trials of one round; each costs a run of the group's tests. */
const MAX_TRIALS = 8;
/** Starting pytest costs more than this many tests usually do. */
const MAX_ALONGSIDE = 50;

/** How far a group has come: the patch so far, and what still fails with it. */
interface State {
  readonly patch: Patch;
  readonly steps: readonly CandidatePatch[];
  readonly healed: readonly string[];
  readonly seen: Observation;
  /** The run that showed it; null at the start. */
  readonly run: TestRun | null;
  /** The same with all of the last candidate, where parts of it were left out. */
  readonly whole: Alternative | null;
}

/** Another patch for the same targets. */
export interface Alternative {
  readonly patch: Patch;
  readonly steps: readonly CandidatePatch[];
}

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

export interface GroupInput {
  readonly group: FailureGroup;
  /** The tests themselves cannot work: only who may edit tests is asked. */
  readonly isTestAtFault: boolean;
  /** Everything that fails at the moment, the group included. */
  readonly seen: Observation;
  /** What was accepted for groups before this one. */
  readonly earlier: Patch;
  readonly packages: Readonly<Record<string, string>>;
  readonly python: string | null;
  readonly support: Support;
  readonly facts: FactFinder;
  readonly selections: Selections;
  /** Null when not all that fails on unchanged code is known. */
  readonly suite: KnownSuite | null;
  /** No further draft is asked for once it is. */
  readonly isTimeUp: () => boolean;
}

/**
 * Tries candidates for one group, a round for each fault on the way: a candidate that makes all targets pass ends it, one
 * that makes them fail elsewhere is built upon. What is returned made at least one target pass, or is empty.
 */
export async function healGroup(input: GroupInput, sources: Sources, tools: Tools): Promise<GroupResult> {
  const attempts: Attempt[] = [];
  const tried = new Set<string>();
  let state: State = {
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

/**
 * Tests of other groups that run in this group's trials too, so that what a patch heals along is known without a run of
 * its own; none when there are many.
 */
function alongside({ group, seen }: GroupInput): string[] {
  const own = new Set(targetsOf(group.failures));
  const others = targetsOf(seen.failures.filter(({ phase }) => phase !== "collect")).filter(
    (target) => !own.has(target),
  );
  return others.length <= MAX_ALONGSIDE ? others : [];
}

function ownObservation({ group, seen }: GroupInput): Observation {
  return { failures: group.failures, evidence: seen.evidence };
}

interface Round extends GroupInput {
  readonly state: State;
  readonly attempts: Attempt[];
  /** Patch so far and edits of every trial. */
  readonly tried: Set<string>;
}

/** The first candidate that makes all open targets pass, else the first that gets further; undefined when none does. */
async function improve(round: Round, sources: Sources, tools: Tools): Promise<State | undefined> {
  const { state, group } = round;
  const open: FailureGroup = { key: group.key, failures: state.seen.failures };
  const evidence = evidenceOf(state.seen);
  const project = await sources.load(seedsOf(open, evidence, await tools.workspace.trackedFiles()), state.patch);
  let further: State | undefined;
  let trials = 0;
  const { packages, python, support, facts } = round;
  const { libraries } = tools;
  const input = { group: open, evidence, project, packages, python, support, libraries };
  const history: History = {
    last: () => round.attempts.at(-1)?.verdict ?? null,
    hasMoved: () => further !== undefined,
  };
  for await (const candidate of draftCandidates(tools, input, { facts, history })) {
    if (round.isTestAtFault && !candidate.mayEditTests) continue;
    if (trials++ >= MAX_TRIALS || round.isTimeUp()) break;
    const next = await trial(round, { candidate, project }, { sources, tools });
    if (next && next.seen.failures.length === 0) return next;
    further ??= next;
  }
  return further;
}

async function trial(
  round: Round,
  { candidate, project }: { readonly candidate: CandidatePatch; readonly project: ProjectSource },
  { sources, tools }: { readonly sources: Sources; readonly tools: Tools },
): Promise<State | undefined> {
  const { state } = round;
  const key = JSON.stringify([state.patch.changes.map((change) => change.after), candidate.edits]);
  if (round.tried.has(key)) return undefined;
  round.tried.add(key);
  const targets = targetsOf(state.seen.failures);
  const trace = hasObservations(state.seen);
  const { packages, selections, suite } = round;
  const input = {
    project,
    packages,
    earlier: state.patch,
    targets,
    alongside: alongside(round),
    selections,
    files: filesWorthRunning(targets, suite),
    failing: suite?.failing ?? [],
    trace,
  };
  const { candidate: kept, trial: result, whole } = await trySmallest({ ...input, candidate }, sources, tools);
  const hasMoved = isStepForward(result, state.seen);
  const verdict = hasMoved ? movedOn(result.verdict, targets, result.run) : result.verdict;
  round.attempts.push(attemptOf(round.group.key, kept, verdict));
  tools.log.info(`${originName(candidate)}: ${verdictLine(verdict)}`);
  const leftAlone = withTexts(candidate.leftAlone, project);
  if (!result.patch || !result.run || (verdict.kind !== "plausible" && !hasMoved)) return undefined;
  return {
    patch: result.patch,
    steps: [...state.steps, { ...kept, leftAlone }],
    healed: [...state.healed, ...targets.filter((target) => result.run !== null && passes(target, result.run))],
    seen: stillFailing(state.seen, result.run),
    run: result.run,
    whole: whole && alternative([...state.steps, { ...whole.candidate, leftAlone }], whole.trial),
  };
}

function alternative(steps: readonly CandidatePatch[], { patch }: Trial): Alternative | null {
  return patch && { patch, steps };
}

/** That targets pass is no step forward when other tests broke. */
function isStepForward({ verdict, run }: Trial, before: Observation): boolean {
  const isRegression = verdict.kind === "rejected" && verdict.why === "regression";
  return !isRegression && run !== null && progressOf(before, run) !== undefined;
}

/** A rejection that is a step forward says where it led. */
function movedOn(verdict: Verdict, targets: readonly string[], run: TestRun | null): Verdict {
  if (verdict.kind !== "rejected") return verdict;
  const failures = run?.failures ?? [];
  const next = (failures.find((failure) => targets.includes(targetOf(failure))) ?? failures[0])?.exception;
  const what = next ? `${next.type ?? "a failure"}: ${(next.message ?? "").slice(0, 200)}` : "another one";
  return { ...verdict, why: "moved", reason: `built upon: the next failure is ${what}` };
}

/** Places with their lines' texts: later patches may move them or mend them. */
function withTexts(places: readonly Place[], { modules }: ProjectSource): Place[] {
  return places.map((place) => {
    const lines = modules.get(place.path)?.text.split(/\r\n|\r|\n/) ?? [];
    const text = lines[place.line - 1]?.trim();
    return text ? { ...place, text } : place;
  });
}
