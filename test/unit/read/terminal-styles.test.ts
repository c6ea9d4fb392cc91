import { expect, test } from "vitest";
import { readTerminal } from "../../../src/read/terminal/terminal.ts";
import { framesOf, recording, summaryOf } from "./recordings.ts";

function failuresOf(name: string): unknown {
  const { failures } = readTerminal(recording(name).toString(), "log");
  return failures.map(({ failure }) => [summaryOf(failure), ...framesOf(failure)]);
}

test("`--tb=line`: each failure has the line where it was raised", () => {
  expect(failuresOf("shelf-pytest84-line.txt")).toMatchInlineSnapshot(`
    [
      [
        "tests/test_uncollected.py collect error ImportError: "cannot import name 'nothing_here' from 'shelf' (/home/runner/work/shelf/shelf/shelf.py)"",
        "/opt/python/lib/python3.11/importlib/__init__.py:126 import_module",
        "tests/test_uncollected.py:1 <module>",
      ],
      [
        "tests/test_shelf.py::test_setup setup error ConnectionError: "no shelf"",
      ],
      [
        "tests/test_shelf.py::test_teardown teardown error OSError: "[Errno 28] no space: '/var/shelf'"",
      ],
      [
        "tests/test_shelf.py::test_missing setup error ?: "fixture 'no_such_fixture' not found"",
      ],
      [
        "tests/test_shelf.py::test_ratio call failure ZeroDivisionError: "division by zero"",
        "/home/runner/work/shelf/shelf/shelf.py:9 -",
      ],
      [
        "tests/test_shelf.py::test_cause call failure shelf.ShelfError: "no shelf: '{no json'"",
        "/home/runner/work/shelf/shelf/shelf.py:16 -",
      ],
      [
        "tests/test_shelf.py::test_context call failure KeyError: "'fallback'"",
        "/home/runner/work/shelf/shelf/shelf.py:23 -",
      ],
      [
        "tests/test_shelf.py::TestBooks::TestThick::test_title[a - b] call failure AssertionError: "assert 5 == 99\\n +  where 5 = len('a - b')"",
        "/home/runner/work/shelf/shelf/tests/test_shelf.py:29 -",
      ],
      [
        "tests/test_shelf.py::TestBooks::TestThick::test_title[c[d]::e] call failure AssertionError: "assert 7 == 99\\n +  where 7 = len('c[d]::e')"",
        "/home/runner/work/shelf/shelf/tests/test_shelf.py:29 -",
      ],
      [
        "tests/test_shelf.py::test_output call failure AssertionError: "assert False"",
        "/home/runner/work/shelf/shelf/tests/test_shelf.py:40 -",
      ],
      [
        "tests/test_shelf.py::test_colours call failure shelf.ShelfError: "red and \\u0007 and 📚 and   end"",
        "/home/runner/work/shelf/shelf/tests/test_shelf.py:44 -",
      ],
      [
        "tests/test_shelf.py::test_silent call failure shelf.ShelfError: """,
        "/home/runner/work/shelf/shelf/tests/test_shelf.py:48 -",
      ],
      [
        "tests/test_shelf.py::test_teardown call failure AssertionError: "assert 1 == 2"",
        "/home/runner/work/shelf/shelf/tests/test_shelf.py:56 -",
      ],
      [
        "tests/test_shelf.py::test_syntax call failure SyntaxError: "invalid syntax"",
        "/home/runner/work/shelf/shelf/tests/test_shelf.py:64 -",
      ],
      [
        "tests/test_shelf.py::test_no_trace call failure Failed: "torn page"",
        "/home/runner/work/shelf/shelf/tests/test_shelf.py:68 -",
      ],
    ]
  `);
});

