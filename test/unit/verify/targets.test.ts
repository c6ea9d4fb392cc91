import { expect, test } from "vitest";
import { passes, selectionOf, SESSION, targetOf } from "../../../src/verify/targets.ts";
import { failure, run } from "../../support/runs.ts";

test("a test is its own target, a module that cannot be collected too, a broken conftest is the session", () => {
  expect([
    targetOf(failure("t/test_a.py::test_x[1]")),
    targetOf(failure("t/test_a.py", { phase: "collect", kind: "error" })),
    targetOf(failure("t/conftest.py", { phase: "collect", kind: "error" })),
    targetOf(failure(null, { phase: "collect", kind: "error" })),
  ]).toEqual(["t/test_a.py::test_x[1]", "t/test_a.py", SESSION, SESSION]);
  expect([selectionOf(["a", "b"]), selectionOf(["a", SESSION])]).toEqual([["a", "b"], "all"]);
});

test.each([
  ["a passing test", "m.py::t", run({ "m.py::t": "passed" }), true],
  ["a skipped test", "m.py::t", run({ "m.py::t": "skipped" }), false],
  ["a test that did not run", "m.py::t", run({ "m.py::u": "passed" }), false],
  ["a module whose tests pass or skip", "m.py", run({ "m.py::t": "passed", "m.py::u": "skipped" }), true],
  ["a module of skipped tests only", "m.py", run({ "m.py::t": "skipped" }), false],
  ["a module with a failing test", "m.py", run({ "m.py::t": "passed", "m.py::u": "failed" }), false],
  ["another module with the same beginning", "m.py", run({ "m.py2::t": "passed" }), false],
  ["a session whose tests pass", SESSION, run({ "m.py::t": "passed" }), true],
  ["a session without tests", SESSION, run({}), false],
  [
    "a module that still cannot be collected",
    "m.py",
    run({}, { failures: [failure("m.py", { phase: "collect" })] }),
    false,
  ],
  ["a run that was killed", "m.py::t", run({ "m.py::t": "passed" }, { timedOut: true }), false],
] as const)("passes: %s", (_name, target, seen, expected) => {
  expect(passes(target, seen)).toBe(expected);
});

test("targets that fail only among others are run with their files, in the files' order, and once", () => {
  const selections = new Map([
    ["b::x", ["a", "b"]],
    ["b::y", ["a", "b"]],
  ]);
  expect([
    selectionOf(["c::z", "b::x", "a::w", "b::y"], selections),
    selectionOf(["c::z"], selections),
    selectionOf(["b::x", ""], selections),
  ]).toEqual([["a", "b", "c::z"], ["c::z"], "all"]);
});
