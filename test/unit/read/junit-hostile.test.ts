import { expect, test } from "vitest";
import { junitReader, readJunit } from "../../../src/read/junit/junit.ts";
import { readReports } from "../../../src/read/read-reports.ts";
import type { ReadResult } from "../../../src/read/read-result.ts";

const HEAD = "<testsuites><testsuite>";
const TAIL = "</testsuite></testsuites>";
const LAST =
  '<testcase classname="t.test_z" name="test_last"><failure message="KeyError: 1">E   KeyError: 1</failure></testcase>';

function failed(message: string, body: string, name = "test_a"): string {
  return `<testcase classname="t.test_a" name="${name}"><failure message="${message}">${body}</failure></testcase>`;
}

function read(...parts: readonly (string | Uint8Array)[]): ReadResult {
  return readJunit(Buffer.concat(parts.map((part) => Buffer.from(part))), "r.xml");
}

/** Name and message of each failure. */
function told({ failures }: ReadResult): (readonly [string, string | null])[] {
  return failures.map(({ address, failure }) => [address?.name ?? "", failure.exception.message]);
}

test.each([
  ["a reference to NUL", "ValueError: a&#0;b", "a\uFFFDb"],
  ["a surrogate and a number too big", "ValueError: &#xD800;&#x110000;", "\uFFFD\uFFFD"],
  [
    "decimal, hexadecimal and named references",
    "ValueError: &#233;&#xE9;&#X1F600;&lt;&gt;&amp;&quot;&apos;",
    "éé😀<>&\"'",
  ],
  ["a reference made by another one", "ValueError: &amp;lt; &#38;amp;", "&lt; &amp;"],
  ["references of HTML, and none at all", "ValueError: &nbsp; &copy &;", "&nbsp; &copy &;"],
  ["a lone carriage return and its reference", "ValueError: a\rb&#13;c", "a\nb\rc"],
  ["two at a line end", "ValueError: a\r\n\rb", "a\n\nb"],
  ["an empty section and one with brackets", "ValueError: <![CDATA[]]><![CDATA[]]]]><![CDATA[>]]]>.", "]]>]."],
  ["a comment and a declaration inside", "ValueError: a<!-- <failure> -->b<?x y?>c", "abc"],
])("%s", (_, body, message) => {
  expect(told(read(HEAD, failed("", body), LAST, TAIL))).toEqual([
    ["test_a", message],
    ["test_last", "1"],
  ]);
});

test.each(["windows-1252", "CP1252", "latin-1", "ISO_8859-1", "Latin1"])("declared as %s", (label) => {
  const xml = `<?xml version="1.0" encoding="${label}"?>${HEAD}${failed("", "ValueError: caf\u00E9")}${TAIL}`;
  const result = read(Buffer.from(xml, "latin1"));
  expect([told(result), result.notes]).toEqual([[["test_a", "café"]], []]);
});

test("a bad byte is one character, and a good one may stand across pieces", () => {
  const bytes = Buffer.concat([
    Buffer.from(`${HEAD}<testcase name="a"><failure>ValueError: `),
    Buffer.from([0xe9, 0x20, 0xf0, 0x9f, 0x98, 0x80, 0xc3]),
    Buffer.from(`</failure></testcase>${TAIL}${" ".repeat(600)}`),
  ]);
  const start = bytes.indexOf(0xf0);
  for (const cut of [start, start + 1, start + 2, start + 3, start + 4]) {
    const reader = junitReader("r.xml");
    reader.write(Uint8Array.from([...Buffer.from(" ".repeat(600)), ...bytes.subarray(0, cut)]));
    reader.write(bytes.subarray(cut));
    expect(told(reader.end())).toEqual([["a", "\uFFFD 😀\uFFFD"]]);
  }
});

