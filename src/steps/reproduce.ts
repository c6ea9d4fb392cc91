import type { Failure, FailureReport } from "../domain/failure.ts";
import type { TestRun } from "../domain/test-run.ts";
import type { TestRunner } from "../ports.ts";
import { SetupError } from "../problem.ts";
import { splitNodeId } from "../text/junit-address.ts";
import { fails, passes, selectionOf, SESSION, targetOf } from "../verify/targets.ts";
import { targetsOf } from "./observation.ts";
import { type Alternatives, reportedTests } from "./reported-tests.ts";

/** What our own run of the unchanged code shows. */
export interface Baseline {
  /** The failing tests alone, with evidence. */
  readonly run: TestRun;
  /** The whole suite on unchanged code, when it had to be run already. */
  readonly suite: TestRun | null;
  /** Reported (or seen failing in the whole suite), passing when run again: flaky. */
  readonly flaky: readonly string[];
}

/**
 * Runs what the report says failed, on unchanged code. Where it does not name the tests as this project's pytest does,
 * they are looked up among those that pytest collects. When one of them is none of these, the whole suite runs first and
 * says what fails.
 */
export async function reproduce(report: FailureReport | null, runner: TestRunner): Promise<Baseline> {
  const reported = report === null ? [] : report.failures;
  const isNamed = reported.length > 0 && reported.every((failure) => isLookedUp(failure));
  return (isNamed ? await fromReport(reported, runner) : undefined) ?? (await fromWholeSuite(runner));
}

/** Neither an id nor a name: the start of the tests failed, or the report tells exceptions only. */
function isLookedUp({ nodeId, address }: Failure): boolean {
  return nodeId !== null || address !== undefined;
}

async function fromReport(reported: readonly Failure[], runner: TestRunner): Promise<Baseline | undefined> {
  const direct = reported.every(isExact) ? await fromTests(targetsOf(reported).map(alone), runner) : undefined;
  if (direct && reported.every((failure) => isAtItsFile(failure, direct.run))) return direct;
  const listed = await runner.run({ targets: "all", trace: false, collectOnly: true });
  const tests = listed.timedOut ? undefined : reportedTests(reported, listed);
  if (!tests) return undefined;
  const wanted = [...new Set(tests.flat())];
  const isSame = wanted.toSorted().join("\n") === targetsOf(reported).toSorted().join("\n");
  return isSame && reported.every(isExact) ? direct : fromTests(tests, runner);
}

function isExact({ nodeId, address }: Failure): boolean {
  return nodeId !== null && address === undefined;
}

/** An id is relative to pytest's root directory, and that of the report may be another than ours. */
function isAtItsFile(failure: Failure, { rootDirectory }: TestRun): boolean {
  const { path } = splitNodeId(failure.nodeId ?? "");
  const here = rootDirectory ? `${rootDirectory}/${path}` : path;
  return failure.file === null || targetOf(failure) === SESSION || failure.file === here;
}

/** Runs these tests; undefined when pytest runs none of those that a failure may be of. */
async function fromTests(tests: readonly Alternatives[], runner: TestRunner): Promise<Baseline | undefined> {
  const targets = [...new Set(tests.flat())];
  const run = await observed(targets, runner);
  const isKnown = tests.every((one) => one.some((target) => passes(target, run) || fails(target, run)));
  if (!isKnown) return undefined;
  const green = tests.filter((one) => !one.some((target) => fails(target, run)));
  return { run, suite: null, flaky: passing([...new Set(green.flat())], run) };
}

function alone(target: string): Alternatives {
  return [target];
}

async function fromWholeSuite(runner: TestRunner): Promise<Baseline> {
  const suite = await runner.run({ targets: "all", trace: false });
  if (!hasResults(suite)) throw didNotStart(suite);
  const targets = targetsOf(suite.failures);
  if (targets.length === 0) return { run: suite, suite, flaky: [] };
  const run = await observed(targets, runner);
  return { run, suite, flaky: passing(targets, run) };
}

/**
 * The targets, traced. Tracing slows call-heavy tests many times over and may hide what depends on timing: when it runs
 * into the time limit, or a target passes under it, the plain run says what is so, and there is no evidence.
 */
async function observed(targets: readonly string[], runner: TestRunner): Promise<TestRun> {
  const selection = selectionOf(targets);
  const traced = await runner.run({ targets: selection, trace: true });
  if (!traced.timedOut && passing(targets, traced).length === 0) return traced;
  const plain = await runner.run({ targets: selection, trace: false });
  const isSame = passing(targets, plain).length === passing(targets, traced).length;
  return isSame && !traced.timedOut ? traced : plain;
}

function passing(targets: readonly string[], run: TestRun): string[] {
  return targets.filter((target) => target !== SESSION && passes(target, run));
}

function hasResults(run: TestRun): boolean {
  return run.failures.length > 0 || Object.keys(run.outcomes).length > 0;
}

function didNotStart(run: TestRun): SetupError {
  const tail = run.output.trim().split("\n").slice(-3).join(" | ").slice(0, 400);
  const ended = run.timedOut ? "ran into its time limit" : `ended with exit code ${run.exitCode ?? "none"}`;
  const probe = run.interpreter === null ? "our pytest plugin was not loaded" : "no test was collected";
  return new SetupError([
    {
      code: "tests-did-not-run",
      what: `The test command \`${run.command}\` ${ended} and ran no test.`,
      why: `${probe}; its last words: ${tail === "" ? "(none)" : tail}`,
      next: "Set `test-command` to the words that run pytest in this project, and `working-directory` to the folder to run them in.",
    },
  ]);
}
