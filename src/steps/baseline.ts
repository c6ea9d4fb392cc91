import type { TestRun } from "../domain/test-run.ts";
import type { SessionEnd } from "../group/session-end.ts";
import type { TestRunner } from "../ports.ts";
import type { Observation } from "../verify/progress.ts";
import { belongsTo } from "../verify/targets.ts";
import { hasRun, inCompany, sortedBy, type Unsteady, unsteady } from "./company.ts";
import type { Alternatives } from "./reported-tests.ts";
import { observe, type Steadiness, type Tally, tallyOf } from "./steadiness.ts";

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
  const parts = await observeAll(targets, trial, runner);
  const alone = parts.flatMap(({ runs }) => runs);
  const own = new Map(targets.map((target) => [target, tallyOf(target, alone)]));
  if (suite === null && !tests.every((one) => one.some((target) => hasRun(own.get(target))))) return undefined;
  const sorted = sortedBy([...new Set(tests.flatMap((one) => meantBy(one, own)))], own);
  const company = await inCompany(sorted.passing, { ...trial, alone }, runner);
  const changing = sorted.changing.map((target) => unsteady("flaky", target, [...alone, suite]));
  const lost = sorted.silent.map((target) => unsteady("not-alone", target, [suite]));
  const all = [...changing, ...company.unsteady, ...lost];
  return {
    run: parts[0].shown,
    suite,
    seen: merged([
      ...parts.map(({ shown }) => [shown, sorted.steady] as const),
      [company.shown, [...company.selections.keys()]],
    ]),
    tallies: new Map([...own, ...company.tallies]),
    selections: company.selections,
    unsteady: all,
    flaky: all.filter(({ kind }) => kind === "flaky" || kind === "not-reproduced").map(({ target }) => target),
    sessionEnd: null,
  };
}

/** A test that ends the whole process takes those after it along: they are run once more without it. */
const MAX_PARTS = 5;

async function observeAll(
  targets: readonly string[],
  trial: Trial,
  runner: TestRunner,
): Promise<readonly [Steadiness, ...Steadiness[]]> {
  const first = await observe({ ...trial, selection: targets, targets }, runner);
  const more: Steadiness[] = [];
  const { repeat, isSettled } = trial;
  for (let last = first, rest = targets; last.shown.pytestExitCode === null && more.length < MAX_PARTS - 1;) {
    const silent = rest.filter((target) => !hasRun(tallyOf(target, last.runs)));
    if (last.shown.timedOut || silent.length === 0 || silent.length === rest.length) break;
    last = await observe({ repeat, isSettled, selection: silent, targets: silent }, runner);
    rest = silent;
    more.push(last);
  }
  return [first, ...more];
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