test.each([
  [
    "in the text",
    '<testcase name="b"><failure message="KeyError: 1">E   Key',
    ["b"],
    ", and of its last failure only a part",
  ],
  [
    "in the attribute",
    '<testcase name="b"><failure message="KeyError: 1',
    ["b"],
    ", and of its last failure only a part",
  ],
  ["behind the failure", '<testcase name="b"><failure message="KeyError: 1">x</failure><system-out>y', ["b"], ""],
  ["in a section", '<testcase name="b"><failure><![CDATA[KeyError: 1', ["b"], ", and of its last failure only a part"],
  ["in a reference", '<testcase name="b"><failure>KeyError: 1&am', ["b"], ", and of its last failure only a part"],
  ["in the name of the failure's tag", '<testcase name="b"><fail', [], ""],
  ["in the test's tag", '<testcase name="b', [], ""],
])("broken off %s", (_, end, names, half) => {
  const result = read(HEAD, failed("KeyError: 0", ""), end);
  expect(result.failures.map(({ address }) => address?.name)).toEqual(["test_a", ...names]);
  expect(result.counts).toEqual({ tests: 1 + names.length, failures: 1 + names.length, errors: 0, skipped: 0 });
  expect(result.notes).toEqual([`r.xml breaks off before its end; what was read up to there is used${half}.`]);
});

test.each([
  ["a tag out of nothing", 'assert <x y="1'],
  ["an attribute that is not closed", "<x y='1"],
  ["a declaration out of nothing", "assert x <!= y"],
  ["an instruction out of nothing", "assert x <? y"],
  ["a section that is not closed", "<![CDATA[ x ]>"],
  ["an element of no writer", "<__proto__ constructor='1'><a><b>"],
])("the failure behind %s is not lost", (_, body) => {
  const result = read(HEAD, failed("KeyError: 0", body), failed("", "<![CDATA[KeyError: 2]]>", "test_b"), LAST, TAIL);
  expect(told(result)).toEqual([
    ["test_a", "0"],
    ["test_b", "2"],
    ["test_last", "1"],
  ]);
});

test.each([
  ["an attribute without its end", '<testcase classname="t" name="a" time="0.1/>'],
  ["a test without its end", '<testcase classname="t" name="a"><failure message="KeyError: 0">x'],
  [
    "a failure whose end has another name",
    '<testcase classname="t" name="a"><failure message="KeyError: 0">x</fail></testcase>',
  ],
  [
    "a message without its end",
    '<testcase classname="t" name="a"><failure message="KeyError: 0>x</failure></testcase>',
  ],
])("the next test is read behind %s", (_, broken) => {
  const result = read(HEAD, broken, LAST, TAIL);
  expect([result.counts.tests, told(result).at(-1)]).toEqual([2, ["test_last", "1"]]);
});

test("names of JavaScript's own are names like all others", () => {
  const xml =
    '<testcase __proto__="x" constructor="y" classname="__proto__" name="constructor"><failure message="KeyError: 0"/></testcase>';
  expect(read(HEAD, xml, TAIL).failures.map(({ address }) => address)).toEqual([
    { classname: "__proto__", name: "constructor", file: null },
  ]);
});

test("a file whose tags have a prefix, and attributes in single quotes or none", () => {
  const xml = `<j:testsuite xmlns:j="urn:x"><j:testcase classname='t.test_a' name=test_a time=1><j:error message='KeyError: 0'/></j:testcase></j:testsuite>`;
  const result = read(xml);
  expect([told(result), result.counts, result.notes]).toEqual([
    [["test_a", "0"]],
    { tests: 1, failures: 0, errors: 1, skipped: 0 },
    [],
  ]);
});

test("external entities are left as they are, and what a DOCTYPE holds is no test", () => {
  const xml = `<?xml version="1.0"?><!DOCTYPE testsuites SYSTEM "http://127.0.0.1:9/x.dtd" [<!ENTITY e SYSTEM "file:///etc/passwd">]>${HEAD}${failed("ValueError: &e;", "")}${TAIL}`;
  const result = read(xml);
  expect([told(result), result.notes]).toEqual([[["test_a", "&e;"]], []]);
});

test("100,000 elements inside each other", () => {
  const result = read(HEAD, failed("KeyError: 0", "<a>".repeat(100_000) + "</a>".repeat(100_000)), LAST, TAIL);
  expect([result.counts, result.notes]).toEqual([{ tests: 2, failures: 2, errors: 0, skipped: 0 }, []]);
});

