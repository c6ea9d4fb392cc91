import { isFailingOutcome } from "../text/test-outcome.ts";
import type { Rejection } from "../domain/patch.ts";
import type { TestOutcome, TestRun } from "../domain/test-run.ts";
import { fails, isBelow, passes, targetOf } from "./targets.ts";

const NOT_REACHED =
  "neither our probe nor a JUnit file could be had from the test command, so nothing can be compared; let PYTHONPATH and " +
  "PYTEST_ADDOPTS through to pytest (`pass_env` of tox, `-e` of docker, where the temporary folder is mounted too)";

/** A run that cannot be trusted: it did not end, did not report, or contradicts itself. */
export function runFault(run: TestRun): Rejection | undefined {
  if (run.timedOut) return rejection("did-not-run", [], `\`${run.command}\` ran into its time limit`);
  if (run.forgery !== null) return rejection("tampered", [], run.forgery);
  if (run.source === "text" || run.source === "nothing") return rejection("did-not-run", [], NOT_REACHED);
  if (run.sessions > 1) {
    return rejection(
      "did-not-run",
      [],
      `\`${run.command}\` starts pytest ${run.sessions} times; their results cannot be told apart`,
    );
  }
  const contradiction = contradictionIn(run);
  return contradiction === undefined ? undefined : rejection("tampered", [], contradiction);
}

/** Exit code, JUnit file and the probe's own record must tell one story. */
function contradictionIn(run: TestRun): string | undefined {
  const failing = Object.values(run.outcomes).filter(isFailingOutcome).length;
  const hasFailed = failing > 0 || run.failures.length > 0;
  if (hasFailed && (run.exitCode === 0 || run.pytestExitCode === 0)) return "pytest ended with 0 although tests failed";
  return run.junit === null ? undefined : junitContradiction(run.junit, failing, hasFailed);
}

function junitContradiction(
  junit: NonNullable<TestRun["junit"]>,
  failing: number,
  hasFailed: boolean,
): string | undefined {
  // One test may have several failures there: of its subtests, of its teardown.
  const red = junit.failures + junit.errors;
  if (red < failing) {
    if (red === 0) return "the JUnit file of this run shows no failure although tests failed";
    return `the JUnit file of this run shows only ${red} failure${red === 1 ? "" : "s"} although ${failing} tests failed`;
  }
  if (red > 0 && !hasFailed) return "the JUnit file of this run shows failures that the run itself did not report";
  return undefined;
}

/** One run of the targets with the patch: every one must have run and passed. */
export function judgeTargets(targets: readonly string[], run: TestRun): Rejection | undefined {
  const fault = runFault(run);
  if (fault) return fault;
  const failing = targets.filter((target) => !passes(target, run));
  if (failing.length === 0) return endFault(run);
  const isSilent = failing.every((target) => !fails(target, run));
  const what = isSilent ? "target tests did not run, or were skipped" : "target tests still fail";
  return rejection("no-effect", failing, `${failing.length} of ${targets.length} ${what}`);
}

/** pytest counts what failed, writes its file and says how it ended only when it comes to its end. */
function endFault(run: TestRun): Rejection | undefined {
  if (run.pytestExitCode !== null || (run.source === "junit" && run.exitCode !== null)) return undefined;
  const ended = run.exitCode === null ? "was killed" : `ended with ${run.exitCode}`;
  return rejection("did-not-run", [], `the tests pass, but \`${run.command}\` ${ended} before pytest was done`);
}

/**
 * The whole suite before and after: what was collected is still collected, what passed still passes, no more tests are
 * skipped or expected to fail, and the targets pass. Nothing else makes a patch plausible.
 */
