import { expect, test } from "vitest";
import { judgeSuite, judgeTargets, runFault } from "../../../src/verify/compare.ts";
import { run } from "../../support/runs.ts";

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
] as const)("rejects when %s", (_name, after, why, tests) => {
  expect(judgeSuite(before, after, ["a"])).toMatchObject({ kind: "rejected", why, tests });
});

test.each([
  ["a time-out", run({ a: "passed" }, { timedOut: true }), "did-not-run", "`python -m pytest` ran into its time limit"],
  ["no probe", run({}, { interpreter: null }), "did-not-run", "our probe was not loaded, so nothing can be compared"],
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
] as const)("does not trust a run with %s", (_name, after, why, reason) => {
  expect(runFault(after)).toEqual({ kind: "rejected", why, tests: [], reason });
  expect(judgeTargets(["a"], after)).toEqual({ kind: "rejected", why, tests: [], reason });
});

test("trusts a plain green run and a plain red one", () => {
  expect([runFault(run({ a: "passed" })), runFault(run({ a: "failed" }))]).toEqual([undefined, undefined]);
});
