import { expect, test } from "vitest";
import { readJunit } from "../../../src/read/junit/junit.ts";
import { readReports } from "../../../src/read/read-reports.ts";
import type { ReadResult } from "../../../src/read/read-result.ts";

function read(...cases: readonly string[]): ReadResult {
  return readJunit(
    Buffer.from(`<testsuites><testsuite name="pytest">${cases.join("")}</testsuite></testsuites>`),
    "r.xml",
  );
}

/** Name, kind, phase and message of each failure. */
function told({ failures }: ReadResult): (readonly unknown[])[] {
  return failures.map(({ address, failure }) => [
    address?.name,
    failure.kind,
    failure.phase,
    failure.exception.message,
  ]);
}

const PASSED = '<testcase classname="t.test_a" name="test_x"/>';
const FAILED =
  '<testcase classname="t.test_a" name="test_x"><failure message="KeyError: 1">E   KeyError: 1</failure></testcase>';
const TEARDOWN =
  '<testcase classname="t.test_a" name="test_x"><error message="failed on teardown with &quot;OSError: full&quot;">E   OSError: full</error></testcase>';
const OTHER = '<testcase classname="t.test_a" name="test_y"/>';
const CALL = ["test_x", "failure", "call", "1"];
const AFTER = ["test_x", "error", "teardown", "full"];

test.each([
  ["failed in the end", [PASSED, PASSED, FAILED], [CALL], 1, []],
  ["failed each time", [FAILED, OTHER, FAILED.replaceAll("1", "2")], [["test_x", "failure", "call", "2"]], 2, []],
  ["passed in the end", [FAILED, OTHER, PASSED], [], 2, ["r.xml: 1 tests failed and passed when they were run again."]],
  ["passed, and its teardown failed", [PASSED, TEARDOWN], [AFTER], 1, []],
  ["failed, and its teardown too", [FAILED, TEARDOWN], [CALL, AFTER], 1, []],
  [
    "skipped after a failure",
    [FAILED, '<testcase classname="t.test_a" name="test_x"><skipped/></testcase>'],
    [CALL],
    1,
    [],
  ],
])("a test that is there several times: %s", (_, cases, failures, tests, notes) => {
  const result = read(...cases);
  expect([told(result), result.counts.tests, result.notes]).toEqual([failures, tests, notes]);
  const count = (kind: string): number => failures.filter((one) => one[1] === kind).length;
  expect([result.counts.failures, result.counts.errors]).toEqual([count("failure"), count("error")]);
});

test("the same names in two suites are two tests, one inside the other or not", () => {
  const xml = `<testsuites><testsuite name="py311">${FAILED}<testsuite name="inner">${PASSED}</testsuite></testsuite><testsuite name="py312">${FAILED}</testsuite></testsuites>`;
  const result = readJunit(Buffer.from(xml), "r.xml");
  expect([told(result), result.counts, result.notes]).toEqual([
    [CALL, CALL],
    { tests: 3, failures: 2, errors: 0, skipped: 0 },
    [],
  ]);
  expect(result.failures.map(({ address }) => address?.suite)).toEqual([undefined, 2]);
  expect(result.seen).toEqual([{ classname: "t.test_a", name: "", isCollection: false, suite: 1 }]);
});

test("tries that surefire's writers list beside the result", () => {
  const nested = "<stackTrace>E   OSError: 2</stackTrace><system-out>noise</system-out>";
  const result = read(
    `<testcase classname="t" name="test_flaky"><flakyFailure message="KeyError: 1">${nested}</flakyFailure><flakyError message="x"/></testcase>`,
    `<testcase classname="t" name="test_failed"><failure message="KeyError: 1"/><rerunFailure message="KeyError: 1">${nested}</rerunFailure></testcase>`,
    `<testcase classname="t" name="test_rerun"><rerunError message="OSError: 1"/><rerunError message="OSError: 2">${nested}</rerunError></testcase>`,
  );
  expect(told(result)).toEqual([
    ["test_failed", "failure", "call", "1"],
    ["test_rerun", "error", "call", "2"],
  ]);
  expect(result.failures.map(({ failure }) => failure.capturedStdout)).toEqual([null, null]);
  expect(result.counts).toEqual({ tests: 3, failures: 1, errors: 1, skipped: 0 });
});

test("a result by an attribute alone", () => {
  const statuses = ["passed", "failed", "FAILURE", "error", "skipped", "notrun", "run"];
  const cases = statuses.map((status, index) => `<testcase classname="t" name="test_${index}" status="${status}"/>`);
  const result = read(...cases, '<testcase classname="t" name="test_r" status="run" result="suppressed"/>');
  expect([told(result), result.counts]).toEqual([
    [
      ["test_1", "failure", "call", null],
      ["test_2", "failure", "call", null],
      ["test_3", "error", "call", null],
    ],
    { tests: 8, failures: 2, errors: 1, skipped: 3 },
  ]);
});

