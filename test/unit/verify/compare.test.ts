import { expect, test } from "vitest";
import { judgeFiles, judgeReverted, judgeSuite, judgeTargets, runFault } from "../../../src/verify/compare.ts";
import { failure, run } from "../../support/runs.ts";

const before = run({ a: "failed", b: "passed", c: "skipped", d: "xfailed", e: "failed" });

test.each([
  [
    "the target passes and the rest is as it was",
    run({ a: "passed", b: "passed", c: "skipped", d: "xfailed", e: "failed" }),
  ],
  ["another failure heals along", run({ a: "passed", b: "passed", c: "skipped", d: "xfailed", e: "passed" })],
  ["a skipped test runs now", run({ a: "passed", b: "passed", c: "passed", d: "xfailed", e: "failed" })],
  ["tests were added", run({ a: "passed", b: "passed", c: "skipped", d: "xfailed", e: "failed", f: "passed" })],
])("accepts when %s", (_name, after) => {
  expect(judgeSuite(before, after, ["a"])).toBeUndefined();
});

test.each([
  [
    "the target still fails",
    run({ a: "failed", b: "passed", c: "skipped", d: "xfailed", e: "failed" }),
    "no-effect",
    ["a"],
  ],
  [
    "the target is skipped",
    run({ a: "skipped", b: "passed", c: "skipped", d: "xfailed", e: "failed" }),
    "no-effect",
    ["a"],
  ],
  [
    "the target is expected to fail",
    run({ a: "xfailed", b: "passed", c: "skipped", d: "xfailed", e: "failed" }),
    "no-effect",
    ["a"],
  ],
  [
    "a passing test fails",
    run({ a: "passed", b: "failed", c: "skipped", d: "xfailed", e: "failed" }),
    "regression",
    ["b"],
  ],
  [
    "a passing test errs",
    run({ a: "passed", b: "error", c: "skipped", d: "xfailed", e: "failed" }),
    "regression",
    ["b"],
  ],
  [
    "a passing test is skipped",
    run({ a: "passed", b: "skipped", c: "skipped", d: "xfailed", e: "failed" }),
    "regression",
    ["b"],
  ],
  [
    "another failure is hidden by a skip",
    run({ a: "passed", b: "passed", c: "skipped", d: "xfailed", e: "skipped" }),
    "regression",
    ["e"],
  ],
  [
    "a skipped test fails now",
    run({ a: "passed", b: "passed", c: "failed", d: "xfailed", e: "failed" }),
    "regression",
    ["c"],
  ],
  ["a test is gone", run({ a: "passed", c: "skipped", d: "xfailed", e: "failed" }), "regression", ["b"]],
  ["the probe saw only one of the runs", run({ ...before.outcomes, a: "passed" }, { source: "junit" }), "tampered", []],
] as const)("rejects when %s", (_name, after, why, tests) => {
  expect(judgeSuite(before, after, ["a"])).toMatchObject({ kind: "rejected", why, tests });
});

test.each([
  ["a time-out", run({ a: "passed" }, { timedOut: true }), "did-not-run", "`python -m pytest` ran into its time limit"],
  [
    "neither probe nor JUnit",
    run({}, { source: "text" }),
    "did-not-run",
    "neither our probe nor a JUnit file could be had from the test command, so nothing can be compared; let PYTHONPATH " +
      "and PYTEST_ADDOPTS through to pytest (`pass_env` of tox, `-e` of docker, where the temporary folder is mounted too)",
  ],
  [
    "exit 0 with a failing test",
    run({ a: "failed" }, { exitCode: 0 }),
    "tampered",
    "pytest ended with 0 although tests failed",
  ],
  [
    "a JUnit file without the failure",
    run({ a: "failed" }, { junit: { tests: 1, failures: 0, errors: 0, skipped: 0 } }),
    "tampered",
    "the JUnit file of this run shows no failure although tests failed",
  ],
  [
    "a JUnit file with a failure nobody saw",
    run({ a: "passed" }, { junit: { tests: 1, failures: 1, errors: 0, skipped: 0 } }),
    "tampered",
    "the JUnit file of this run shows failures that the run itself did not report",
  ],
  [
    "a JUnit file with fewer failures",
    run({ a: "passed", b: "failed", c: "failed" }, { junit: { tests: 3, failures: 1, errors: 0, skipped: 0 } }),
    "tampered",
    "the JUnit file of this run shows only 1 failure although 2 tests failed",
  ],
  [
    "records that were meddled with",
    run({ a: "passed" }, { forgery: "conftest.py has replaced `_pytest.runner.runtestprotocol`" }),
    "tampered",
    "conftest.py has replaced `_pytest.runner.runtestprotocol`",
  ],
] as const)("does not trust a run with %s", (_name, after, why, reason) => {
  expect(runFault(after)).toEqual({ kind: "rejected", why, tests: [], reason });
  expect(judgeTargets(["a"], after)).toEqual({ kind: "rejected", why, tests: [], reason });
});

