import type { Failure, FailureReport } from "../domain/failure.ts";
import type { TestRun } from "../domain/test-run.ts";
import type { TestRunner } from "../ports.ts";
import { SetupError } from "../problem.ts";
import { passes, selectionOf, SESSION, targetOf } from "../verify/targets.ts";

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
 * know those ids, the whole suite runs first and says what fails.
 */
export async function reproduce(report: FailureReport | null, runner: TestRunner): Promise<Baseline> {
  const reported = report === null ? [] : report.failures;
  if (reported.length > 0 && reported.every((failure) => failure.nodeId !== null)) {
    const targets = targetsOf(reported);
    const run = await runner.run({ targets: selectionOf(targets), trace: true });
    if (hasResults(run)) return { run, suite: null, flaky: passing(targets, run) };
  }
  return fromWholeSuite(runner);
}

async function fromWholeSuite(runner: TestRunner): Promise<Baseline> {
  const suite = await runner.run({ targets: "all", trace: false });
  if (!hasResults(suite)) throw didNotStart(suite);
  const targets = targetsOf(suite.failures);
  if (targets.length === 0) return { run: suite, suite, flaky: [] };
  const run = await runner.run({ targets: selectionOf(targets), trace: true });
  return { run, suite, flaky: passing(targets, run) };
}

function targetsOf(failures: readonly Failure[]): string[] {
  return [...new Set(failures.map(targetOf))];
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
