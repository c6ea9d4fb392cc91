import { expect, test } from "vitest";
import { failuresAsJson, jsonPieces } from "../../../src/read/report-json.ts";
import { readRecording } from "./recordings.ts";

test("the shape of `read --json`: chains without frames, frames without locals", () => {
  const frame = { path: "a.py", line: 1, function: null, locals: { x: "int" } };
  const failure = {
    nodeId: null,
    file: null,
    testName: "test_a",
    phase: "call",
    kind: "failure",
    exception: { type: "E", message: null },
    chain: [{ type: "F", message: "m", relation: "cause", frames: [frame] }],
    frames: [frame],
    capturedStdout: null,
    capturedStderr: "e",
    capturedLog: null,
    source: { report: "r", format: "junit" },
  } as const;
  const counts = { tests: 1, failures: 1, errors: 0, skipped: 0 };
  expect(failuresAsJson({ failures: [failure], counts, notes: ["n"] })).toEqual({
    failures: [
      {
        ...failure,
        chain: [{ type: "F", message: "m", relation: "cause" }],
        frames: [{ path: "a.py", line: 1, function: null }],
      },
    ],
    counts,
  });
});

test("piece by piece it is the same text as at once", async () => {
  const empty = { failures: [], counts: { tests: 0, failures: 0, errors: 0, skipped: 0 }, notes: [] };
  for (const report of [await readRecording("shelf-pytest92-auto.xml"), empty]) {
    expect([...jsonPieces(report)].join("")).toBe(JSON.stringify(failuresAsJson(report), null, 2));
  }
});
