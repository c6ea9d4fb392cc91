import { expect, test } from "vitest";
import { redactCase } from "../../../src/publish/redact-case.ts";
import { renderTesting } from "../../../src/publish/testing-section.ts";
import * as sample from "./sample-case.ts";

const REPORTED = {
  ...sample.VERIFICATION.fullBefore,
  command: "the job's own report",
  exitCode: null,
  durationSeconds: 0,
  fromReport: true,
};

test("what the job's own report counted is said to be that, without seconds", () => {
  const lines = renderTesting({ ...sample.VERIFICATION, fullBefore: REPORTED }).split("\n");
  expect(lines.filter((line) => line.startsWith("| all tests, without"))).toEqual([
    "| all tests, without the patch (the job's own report) | 41 | 1 | 0 | 1 | – |",
  ]);
});

test("what a run at the same time failed with is freed of secrets", () => {
  const underLoad = { runs: 4, passed: 3, otherFailure: "OSError: hunter2hunter2" };
  const found = redactCase({ ...sample.CASE, verification: { ...sample.VERIFICATION, underLoad } }, ["hunter2hunter2"]);
  expect(found.verification?.underLoad).toEqual({ ...underLoad, otherFailure: "OSError: ***" });
});

test.each([
  [
    { runs: 4, passed: 4, otherFailure: null },
    "They were run in 4 processes at the same time, since the change is about concurrent code: 4 of 4 passed.",
  ],
  [
    { runs: 4, passed: 3, otherFailure: "OSError: @all the port" },
    "They were run in 4 processes at the same time, since the change is about concurrent code: 3 of 4 passed. The rest failed in another way than what was mended, which tests that share a resource do: OSError: @\u2060all the port.",
  ],
])("runs at the same time are told", (underLoad, sentence) => {
  expect(renderTesting({ ...sample.VERIFICATION, underLoad }).split("\n\n")[2]).toBe(sentence);
});
