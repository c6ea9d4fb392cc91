import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runBundle, type BundleRun } from "../../support/bundle.ts";
import { scratchFolder, writeFiles } from "../../support/scratch-project.ts";
import { facts, schemaProblems } from "./command.ts";

const REPORTS = fileURLToPath(new URL("../../fixtures/reports/", import.meta.url));

/** What the recorded runs really had. */
const COUNTS: Readonly<Record<string, unknown>> = {
  shelf: { tests: 16, failures: 11, errors: 4, skipped: 1 },
  conftest: { tests: 1, failures: 0, errors: 1, skipped: 0 },
  lastfailed: { tests: 14, failures: 13, errors: 1, skipped: 0 },
};

function read(...words: readonly string[]): Promise<BundleRun> {
  return runBundle({ words: ["read", ...words], cwd: REPORTS });
}

test("prints the failures of a JUnit report for people", async () => {
  const { exitCode, stdout, stderr } = await read("shelf-pytest84-auto.xml");
  expect([exitCode, stderr]).toEqual([0, ""]);
  expect(stdout).toMatchInlineSnapshot(`
    "tests/test_uncollected.py (collect)
      ImportError: cannot import name 'nothing_here' from 'shelf' (/home/runner/work/shelf/shelf/shelf.py)
        at test/fixtures/reports/shelf/tests/test_uncollected.py:1 in <module>
    tests/test_shelf.py::test_ratio (call)
      ZeroDivisionError: division by zero
        at test/fixtures/reports/shelf/shelf.py:9
    tests/test_shelf.py::test_cause (call)
      shelf.ShelfError: no shelf: '{no json'
        at test/fixtures/reports/shelf/shelf.py:16
      caused by json.decoder.JSONDecodeError: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)
        at test/fixtures/reports/shelf/shelf.py:14
        at json/decoder.py:353 (standard library)
    tests/test_shelf.py::test_context (call)
      KeyError: 'fallback'
        at test/fixtures/reports/shelf/shelf.py:23
      while handling ValueError: invalid literal for int() with base 10: 'x'
        at test/fixtures/reports/shelf/shelf.py:21
    tests/test_shelf.py::TestBooks::TestThick::test_title[a - b] (call)
      AssertionError: assert 5 == 99
        at test/fixtures/reports/shelf/tests/test_shelf.py:29
    tests/test_shelf.py::TestBooks::TestThick::test_title[c[d]::e] (call)
      AssertionError: assert 7 == 99
        at test/fixtures/reports/shelf/tests/test_shelf.py:29
    tests/test_shelf.py::test_output (call)
      AssertionError: assert False
        at test/fixtures/reports/shelf/tests/test_shelf.py:40
    tests/test_shelf.py::test_colours (call)
      shelf.ShelfError: red and   and 📚 and   end
        at test/fixtures/reports/shelf/tests/test_shelf.py:44
    tests/test_shelf.py::test_silent (call)
      shelf.ShelfError: 
        at test/fixtures/reports/shelf/tests/test_shelf.py:48
    tests/test_shelf.py::test_setup (setup)
      ConnectionError: no shelf
        at test/fixtures/reports/shelf/tests/conftest.py:6
    tests/test_shelf.py::test_teardown (call)
      AssertionError: assert 1 == 2
        at test/fixtures/reports/shelf/tests/test_shelf.py:56
    tests/test_shelf.py::test_teardown (teardown)
      OSError: [Errno 28] no space: '/var/shelf'
        at test/fixtures/reports/shelf/tests/conftest.py:12
    tests/test_shelf.py::test_missing (setup)
      exception: fixture 'no_such_fixture' not found
    tests/test_shelf.py::test_syntax (call)
      SyntaxError: invalid syntax
        at made.py:1
    tests/test_shelf.py::test_no_trace (call)
      Failed: torn page
    16 tests, 11 failures, 4 errors, 1 skipped
    "
  `);
});

