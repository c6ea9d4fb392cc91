import { expect, test } from "vitest";
import type { FailureReport } from "../../../src/domain/failure.ts";
import { filesWorthRunning, knownSuite } from "../../../src/verify/known-suite.ts";
import { failure, run } from "../../support/runs.ts";

const REPORT: FailureReport = {
  failures: [failure("t.py::a")],
  counts: { tests: 600, failures: 1, errors: 0, skipped: 0 },
  notes: [],
};

test("all that fails is known from our own run of the whole suite, else from a complete report, else not", () => {
  const suite = run({ "t.py::a": "failed", "t.py::b": "failed", "t.py::c": "passed" });
  const failing = ["t.py::a", "t.py::now and then"];
  const complete = { ...REPORT, isComplete: true };
  expect([
    knownSuite({ suite, failing }, complete),
    knownSuite({ suite: null, failing: ["t.py::x"] }, complete),
    knownSuite({ suite: null, failing }, REPORT),
    knownSuite({ suite: null, failing }, null),
    knownSuite({ suite: { ...suite, timedOut: true }, failing }, complete),
  ]).toEqual([
    { failing: ["t.py::a", "t.py::now and then", "t.py::b"], tests: 3, run: suite },
    { failing: ["t.py::x", "t.py::a"], tests: 600, run: null },
    null,
    null,
    null,
  ]);
});

/** Of nine tests three are in `a.py`. */
function slow(durationSeconds: number, inFile = 3): Parameters<typeof filesWorthRunning>[1] {
  const collected = Array.from({ length: 9 }, (_, at) => `${at < inFile ? "a" : "b"}.py::${at}`);
  return { failing: [], tests: 9, run: { collected, durationSeconds } };
}

test.each([
  ["a slow suite of which they are a small part", slow(20), ["a.py::1", "a.py::2"], ["a.py"]],
  [
    "a large suite that only a report tells of",
    { failing: [], tests: 500, run: null },
    ["a.py::1", "b.py"],
    ["a.py", "b.py"],
  ],
  ["a quick suite", slow(19), ["a.py::1"], []],
  ["a slow suite of which they are the most", slow(60, 4), ["a.py::1"], []],
  ["a small suite that only a report tells of", { failing: [], tests: 499, run: null }, ["a.py::1"], []],
  ["a suite that is not known", null, ["a.py::1"], []],
  ["the start of the tests", slow(60), [""], []],
] as const)("files worth a run of their own: %s", (_title, suite, targets, expected) => {
  expect(filesWorthRunning(targets, suite)).toEqual(expected);
});