export function judgeSuite(before: TestRun, after: TestRun, targets: readonly string[]): Rejection | undefined {
  const fault = judgeTargets(targets, after);
  if (fault) return fault;
  const unusable = runFault(before);
  if (unusable) return { ...unusable, reason: `nothing to compare with, on unchanged code ${unusable.reason}` };
  if (before.source !== after.source)
    return rejection("tampered", [], "our probe saw one of the two runs of the whole suite, and not the other");
  const red = exitFault(after, before);
  if (red) return red;
  const collected = new Set(after.collected);
  const lost = before.collected.filter((id) => !collected.has(id));
  if (lost.length > 0) return regression(lost, "no longer collected");
  const broken = Object.keys(before.outcomes).filter((id) => isWorse(before.outcomes[id], after.outcomes[id]));
  return broken.length > 0 ? regression(broken, "worse than before the patch") : undefined;
}

/**
 * All tests of a run pass, and yet the command is red: a wrapper's other check, a coverage bar, a crash. It is not the
 * patch's fault where the same run without the patch was red besides its tests as well.
 */
export function exitFault(run: TestRun, before?: TestRun): Rejection | undefined {
  const hasFailed = run.failures.length > 0 || Object.values(run.outcomes).some(isFailingOutcome);
  if (hasFailed || run.exitCode === 0 || isRedAnyway(run, before)) return undefined;
  const ended = run.exitCode === null ? "was killed" : `ended with ${run.exitCode}`;
  const why = run.redBesidesTests === true ? ": something besides the tests, such as a coverage bar, is not met" : "";
  return rejection("did-not-run", [], `no test fails with the patch, but \`${run.command}\` ${ended}${why}`);
}

/** pytest itself was red for something besides its tests, with the patch and without, and ended alike. */
export function isRedAnyway(run: TestRun, before: TestRun | undefined): boolean {
  return run.redBesidesTests === true && before?.redBesidesTests === true && run.exitCode === before.exitCode;
}

/**
 * A run of some files with the patch: every test that does not pass must be known to fail on unchanged code. `known` are
 * all targets that failed or wavered there.
 */
export function judgeFiles(run: TestRun, known: readonly string[]): Rejection | undefined {
  const fault = runFault(run);
  if (fault) return fault;
  const failing = Object.keys(run.outcomes).filter((id) => isFailingOutcome(run.outcomes[id] ?? "passed"));
  const uncollected = run.failures.filter(({ phase }) => phase === "collect").map(targetOf);
  const fresh = [...new Set([...failing, ...uncollected])].filter(
    (id) => !known.some((target) => id === target || isBelow(id, target)),
  );
  return fresh.length > 0 ? regression(fresh, "worse than before the patch") : undefined;
}

/** Tests named beyond these are counted. */
const MOST_NAMED = 3;

function regression(tests: readonly string[], how: string): Rejection {
  const named = tests.slice(0, MOST_NAMED).map((id) => (id === "" ? "the start of the tests" : id));
  const rest = tests.length > MOST_NAMED ? [`${tests.length - MOST_NAMED} more`] : [];
  const are = tests.length === 1 ? "is" : "are";
  return rejection("regression", tests, `${[...named, ...rest].join(", ")} ${are} ${how}`);
}

/** Without the patch every target must run and fail again; anything else says nothing about the patch. */
export function judgeReverted(targets: readonly string[], run: TestRun): Rejection | undefined {
  const fault = runFault(run);
  if (fault) return { ...fault, reason: `the run without the patch proves nothing: ${fault.reason}` };
  const green = targets.filter((target) => !fails(target, run));
  if (green.length === 0) return undefined;
  return rejection("flaky", green, `${green.length} target tests do not fail again without the patch`);
}

function isWorse(before: TestOutcome | undefined, after: TestOutcome | undefined): boolean {
  if (before === "passed" || before === "xpassed") return after !== "passed" && after !== "xpassed";
  if (before !== undefined && isFailingOutcome(before)) return after === "skipped" || after === "xfailed";
  return after !== undefined && isFailingOutcome(after);
}

function rejection(why: Rejection["why"], tests: readonly string[], reason: string): Rejection {
  return { kind: "rejected", why, tests, reason };
}
