import { expect, test } from "vitest";
import type { Failure, FailureReport } from "../../../src/domain/failure.ts";
import { mergeReports } from "../../../src/read/merge.ts";
import { failure } from "../../support/runs.ts";

const ID = "tests/test_a.py::test_x";
type Format = Failure["source"]["format"];

function told(name: string, change: Partial<Failure> = {}, format: Format = "junit"): Failure {
  return failure(ID, { source: { report: name, format }, ...change });
}

function report(failures: readonly Failure[], change: Partial<FailureReport> = {}): FailureReport {
  const errors = failures.filter(({ kind }) => kind === "error").length;
  const counts = { tests: 10, failures: failures.length - errors, errors, skipped: 1 };
  return { failures, counts, notes: [], ...change };
}

/** Where each failure is told, and with what. */
function shown({ failures }: FailureReport): string[] {
  return failures.map(({ phase, exception: { type, message }, source, alsoIn = [] }) => {
    return `${phase} ${type ?? "?"}: ${message ?? "?"} in ${[source.report, ...alsoIn].join("+")}`;
  });
}

test("one test fails alike in three shards: one failure, all places, the counts of all", () => {
  const merged = mergeReports(["a", "b", "c"].map((name) => report([told(name)])));
  expect(merged).toEqual({
    failures: [{ ...told("a"), alsoIn: ["b", "c"] }],
    counts: { tests: 30, failures: 3, errors: 0, skipped: 3 },
    notes: ["one test fails alike in a, b, c; what is shown is of the first."],
  });
});

test.each<[string, Partial<Failure>, Partial<Failure>]>([
  ["an address", { exception: { type: "E", message: "at 0x7f1" } }, { exception: { type: "E", message: "at 0x8a2" } }],
  ["a module in front", { exception: { type: "m.E", message: "x" } }, { exception: { type: "E", message: "x" } }],
  [
    "a hint of a newer Python",
    { exception: { type: "NameError", message: "name 'os' is not defined" } },
    { exception: { type: "NameError", message: "name 'os' is not defined. Did you forget to import 'os'?" } },
  ],
  [
    "the end of a cut line",
    { exception: { type: "E", message: "a lon..." } },
    { exception: { type: "E", message: "a long one" } },
  ],
  ["further lines", { exception: { type: "E", message: "one" } }, { exception: { type: "E", message: "one\ntwo" } }],
  [
    "pytest's temporary folder",
    { exception: { type: "E", message: "/tmp/pytest-of-a/pytest-0/x" } },
    { exception: { type: "E", message: "/tmp/pytest-of-b/pytest-12/x" } },
  ],
  ["nothing known", { exception: { type: null, message: null }, frames: [] }, {}],
])("%s makes no other failure", (_, first, second) => {
  expect(mergeReports([report([told("a", first)]), report([told("b", second)])]).failures).toHaveLength(1);
});

test.each<[string, Partial<Failure>]>([
  ["exception", { exception: { type: "TypeError", message: "wrong" } }],
  ["message", { exception: { type: "ValueError", message: "wrongly" } }],
  ["phase", { phase: "teardown", kind: "error" }],
  ["test", { nodeId: "tests/test_a.py::test_y" }],
  ["file below another root directory", { file: "other/tests/test_a.py" }],
])("another %s is another failure", (_, second) => {
  const merged = mergeReports([report([told("a")]), report([told("b", second)])]);
  expect(merged.failures).toEqual([told("a"), told("b", second)]);
});

test("failures without an id are one only when all agrees; several of one test are paired", () => {
  const nameless = (name: string): Failure => told(name, { nodeId: null, file: null, testName: null });
  const subtest = (name: string, message: string): Failure => told(name, { exception: { type: "E", message } });
  const merged = mergeReports([
    report([nameless("a"), subtest("a", "i=1"), subtest("a", "i=2"), subtest("a", "i=2")]),
    report([nameless("b"), subtest("b", "i=2"), subtest("b", "i=3"), subtest("b", "i=1")]),
  ]);
  expect(shown(merged)).toEqual([
    "call ValueError: wrong in a+b",
    "call E: i=1 in a+b",
    "call E: i=2 in a+b",
    "call E: i=2 in a",
    "call E: i=3 in b",
  ]);
});

