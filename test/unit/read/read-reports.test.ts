import { expect, test } from "vitest";
import { readReports } from "../../../src/read/read-reports.ts";
import { TRACKED, framesOf, readRecording, readText, recording, summaryOf } from "./recordings.ts";

const EXPECTED = [
  "tests/test_shelf.py::TestBooks::TestThick::test_title[a - b] call failure AssertionError: \"assert 5 == 99\\n +  where 5 = len('a - b')\"",
  "tests/test_shelf.py::TestBooks::TestThick::test_title[c[d]::e] call failure AssertionError: \"assert 7 == 99\\n +  where 7 = len('c[d]::e')\"",
  "tests/test_shelf.py::test_cause call failure shelf.ShelfError: \"no shelf: '{no json'\" <- cause json.decoder.JSONDecodeError: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)",
  'tests/test_shelf.py::test_colours call failure shelf.ShelfError: "red and \\u0007 and 📚 and \u2028 end"',
  "tests/test_shelf.py::test_context call failure KeyError: \"'fallback'\" <- context ValueError: invalid literal for int() with base 10: 'x'",
  "tests/test_shelf.py::test_missing setup error ?: \"fixture 'no_such_fixture' not found\"",
  'tests/test_shelf.py::test_no_trace call failure Failed: "torn page"',
  'tests/test_shelf.py::test_output call failure AssertionError: "assert False"',
  'tests/test_shelf.py::test_ratio call failure ZeroDivisionError: "division by zero"',
  'tests/test_shelf.py::test_setup setup error ConnectionError: "no shelf\\nin this room"',
  'tests/test_shelf.py::test_silent call failure shelf.ShelfError: ""',
  'tests/test_shelf.py::test_syntax call failure SyntaxError: "invalid syntax"',
  'tests/test_shelf.py::test_teardown call failure AssertionError: "assert 1 == 2"',
  "tests/test_shelf.py::test_teardown teardown error OSError: \"[Errno 28] no space: '/var/shelf'\"",
  "tests/test_uncollected.py collect error ImportError: \"cannot import name 'nothing_here' from 'shelf' (/home/runner/work/shelf/shelf/shelf.py)\"",
];
const COUNTS = { tests: 16, failures: 11, errors: 4, skipped: 1 };

test.each([
  "shelf-pytest74-auto.xml",
  "shelf-pytest74-auto.txt",
  "shelf-pytest84-auto.xml",
  "shelf-pytest84-auto.txt",
  "shelf-pytest84-short-q.xml",
  "shelf-pytest84-short-q.txt",
  "shelf-pytest84-native.xml",
  "shelf-pytest84-native.txt",
  "shelf-pytest84-xunit1-logall-prefix.xml",
  "shelf-pytest92-auto.xml",
  "shelf-pytest92-auto.txt",
  "shelf-pytest92-short-color.xml",
  "shelf-pytest92-short-color.txt",
])("every form of report tells the same: %s", async (name) => {
  const report = await readRecording(name);
  expect(report.failures.map(summaryOf).toSorted()).toEqual(EXPECTED);
  expect(report.counts).toEqual(COUNTS);
  expect(report.notes).toEqual([]);
});

test("without the repository's files the paths of the tracebacks give the node ids", async () => {
  const report = await readRecording("shelf-pytest84-auto.xml", []);
  expect(report.failures.map(({ nodeId }) => nodeId ?? "?").toSorted()).toEqual(
    EXPECTED.map((line) => /^.*?(?= call| setup| teardown| collect)/.exec(line)?.[0]),
  );
});

test("a JUnit file and the text of the same run hold each failure and each test once, and more together", async () => {
  const names = ["shelf-pytest84-short-q.xml", "shelf-pytest84-short-q.txt"];
  const files = names.map((name) => ({ name, chunks: [recording(name)] }));
  const report = await readReports(files, TRACKED);
  expect(report.failures.map(summaryOf).toSorted()).toEqual(EXPECTED);
  expect(report.counts).toEqual(COUNTS);
  const printed = report.failures.find(({ testName }) => testName === "test_output");
  expect([printed?.source.format, printed?.capturedStderr]).toEqual(["junit", "on stderr"]);
});

