import { expect, test } from "vitest";
import { readTerminal } from "../../../src/read/terminal/terminal.ts";
import { recording, summaryOf } from "./recordings.ts";

const rule = (sign: string, title: string): string => {
  const left = Math.floor((78 - title.length) / 2);
  return `${sign.repeat(left)} ${title} ${sign.repeat(78 - title.length - left)}`;
};
const SESSION = rule("=", "test session starts");

function read(...lines: string[]): unknown {
  const { failures, counts, notes } = readTerminal(lines.join("\n"), "log");
  return { failures: failures.map(({ failure }) => summaryOf(failure)), counts, notes };
}

test("a conftest that can't be imported is all that pytest prints", () => {
  const { failures, counts } = readTerminal(recording("conftest-pytest84.txt").toString(), "log");
  expect(failures).toEqual([
    {
      address: null,
      failure: {
        nodeId: null,
        file: "/home/runner/work/shelf/shelf/tests/conftest.py",
        testName: null,
        phase: "collect",
        kind: "error",
        exception: {
          type: "ModuleNotFoundError",
          message: "No module named 'shelf.missing'; 'shelf' is not a package",
        },
        chain: [],
        frames: [{ path: "tests/conftest.py", line: 1, function: "<module>" }],
        capturedStdout: null,
        capturedStderr: null,
        capturedLog: null,
        source: { report: "log", format: "text" },
      },
    },
  ]);
  expect(counts).toEqual({ tests: 1, failures: 0, errors: 1, skipped: 0 });
});

test("a pytest session inside captured output is output", () => {
  const inner = [
    SESSION,
    rule("=", "FAILURES"),
    rule("_", "test_inner"),
    "E   KeyError: 1",
    rule("=", "short test summary info"),
    "FAILED test_inner.py::test_inner - KeyError: 1",
    rule("=", "1 failed in 0.01s"),
  ];
  const text = [
    SESSION,
    rule("=", "FAILURES"),
    rule("_", "test_outer"),
    "a.py:1: in test_outer",
    "E   ValueError: 1",
    rule("-", "Captured stdout call"),
    ...inner,
    rule("_", "test_next"),
    "a.py:2: in test_next",
    "E   ValueError: 2",
    rule("=", "short test summary info"),
    "FAILED a.py::test_outer - ValueError: 1",
    "FAILED a.py::test_next - ValueError: 2",
    rule("=", "2 failed, 1 passed in 0.05s"),
  ];
  expect(read(...text)).toEqual({
    failures: ['a.py::test_outer call failure ValueError: "1"', 'a.py::test_next call failure ValueError: "2"'],
    counts: { tests: 3, failures: 2, errors: 0, skipped: 0 },
    notes: [],
  });
  const outer = readTerminal(text.join("\n"), "log").failures[0]?.failure.capturedStdout;
  expect(outer).toBe(inner.join("\n"));
});

test("the same name in two files is told apart by order", () => {
  expect(
    read(
      rule("=", "FAILURES"),
      rule("_", "test_a"),
      "E   KeyError: 1",
      rule("_", "test_a"),
      "E   KeyError: 2",
      rule("=", "short test summary info"),
      "FAILED x/test_a.py::test_a - KeyError: 1",
      "FAILED y/test_a.py::test_a - KeyError: 2",
      rule("=", "2 failed in 0.05s"),
    ),
  ).toEqual({
    failures: ['x/test_a.py::test_a call failure KeyError: "1"', 'y/test_a.py::test_a call failure KeyError: "2"'],
    counts: { tests: 2, failures: 2, errors: 0, skipped: 0 },
    notes: [],
  });
});

test("without a summary there is no node id, and a cut is told", () => {
  expect(
    read(SESSION, rule("=", "FAILURES"), rule("_", "TestA.test_a[x]"), "a.py:1: in test_a", "E   KeyError: 1"),
  ).toEqual({
    failures: ['? call failure KeyError: "1"'],
    counts: { tests: 1, failures: 1, errors: 0, skipped: 0 },
    notes: ["log breaks off before pytest's closing line; what was read up to there is used."],
  });
});

test("sections without a region's headline: the log is cut at its head, or a plugin prints each at once", () => {
  const section = (title: string, path: string, key: string): string[] => [
    rule("_", title),
    `${path}:3: in test`,
    `E   KeyError: ${key}`,
    "",
  ];
  const summary = [
    rule("=", "short test summary info"),
    "FAILED x/test_a.py::test_a - KeyError: 1",
    "FAILED y/test_a.py::test_a - KeyError: 2",
    "FAILED y/test_a.py::test_b - KeyError: 3",
    "ERROR y/test_a.py::test_c - KeyError: 4",
    rule("=", "3 failed, 1 error in 0.05s"),
  ];
  const whole = [
    'x/test_a.py::test_a call failure KeyError: "1"',
    'y/test_a.py::test_a call failure KeyError: "2"',
    'y/test_a.py::test_b call failure KeyError: "3"',
    'y/test_a.py::test_c setup error KeyError: "4"',
  ];
  const printed = [
    [...section("test_a", "x/test_a.py", "1"), "y/test_a.py F   [ 50%]", ""],
    [...section("test_a", "y/test_a.py", "2"), "y/test_a.py .FE"],
    section("test_b", "y/test_a.py", "3"),
    section("ERROR at setup of test_c", "y/test_a.py", "4"),
  ];
  expect(read(SESSION, "x/test_a.py F", ...printed.flat(), ...summary)).toMatchObject({ failures: whole });
  // The first one of two with the same name is gone: the other one keeps its own id.
  const [first = "", ...others] = whole;
  const cut = ["E   KeyError: 1", "", ...printed.slice(1).flat(), ...summary];
  expect(read(...cut)).toMatchObject({ failures: [...others, first] });
  const { failures } = readTerminal([SESSION, ...printed.flat(), ...summary].join("\n"), "log");
  expect(failures.map(({ failure }) => failure.frames)).toEqual(
    ["x", "y", "y", "y"].map((folder) => [{ path: `${folder}/test_a.py`, line: 3, function: "test" }]),
  );
  // Printed by a test (`-s`): the region's headline comes below.
  const noise = section("test_a", "z.py", "9");
  expect(
    read(
      SESSION,
      ...noise,
      rule("=", "ERRORS"),
      ...(printed[3] ?? []),
      rule("=", "FAILURES"),
      ...printed.slice(0, 3).flat(),
      ...summary,
    ),
  ).toMatchObject({ failures: [whole[3], ...whole.slice(0, 3)] });
});

