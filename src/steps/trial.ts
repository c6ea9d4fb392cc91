import type { Attempt } from "../domain/case.ts";
import type { FailureGroup } from "../domain/failure.ts";
import type { CandidatePatch, Patch, Place, Verdict } from "../domain/patch.ts";
import type { ProjectSource } from "../domain/python.ts";
import type { TestRun } from "../domain/test-run.ts";
import { planPatch } from "../apply/plan.ts";
import type { FactFinder } from "../draft/draft.ts";
import type { Support } from "../draft/facts/support.ts";
import { filesWorthRunning, type KnownSuite } from "../verify/known-suite.ts";
import type { Observation } from "../verify/progress.ts";
import { passes, type Selections, targetOf } from "../verify/targets.ts";
import { attemptOf, originName, verdictLine } from "./attempt.ts";
import { shapeAfter } from "./merits.ts";
import { trySmallest } from "./minimise.ts";
import { hasObservations, stillFailing, targetsOf } from "./observation.ts";
import type { Sources } from "./sources.ts";
import { isStepForward } from "./step-forward.ts";
import type { Tools } from "./tools.ts";
import { textsOf, type Trial } from "./try-out.ts";

/** Starting pytest costs more than this many tests usually do. */
const MAX_ALONGSIDE = 50;

/** How far a group has come: the patch so far, and what still fails with it. */
export interface State {
  /** What tells it from other states: the code, whatever its layout. */
  readonly key: string;
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

export interface Round extends GroupInput {
  readonly state: State;
  readonly attempts: Attempt[];
  /** Patch so far and edits of every trial. */
  readonly tried: Set<string>;
}

export interface Tried {
  /** The code that the candidate leads to. */
  readonly key: string;
  readonly verdict: Verdict;
  /** Undefined where it led nowhere. */
  readonly state?: State | undefined;
}

/** A draft that comes to code that was tried before is not run again. */
const REPEATED = "it is the same code as a draft before";

/** Tries one candidate on top of the patch so far, unless its code was tried before; puts it on the record. */
export async function trial(
  round: Round,
  { candidate, project }: { readonly candidate: CandidatePatch; readonly project: ProjectSource },
  { sources, tools }: { readonly sources: Sources; readonly tools: Tools },
): Promise<Tried> {
  const { state, packages, selections, suite } = round;
  const key = await codeAfter(candidate, { project, earlier: state.patch }, sources);
  if (round.tried.has(key))
    return { key, verdict: { kind: "mismatch", path: candidate.edits[0]?.path ?? "", reason: REPEATED } };
  round.tried.add(key);
  const targets = targetsOf(state.seen.failures);
  const input = {
    project,
    packages,
    earlier: state.patch,
    targets,
    alongside: alongside(round),
    selections,
    files: filesWorthRunning(targets, suite),
    failing: suite?.failing ?? [],
    trace: hasObservations(state.seen),
  };
  const tried = await trySmallest({ ...input, candidate }, sources, tools);
  const hasMoved = isStepForward(tried.trial, state.seen, project);
  const verdict = hasMoved ? movedOn(tried.trial.verdict, targets, tried.trial.run) : tried.trial.verdict;
  round.attempts.push(attemptOf(round.group.key, tried.candidate, verdict));
  tools.log.info(`${originName(candidate)}: ${verdictLine(verdict)}`);
  const isGood = verdict.kind === "plausible" || hasMoved;
  const next = isGood ? stateAfter(state, tried, withTexts(candidate.leftAlone, project)) : undefined;
  return { key, verdict, state: next && { ...next, key } };
}

function stateAfter(
  before: State,
  { candidate, trial: { patch, run }, whole }: Awaited<ReturnType<typeof trySmallest>>,
  leftAlone: readonly Place[],
): Omit<State, "key"> | undefined {
  if (!patch || !run) return undefined;
  const targets = targetsOf(before.seen.failures);
  return {
    patch,
    steps: [...before.steps, { ...candidate, leftAlone }],
    healed: [...before.healed, ...targets.filter((target) => passes(target, run))],
    seen: stillFailing(before.seen, run),
    run,
    whole: whole && alternative([...before.steps, { ...whole.candidate, leftAlone }], whole.trial),
  };
}

/** What a candidate leads to: for a model's draft whatever its layout, else to the letter. */
async function codeAfter(
  candidate: CandidatePatch,
  { project, earlier }: { readonly project: ProjectSource; readonly earlier: Patch },
  sources: Sources,
): Promise<string> {
  const planned = candidate.origin.kind === "llm" ? planPatch(candidate, textsOf(project), earlier) : null;
  const shape = planned?.kind === "applied" ? await shapeAfter(planned.patch, sources) : null;
  return shape ?? JSON.stringify([earlier.changes.map((change) => change.after), candidate.edits]);
}

function alternative(steps: readonly CandidatePatch[], { patch }: Trial): Alternative | null {
  return patch && { patch, steps };
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
/**
 * Tests of other groups that run in this group's trials too, so that what a patch heals along is known without a run of
 * its own; none when there are many.
 */
export function alongside({ group, seen }: GroupInput): string[] {
  const own = new Set(targetsOf(group.failures));
  const others = targetsOf(seen.failures.filter(({ phase }) => phase !== "collect")).filter(
    (target) => !own.has(target),
  );
  return others.length <= MAX_ALONGSIDE ? others : [];
}
