import { expect, test } from "vitest";
import type { FailureReport } from "../../../src/domain/failure.ts";
import { readReports } from "../../../src/read/read-reports.ts";

const OUTPUT = `=================================== FAILURES ===================================
_________________________ test_each [even] (i=1) __________________________
test_a.py:4: in test_each
    assert i % 2 == 0
E   assert (1 % 2) == 0
________________________________ test_each _________________________________
contains 1 failed subtest
=========================== short test summary info ============================
SUBFAILED[even] (i=1) test_a.py::test_each - assert (1 % 2) == 0
FAILED test_a.py::test_each - contains 1 failed subtest
========================= 2 failed, 1 subtests passed in 0.05s =========================
`;
const JUNIT = `<testsuites><testsuite name="pytest" errors="0" failures="2" skipped="0" tests="2">
<testcase classname="test_a" name="test_each"><failure message="assert (1 % 2) == 0">test_a.py:4: in test_each
    assert i % 2 == 0
E   assert (1 % 2) == 0</failure><failure message="contains 1 failed subtest">contains 1 failed subtest</failure></testcase>
</testsuite></testsuites>`;
const TWINS = `<testsuites><testsuite name="pytest" errors="2" failures="0" skipped="0" tests="2">
<testcase classname="" name="test_b"><error message="collection failure">test_b.py:1: in &lt;module&gt;
    import gone
E   ModuleNotFoundError: No module named 'gone'</error><error message="collection failure">Traceback (most recent call last):
  File "/w/test_b.py", line 1, in &lt;module&gt;
    import gone
ModuleNotFoundError: No module named 'gone'</error></testcase></testsuite></testsuites>`;

async function factsOf(text: string): Promise<unknown> {
  const chunks = [new TextEncoder().encode(text)];
  const { failures, counts }: FailureReport = await readReports([{ name: "r", chunks }], ["test_a.py", "test_b.py"]);
  return {
    failures: failures.map(({ nodeId, phase, exception }) => [nodeId, phase, exception.type, exception.message]),
    counts,
  };
}

test.each([
  ["the terminal", OUTPUT],
  ["JUnit", JUNIT],
])("what sums up failed subtests is no failure of its own in %s", async (_, text) => {
  expect(await factsOf(text)).toEqual({
    failures: [["test_a.py::test_each", "call", "AssertionError", "assert (1 % 2) == 0"]],
    counts: { tests: 1, failures: 1, errors: 0, skipped: 0 },
  });
});

test("subtests whose names the summary leaves out, and that fail alike", async () => {
  const section = (title: string, line: number): string =>
    `___ ${title} ___\ntest_a.py:${line}: in test\n    assert 1 % 2\nE   assert 0\n`;
  const text = `=== FAILURES ===
${section("test_each [even] (i=1)", 4)}${section("test_each [even] (i=3)", 4)}${section("test_each", 6)}${section("T.test_u (i=1)", 9)}=== short test summary info ===
SUBFAIL test_a.py::test_each - assert 0
SUBFAIL test_a.py::test_each - assert 0
FAILED test_a.py::test_each - assert 0
SUBFAIL test_a.py::T::test_u - assert 0
=== 4 failed, 1 passed in 0.05s ===
`;
  const each = ["test_a.py::test_each", "call", "AssertionError", "assert 0"];
  expect(await factsOf(text)).toEqual({
    failures: [each, each, each, ["test_a.py::T::test_u", "call", "AssertionError", "assert 0"]],
    counts: { tests: 2, failures: 4, errors: 0, skipped: 0 },
  });
});

test("two subtests that fail alike are two failures in JUnit", async () => {
  const [failure = ""] = /<failure message="assert [^]*?<\/failure>/.exec(JUNIT) ?? [];
  const each = ["test_a.py::test_each", "call", "AssertionError", "assert (1 % 2) == 0"];
  expect(await factsOf(JUNIT.replace(failure, failure + failure))).toEqual({
    failures: [each, each],
    counts: { tests: 1, failures: 2, errors: 0, skipped: 0 },
  });
});

test("one error of a module that two collectors show differently is told once", async () => {
  expect(await factsOf(TWINS)).toEqual({
    failures: [["test_b.py", "collect", "ModuleNotFoundError", "No module named 'gone'"]],
    counts: { tests: 1, failures: 0, errors: 1, skipped: 0 },
  });
});

test("the sum is told where the subtests are not", async () => {
  const text = OUTPUT.replace(/^_+ test_each \[[^]*?(?=^_+ test_each _)/m, "").replace(/^SUBFAILED.*\n/m, "");
  expect(await factsOf(text.replace("2 failed", "1 failed"))).toEqual({
    failures: [["test_a.py::test_each", "call", null, "contains 1 failed subtest"]],
    counts: { tests: 1, failures: 1, errors: 0, skipped: 0 },
  });
});
