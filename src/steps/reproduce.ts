import type { FailureReport } from "../domain/failure.ts";
import type { TestRun } from "../domain/test-run.ts";
import type { TestRunner } from "../ports.ts";
import { SetupError } from "../problem.ts";
import { fails, passes, selectionOf, SESSION } from "../verify/targets.ts";
import { targetsOf } from "./observation.ts";

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
 * Runs what the report says failed, on unchanged code. Without a report that names exact ids, or when pytest does not
 * run one of them, the whole suite runs first and says what fails.
 */
export async function reproduce(report: FailureReport | null, runner: TestRunner): Promise<Baseline> {
  const reported = report === null ? [] : report.failures;
  if (reported.length > 0 && reported.every((failure) => failure.nodeId !== null)) {
    const targets = targetsOf(reported);
    const run = await observed(targets, runner);
    const isKnown = targets.every((target) => passes(target, run) || fails(target, run));
    if (isKnown) return { run, suite: null, flaky: passing(targets, run) };
  }
  return fromWholeSuite(runner);
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