test("a conftest of a folder stands for no file", () => {
  const text = [
    rule("=", "ERRORS"),
    rule("_", "ERROR collecting test session"),
    "tests/sub/conftest.py:2: in <module>",
    "E   KeyError: 1",
    rule("=", "short test summary info"),
    "ERROR  - KeyError: 1",
    rule("=", "1 error in 0.05s"),
  ];
  const { failures } = readTerminal([SESSION, ...text].join("\n"), "log");
  expect(failures.map(({ failure: { nodeId, file, testName, phase } }) => [nodeId, file, testName, phase])).toEqual([
    [null, null, null, "collect"],
  ]);
});

test("without a summary a section that shows the test itself names it", () => {
  const section = (title: string, ...lines: string[]): string[] => [rule("_", title), ...lines];
  const long = (name: string, ...first: string[]): string[] => [
    ...first,
    "",
    `    async def ${name}(self):`,
    ">       raise KeyError(1)",
    "E       KeyError: 1",
    "",
    "t/test_a.py:3: KeyError",
  ];
  const short = (path: string, name: string): string[] => [`${path}:3: in ${name}`, "    f()", "E   KeyError: 1"];
  const self = (name: string): string => `self = <tests.${name} object at 0x7f>`;
  const expected = [
    ["test_a[x::y.z]", "t/test_a.py::test_a[x::y.z]", short("t/test_a.py", "test_a")],
    ["test_a", "t/test_a.py::test_a", long("test_a")],
    ["TestA.test_a", "t/test_a.py::TestA::test_a", long("test_a", self("test_a.TestA"))],
    ["T.test_u", "t/test_a.py::T::test_u", long("test_u", "self = <test_a.T testMethod=test_u>")],
    // Another class or module, no class named, a helper's frame, a path of another machine's.
    ["TestA.test_a", "?", long("test_a", self("test_base.TestA"))],
    ["TestA.test_a", "?", long("test_a", self("test_a.Base"))],
    ["TestA.test_a", "?", short("t/test_a.py", "test_a")],
    ["test_a", "?", short("t/test_a.py", "helper")],
    ["test_a", "?", long("helper")],
    ["test_a", "?", short("/w/t/test_a.py", "test_a")],
  ] as const;
  const sections = expected.flatMap(([title, , lines]) => section(title, ...lines));
  const closing = rule("=", `${expected.length} failed in 0.05s`);
  const told = expected.map(([, nodeId]) => `${nodeId} call failure KeyError: "1"`);
  expect(read(SESSION, rule("=", "FAILURES"), ...sections, closing)).toMatchObject({ failures: told });
});

test("a summary alone (`--tb=no`): a message cut by the screen is not carried", () => {
  expect(
    read(
      rule("=", "short test summary info"),
      "FAILED a.py::test_a[x - y] - ValueError: one",
      "two",
      "FAILED a.py::test_b - ValueError: on...",
      "FAILED a.py::test_c",
      "ERROR b.py - KeyError: 1",
      "!!!!!!!!!! Interrupted: 1 error during collection !!!!!!!!!!",
      "3 failed, 1 error, 2 skipped, 1 xfailed in 61.20s (0:01:01)",
    ),
  ).toEqual({
    failures: [
      'a.py::test_a[x - y] call failure ValueError: "one\\ntwo"',
      "a.py::test_b call failure ValueError: null",
      "a.py::test_c call failure ?: null",
      'b.py collect error KeyError: "1"',
    ],
    counts: { tests: 7, failures: 3, errors: 1, skipped: 3 },
    notes: [],
  });
});

test("a text that `pytest.fail(pytrace=False)` gave keeps the type of the summary", () => {
  expect(
    read(
      rule("=", "FAILURES"),
      rule("_", "test_a"),
      "[gw0] linux -- Python 3.11.7 /bin/python",
      "note: torn page",
      rule("=", "short test summary info"),
      "FAILED a.py::test_a - Failed: note: torn page",
      rule("=", "1 failed in 0.05s"),
    ),
  ).toMatchObject({ failures: ['a.py::test_a call failure Failed: "note: torn page"'] });
});

test("green runs and empty ones", () => {
  expect(read(SESSION, rule("=", "3 passed, 1 warning in 0.05s"))).toEqual({
    failures: [],
    counts: { tests: 3, failures: 0, errors: 0, skipped: 0 },
    notes: [],
  });
  for (const closing of ["no tests ran in 0.01s", "3 deselected in 0.01s"])
    expect(read(SESSION, rule("=", closing))).toMatchObject({ failures: [], notes: ["log says that no tests ran."] });
});