test("`-v --no-summary`: the ids are in the progress lines", () => {
  expect(failuresOf("shelf-pytest74-verbose-nosummary.txt")).toMatchInlineSnapshot(`
    [
      [
        "tests/test_shelf.py::test_ratio call failure ?: null",
      ],
      [
        "tests/test_shelf.py::test_cause call failure ?: null",
      ],
      [
        "tests/test_shelf.py::test_context call failure ?: null",
      ],
      [
        "tests/test_shelf.py::TestBooks::TestThick::test_title[a - b] call failure ?: null",
      ],
      [
        "tests/test_shelf.py::TestBooks::TestThick::test_title[c[d]::e] call failure ?: null",
      ],
      [
        "tests/test_shelf.py::test_output call failure ?: null",
      ],
      [
        "tests/test_shelf.py::test_colours call failure ?: null",
      ],
      [
        "tests/test_shelf.py::test_silent call failure ?: null",
      ],
      [
        "tests/test_shelf.py::test_setup setup error ?: null",
      ],
      [
        "tests/test_shelf.py::test_teardown call failure ?: null",
      ],
      [
        "tests/test_shelf.py::test_teardown teardown error ?: null",
      ],
      [
        "tests/test_shelf.py::test_missing setup error ?: null",
      ],
      [
        "tests/test_shelf.py::test_syntax call failure ?: null",
      ],
      [
        "tests/test_shelf.py::test_no_trace call failure ?: null",
      ],
    ]
  `);
});

test("`-rN`: the letters behind each file tell which section is whose", () => {
  expect(failuresOf("shelf-pytest92-rn.txt")).toMatchInlineSnapshot(`
    [
      [
        "tests/test_uncollected.py collect error ImportError: "cannot import name 'nothing_here' from 'shelf' (/home/runner/work/shelf/shelf/shelf.py)"",
        "/opt/python/lib/python3.13/importlib/__init__.py:88 import_module",
        "tests/test_uncollected.py:1 <module>",
      ],
      [
        "tests/test_shelf.py::test_setup setup error ConnectionError: "no shelf\\nin this room"",
        "tests/conftest.py:6 broken_setup",
      ],
      [
        "tests/test_shelf.py::test_teardown teardown error OSError: "[Errno 28] no space: '/var/shelf'"",
        "tests/conftest.py:12 broken_teardown",
      ],
      [
        "tests/test_shelf.py::test_missing setup error ?: "fixture 'no_such_fixture' not found"",
      ],
      [
        "tests/test_shelf.py::test_ratio call failure ZeroDivisionError: "division by zero"",
        "tests/test_shelf.py:14 test_ratio",
        "shelf.py:9 ratio",
      ],
      [
        "tests/test_shelf.py::test_cause call failure shelf.ShelfError: "no shelf: '{no json'" <- cause json.decoder.JSONDecodeError: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)",
        "tests/test_shelf.py:18 test_cause",
        "shelf.py:16 load",
      ],
      [
        "tests/test_shelf.py::test_context call failure KeyError: "'fallback'" <- context ValueError: invalid literal for int() with base 10: 'x'",
        "tests/test_shelf.py:22 test_context",
        "shelf.py:23 label",
      ],
      [
        "tests/test_shelf.py::TestBooks::TestThick::test_title[a - b] call failure AssertionError: "assert 5 == 99\\n +  where 5 = len('a - b')"",
        "tests/test_shelf.py:29 test_title",
      ],
      [
        "tests/test_shelf.py::TestBooks::TestThick::test_title[c[d]::e] call failure AssertionError: "assert 7 == 99\\n +  where 7 = len('c[d]::e')"",
        "tests/test_shelf.py:29 test_title",
      ],
      [
        "tests/test_shelf.py::test_output call failure AssertionError: "assert False"",
        "tests/test_shelf.py:40 test_output",
      ],
      [
        "tests/test_shelf.py::test_colours call failure shelf.ShelfError: "red and \\u0007 and 📚 and   end"",
        "tests/test_shelf.py:44 test_colours",
      ],
      [
        "tests/test_shelf.py::test_silent call failure shelf.ShelfError: """,
        "tests/test_shelf.py:48 test_silent",
      ],
      [
        "tests/test_shelf.py::test_teardown call failure AssertionError: "assert 1 == 2"",
        "tests/test_shelf.py:56 test_teardown",
      ],
      [
        "tests/test_shelf.py::test_syntax call failure SyntaxError: "invalid syntax"",
        "tests/test_shelf.py:64 test_syntax",
        "made.py:1 -",
      ],
      [
        "tests/test_shelf.py::test_no_trace call failure ?: "torn page"",
      ],
    ]
  `);
});
