import type { Failure } from "../domain/failure.ts";
import type { TestRun } from "../domain/test-run.ts";
import type { TestRunner } from "../ports.ts";
import { belongsTo, fails, passes, selectionOf } from "../verify/targets.ts";

/** Runs of the same tests on unchanged code; all of them count. */
export interface Steadiness {
  /** The one to draft from: traced, unless tracing changed what happens. */
  readonly shown: TestRun;
  readonly runs: readonly TestRun[];
}

export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

interface Question {
  /** What is run. */
  readonly selection: readonly string[];
  /** What is asked about. */
  readonly targets: readonly string[];
  /** A traced run of the selection that was made already. */
  readonly first?: TestRun;
  /** How many runs in all. */
  readonly repeat: number;
  /** True when more runs of the same would tell nothing new. */
  readonly isSettled: (run: TestRun) => Promise<boolean>;
}

/**
 * Runs a selection until each target has passed once, or `repeat` times (quick runs that end in an assertion: three times
 * as often). The first run is traced. Tracing slows
 * call-heavy tests many times over and may hide what depends on timing: where the plain run after it ends otherwise, or
 * tracing runs into the time limit, only plain runs count.
 */
export async function observe(question: Question, runner: TestRunner): Promise<Steadiness> {
  const targets = selectionOf(question.selection);
  const traced = question.first ?? (await runner.run({ targets, trace: true }));
  if (await isClear(question, traced)) return { shown: traced, runs: [traced] };
  const plain = await runner.run({ targets, trace: false });
  const isSame =
    !traced.timedOut && question.targets.every((target) => passes(target, traced) === passes(target, plain));
  const runs = isSame ? [traced, plain] : [plain];
  while (runs.length < enough(question, runs) && (await isWorthMore(question, runs)))
    runs.push(await runner.run({ targets, trace: false }));
  return { shown: isSame ? traced : plain, runs };
}

/** A coin falls the same way three times in a row once in four: where a run costs next to nothing, more are made. */
const QUICK_SECONDS = 2;
const QUICK_FACTOR = 3;

/** How many runs to make; an assertion may depend on chance, most other exceptions on the code alone. */
function enough({ targets, repeat }: Question, runs: readonly TestRun[]): number {
  const last = runs.at(-1);
  const isByChance = targets.some((target) =>
    last?.failures.some(
      (failure) => belongsTo(failure, target) && failure.exception.type?.endsWith("AssertionError") === true,
    ),
  );
  const isQuick = runs.every(({ durationSeconds }) => durationSeconds <= QUICK_SECONDS);
  return repeat > 1 && isQuick && isByChance ? repeat * QUICK_FACTOR : repeat;
}

/** Everything fails, and no more runs are asked for. */
async function isClear({ targets, repeat, isSettled }: Question, traced: TestRun): Promise<boolean> {
  if (traced.timedOut || targets.some((target) => passes(target, traced))) return false;
  return repeat === 1 || isSettled(traced);
}

async function isWorthMore({ targets, isSettled }: Question, runs: readonly TestRun[]): Promise<boolean> {
  const last = runs.at(-1);
  if (last === undefined || last.timedOut) return false;
  const isOpen = targets.some((target) => !runs.some((run) => passes(target, run)));
  return isOpen && !(await isSettled(last));
}

/** In how many of these runs the target passed and failed; a run in which it did neither says nothing. */
export function tallyOf(target: string, runs: readonly TestRun[]): Tally {
  return {
    passed: runs.filter((run) => passes(target, run)).length,
    failed: runs.filter((run) => fails(target, run)).length,
  };
}

/** How it failed, by the first of these runs in which it did. */
export function failuresIn(target: string, runs: readonly TestRun[]): readonly Failure[] {
  for (const run of runs) {
    const found = run.failures.filter((failure) => belongsTo(failure, target));
    if (found.length > 0) return found;
  }
  return [];
}
