import { expect, test } from "vitest";
import type { TestRun } from "../../../src/domain/test-run.ts";
import { judgeUnderLoad } from "../../../src/verify/under-load.ts";
import { failure, run } from "../../support/runs.ts";

const CAUSE = { type: "sqlalchemy.exc.MissingGreenlet", message: "greenlet_spawn has not been called" };
const MENDED = [
  failure("a", {
    exception: { type: "ResponseError", message: null },
    chain: [{ ...CAUSE, relation: "cause", frames: [] }],
  }),
];
const GREEN = run({ a: "passed" });

function red(type: string | null, message: string | null = null, id = "a"): TestRun {
  return run({ a: "failed" }, { failures: [failure(id, { exception: { type, message } })] });
}

test.each([
  ["all pass", [GREEN, GREEN], { runs: 2, passed: 2, otherFailure: null }],
  [
    "one fails by another type",
    [GREEN, red("OSError", "port is taken\nmore"), GREEN],
    { runs: 3, passed: 2, otherFailure: "OSError: port is taken" },
  ],
  ["one fails without a type", [GREEN, red(null)], { runs: 2, passed: 1, otherFailure: "a failure" }],
  [
    "one hangs",
    [GREEN, run({}, { timedOut: true })],
    { runs: 2, passed: 1, otherFailure: "they did not come to their end" },
  ],
] as const)("holds when %s", (_title, runs, check) => {
  expect(judgeUnderLoad(["a"], MENDED, runs)).toEqual({ kind: "held", check });
});

test.each([
  ["the cause that was mended, however it is called", red("MissingGreenlet", CAUSE.message)],
  ["what was reported", red("ResponseError")],
  [
    "the mended cause behind another exception",
    run(
      { a: "failed" },
      { failures: [failure("a", { exception: { type: "X", message: "again" }, chain: MENDED[0]?.chain ?? [] })] },
    ),
  ],
])("is rejected when one fails by %s", (_title, bad) => {
  expect(judgeUnderLoad(["a"], MENDED, [GREEN, bad])).toMatchObject({ kind: "rejected", why: "flaky", tests: ["a"] });
});

test.each([
  ["the type that was mended in other words", "ValueError", "no row", "two rows"],
  ["an assertion in the same words", "AssertionError", "assert 0 == 1", "assert 2 == 1"],
])("%s says nothing: the runs may share a database", (_title, type, before, underLoad) => {
  const mended = [failure("a", { exception: { type, message: before } })];
  expect(judgeUnderLoad(["a"], mended, [GREEN, red(type, underLoad)])).toEqual({
    kind: "held",
    check: { runs: 2, passed: 1, otherFailure: `${type}: ${underLoad}` },
  });
});

test("a failure of a test that was not mended says nothing", () => {
  const runs = [run({ a: "passed", b: "failed" }, { failures: [failure("b", { exception: CAUSE })] })];
  expect(judgeUnderLoad(["a"], MENDED, runs)).toEqual({
    kind: "held",
    check: { runs: 1, passed: 1, otherFailure: null },
  });
});
