import type { Failure, FailureReport } from "../domain/failure.ts";
import type { TestRun } from "../domain/test-run.ts";
import { sessionEnd } from "../group/session-end.ts";
import type { TestRunner } from "../ports.ts";
import { SetupError } from "../problem.ts";
import { splitNodeId } from "../text/junit-address.ts";
import { fails, passes, selectionOf, SESSION, targetOf } from "../verify/targets.ts";
import { type Baseline, baselineOf, withoutTests } from "./baseline.ts";
import { targetsOf } from "./observation.ts";
import { type Alternatives, reportedTests } from "./reported-tests.ts";

export interface ReproduceInput {
  /** Null when there is none: the whole suite says what fails. */
  readonly report: FailureReport | null;
  /** How many times the failing tests are run. */
  readonly repeat: number;
  /** True when everything that fails is known to be no fault of the code: then once is enough. */
  readonly isSettled: (run: TestRun) => Promise<boolean>;
}

/**
 * Runs what the report says failed, on unchanged code. Where it does not name the tests as this project's pytest does,
 * they are looked up among those that pytest collects. When one of them is none of these, the whole suite runs first and
 * says what fails.
 */
export async function reproduce(input: ReproduceInput, runner: TestRunner): Promise<Baseline> {
  const reported = input.report === null ? [] : input.report.failures;
  const isNamed = reported.length > 0 && reported.every((failure) => isLookedUp(failure));
  return (isNamed ? await fromReport(reported, input, runner) : undefined) ?? (await fromWholeSuite(input, runner));
}

/** Neither an id nor a name: the start of the tests failed, or the report tells exceptions only. */
function isLookedUp({ nodeId, address }: Failure): boolean {
  return nodeId !== null || address !== undefined;
}

async function fromReport(
  reported: readonly Failure[],
  input: ReproduceInput,
  runner: TestRunner,
): Promise<Baseline | undefined> {
  const targets = targetsOf(reported);
  const isAllExact = reported.every(isExact);
  const first = isAllExact ? await runner.run({ targets: selectionOf(targets), trace: true }) : undefined;
  const direct = { ...input, tests: targets.map(alone), suite: null, ...(first === undefined ? {} : { first }) };
  if (first && isRightHere(reported, first)) return baselineOf(direct, runner);
  const listed = await runner.run({ targets: "all", trace: false, collectOnly: true });
  const tests = listed.timedOut ? undefined : reportedTests(reported, listed);
  if (!tests) return undefined;
  const isSame = [...new Set(tests.flat())].toSorted().join("\n") === targets.toSorted().join("\n");
  return baselineOf(isSame && isAllExact ? direct : { ...input, tests, suite: null }, runner);
}

/** Whether the ids are those of this project's tests: they ran, and in the files that the report names. */
function isRightHere(reported: readonly Failure[], run: TestRun): boolean {
  const hasRun = (target: string): boolean => run.timedOut || passes(target, run) || fails(target, run);
  return reported.every((failure) => hasRun(targetOf(failure)) && isAtItsFile(failure, run));
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

function alone(target: string): Alternatives {
  return [target];
}

async function fromWholeSuite(input: ReproduceInput, runner: TestRunner): Promise<Baseline> {
  const suite = await runner.run({ targets: "all", trace: false });
  const end = sessionEnd(suite);
  if (end?.kind === "problem") throw new SetupError([end.problem]);
  const tests = targetsOf(suite.failures).map(alone);
  const baseline = tests.length === 0 ? undefined : await baselineOf({ ...input, tests, suite }, runner);
  return baseline ?? withoutTests(suite, end ?? null);
}
