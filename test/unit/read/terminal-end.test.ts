import { expect, test } from "vitest";
import { readTerminal } from "../../../src/read/terminal/terminal.ts";
import { framesOf, recording, summaryOf } from "./recordings.ts";

const NONE_RAN = "log says that no tests ran.";
const CUT = "log breaks off before pytest's closing line; what was read up to there is used.";
const FOLDER = "/home/runner/work/ends/ends";

function read(text: string): unknown {
  const { failures, notes } = readTerminal(text, "log");
  return [...failures.map(({ failure }) => [summaryOf(failure), framesOf(failure).at(-1) ?? null]), ...notes];
}

test.each([
  ["ends-pytest92-usage", [['? collect error ?: "unrecognized arguments: --nonsense"', null]]],
  [
    "ends-pytest84-missing",
    [
      [
        `? collect error ?: "not found: ${FOLDER}/tests/test_a.py::nope\\n(no match in any of [<Module test_a.py>])"`,
        null,
      ],
      NONE_RAN,
    ],
  ],
  [
    "ends-pytest84-interrupt",
    [
      ['tests/test_a.py::test_bad call failure AssertionError: "assert 0"', "tests/test_a.py:4 -"],
      ['? collect error KeyboardInterrupt: ""', `${FOLDER}/tests/test_a.py:10 -`],
    ],
  ],
  [
    "ends-pytest92-segfault",
    [
      [
        'tests/test_a.py::test_segv call error ?: "Fatal Python error: Segmentation fault"',
        `${FOLDER}/tests/test_a.py:14 die`,
      ],
      CUT,
    ],
  ],
  [
    "ends-pytest84-timeout",
    [['tests/test_a.py::test_slow call error ?: "Timeout"', `${FOLDER}/tests/test_a.py:6 helper`], CUT],
  ],
  [
    "ends-pytest84-internal-xdist",
    [['? collect error ValueError: "hook broke"', `${FOLDER}/plug/badhook.py:2 pytest_runtest_protocol`], NONE_RAN],
  ],
])("%s", (name, expected) => {
  expect(read(recording(`${name}.txt`).toString())).toEqual(expected);
});

test("a process that died in the middle of a line", () => {
  const start = ["=".repeat(28) + " test session starts " + "=".repeat(29), "collected 2 items", ""];
  expect(read([...start, "tests/test_a.py ."].join("\n"))).toEqual([
    "log breaks off while tests of tests/test_a.py ran: the process died, or the job was stopped.",
  ]);
  const verbose = [
    "tests/test_a.py::test_a PASSED   [ 50%]",
    "tests/test_a.py::test_b[x y] sys:1: DeprecationWarning: old",
  ];
  expect(read([...start, ...verbose].join("\n"))).toEqual([
    ["tests/test_a.py::test_b[x y] call error ?: null", null],
    CUT,
  ]);
});

test("failures that are counted and not told are in a note", () => {
  const stopped = [
    `${"=".repeat(28)} test session starts ${"=".repeat(29)}`,
    "collected 2 items",
    "",
    "tests/test_a.py F",
    "",
    `${"=".repeat(30)} 1 failed in 0.20s ${"=".repeat(30)}`,
    "!!!!!!!!!!!!!!! _pytest.outcomes.Exit: no license !!!!!!!!!!!!!!!!",
  ];
  expect(read(stopped.join("\n"))).toEqual([
    ['? collect error _pytest.outcomes.Exit: "no license"', null],
    "log counts 1 failed tests and errors, but names none of them.",
  ]);
  const cut = ["tests/test_a.py FF", "=== short test summary info ===", "FAILED tests/test_a.py::test_a - KeyError: 1"];
  expect(read([...cut, "=== 2 failed in 0.20s ==="].join("\n"))).toEqual([
    ['tests/test_a.py::test_a call failure KeyError: "1"', null],
    "log counts 2 failed tests and errors, but tells only of 1.",
  ]);
});

test("pytest's mark before an internal error is no prefix of a job's log (`-q`)", () => {
  const text = [
    "INTERNALERROR> Traceback (most recent call last):",
    'INTERNALERROR>   File "/w/conftest.py", line 2, in pytest_configure',
    "INTERNALERROR>     sys.exit('no database')",
    "INTERNALERROR> SystemExit: no database",
    "",
    "2 errors in 0.04s",
  ];
  const expected = [
    ['? collect error SystemExit: "no database"', "/w/conftest.py:2 pytest_configure"],
    "log counts 2 failed tests and errors, but names none of them.",
  ];
  expect(read(text.join("\n"))).toEqual(expected);
  expect(read(text.map((line) => `app-1  | ${line}`).join("\n"))).toEqual(expected);
});

test("an error that nothing of pytest is beside is none of its own", () => {
  const missing = "ERROR: file or directory not found: nope";
  const found = [['? collect error ?: "file or directory not found: nope"', null]];
  expect(read(`hello\n${missing}\n`)).toEqual(["log holds no pytest result: no failure and no closing line."]);
  expect(read(`\n${missing}\n`)).toEqual(found);
  expect(read(`$ python -m pytest nope\n${missing}\n`)).toEqual(found);
  expect(read(`no tests ran in 0.00s\n${missing}\n`)).toEqual([...found, NONE_RAN]);
});

test("wrong arguments after a run that passed", () => {
  const text = [
    `${"=".repeat(30)} 3 passed in 0.05s ${"=".repeat(30)}`,
    "ERROR: usage: pytest [options] [file_or_dir] [...]",
    "pytest: error: unrecognized arguments: --nope",
  ];
  expect(read(text.join("\n"))).toEqual([['? collect error ?: "unrecognized arguments: --nope"', null]]);
});