test.each(["", "a ", "a b"])("a million brackets in a row after <%s", (start) => {
  const result = read(HEAD, failed("KeyError: 0", `<${start}${"<".repeat(1_000_000)}`), LAST, TAIL);
  expect(result.counts).toMatchObject({ tests: 2, failures: 2 });
});

test("50 MB in an attribute, a text, a section, a comment and a tag that never ends", () => {
  const big = "x".repeat(1_000_000);
  const pieces = [
    "<testcase name='attribute' classname='",
    "'/><testcase name='text'><system-out>",
    "</system-out></testcase>",
    "<testcase name='section'><failure message='KeyError: 0'><![CDATA[",
    "]]></failure></testcase><!-- ",
    "--><",
    "/>",
  ];
  const reader = junitReader("r.xml");
  reader.write(Buffer.from(HEAD));
  for (const piece of pieces) {
    reader.write(Buffer.from(piece));
    for (let times = 0; times < 50; times += 1) reader.write(Buffer.from(big));
  }
  reader.write(Buffer.from(`${LAST}${TAIL}`));
  const result = reader.end();
  expect(told(result).map(([name, message]) => [name, message?.length])).toEqual([
    ["section", 1],
    ["test_last", 1],
  ]);
  expect([result.counts, result.notes]).toEqual([{ tests: 4, failures: 2, errors: 0, skipped: 0 }, []]);
});

test("a million tests are counted, and no more failures are kept than anybody reads", () => {
  const reader = junitReader("r.xml");
  reader.write(Buffer.from(HEAD));
  for (let thousand = 0; thousand < 1000; thousand += 1) {
    const cases = Array.from(
      { length: 1000 },
      (_, index) =>
        `<testcase classname="t.test_${thousand}" name="test_${index}">${index % 100 === 0 ? `<failure message="KeyError: ${index}"/>` : ""}</testcase>`,
    );
    reader.write(Buffer.from(cases.join("")));
  }
  reader.write(Buffer.from(TAIL));
  const result = reader.end();
  expect([result.counts, result.failures.length]).toEqual([
    { tests: 1_000_000, failures: 10_000, errors: 0, skipped: 0 },
    5000,
  ]);
  expect(result.notes.at(-1)).toBe("r.xml holds more than 5000 failures; the rest is only counted.");
});

test("too much output is left out, then all but the exceptions, and both are told", () => {
  const output = `<system-out>${"x".repeat(300_000)}</system-out>`;
  const cases = Array.from({ length: 12 }, (_, index) => {
    const body = `t.py:1: in f\nE   ValueError: ${"y".repeat(120_000)}\nt.py:1: ValueError`;
    return `<testcase classname="t" name="test_${index}"><failure>${body}</failure>${output}</testcase>`;
  });
  const { failures, counts, notes } = read(HEAD, ...cases, TAIL);
  expect(
    failures.map(({ failure }) => [
      failure.frames.length > 0,
      (failure.exception.message ?? "").length,
      failure.capturedStdout?.length ?? 0,
    ]),
  ).toEqual([
    ...Array.from({ length: 4 }, () => [true, 120_000, 300_000]),
    ...Array.from({ length: 5 }, () => [true, 120_000, 0]),
    ...Array.from({ length: 3 }, () => [false, 300, 0]),
  ]);
  expect(counts).toEqual({ tests: 12, failures: 12, errors: 0, skipped: 0 });
  expect(notes).toEqual([
    "r.xml: the captured output of 8 tests was left out; there is too much of it.",
    "r.xml: of 3 failures only the exception is kept; there are too many of them.",
  ]);
});

test.each([
  ["<frozen importlib._bootstrap>:1: warning\n", ["report holds no pytest result: no failure and no closing line."]],
  [`${" \n".repeat(400)}${HEAD}${LAST}${TAIL}`, []],
  [`\uFEFF\n<!-- made by hand -->${HEAD}${LAST}${TAIL}`, []],
])("XML or not: %j", async (text, notes) => {
  for (const size of [1, 7, 100_000]) {
    const bytes = Buffer.from(text);
    const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
      bytes.subarray(index * size, (index + 1) * size),
    );
    expect((await readReports([{ name: "report", chunks }], [])).notes).toEqual(notes);
  }
});
