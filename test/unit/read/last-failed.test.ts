import { expect, test } from "vitest";
import { readLastFailed } from "../../../src/read/last-failed.ts";
import { readRecording, recording, summaryOf } from "./recordings.ts";

test("pytest's own cache, told apart by content", async () => {
  const report = await readRecording("lastfailed-pytest84.json");
  expect(report.counts).toEqual({ tests: 14, failures: 13, errors: 1, skipped: 0 });
  expect(report.failures.slice(0, 2).map(summaryOf)).toEqual([
    "tests/test_uncollected.py collect error ?: null",
    "tests/test_shelf.py::test_ratio call failure ?: null",
  ]);
  expect(report.failures.find(({ testName }) => testName === "test_title[c[d]::e]")).toEqual({
    nodeId: "tests/test_shelf.py::TestBooks::TestThick::test_title[c[d]::e]",
    file: "tests/test_shelf.py",
    testName: "test_title[c[d]::e]",
    phase: "call",
    kind: "failure",
    exception: { type: null, message: null },
    chain: [],
    frames: [],
    capturedStdout: null,
    capturedStderr: null,
    capturedLog: null,
    source: { report: "lastfailed-pytest84.json", format: "lastfailed" },
  });
});

test("an empty cache says so", () => {
  expect(readLastFailed("{}", "c")).toEqual({
    failures: [],
    counts: { tests: 0, failures: 0, errors: 0, skipped: 0 },
    notes: ["c holds no failed tests."],
  });
});

test.each([
  "",
  "[]",
  "null",
  '{"a": 1}',
  '{"": true}',
  '{"a::b": true',
  recording("shelf-pytest84-auto.txt").toString(),
])("what is no cache is refused", (text) => {
  expect(readLastFailed(text, "c")).toBe(null);
});
