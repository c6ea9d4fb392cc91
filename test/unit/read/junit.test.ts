import { expect, test } from "vitest";
import { junitReader, readJunit } from "../../../src/read/junit/junit.ts";
import type { ReadResult } from "../../../src/read/read-result.ts";
import { recording } from "./recordings.ts";

function read(xml: string | Uint8Array): ReadResult {
  return readJunit(typeof xml === "string" ? Buffer.from(xml) : xml, "r.xml");
}

function suite(cases: string): string {
  return `<?xml version="1.0" encoding="utf-8"?><testsuites><testsuite name="pytest">${cases}</testsuite></testsuites>`;
}

/** Message of each failure. */
function messages({ failures }: ReadResult): (string | null)[] {
  return failures.map(({ failure }) => failure.exception.message);
}

const FAILED =
  '<testcase classname="t.test_a" name="test_x"><failure message="ValueError: bad">E   ValueError: bad</failure></testcase>';

test("read byte by byte it is the same as read at once", () => {
  const bytes = recording("shelf-pytest92-auto.xml");
  const reader = junitReader("r.xml");
  for (const byte of bytes) {
    reader.write(Uint8Array.of(byte));
  }
  expect(reader.end()).toEqual(read(bytes));
});

test.each([
  [
    "a declared encoding",
    Buffer.from(
      '<?xml version="1.0" encoding="iso-8859-1"?><testsuite><testcase name="t"><failure message="ValueError: gr\xfc\xdfe"/></testcase></testsuite>',
      "latin1",
    ),
  ],
  [
    "UTF-16 with a mark",
    Buffer.from(
      '\uFEFF<?xml version="1.0" encoding="utf-16"?><testsuite><testcase name="t"><failure message="ValueError: grüße"/></testcase></testsuite>',
      "utf16le",
    ),
  ],
  [
    "UTF-16 big-endian without one",
    Buffer.from(
      '<testsuite><testcase name="t"><failure message="ValueError: grüße"/></testcase></testsuite>',
      "utf16le",
    ).swap16(),
  ],
  [
    "UTF-8 with a mark",
    Buffer.from('\uFEFF<testsuite><testcase name="t"><failure message="ValueError: grüße"/></testcase></testsuite>'),
  ],
  [
    "UTF-16 declared but not used",
    Buffer.from(
      '<?xml version="1.0" encoding="UTF-16"?><testsuite><testcase name="t"><failure message="ValueError: grüße"/></testcase></testsuite>',
    ),
  ],
])("bytes are decoded by %s", (_, bytes) => {
  const result = read(bytes);
  expect([messages(result), result.notes]).toEqual([["grüße"], []]);
});

test("an encoding that nobody knows is told and read as UTF-8", () => {
  const result = read(`<?xml version="1.0" encoding="klingon"?><testsuite>${FAILED}</testsuite>`);
  expect(messages(result)).toEqual(["bad"]);
  expect(result.notes).toEqual(["r.xml declares the unknown encoding klingon; it was read as UTF-8."]);
});

test.each([
  ["a character reference that XML forbids", "E   ValueError: a&#x1B;[31mb&#x1B;[0m&#128512;", "ab😀"],
  ["raw control characters", "E   ValueError: a\u0001\u0000b", "a\u0001\u0000b"],
  ["pytest's own escapes", "E   ValueError: #x1B[1ma#x1B[0m #x00 #x1F4DA #x41", "a \u0000 📚 #x41"],
  ["CDATA cut in two", "<![CDATA[E   ValueError: a ]]]]><![CDATA[> b]]>", "a ]]> b"],
  ["text and CDATA mixed", "E   ValueError: a &lt; <![CDATA[b &lt; c]]> &amp; d", "a < b &lt; c & d"],
  ["Windows line ends", "E   ValueError: a\r\nE   b\r\n", "a\nb"],
])("nothing is lost to %s", (_, body, message) => {
  expect(messages(read(suite(`<testcase name="t"><failure>${body}</failure></testcase>${FAILED}`)))).toEqual([
    message,
    "bad",
  ]);
});

test("a file that breaks off gives what it held", () => {
  const whole = suite(
    `${FAILED}<testcase name="passed"/><testcase classname="t.test_a" name="test_y"><failure message="KeyError: 1">E   KeyErr`,
  );
  const cut = whole.slice(0, whole.indexOf("</testsuite>"));
  const result = read(cut);
  expect(result.failures.map(({ address, failure }) => [address?.name, failure.exception.type])).toEqual([
    ["test_x", "ValueError"],
    ["test_y", "KeyError"],
  ]);
  expect(result.counts).toEqual({ tests: 3, failures: 2, errors: 0, skipped: 0 });
  expect(result.notes).toEqual([
    "r.xml breaks off before its end; what was read up to there is used, and of its last failure only a part.",
  ]);
});

test("a test without its result is neither passed nor failed", () => {
  expect(read('<testsuite><testcase name="done"/><testcase name="running">').counts.tests).toBe(1);
});

