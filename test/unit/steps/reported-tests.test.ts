import { expect, test } from "vitest";
import type { Failure } from "../../../src/domain/failure.ts";
import { reportedTests } from "../../../src/steps/reported-tests.ts";
import { failure, run } from "../../support/runs.ts";

const COLLECTED = [
  "tests/test_api.py::test_x",
  "tests/test_api.py::TestA::test_x[a::b]",
  "tests/test_api.py::TestA::test_x[\u001b]",
  "a/tests/test_api.py::test_x",
  "a/tests/test_api.py::test_only_a",
  "b/tests/test_api.py::test_x",
  "b/tests/test_api.py::test_of_both",
  "a/tests/test_more.py::test_of_both",
  "src/zoo/core.py::zoo.core.double",
];
const LISTED = run({}, { collected: COLLECTED, failures: [failure("a/tests/test_bad.py", { phase: "collect" })] });

test.each<[string, Partial<Failure>, readonly string[] | undefined]>([
  ["its own id", {}, ["tests/test_api.py::test_x"]],
  ["a file of the repository", { file: "a/tests/test_api.py" }, ["a/tests/test_api.py::test_x"]],
  [
    "a file that has no such test",
    { nodeId: "tests/test_api.py::test_only_a", file: "b/tests/test_api.py" },
    undefined,
  ],
  [
    "a file that is not known",
    { file: null },
    ["tests/test_api.py::test_x", "a/tests/test_api.py::test_x", "b/tests/test_api.py::test_x"],
  ],
  ["an id from a folder below", { nodeId: "tests/test_api.py::test_only_a" }, ["a/tests/test_api.py::test_only_a"]],
  ["an id from a folder above", { nodeId: "repo/tests/test_api.py::test_x" }, ["tests/test_api.py::test_x"]],
  ["a group of xdist", { nodeId: "tests/test_api.py::test_x@slow" }, ["tests/test_api.py::test_x"]],
  ["a class", { nodeId: "tests/test_api.py::TestA" }, ["tests/test_api.py::TestA"]],
  ["a file", { nodeId: "a/tests/test_more.py", phase: "collect" }, ["a/tests/test_more.py"]],
  ["a file that cannot be collected", { nodeId: "tests/test_bad.py", phase: "collect" }, ["a/tests/test_bad.py"]],
  ["a test that is gone", { nodeId: "tests/test_api.py::test_old" }, undefined],
])("%s", (_, change, expected) => {
  const nodeId = "tests/test_api.py::test_x";
  const asked = failure(change.nodeId ?? nodeId, change);
  expect(reportedTests([asked], LISTED)).toEqual(expected && [expected]);
});

test.each<[string, string, readonly string[] | undefined]>([
  ["a.tests.test_api", "test_only_a", ["a/tests/test_api.py::test_only_a"]],
  ["tests.test_api", "test_only_a", ["a/tests/test_api.py::test_only_a"]],
  ["ci.py311.a.tests.test_api", "test_only_a", ["a/tests/test_api.py::test_only_a"]],
  ["tests.test_api.TestA", "test_x[a::b]", ["tests/test_api.py::TestA::test_x[a::b]"]],
  ["tests.test_api.TestA", "test_x[#x1B]", ["tests/test_api.py::TestA::test_x[\u001b]"]],
  ["src.zoo.core", "zoo.core.double", ["src/zoo/core.py::zoo.core.double"]],
  ["", "a.tests.test_bad", ["a/tests/test_bad.py"]],
  [
    "tests.test_api",
    "test_x",
    ["tests/test_api.py::test_x", "a/tests/test_api.py::test_x", "b/tests/test_api.py::test_x"],
  ],
  ["tests.test_api", "test_gone", undefined],
  ["tests.test_gone", "test_x", undefined],
])("JUnit's %s %s", (classname, name, expected) => {
  const asked = failure(null, { file: null, testName: name, address: { classname, name } });
  expect(reportedTests([asked], LISTED)).toEqual(expected && [expected]);
});

test("one that is not known leaves nothing to go by; ids are relative to pytest's root directory", () => {
  const listed = run({}, { collected: ["tests/test_api.py::test_x"], rootDirectory: "a" });
  const known = failure("a/tests/test_api.py::test_x");
  expect(reportedTests([known], listed)).toEqual([["tests/test_api.py::test_x"]]);
  expect(reportedTests([known, failure("b/tests/test_api.py::test_x")], listed)).toBe(undefined);
});

test("a name that fits half of the project says nothing", () => {
  const collected = Array.from({ length: 30 }, (_, at) => `p${at}/tests/test_api.py::test_x`);
  const asked = failure("tests/test_api.py::test_x", { file: null });
  expect(reportedTests([asked], run({}, { collected }))).toBe(undefined);
});