test("prints the same of pytest's text", async () => {
  const { exitCode, stdout, stderr } = await read("shelf-pytest84-auto.txt");
  expect([exitCode, stderr]).toEqual([0, ""]);
  expect(stdout).toMatchInlineSnapshot(`
    "tests/test_uncollected.py (collect)
      ImportError: cannot import name 'nothing_here' from 'shelf' (/home/runner/work/shelf/shelf/shelf.py)
        at test/fixtures/reports/shelf/tests/test_uncollected.py:1 in <module>
    tests/test_shelf.py::test_setup (setup)
      ConnectionError: no shelf
        at test/fixtures/reports/shelf/tests/conftest.py:6
    tests/test_shelf.py::test_teardown (teardown)
      OSError: [Errno 28] no space: '/var/shelf'
        at test/fixtures/reports/shelf/tests/conftest.py:12
    tests/test_shelf.py::test_missing (setup)
      exception: fixture 'no_such_fixture' not found
    tests/test_shelf.py::test_ratio (call)
      ZeroDivisionError: division by zero
        at test/fixtures/reports/shelf/shelf.py:9
    tests/test_shelf.py::test_cause (call)
      shelf.ShelfError: no shelf: '{no json'
        at test/fixtures/reports/shelf/shelf.py:16
      caused by json.decoder.JSONDecodeError: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)
        at test/fixtures/reports/shelf/shelf.py:14
        at json/decoder.py:353 (standard library)
    tests/test_shelf.py::test_context (call)
      KeyError: 'fallback'
        at test/fixtures/reports/shelf/shelf.py:23
      while handling ValueError: invalid literal for int() with base 10: 'x'
        at test/fixtures/reports/shelf/shelf.py:21
    tests/test_shelf.py::TestBooks::TestThick::test_title[a - b] (call)
      AssertionError: assert 5 == 99
        at test/fixtures/reports/shelf/tests/test_shelf.py:29
    tests/test_shelf.py::TestBooks::TestThick::test_title[c[d]::e] (call)
      AssertionError: assert 7 == 99
        at test/fixtures/reports/shelf/tests/test_shelf.py:29
    tests/test_shelf.py::test_output (call)
      AssertionError: assert False
        at test/fixtures/reports/shelf/tests/test_shelf.py:40
    tests/test_shelf.py::test_colours (call)
      shelf.ShelfError: red and   and 📚 and   end
        at test/fixtures/reports/shelf/tests/test_shelf.py:44
    tests/test_shelf.py::test_silent (call)
      shelf.ShelfError: 
        at test/fixtures/reports/shelf/tests/test_shelf.py:48
    tests/test_shelf.py::test_teardown (call)
      AssertionError: assert 1 == 2
        at test/fixtures/reports/shelf/tests/test_shelf.py:56
    tests/test_shelf.py::test_syntax (call)
      SyntaxError: invalid syntax
        at made.py:1
    tests/test_shelf.py::test_no_trace (call)
      Failed: torn page
    16 tests, 11 failures, 4 errors, 1 skipped
    "
  `);
});

test.each([
  "conftest-pytest84.txt",
  "lastfailed-pytest84.json",
  "shelf-pytest74-auto.txt",
  "shelf-pytest74-auto.xml",
  "shelf-pytest84-native.txt",
  "shelf-pytest84-native.xml",
  "shelf-pytest84-short-q.txt",
  "shelf-pytest84-xunit1-logall-prefix.xml",
  "shelf-pytest92-auto.xml",
  "shelf-pytest92-short-color.txt",
])("prints %s as JSON that keeps to its schema", async (name) => {
  const { exitCode, stdout } = await read(name, "--json");
  const value: unknown = JSON.parse(stdout);
  expect([exitCode, schemaProblems("read", value)]).toEqual([0, []]);
  expect(facts(value, "counts")).toEqual({ counts: COUNTS[name.split("-")[0] ?? ""] });
});

test("reads several reports together, whatever characters their names hold", async () => {
  const folder = scratchFolder();
  const suite = (name: string): string =>
    `<testsuites><testsuite name="pytest" tests="1" failures="1"><testcase classname="tests.test_${name}" name="test_${name}">` +
    `<failure message="AssertionError: ${name}">tests/test_${name}.py:3: AssertionError</failure></testcase></testsuite></testsuites>`;
  writeFiles(folder, { "a [1].xml": suite("one"), "{b}*.xml": suite("two") });
  const { exitCode, stdout } = await runBundle({ words: ["read", "a [1].xml", "{b}*.xml"], cwd: folder });
  expect([exitCode, stdout.split("\n")]).toEqual([
    0,
    [
      "tests/test_one.py::test_one (call)",
      "  AssertionError: one",
      "    at tests/test_one.py:3",
      "tests/test_two.py::test_two (call)",
      "  AssertionError: two",
      "    at tests/test_two.py:3",
      "2 tests, 2 failures, 0 errors, 0 skipped",
      "",
    ],
  ]);
});

test("what a report says is shown, never obeyed", async () => {
  const folder = scratchFolder();
  const hostile = "E   ValueError: ::error::\u009b31m red&#10;::set-output name=a::b&#10;t.py:3: ValueError";
  writeFiles(folder, {
    "report.xml": `<testsuite tests="1" failures="1"><testcase name="t"><failure message="">${hostile}</failure></testcase></testsuite>`,
  });
  const { exitCode, stdout } = await runBundle({ words: ["read", join(folder, "report.xml")], cwd: folder });
  expect([exitCode, stdout]).toEqual([
    0,
    "t (call)\n  ValueError: ::error:: 31m red\n1 tests, 1 failures, 0 errors, 0 skipped\n",
  ]);
});
