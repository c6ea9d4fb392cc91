import { expect, test } from "vitest";
import { junitReader } from "../../../src/read/junit/junit.ts";
import type { ReadResult } from "../../../src/read/read-result.ts";

/** In two pieces where `cut` says so: a tag that is cut is read by the tokenizer, like all that are not plain. */
function read(xml: string, cut = 0): ReadResult {
  const bytes = Buffer.from(xml);
  const reader = junitReader("r.xml");
  reader.write(bytes.subarray(0, cut));
  reader.write(bytes.subarray(cut));
  return reader.end();
}

function fileOf(testCase: string, failure = 'failure message="KeyError: 1"', close = "</failure>"): string {
  return `<testsuites><testsuite name="t"><${testCase}><${failure}>E   KeyError: 1${close}</testcase><testcase classname="t" name="test_b" /></testsuite></testsuites>`;
}

const PLAIN = fileOf('testcase classname="t.test_a" name="test_&lt;x&gt;" time="0.1"');

test.each([
  ["values in single quotes", fileOf(`testcase classname='t.test_a' name='test_&lt;x&gt;' time='0.1'`)],
  ["a bracket in a value", fileOf('testcase classname="t.test_a" name="test_&lt;x>" time="0.1"')],
  ["two brackets in values", fileOf('testcase classname="t.test_a" name="test_&lt;x>" time=">"')],
  ["no blank between attributes", fileOf('testcase classname="t.test_a"name="test_&lt;x&gt;"')],
  ["blanks around the sign", fileOf('testcase classname = "t.test_a" name="test_&lt;x&gt;"')],
  ["a line for each attribute", fileOf('testcase\n  classname="t.test_a"\r\n\tname="test_&lt;x&gt;"\n')],
  ["an attribute without value", fileOf('testcase classname="t.test_a" slow name="test_&lt;x&gt;"')],
  ["an attribute twice", fileOf('testcase classname="t.test_a" name="test_&lt;x&gt;" name="test_y"')],
  ["the prefix of a namespace", fileOf('j:testcase classname="t.test_a" name="test_&lt;x&gt;"')],
  [
    "a closing tag with a blank",
    fileOf('testcase classname="t.test_a" name="test_&lt;x&gt;"', undefined, "</failure >"),
  ],
  [
    "a closing tag with more",
    fileOf('testcase classname="t.test_a" name="test_&lt;x&gt;"', undefined, '</failure a=">'),
  ],
  ["a comment between", PLAIN.replace("<failure", "<!-- a > b -->text<failure")],
  ["a section", PLAIN.replace("E   KeyError: 1", "<![CDATA[E   KeyError: 1]]>")],
  ["sections", PLAIN.replace("E   KeyError: 1", "<![CDATA[E   Key]]>Error<![CDATA[: 1]]>")],
])("a tag is read alike in each spelling: %s", (_, xml) => {
  const { failures, counts, notes } = read(xml);
  expect({ failures, counts, notes }).toMatchObject({
    failures: read(PLAIN).failures,
    counts: { tests: 2, failures: 1, errors: 0, skipped: 0 },
    notes: [],
  });
});

test("a tag is read alike wherever a piece of the file ends", () => {
  const whole = read(PLAIN);
  expect(whole.failures).toHaveLength(1);
  for (let cut = 1; cut < PLAIN.length; cut += 1) {
    expect(read(PLAIN, cut)).toEqual(whole);
  }
});