test("JUnit and the text of the same run: each field from the one that has it, each test counted once", () => {
  const junit = told("r.xml", { exception: { type: null, message: "assert 1 == 2" }, frames: [] });
  const named = [{ path: "tests/test_a.py", line: 3, function: "test_x" }];
  const text = told(
    "r.txt",
    { exception: { type: "AssertionError", message: "assert 1 == 2" }, frames: named },
    "text",
  );
  const merged = mergeReports([report([{ ...junit, capturedLog: "log" }]), report([text])]);
  expect(merged.failures).toEqual([{ ...text, capturedLog: "log", alsoIn: ["r.xml"] }]);
  expect(merged.counts).toEqual({ tests: 10, failures: 1, errors: 0, skipped: 1 });
});

test("an id that is relative to another folder is the same test's, where its file is known", () => {
  const junit = told("r.xml", { file: "a/tests/test_a.py" });
  const text = told("r.txt", { nodeId: "test_a.py::test_x", file: "a/tests/test_a.py" }, "text");
  const other = told("r.txt", { nodeId: "test_a.py::test_x", file: "b/tests/test_a.py" }, "text");
  const merged = mergeReports([report([junit]), report([text])]);
  expect(merged).toMatchObject({ failures: [{ ...junit, alsoIn: ["r.txt"] }], counts: { tests: 10, failures: 1 } });
  expect(mergeReports([report([junit]), report([other])]).failures).toEqual([junit, other]);
});

test("a failure that a text does not name is the one that was raised in the same place", () => {
  const frames = [{ path: "tests/test_a.py", line: 3, function: null }];
  const id = "tests/test_a.py::TestA::test_x[a.b]";
  const junit = told("r.xml", { nodeId: id, testName: "test_x[a.b]", frames });
  const nameless = { nodeId: null, file: null, frames };
  const text = told("r.txt", { ...nameless, testName: "TestA.test_x[a.b]", capturedStdout: "out" }, "text");
  const whole = { ...junit, capturedStdout: "out" };
  const counts = { tests: 10, failures: 1, errors: 0, skipped: 1 };
  const both = mergeReports([report([junit]), report([text])]);
  expect(both).toMatchObject({ failures: [{ ...whole, alsoIn: ["r.txt"] }], counts });
  const source = { report: "r.txt", format: "text" };
  const turned = mergeReports([report([text]), report([junit])]);
  expect(turned).toMatchObject({
    failures: [{ ...whole, testName: "test_x[a.b]", source, alsoIn: ["r.xml"] }],
    counts,
  });
  for (const change of [{ testName: "TestB.test_x[a.b]" }, { exception: { type: "ValueError", message: "other" } }]) {
    const another = { ...text, ...change };
    expect(mergeReports([report([junit]), report([another])]).failures).toEqual([junit, another]);
  }
});

test("how the session ended makes no other run of a text", () => {
  const nowhere = { nodeId: null, file: null, testName: null, phase: "collect", kind: "error" } as const;
  const end = told("r.txt", { ...nowhere, exception: { type: "KeyboardInterrupt", message: "" }, frames: [] }, "text");
  const counts = { tests: 8, failures: 1, errors: 0, skipped: 1 };
  const junit = report([told("r.xml")]);
  for (const failures of [[told("r.txt", {}, "text"), end], [end]])
    expect(mergeReports([junit, report(failures, { counts })]).counts).toEqual(junit.counts);
  const other = { ...counts, failures: 3 };
  expect(mergeReports([junit, report([end], { counts: other })]).counts.failures).toBe(4);
});

test("the text of another run adds to the counts", () => {
  const other = told("r.txt", { nodeId: "tests/test_b.py::test_y" }, "text");
  expect(mergeReports([report([told("r.xml")]), report([other])]).counts.tests).toBe(20);
});

test("pytest's cache knows no phases and no exceptions", () => {
  const nothing = { exception: { type: null, message: null }, frames: [] };
  const error = told("r.xml", { phase: "setup", kind: "error" });
  const merged = mergeReports([report([told("lastfailed", nothing, "lastfailed")]), report([error])]);
  expect(merged.failures).toEqual([{ ...error, alsoIn: ["lastfailed"] }]);
});

test("a test that failed in one shard and passed in another stays failed", () => {
  expect(mergeReports([report([told("a")]), report([])]).failures).toEqual([told("a")]);
});
