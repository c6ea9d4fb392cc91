import * as fc from "fast-check";
import { expect, test } from "vitest";
import { junitReader, readJunit } from "../../src/read/junit/junit.ts";
import { readReports } from "../../src/read/read-reports.ts";
import type { ReadResult } from "../../src/read/read-result.ts";

const RUNS = { numRuns: 150 };

const escapeText = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const escapeValue = (text: string): string => escapeText(text).replaceAll('"', "&quot;").replaceAll("\n", "&#10;");

/** Code as tests show it, with quotes, brackets and comparisons that damage may turn into markup. */
const line = fc.oneof(
  fc.constantFrom(
    '    assert x == "a" and y != [1, 2]',
    "E   ValueError: 'é' & <b>",
    "src/app.py:12: in f",
    "    z = {'k': -1}",
  ),
  fc.string({ maxLength: 30 }),
);
const body = fc.array(line, { minLength: 1, maxLength: 6 }).map((lines) => lines.join("\n"));
const testCase = fc.record({
  kind: fc.constantFrom("failure", "error", "passed", "skipped"),
  body,
  output: fc.option(body),
  isMarked: fc.boolean(),
});
const suite = fc.array(testCase, { minLength: 2, maxLength: 8 });
type Case = typeof testCase extends fc.Arbitrary<infer Value> ? Value : never;

function bodyOf({ body: text, isMarked }: Case): string {
  return isMarked ? `<![CDATA[${text.replaceAll("]]>", "]]]]><![CDATA[>")}]]>` : escapeText(text);
}

function elementOf(one: Case, index: number): string {
  const inside =
    one.kind === "passed"
      ? ""
      : one.kind === "skipped"
        ? "<skipped/>"
        : `<${one.kind} message="${escapeValue(one.body)}">${bodyOf(one)}</${one.kind}>`;
  const output = one.output === null ? "" : `<system-out>${escapeText(one.output)}</system-out>`;
  return `<testcase classname="tests.test_a" name="test_${index}" time="0.1">${inside}${output}</testcase>`;
}

const HEAD = '<?xml version="1.0" encoding="utf-8"?><testsuites><testsuite name="pytest">';
const TAIL = "</testsuite></testsuites>";

function fileOf(cases: readonly Case[]): Buffer {
  return Buffer.from(`${HEAD}${cases.map(elementOf).join("")}${TAIL}`);
}

function inPieces(bytes: Uint8Array, cuts: readonly number[]): ReadResult {
  const reader = junitReader("r.xml");
  let from = 0;
  for (const cut of [...cuts, bytes.length].toSorted((a, b) => a - b)) {
    const to = Math.min(cut, bytes.length);
    reader.write(Uint8Array.from(bytes.subarray(from, to)));
    from = to;
  }
  return reader.end();
}

function names({ failures }: ReadResult): string[] {
  return failures.map(({ address }) => address?.name ?? "");
}

test("what is whole is read whole", () => {
  fc.assert(
    fc.property(suite, (cases) => {
      const { counts, notes } = readJunit(fileOf(cases), "r.xml");
      const count = (kind: string): number => cases.filter((one) => one.kind === kind).length;
      expect(counts).toEqual({
        tests: cases.length,
        failures: count("failure"),
        errors: count("error"),
        skipped: count("skipped"),
      });
      expect(notes).toEqual([]);
    }),
    RUNS,
  );
});

test("pieces never change the result, of a damaged file neither", () => {
  const damage = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 });
  fc.assert(
    fc.property(suite, damage, fc.array(fc.nat(4000), { maxLength: 12 }), (cases, flips, cuts) => {
      const bytes = fileOf(cases);
      for (const [at, value] of flips) bytes[at % bytes.length] = value;
      expect(inPieces(bytes, cuts)).toEqual(readJunit(bytes, "r.xml"));
    }),
    RUNS,
  );
});

test("cut anywhere, the tests before the cut are there, and the cut is told", () => {
  fc.assert(
    fc.property(suite, fc.double({ min: 0, max: 1, noNaN: true }), (cases, part) => {
      const bytes = fileOf(cases);
      const end = Math.floor(part * (bytes.length - 1));
      const { counts, notes } = readJunit(bytes.subarray(0, end), "r.xml");
      const closed = bytes.subarray(0, end).toString().split("</testcase>").length - 1;
      expect(counts.tests).toBeGreaterThanOrEqual(cases.slice(0, closed).length);
      expect(counts.tests).toBeLessThanOrEqual(closed + 1);
      expect(notes.length).toBeGreaterThan(0);
    }),
    RUNS,
  );
});

test("damage inside one test leaves all other failures", () => {
  fc.assert(
    fc.property(
      suite,
      fc.nat(),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 3 }),
      (cases, which, flips) => {
        const victim = which % cases.length;
        const elements = cases.map(elementOf).map((text) => Buffer.from(text));
        const damaged = elements[victim] ?? Buffer.from("");
        // The name and the last tag stay: what is damaged is what the test says.
        const [from, to] = [damaged.indexOf(">") + 1, damaged.length - "</testcase>".length];
        for (const [at, value] of flips) if (to > from) damaged[from + (at % (to - from))] = value;
        const result = readJunit(Buffer.concat([Buffer.from(HEAD), ...elements, Buffer.from(TAIL)]), "r.xml");
        const others = cases.flatMap(({ kind }, index) =>
          index !== victim && (kind === "failure" || kind === "error") ? [`test_${index}`] : [],
        );
        expect(names(result).filter((name) => name !== `test_${victim}`)).toEqual(others);
      },
    ),
    { numRuns: 600 },
  );
});

test("any bytes and any nesting end in a result, and never in silence", async () => {
  const tag = fc.constantFrom(
    "<testsuites>",
    "</testsuites>",
    "<testsuite name='s'>",
    "</testsuite>",
    '<testcase classname="a" name="b">',
    "</testcase>",
    '<failure message="m">',
    "</failure>",
    "<error/>",
    "<skipped/>",
    "<system-out>",
    "</system-out>",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "<?",
    "?>",
    "<!DOCTYPE x [",
    "]>",
    "&#x1B;",
    "&lt;",
    "<",
    ">",
    '"',
    "'",
    "=",
    " ",
    "\u0000",
    "x",
    "<__proto__>",
    "<ns:failure>",
  );
  const text = fc
    .array(fc.oneof(tag, fc.string({ maxLength: 5 })), { maxLength: 60 })
    .map((parts) => Buffer.from(parts.join("")));
  const bytes = fc.oneof(text, fc.uint8Array({ maxLength: 200 }));
  await fc.assert(
    fc.asyncProperty(bytes, fc.boolean(), async (some, hasHead) => {
      const whole = hasHead ? Buffer.concat([Buffer.from(HEAD), some]) : some;
      const { counts, failures, notes } = await readReports([{ name: "r", chunks: [whole] }], []);
      expect(counts.tests + failures.length + notes.length).toBeGreaterThan(0);
    }),
    { numRuns: 400 },
  );
});
