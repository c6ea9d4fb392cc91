import { expect, test } from "vitest";
import type { FailureReport } from "../../../src/domain/failure.ts";
import type { TestRun } from "../../../src/domain/test-run.ts";
import { isBackedByReport, reportedSummary, tellsAll } from "../../../src/verify/reported-run.ts";
import { failure, run } from "../../support/runs.ts";

const JUNIT = { source: { report: "report.xml", format: "junit" } } as const;

/** Of five tests `t::a` and `t::e` fail, `t::c` is skipped. */
const REPORT: FailureReport = {
  failures: [failure("t::a", JUNIT), failure("t::e", JUNIT)],
  counts: { tests: 5, failures: 2, errors: 0, skipped: 1 },
  notes: [],
  isComplete: true,
};

const FAILING = ["t::a", "t::e"];
const OTHERS = { "t::b": "passed", "t::c": "skipped", "t::d": "passed" } as const;

function isBacked(after: TestRun, change: Partial<FailureReport> = {}, failing = FAILING): boolean {
  return isBackedByReport({ report: { ...REPORT, ...change }, failing }, after, ["t::a"]);
}

test.each([
  ["the other failure stays", run({ ...OTHERS, "t::a": "passed", "t::e": "failed" })],
  ["the other failure heals along", run({ ...OTHERS, "t::a": "passed", "t::e": "passed" })],
  ["a skipped test runs now", run({ ...OTHERS, "t::a": "passed", "t::c": "passed", "t::e": "passed" })],
])("the report is enough when the target passes and %s", (_title, after) => {
  expect(isBacked(after)).toBe(true);
});

const GOOD = { ...OTHERS, "t::a": "passed", "t::e": "passed" } as const;

test.each([
  ["the target fails", run({ ...GOOD, "t::a": "failed" })],
  ["a test fails that our own run did not see failing", run({ ...GOOD, "t::b": "failed" })],
  ["a skipped test fails", run({ ...GOOD, "t::c": "error" })],
  ["one more is skipped", run({ ...GOOD, "t::b": "skipped" })],
  ["one more is expected to fail", run({ ...GOOD, "t::e": "xfailed" })],
  ["a test is gone", run({ "t::a": "passed", "t::b": "passed", "t::c": "skipped", "t::e": "passed" })],
  ["there are more tests than the report knows", run({ ...GOOD, "t::f": "passed" })],
  ["a test was collected and did not run", run(GOOD, { collected: [...Object.keys(GOOD), "t::g"] })],
  ["a module can no longer be collected", run(GOOD, { failures: [failure("u", { phase: "collect" })], exitCode: 2 })],
  ["the session broke", run(GOOD, { failures: [failure(null, { phase: "collect" })], exitCode: 2 })],
  ["the command is red although all passes", run(GOOD, { exitCode: 2, pytestExitCode: 0 })],
  ["a coverage bar is not met", run({ ...GOOD, "t::e": "failed" }, { redBesidesTests: true })],
  ["the run hit its time limit", run(GOOD, { timedOut: true })],
])("unchanged code must be run when %s", (_title, after) => {
  expect([isBacked(run(GOOD)), isBacked(after)]).toEqual([true, false]);
});

test.each([
  ["is not known to be complete", { isComplete: false }],
  ["is of a smaller run", { counts: { tests: 4, failures: 2, errors: 0, skipped: 1 } }],
  ["is of a larger run", { counts: { tests: 6, failures: 2, errors: 0, skipped: 1 } }],
])("unchanged code must be run when the report %s", (_title, change) => {
  expect(isBacked(run(GOOD), change)).toBe(false);
});

test("a failure that only the report has seen is not known", () => {
  expect(isBacked(run({ ...GOOD, "t::e": "failed" }), {}, ["t::a"])).toBe(false);
});

test("tests of a module that could not be collected are counted beside the others", () => {
  const broken = { ...JUNIT, phase: "collect", kind: "error" } as const;
  const report = {
    ...REPORT,
    failures: [failure("u", broken)],
    counts: { tests: 4, failures: 0, errors: 1, skipped: 1 },
  };
  const judge = (after: TestRun): boolean => isBackedByReport({ report, failing: ["u"] }, after, ["u"]);
  const mended = { ...OTHERS, "u::x": "passed", "u::y": "passed" } as const;
  expect([
    judge(run(mended)),
    judge(run({ "t::b": "passed", "t::c": "skipped", "u::x": "passed", "u::y": "passed", "u::z": "passed" })),
  ]).toEqual([true, false]);
});

test("what the report counts stands in for a run, and says so", () => {
  expect(reportedSummary(REPORT)).toEqual({
    command: "the job's own report",
    exitCode: null,
    passed: 2,
    failed: 2,
    errors: 0,
    skipped: 1,
    durationSeconds: 0,
    fromReport: true,
  });
});

const text = { source: { report: "log.txt", format: "text" } } as const;
const lastFailed = { source: { report: "lastfailed", format: "lastfailed" } } as const;

test.each([
  ["JUnit with exact ids", {}, true],
  ["a failure without an id", { failures: [failure(null, JUNIT), failure("t::e", JUNIT)] }, false],
  [
    "a name that several tests have",
    { failures: [failure("t::a", { ...JUNIT, address: { classname: "t", name: "a" } }), failure("t::e", JUNIT)] },
    false,
  ],
  ["a failure of the terminal's output", { failures: [failure("t::a", text), failure("t::e", JUNIT)] }, false],
  ["pytest's cache", { failures: [failure("t::a", lastFailed), failure("t::e", lastFailed)] }, false],
  ["failures that are in two reports", { failures: [failure("t::a", { ...JUNIT, alsoIn: ["b.xml"] })] }, false],
  ["fewer failures than it counts", { failures: [failure("t::a", JUNIT)] }, false],
  ["a note, as of a file that was cut off", { notes: ["report.xml ends before its end."] }, false],
  ["no test", { failures: [], counts: { tests: 0, failures: 0, errors: 0, skipped: 0 } }, false],
  [
    "a conftest that could not be loaded",
    { failures: [failure("conftest.py", { ...JUNIT, phase: "collect" })] },
    false,
  ],
] as const)("whether a report tells all: %s", (_title, change, expected) => {
  expect(tellsAll({ ...REPORT, ...change })).toBe(expected);
});
