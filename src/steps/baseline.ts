import type { Failure } from "../domain/failure.ts";
import type { TestRun } from "../domain/test-run.ts";
import type { SessionEnd } from "../group/session-end.ts";
import type { TestRunner } from "../ports.ts";
import { splitNodeId } from "../text/junit-address.ts";
import type { Observation } from "../verify/progress.ts";
import { belongsTo, fails } from "../verify/targets.ts";
import type { Alternatives } from "./reported-tests.ts";
import { failuresIn, observe, type Tally, tallyOf } from "./steadiness.ts";

/** What does not fail each time, or only in company. */
export interface Unsteady {
  readonly target: string;
  /**
   * `flaky` = passes in some of our runs; `not-reproduced` = passes in all of them; `in-suite` = passes alone and with its
   * file, fails each time in the whole suite.
   */
  readonly kind: "flaky" | "not-reproduced" | "in-suite";
  readonly tally: Tally;
  /** As our own runs showed it; empty when none did. */
  readonly failures: readonly Failure[];
}

/** What our own runs of the unchanged code show. */
export interface Baseline {
  /** The failing tests, with evidence unless watching them changes what they do. */
  readonly run: TestRun;
  /** The whole suite on unchanged code, when it had to be run already. */
  readonly suite: TestRun | null;
  /** What fails each time. */
  readonly seen: Observation;
  /** How often each of them failed. */
  readonly tallies: ReadonlyMap<string, Tally>;
  /** For those that pass alone: the files to run, in order, so that they fail. */
  readonly selections: ReadonlyMap<string, readonly string[]>;
  readonly unsteady: readonly Unsteady[];
  /** Ids of the unsteady that passed where they were to fail. */
  readonly flaky: readonly string[];
  /** Why nothing can be said of single tests, with what to do; null when something can. */
  readonly sessionEnd: SessionEnd | null;
}

export interface Trial {
  /** For each failure the tests it may be of. */
  readonly tests: readonly Alternatives[];
  readonly suite: TestRun | null;
  /** A traced run of all these tests that was made already. */
  readonly first?: TestRun;
  readonly repeat: number;
  /** True when everything that fails is known to be no fault of the code: then once is enough. */
  readonly isSettled: (run: TestRun) => Promise<boolean>;
}

/**
 * Runs what is said to fail, as often as asked, and sorts it: what fails each time, what fails only after the tests before
 * it in its file, what fails only in the whole suite, and what passes as it likes. Undefined when pytest runs none of the
 * tests that a failure may be of.
 */
export async function baselineOf(trial: Trial, runner: TestRunner): Promise<Baseline | undefined> {
  const { tests, suite } = trial;
  const targets = [...new Set(tests.flat())];
  const alone = await observe({ ...trial, selection: targets, targets }, runner);
  const own = new Map(targets.map((target) => [target, tallyOf(target, alone.runs)]));
  if (suite === null && !tests.every((one) => one.some((target) => hasRun(own.get(target))))) return undefined;
  const sorted = sortedBy([...new Set(tests.flatMap((one) => meantBy(one, own)))], own);
  const company = await inCompany(sorted.passing, { ...trial, alone: alone.runs }, runner);
  const changing = sorted.changing.map((target) => unsteady("flaky", target, [...alone.runs, suite]));
  const lost = sorted.silent.map((target) => unsteady("in-suite", target, [suite]));
  const all = [...changing, ...company.unsteady, ...lost];
  return {
    run: alone.shown,
    suite,
    seen: merged([
      [alone.shown, sorted.steady],
      [company.shown, [...company.selections.keys()]],
    ]),
    tallies: new Map([...own, ...company.tallies]),
    selections: company.selections,
    unsteady: all,
    flaky: all.filter(({ kind }) => kind !== "in-suite").map(({ target }) => target),
    sessionEnd: null,
  };
}

/** Of several tests that a failure may be of, those that pass are not meant when another one fails. */
function meantBy(alternatives: Alternatives, tallies: ReadonlyMap<string, Tally>): readonly string[] {
  const failing = alternatives.filter((target) => (tallies.get(target)?.failed ?? 0) > 0);
  const ran = alternatives.filter((target) => hasRun(tallies.get(target)));
  return failing.length > 0 ? failing : ran.length > 0 ? ran : alternatives;
}