test.each([
  ["hello", ["r.xml is not XML: it holds no element."]],
  ["", ["r.xml is not XML: it holds no element."]],
  ["<testsuites/>", ["r.xml holds no tests."]],
  ["<html><body>404</body></html>", ["r.xml is not JUnit XML: its root element is <html>, and it holds no tests."]],
  [
    '<?xml version="1.0" ?><coverage version="7.4"><packages/></coverage>',
    ["r.xml is not JUnit XML: its root element is <coverage>, and it holds no tests."],
  ],
  [
    '<project xmlns="http://maven.apache.org/POM/4.0.0"><name>x</name></project>',
    ["r.xml is not JUnit XML: its root element is <project>, and it holds no tests."],
  ],
  ["<testsuite>", ["r.xml breaks off before its end; what was read up to there is used.", "r.xml holds no tests."]],
])("zero tests are never silent: %s", (xml, notes) => {
  const counts = { tests: 0, failures: 0, errors: 0, skipped: 0 };
  expect(read(xml)).toEqual({ failures: [], counts, notes, seen: [] });
});

test("entities of a DOCTYPE are not expanded, whatever they promise", () => {
  const entities = Array.from({ length: 20 }, (_, index) => `<!ENTITY l${index + 1} "&l${index};&l${index};">`).join(
    "",
  );
  const xml = `<!DOCTYPE x [<!ENTITY l0 "lol"><!ENTITY f SYSTEM "file:///etc/passwd">${entities}]><testsuite><testcase name="t"><failure message="ValueError: &l20; &f;"/></testcase></testsuite>`;
  expect(messages(read(xml))).toEqual(["&l20; &f;"]);
});

test("what is nested without end is read to its end", () => {
  const result = read(`<testsuites>${FAILED}${"<a>".repeat(1_000_000)}${FAILED.replace("test_x", "test_y")}`);
  expect(result.counts).toEqual({ tests: 2, failures: 2, errors: 0, skipped: 0 });
  expect(result.notes).toEqual(["r.xml breaks off before its end; what was read up to there is used."]);
});

test("failure and error stay apart, and phases are told by the message", () => {
  const cases = [
    '<testcase name="a"><error message="failed on setup with &quot;OSError: full&quot;">E   OSError: full</error></testcase>',
    '<testcase name="b"><error message="failed on teardown with &quot;OSError: full&quot;"></error></testcase>',
    '<testcase name="c"><error message="test setup failure">E   OSError: full</error></testcase>',
    '<testcase classname="" name="t.d"><error message="collection failure">E   OSError: full</error></testcase>',
    '<testcase name="e"><error type="OSError" message="full">no traceback</error></testcase>',
    '<testcase name="f"><failure message="OSError: full"/></testcase>',
  ];
  const result = read(suite(cases.join("")));
  expect(
    result.failures.map(({ failure: { kind, phase, testName, exception } }) => [kind, phase, testName, exception]),
  ).toEqual([
    ["error", "setup", "a", { type: "OSError", message: "full" }],
    ["error", "teardown", "b", { type: "OSError", message: "full" }],
    ["error", "setup", "c", { type: "OSError", message: "full" }],
    ["error", "collect", null, { type: "OSError", message: "full" }],
    ["error", "call", "e", { type: "OSError", message: "full" }],
    ["failure", "call", "f", { type: "OSError", message: "full" }],
  ]);
});

test("one test case with several children, and one test in several test cases", () => {
  const cases = [
    '<testcase name="sub"><failure message="assert 1 == 2">E   assert 1 == 2</failure><failure message="assert 3 == 4">E   assert 3 == 4</failure></testcase>',
    '<testcase name="twice"><failure message="assert 0">E   assert 0</failure></testcase>',
    '<testcase name="twice"><error message="failed on teardown with &quot;OSError: x&quot;">E   OSError: x</error></testcase>',
    '<testcase classname="" name="mod"><error message="collection failure">E   KeyError: 1</error><error message="collection failure">E   KeyError: 1</error></testcase>',
    '<testcase name="rerun"/><testcase name="rerun"/><testcase name="skip"><skipped/></testcase>',
  ];
  const result = read(suite(cases.join("")));
  expect(messages(result)).toEqual(["assert 1 == 2", "assert 3 == 4", "assert 0", "x", "1"]);
  expect(result.counts).toEqual({ tests: 5, failures: 3, errors: 2, skipped: 1 });
});

test("the fuller one of attribute and body tells the message", () => {
  const cut =
    '<testcase name="a"><failure message="assert a == b&#10;  - a&#10;[+2 more lines; full report in element text]">E   assert a == b\nE     - a\nE     + b\nE     ?</failure></testcase>';
  const line = '<testcase name="b"><failure message="assert a == b&#10;  - a">E   assert a == b</failure></testcase>';
  const flat = '<testcase name="c"><failure message="ValueError: a b">E   ValueError: a\nE   b</failure></testcase>';
  expect(messages(read(suite(cut + line + flat)))).toEqual([
    "assert a == b\n  - a\n  + b\n  ?",
    "assert a == b\n  - a",
    "a\nb",
  ]);
});
