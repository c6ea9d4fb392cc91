import type { Failure } from "../domain/failure.ts";
import type { RunRequest, TestRun } from "../domain/test-run.ts";
import type { TestRunner } from "../ports.ts";
import { splitNodeId } from "../text/junit-address.ts";
import { fails } from "../verify/targets.ts";
import { failuresIn, observe, type Tally, tallyOf } from "./steadiness.ts";

/** What does not fail each time, or only in company. */
export interface Unsteady {
  readonly target: string;
  /**
   * `flaky` = passes in some of our runs; `not-reproduced` = passes in all of them; `in-suite` = passes alone and with its
   * file, fails each time in the whole suite; `not-alone` = fails there, and nothing runs when it is asked for by its name.
   */
  readonly kind: "flaky" | "not-reproduced" | "in-suite" | "not-alone";
  readonly tally: Tally;
  /** As our own runs showed it; empty when none did. */
  readonly failures: readonly Failure[];
}

interface Sorted {
  readonly steady: readonly string[];
  readonly changing: readonly string[];
  readonly passing: readonly string[];
  /** Neither passed nor failed: nothing of that name ran. */
  readonly silent: readonly string[];
}

export function sortedBy(targets: readonly string[], tallies: ReadonlyMap<string, Tally>): Sorted {
  const where = (fits: (tally: Tally) => boolean): string[] =>
    targets.filter((target) => fits(tallies.get(target) ?? { passed: 0, failed: 0 }));
  return {
    steady: where(({ passed, failed }) => failed > 0 && passed === 0),
    changing: where(({ passed, failed }) => failed > 0 && passed > 0),
    passing: where(({ passed, failed }) => failed === 0 && passed > 0),
    silent: where(({ passed, failed }) => failed + passed === 0),
  };
}

export function hasRun(tally: Tally | undefined): boolean {
  return tally !== undefined && tally.passed + tally.failed > 0;
}

export function unsteady(kind: Unsteady["kind"], target: string, seen: readonly (TestRun | null)[]): Unsteady {
  const runs = seen.filter((run) => run !== null);
  return { kind, target, tally: tallyOf(target, runs), failures: failuresIn(target, runs) };
}

export interface Company {
  /** The run of whole files that shows what fails among others; null when nothing does. */
  readonly shown: TestRun | null;
  readonly selections: ReadonlyMap<string, readonly string[]>;
  readonly tallies: ReadonlyMap<string, Tally>;
  readonly unsteady: readonly Unsteady[];
}

export interface CompanyInput {
  /** The runs in which they passed. */
  readonly alone: readonly TestRun[];
  readonly suite: TestRun | null;
  readonly repeat: number;
  readonly isSettled: (run: TestRun) => Promise<boolean>;
}

/**
 * Runs on each side before order is said to decide: a coin falls as it would have to, so often and on both sides, once in
 * a thousand times.
 */
const SURE_RUNS = 5;

/** Tests that pass alone: first among all tests of their files, in the order of the files, then in the whole suite. */
export async function inCompany(targets: readonly string[], input: CompanyInput, runner: TestRunner): Promise<Company> {
  if (targets.length === 0) return { shown: null, selections: new Map(), tallies: new Map(), unsteady: [] };
  const { repeat, isSettled, suite } = input;
  const files = [...new Set(targets.map((target) => splitNodeId(target).path))];
  const together = await observe({ isSettled, selection: files, targets, repeat: Math.max(2, repeat) }, runner);
  const first = sortedBy(targets, talliesOf(targets, together.runs));
  const runs = { targets, files, alone: input.alone, together: together.runs };
  const again = first.passing.length > 0 ? await runner.run({ targets: "all", trace: false }) : null;
  const isOrder = first.steady.length > 0 || first.passing.some((target) => again !== null && fails(target, again));
  const sure = isOrder ? await madeSure(runs, runner) : runs;
  const alone = talliesOf(targets, sure.alone);
  const passesAlone = (target: string): boolean => alone.get(target)?.failed === 0;
  const tallies = talliesOf(targets, sure.together);
  const { steady, passing, silent } = sortedBy(targets.filter(passesAlone), tallies);
  const all = [...sure.alone, ...sure.together, again, suite];
  const rest = targets.filter((target) => !steady.includes(target));
  return {
    shown: together.shown,
    selections: new Map(steady.map((target) => [target, files])),
    tallies: new Map([...tallies].filter(([target]) => steady.includes(target))),
    unsteady: rest.map((target) =>
      unsteady(kindOf(target, [...passing, ...silent], { again, suite, all }), target, all),
    ),
  };
}

interface WholeSuite {
  readonly again: TestRun | null;
  readonly suite: TestRun | null;
  readonly all: readonly (TestRun | null)[];
}

/** The whole suite has seen it fail before, in the job or in our own run: another time tells whether it does so each time. */
function kindOf(target: string, passing: readonly string[], { again, suite, all }: WholeSuite): Unsteady["kind"] {
  if (passing.includes(target) && again !== null && fails(target, again)) return "in-suite";
  const hasFailed = suite !== null || all.some((run) => run !== null && fails(target, run));
  return hasFailed ? "flaky" : "not-reproduced";
}

interface Runs {
  readonly targets: readonly string[];
  readonly files: readonly string[];
  readonly alone: readonly TestRun[];
  readonly together: readonly TestRun[];
}

async function madeSure(runs: Runs, runner: TestRunner): Promise<Runs> {
  const more = async (targets: RunRequest["targets"], had: readonly TestRun[]): Promise<TestRun[]> => {
    const all = [...had];
    while (all.length < SURE_RUNS) all.push(await runner.run({ targets, trace: false }));
    return all;
  };
  const alone = await more(runs.targets, runs.alone);
  return { ...runs, alone, together: await more(runs.files, runs.together) };
}

function talliesOf(targets: readonly string[], runs: readonly TestRun[]): ReadonlyMap<string, Tally> {
  return new Map(targets.map((target) => [target, tallyOf(target, runs)]));
}