test("the chain of one failure, whole", async () => {
  const { failures } = await readRecording("shelf-pytest84-short-q.xml");
  expect(failures.find(({ testName }) => testName === "test_context")).toEqual({
    nodeId: "tests/test_shelf.py::test_context",
    file: "tests/test_shelf.py",
    testName: "test_context",
    phase: "call",
    kind: "failure",
    exception: { type: "KeyError", message: "'fallback'" },
    chain: [
      {
        type: "ValueError",
        message: "invalid literal for int() with base 10: 'x'",
        relation: "context",
        frames: [{ path: "shelf.py", line: 21, function: "label" }],
      },
    ],
    frames: [
      { path: "tests/test_shelf.py", line: 22, function: "test_context" },
      { path: "shelf.py", line: 23, function: "label" },
    ],
    capturedStdout: null,
    capturedStderr: null,
    capturedLog: null,
    source: { report: "shelf-pytest84-short-q.xml", format: "junit" },
  });
});

test.each(["shelf-pytest92-auto.txt", "shelf-pytest84-xunit1-logall-prefix.xml"])(
  "captured output goes to its own fields, look-alikes and all: %s",
  async (name) => {
    const { failures } = await readRecording(name);
    const { capturedStdout, capturedStderr, capturedLog } =
      failures.find((one) => one.testName === "test_output") ?? {};
    expect({ capturedStdout, capturedStderr, capturedLog }).toEqual({
      capturedStdout: [
        "____________________________ test_not_there ____________________________",
        "=================================== FAILURES ===================================",
        "_________________________________ test_output __________________________________",
        "FAILED tests/test_shelf.py::test_not_there - no",
        "shelf.py:1: ZeroDivisionError",
      ].join("\n"),
      capturedStderr: "on stderr",
      capturedLog: "ERROR    shelf:test_shelf.py:39 a book fell",
    });
  },
);

test("frames of the styles: long names no function, native holds pytest's own frames too", async () => {
  const frames = async (name: string): Promise<string[]> => {
    const { failures } = await readRecording(name);
    return failures.flatMap((failure) => (failure.testName === "test_ratio" ? framesOf(failure).slice(-2) : []));
  };
  expect(await frames("shelf-pytest84-auto.xml")).toEqual(["tests/test_shelf.py:14 -", "shelf.py:9 -"]);
  expect(await frames("shelf-pytest92-short-color.txt")).toEqual([
    "tests/test_shelf.py:14 test_ratio",
    "shelf.py:9 ratio",
  ]);
  expect(await frames("shelf-pytest84-native.txt")).toEqual(["tests/test_shelf.py:14 test_ratio", "shelf.py:9 ratio"]);
});

test("several shards add up; a file that says nothing says so", async () => {
  const shard = (name: string): string =>
    `<testsuites><testsuite><testcase classname="tests.test_shelf" name="${name}"><failure message="E: m">E   E: m</failure></testcase><testcase classname="tests.test_shelf" name="test_fine"/></testsuite></testsuites>`;
  const files = [shard("test_a"), shard("test_b"), "", "  \n"].map((text, index) => ({
    name: `shard-${index}`,
    chunks: [Buffer.from(text)],
  }));
  const report = await readReports(files, TRACKED);
  expect(report.failures.map(({ nodeId, source }) => [nodeId, source.report])).toEqual([
    ["tests/test_shelf.py::test_a", "shard-0"],
    ["tests/test_shelf.py::test_b", "shard-1"],
  ]);
  expect(report.counts).toEqual({ tests: 4, failures: 2, errors: 0, skipped: 0 });
  expect(report.notes).toEqual(["shard-2 is empty.", "shard-3 is empty."]);
});

test("text that is no report", async () => {
  const report = await readText("hello\n");
  expect(report).toEqual({
    failures: [],
    counts: { tests: 0, failures: 0, errors: 0, skipped: 0 },
    notes: ["report holds no pytest result: no failure and no closing line."],
  });
});