test("an error outside of any test is an error of no test", () => {
  const result = read('<error message="OSError: full">E   OSError: full</error>', "<system-out>x</system-out>", OTHER);
  expect([told(result), result.counts]).toEqual([
    [["", "error", "call", "full"]],
    { tests: 2, failures: 0, errors: 1, skipped: 0 },
  ]);
});

test("pytest 9.2 sums failed subtests up; the sum is no failure of its own", () => {
  const sub = (number: number): string =>
    `<failure message="assert ${number} == 0">E   assert ${number} == 0</failure>`;
  const sum = '<failure message="contains 2 failed subtests">contains 2 failed subtests</failure>';
  const one = (children: string): string => `<testcase classname="t" name="test_x">${children}</testcase>`;
  expect(told(read(one(sub(1) + sub(2) + sum)))).toEqual([
    ["test_x", "failure", "call", "assert 1 == 0"],
    ["test_x", "failure", "call", "assert 2 == 0"],
  ]);
});

test("an expected failure is skipped, an unexpected pass under strict is not", () => {
  const result = read(
    '<testcase classname="t" name="test_xfail"><skipped type="pytest.xfail" message="later"/></testcase>',
    '<testcase classname="t" name="test_xpass"><failure message="[XPASS(strict)] later">[XPASS(strict)] later</failure></testcase>',
  );
  expect([told(result), result.counts]).toEqual([
    [["test_xpass", "failure", "call", "[XPASS(strict)] later"]],
    { tests: 2, failures: 1, errors: 0, skipped: 1 },
  ]);
});

const header = (name: string): string =>
  `--------------------------------- Captured ${name} ---------------------------------\n`;

test.each([
  ["no", "", [null, null, null]],
  ["log", `<system-out>${header("Log")}a log\n</system-out>`, [null, null, "a log"]],
  ["system-out", `<system-out>${header("Out")}printed\n</system-out>`, ["printed", null, null]],
  ["system-err", `<system-err>${header("Err")}warned\n</system-err>`, [null, "warned", null]],
  [
    "out-err",
    `<system-out>${header("Out")}printed\n</system-out><system-err>${header("Err")}warned\n</system-err>`,
    ["printed", "warned", null],
  ],
  [
    "all",
    `<system-out>${header("Log")}a log\n${header("Out")}printed\n</system-out><system-err>${header("Err")}\n</system-err>`,
    ["printed", null, "a log"],
  ],
  ["of another writer", "<system-out><![CDATA[printed & kept]]></system-out>", ["printed & kept", null, null]],
  ["in front of the failure", "", [null, null, null]],
])("captured output with junit_logging=%s", (_, output, expected) => {
  const properties = '<properties><property name="owner" value="x"/></properties>';
  const failure = '<failure message="KeyError: 1">E   KeyError: 1</failure>';
  for (const children of [failure + properties + output, output + properties + failure]) {
    const [only] = read(`<testcase classname="t" name="test_x">${children}</testcase>`).failures;
    expect([only?.failure.capturedStdout, only?.failure.capturedStderr, only?.failure.capturedLog]).toEqual(expected);
  }
});

const NATIVE =
  'Traceback (most recent call last):\n  File "/w/zoo/tests/test_u.py", line 23, in setUpClass\n    raise RuntimeError("class setup")\nRuntimeError: class setup\n';

test.each([
  [
    "nose2",
    `<testsuite name="nose2-junit"><testcase classname="setUpClass (tests.test_u" name="Bad)"><error message="test failure">${NATIVE}</error><system-out /></testcase></testsuite>`,
  ],
  [
    "unittest-xml-reporting",
    `<testsuites><testsuite name="unittest.suite._ErrorHolder" file="unittest/suite.py"><testcase classname="" name="setUpClass (tests.test_u.Bad)"><error type="RuntimeError" message="class setup"><![CDATA[${NATIVE}]]></error></testcase><system-out><![CDATA[all of it]]></system-out></testsuite></testsuites>`,
  ],
])("a class that cannot be set up, as %s has it", async (_, xml) => {
  const { failures } = await readReports([{ name: "r.xml", chunks: [Buffer.from(xml)] }], ["tests/test_u.py"]);
  expect(failures).toEqual([
    {
      nodeId: "tests/test_u.py::Bad",
      file: "tests/test_u.py",
      testName: null,
      phase: "setup",
      kind: "error",
      exception: { type: "RuntimeError", message: "class setup" },
      chain: [],
      frames: [{ path: "tests/test_u.py", line: 23, function: "setUpClass" }],
      capturedStdout: null,
      capturedStderr: null,
      capturedLog: null,
      source: { report: "r.xml", format: "junit" },
    },
  ]);
});