/** Nothing could be run: the end of the session is all there is to say. */
export function withoutTests(run: TestRun, fault: SessionEnd | null): Baseline {
  return {
    run,
    suite: run,
    seen: { failures: run.failures, evidence: {} },
    tallies: new Map(),
    selections: new Map(),
    unsteady: [],
    flaky: [],
    sessionEnd: fault,
  };
}

function hasRun(tally: Tally | undefined): boolean {
  return tally !== undefined && tally.passed + tally.failed > 0;
}

interface Sorted {
  readonly steady: readonly string[];
  readonly changing: readonly string[];
  readonly passing: readonly string[];
  /** Neither passed nor failed: nothing of that name ran. */
  readonly silent: readonly string[];
}

function sortedBy(targets: readonly string[], tallies: ReadonlyMap<string, Tally>): Sorted {
  const where = (fits: (tally: Tally) => boolean): string[] =>
    targets.filter((target) => fits(tallies.get(target) ?? { passed: 0, failed: 0 }));
  return {
    steady: where(({ passed, failed }) => failed > 0 && passed === 0),
    changing: where(({ passed, failed }) => failed > 0 && passed > 0),
    passing: where(({ passed, failed }) => failed === 0 && passed > 0),
    silent: where(({ passed, failed }) => failed + passed === 0),
  };
}

interface Company {
  readonly shown: TestRun | null;
  readonly selections: ReadonlyMap<string, readonly string[]>;
  readonly tallies: ReadonlyMap<string, Tally>;
  readonly unsteady: readonly Unsteady[];
}

interface AfterAlone extends Trial {
  /** The runs in which they passed. */
  readonly alone: readonly TestRun[];
}

/** Tests that pass alone: first among all tests of their files, in the order of the files, then in the whole suite. */
async function inCompany(targets: readonly string[], trial: AfterAlone, runner: TestRunner): Promise<Company> {
  if (targets.length === 0) return { shown: null, selections: new Map(), tallies: new Map(), unsteady: [] };
  const files = [...new Set(targets.map((target) => splitNodeId(target).path))];
  const { repeat, isSettled } = trial;
  const together = await observe({ isSettled, selection: files, targets, repeat: Math.max(2, repeat) }, runner);
  const tallies = new Map(targets.map((target) => [target, tallyOf(target, together.runs)]));
  const { steady, changing, passing, silent } = sortedBy(targets, tallies);
  const before = [...trial.alone, ...together.runs];
  const suite = await inSuite([...passing, ...silent], { ...trial, alone: before }, runner);
  return {
    shown: together.shown,
    selections: new Map(steady.map((target) => [target, files])),
    tallies: new Map(steady.map((target) => [target, tallies.get(target) ?? { passed: 0, failed: 0 }])),
    unsteady: [...changing.map((target) => unsteady("flaky", target, [...before, trial.suite])), ...suite],
  };
}

/** The whole suite has seen them fail before, in the job or in our own run: another time tells whether it does so each time. */
async function inSuite(targets: readonly string[], trial: AfterAlone, runner: TestRunner): Promise<Unsteady[]> {
  if (targets.length === 0) return [];
  const again = await runner.run({ targets: "all", trace: false });
  return targets.map((target) => {
    if (fails(target, again)) return unsteady("in-suite", target, [again, trial.suite]);
    const kind = trial.suite === null ? "not-reproduced" : "flaky";
    return unsteady(kind, target, [...trial.alone, trial.suite, again]);
  });
}

function unsteady(kind: Unsteady["kind"], target: string, seen: readonly (TestRun | null)[]): Unsteady {
  const runs = seen.filter((run) => run !== null);
  return { kind, target, tally: tallyOf(target, runs), failures: failuresIn(target, runs) };
}

/** Failures of these targets, each from the run that showed it, and what was seen there. */
function merged(parts: readonly (readonly [TestRun | null, readonly string[]])[]): Observation {
  const found = parts.flatMap(([run, targets]) => {
    const failures = (run?.failures ?? []).filter((one) => targets.some((target) => belongsTo(one, target)));
    const ids = new Set(failures.map(({ nodeId }) => nodeId ?? ""));
    return [{ failures, evidence: Object.entries(run?.evidence ?? {}).filter(([id]) => ids.has(id)) }];
  });
  return {
    failures: found.flatMap(({ failures }) => failures),
    evidence: Object.fromEntries(found.flatMap(({ evidence }) => evidence)),
  };
}
