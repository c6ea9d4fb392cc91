import { expect, test } from "vitest";
import type { TestEvidence } from "../../../src/domain/evidence.ts";
import { progressOf } from "../../../src/verify/progress.ts";
import { failure, run } from "../../support/runs.ts";

const deeper = { exception: { type: "KeyError", message: "'x'" } };
const before = run({ a: "failed", b: "failed" });

const loading = (attribute: string): TestEvidence => ({
  executed: [],
  neverAwaited: [],
  raised: [
    {
      type: "MissingGreenlet",
      message: "",
      frames: [],
      load: { reason: "lazy", model: "m.Order", attributes: [attribute] },
    },
  ],
});

test.each([
  ["one test passes", run({ a: "passed", b: "failed" }), { healed: ["a"], moved: [] }],
  [
    "both fail elsewhere",
    run({ a: "failed", b: "failed" }, { failures: [failure("a", deeper), failure("b", deeper)] }),
    { healed: [], moved: ["a", "b"] },
  ],
  [
    "one passes and one moves",
    run({ a: "passed", b: "failed" }, { failures: [failure("b", deeper)] }),
    { healed: ["a"], moved: ["b"] },
  ],
  ["nothing changes", run({ a: "failed", b: "failed" }), undefined],
  [
    "an import breaks",
    run(
      { a: "failed", b: "failed" },
      { failures: [failure("a", { exception: { type: "ImportError", message: "no x" } }), failure("b")] },
    ),
    undefined,
  ],
  [
    "a name is missing",
    run({ a: "failed", b: "passed" }, { failures: [failure("a", { exception: { type: "NameError", message: "x" } })] }),
    undefined,
  ],
  [
    "it fails earlier than before",
    run({ a: "error", b: "passed" }, { failures: [failure("a", { phase: "setup", ...deeper })] }),
    undefined,
  ],
  ["the run cannot be trusted", run({ a: "passed", b: "passed" }, { timedOut: true }), undefined],
])("progress when %s", (_name, after, expected) => {
  expect(progressOf(before, after)).toEqual(expected);
});

test("another attribute being loaded is progress although SQLAlchemy's words are the same", () => {
  const first = run({ a: "failed" }, { evidence: { a: loading("items") } });
  expect(progressOf(first, run({ a: "failed" }, { evidence: { a: loading("items") } }))).toBeUndefined();
  expect(progressOf(first, run({ a: "failed" }, { evidence: { a: loading("customer") } }))).toEqual({
    healed: [],
    moved: ["a"],
  });
});

test("a module that can be collected now has moved on to its failing tests", () => {
  const broken = run(
    {},
    { exitCode: 2, failures: [failure("m.py", { phase: "collect", kind: "error" })], junit: null },
  );
  const after = run({ "m.py::t": "failed" }, { failures: [failure("m.py::t", deeper)] });
  expect(progressOf(broken, after)).toEqual({ healed: [], moved: ["m.py"] });
});