test("a green run that pytest did not end is none, a red one is red all the same", () => {
  const cutOff = { exitCode: 0, pytestExitCode: null };
  const reason = "the tests pass, but `python -m pytest` ended with 0 before pytest was done";
  expect(judgeTargets(["a"], run({ a: "passed" }, cutOff))).toEqual({
    kind: "rejected",
    why: "did-not-run",
    tests: [],
    reason,
  });
  expect(judgeReverted(["a"], run({ a: "error" }, { exitCode: 139, pytestExitCode: null }))).toBeUndefined();
});

test("trusts a plain green run and a plain red one", () => {
  expect([runFault(run({ a: "passed" })), runFault(run({ a: "failed" }))]).toEqual([undefined, undefined]);
});

test.each([
  [
    "a wrapper whose other check fails",
    run({ a: "passed", b: "passed" }, { exitCode: 2 }),
    "no test fails with the patch, but `python -m pytest` ended with 2",
  ],
  [
    "a command that was killed",
    run({ a: "passed", b: "passed" }, { exitCode: null }),
    "the tests pass, but `python -m pytest` was killed before pytest was done",
  ],
])("rejects a green suite of %s", (_name, after, reason) => {
  expect(judgeSuite(run({ a: "failed", b: "passed" }), after, ["a"])).toEqual({
    kind: "rejected",
    why: "did-not-run",
    tests: [],
    reason,
  });
});

test("a suite that hung on unchanged code is nothing to compare with", () => {
  const hung = run({ a: "failed" }, { timedOut: true });
  expect(judgeSuite(hung, run({ a: "passed", b: "passed" }), ["a"])).toEqual({
    kind: "rejected",
    why: "did-not-run",
    tests: [],
    reason: "nothing to compare with, on unchanged code `python -m pytest` ran into its time limit",
  });
});

test.each([
  ["fails again", run({ a: "failed" }), undefined],
  ["errs again", run({ a: "error" }), undefined],
  [
    "passes",
    run({ a: "passed" }),
    { kind: "rejected", why: "flaky", tests: ["a"], reason: "1 target tests do not fail again without the patch" },
  ],
  [
    "does not run",
    run({ b: "failed" }),
    { kind: "rejected", why: "flaky", tests: ["a"], reason: "1 target tests do not fail again without the patch" },
  ],
  [
    "hangs",
    run({ a: "failed" }, { timedOut: true }),
    {
      kind: "rejected",
      why: "did-not-run",
      tests: [],
      reason: "the run without the patch proves nothing: `python -m pytest` ran into its time limit",
    },
  ],
])("without the patch the target %s", (_name, reverted, expected) => {
  expect(judgeReverted(["a"], reverted)).toEqual(expected);
});

const RED = { exitCode: 1, redBesidesTests: true } as const;
const BROKEN = run({ a: "failed", b: "passed" }, { redBesidesTests: true });
const GREEN = { a: "passed", b: "passed" } as const;

test.each([
  ["unchanged code was red for it too", BROKEN, run(GREEN, RED), true],
  ["only the patch makes it so", run({ a: "failed", b: "passed" }), run(GREEN, RED), false],
  [
    "nobody knows whether unchanged code was",
    run({ a: "failed", b: "passed" }, { redBesidesTests: null }),
    run(GREEN, RED),
    false,
  ],
  ["the command ended in another way", BROKEN, run(GREEN, { ...RED, exitCode: 3 }), false],
  ["the command itself is at fault", BROKEN, run(GREEN, { ...RED, redBesidesTests: false }), false],
])("a green suite under a red command stands or falls: %s", (_title, unchanged, after, stands) => {
  expect(judgeSuite(unchanged, after, ["a"]) === undefined).toBe(stands);
});

test("a regression names its tests, the first of them when there are many", () => {
  const unchanged = run({ a: "failed", b: "passed", c: "passed", d: "passed", e: "passed" });
  const reason = (after: ReturnType<typeof run>): string | undefined => judgeSuite(unchanged, after, ["a"])?.reason;
  expect([
    reason(run({ a: "passed", b: "failed", c: "passed", d: "passed", e: "passed" })),
    reason(run({ a: "passed", b: "failed", c: "error", d: "skipped", e: "xfailed" })),
    reason(run({ a: "passed", b: "passed", c: "passed", d: "passed" })),
  ]).toEqual([
    "b is worse than before the patch",
    "b, c, d, 1 more are worse than before the patch",
    "e is no longer collected",
  ]);
});

test.each([
  ["all pass", run({ "t::a": "passed", "t::b": "skipped" }), undefined],
  ["what fails was known to", run({ "t::a": "passed", "t::known": "failed", "u::below": "error" }), undefined],
  ["another test fails", run({ "t::a": "passed", "t::b": "failed" }), ["t::b"]],
  [
    "a module can no longer be collected",
    run({ "t::a": "passed" }, { failures: [failure("v", { phase: "collect" })], exitCode: 2 }),
    ["v"],
  ],
  ["it hangs", run({}, { timedOut: true }), []],
])("a run of the targets' files: %s", (_title, after, tests) => {
  expect(judgeFiles(after, ["t::known", "u"])?.tests).toEqual(tests);
});
