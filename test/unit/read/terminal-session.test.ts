import { expect, test } from "vitest";
import { readTerminal } from "../../../src/read/terminal/terminal.ts";
import { recording, summaryOf } from "./recordings.ts";

function rule(sign: string, title: string): string {
  const left = Math.floor((78 - title.length) / 2);
  return `${sign.repeat(left)} ${title} ${sign.repeat(78 - title.length - left)}`;
}

const START = rule("=", "test session starts");

/** What one run prints about tests that fail with a KeyError of their own name. */
function session(names: readonly string[], { quiet = false, inner = [] as readonly string[] } = {}): readonly string[] {
  const totals = `${names.length} failed in 0.05s`;
  return [
    ...(quiet ? [] : [START]),
    rule("=", "FAILURES"),
    ...names.flatMap((name, index) => [
      rule("_", name),
      `a.py:1: in ${name}`,
      `E   KeyError: '${name}'`,
      rule("-", "Captured stdout call"),
      ...(index === 0 ? inner : []),
    ]),
    rule("=", "short test summary info"),
    ...names.map((name) => `FAILED a.py::${name} - KeyError: '${name}'`),
    quiet ? totals : rule("=", totals),
  ];
}

function idsOf(lines: readonly string[]): readonly (string | null)[] {
  return readTerminal(lines.join("\n"), "log").failures.map(({ failure }) => failure.nodeId);
}

const BOTH = ["a.py::test_a", "a.py::test_b"];

test.each([false, true])("runs one after the other are all read (quiet: %s)", (quiet) => {
  expect(idsOf([...session(["test_a"], { quiet }), "$ pytest again", ...session(["test_b"], { quiet })])).toEqual(BOTH);
});

test.each([false, true])("the same failure in two runs is one (quiet: %s)", (quiet) => {
  expect(idsOf([...session(["test_a", "test_b"], { quiet }), ...session(["test_a"], { quiet })])).toEqual(BOTH);
});

test.each([false, true])("a run that a test printed is output of the test (quiet: %s)", (quiet) => {
  const inner = [...session(["test_inner"], { quiet }), ...session(["test_other"], { quiet })];
  for (const names of [["test_a"], ["test_a", "test_b"]])
    expect(idsOf(session(names, { inner, quiet }))).toEqual(names.map((name) => `a.py::${name}`));
});

test("a run that a test printed unhindered begins in the middle of a line", () => {
  const [, ...rest] = session(["test_inner"]);
  expect(idsOf([START, `a.py ${START}`, ...rest, "F", "", ...session(["test_a"]).slice(1)])).toEqual(["a.py::test_a"]);
});

test("what two runs tell alike is counted once, and a run that stands there twice is one", () => {
  const counts = (...parts: (readonly string[])[]): unknown => readTerminal(parts.flat().join("\n"), "log").counts;
  const first = [...session(["test_a", "test_b"]).slice(0, -1), rule("=", "2 failed, 8 passed, 1 skipped in 0.05s")];
  const all = { tests: 11, failures: 2, errors: 0, skipped: 1 };
  expect(counts(first, session(["test_b"]))).toEqual(all);
  expect(counts(first, first)).toEqual(all);
  expect(counts(first, session(["test_c"]))).toEqual({ tests: 12, failures: 3, errors: 0, skipped: 1 });
});

/** A closing line, or all of what a run ends with, as a program prints it. */
const LOOK_ALIKE = [
  rule("_", "test_fake_header"),
  "E       assert 0",
  "a.py:1: AssertionError",
  rule("=", "short test summary info"),
  "FAILED a.py::test_fake - assert 0",
  "ERROR a.py::test_fake2 - KeyError: 1",
  rule("=", "3 failed in 0.01s"),
];

test("a closing line that counts fewer tests than were collected was printed (`-s`)", () => {
  const [first = "", ...rest] = session(["test_a", "test_b"]);
  const closed = (collected: string, ...between: readonly string[]): readonly (string | null)[] =>
    idsOf([first, collected, "", "a.py ", ...LOOK_ALIKE, ...between, "F.", "", ...rest]);
  expect(closed("collected 4 items")).toEqual(BOTH);
  expect(closed("collecting ... collected 9 items / 5 deselected / 4 selected")).toEqual(BOTH);
  // As many tests as it counts, or a reason why there are fewer: then it is a run of its own.
  const all = ["a.py::test_fake", "a.py::test_fake2", ...BOTH];
  expect(closed("collected 8 items / 5 deselected")).toEqual(all);
  const stopped = [first, "collected 4 items", "!!! stopping after 3 failures !!!", ...LOOK_ALIKE, ...rest];
  expect(idsOf(stopped)).toEqual(all);
});

test("the end of a run inside captured output is output, where the real one has no summary (`-rN`)", () => {
  const named = session(["test_a", "test_b"], { inner: LOOK_ALIKE });
  const [header, ...sections] = named.filter((line) => !/^FAILED a.py::test_[ab]/.test(line));
  const text = [header ?? "", "a.py FF  [100%]", ...sections.filter((_, index) => index !== sections.length - 2)];
  const { failures, counts } = readTerminal(text.join("\n"), "log");
  expect(failures.map(({ failure }) => [failure.nodeId, failure.exception.message, failure.capturedStdout])).toEqual([
    ["a.py::test_a", "'test_a'", LOOK_ALIKE.join("\n")],
    ["a.py::test_b", "'test_b'", null],
  ]);
  expect(counts).toEqual({ tests: 2, failures: 2, errors: 0, skipped: 0 });
});

test("with neither a summary nor a closing line (a plugin prints its own) sections go on behind a look-alike", () => {
  const named = session(["test_a", "test_b"], { inner: LOOK_ALIKE });
  const text = [START, "a.py FF  [100%]", ...named.slice(1).filter((line) => !/^FAILED a.py::test_[ab]/.test(line))];
  const { failures, counts } = readTerminal([...text.slice(0, -2), "2 went wrong"].join("\n"), "log");
  expect(failures.map(({ failure }) => [failure.nodeId, failure.capturedStdout])).toEqual([
    ["a.py::test_a", LOOK_ALIKE.join("\n")],
    ["a.py::test_b", "2 went wrong"],
  ]);
  expect(counts).toEqual({ tests: 2, failures: 2, errors: 0, skipped: 0 });
});

test("a job's log: prefixes, groups and two runs with different options", () => {
  const parts = ["shelf-pytest84-short-q.txt", "shelf-pytest84-line.txt"].map((name) => recording(name).toString());
  const lines = ["##[group]Run pytest", ...parts.join("").split("\n"), "##[error]Process completed with exit code 1."];
  const log = lines.map((line, index) => `2024-05-01T12:34:${String(index % 60).padStart(2, "0")}.1234567Z ${line}`);
  const summaries = (text: string): readonly string[] =>
    readTerminal(text, "log").failures.map(({ failure }) => summaryOf(failure));
  expect(summaries(log.join("\r\n"))).toEqual(summaries(parts[0] ?? ""));
});
