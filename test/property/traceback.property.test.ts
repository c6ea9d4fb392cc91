import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { ChainLink, Frame } from "../../src/domain/failure.ts";
import { readText } from "../../src/read/text-report.ts";
import { parseTraceback } from "../../src/read/traceback/traceback.ts";

interface Printed {
  readonly type: string;
  readonly message: string;
  readonly frames: readonly Frame[];
  readonly relation: ChainLink["relation"];
}

const SENTENCES = {
  cause: "The above exception was the direct cause of the following exception:",
  context: "During handling of the above exception, another exception occurred:",
};

const name = fc.stringMatching(/^[a-z_][a-z0-9_]{0,8}$/);
const typeName = fc
  .tuple(fc.array(name, { maxLength: 2 }), fc.stringMatching(/^[A-Z][A-Za-z0-9]{0,8}Error$/))
  .map(([modules, last]) => [...modules, last].join("."));
const path = fc.oneof(
  fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => `/${parts.join("/")}.py`),
  fc.constantFrom("<string>", "C:\\a b\\c.py", "\\\\host\\x:1: in f.py", "/ö/ü, line 3, in g.py", "order.html"),
);
const frame = fc.record({
  path,
  line: fc.integer({ min: 1, max: 99_999 }),
  function: fc.oneof(name, fc.constantFrom("<module>", "<lambda>", "Till.close", "f.<locals>.<listcomp>")),
});
/** What messages are made of to mislead a reader; none begins a record of a log or another traceback. */
const messageLine = fc.oneof(
  fc.string({ maxLength: 30 }).map((text) => `x${text.replaceAll(/[\n\r]/g, "")}y`),
  fc.constantFrom(
    '  File "fake.py", line 3, in nowhere',
    "E   KeyError: 1",
    "a.py:3: in f",
    "a.py:3: KeyError",
    "[SQL: SELECT a]",
    "  | KeyError: 1",
    "can't: \"x",
    'End.Error: {"a": 1}',
    "    raise ValueError(",
  ),
);
const message = fc
  .tuple(fc.constantFrom("", "a: b", "'k'", 'File "x.py", line 1'), fc.array(messageLine, { maxLength: 4 }))
  .map(([first, more]) => (first === "" ? "" : [first, ...more].join("\n")));
const printed: fc.Arbitrary<Printed> = fc.record({
  type: typeName,
  message,
  frames: fc.array(frame, { minLength: 1, maxLength: 5 }),
  relation: fc.constantFrom("cause", "context"),
});
const chain = fc.array(printed, { minLength: 1, maxLength: 5 });

/** Oldest first, as Python prints it. */
function print(exceptions: readonly Printed[]): string {
  return exceptions
    .flatMap(({ type, message: text, frames, relation }, index) => [
      "Traceback (most recent call last):",
      ...frames.flatMap((one) => [`  File "${one.path}", line ${one.line}, in ${one.function ?? ""}`, "    code(x)"]),
      text === "" ? type : `${type}: ${text}`,
      ...(index === exceptions.length - 1 ? [] : ["", SENTENCES[relation], ""]),
    ])
    .join("\n");
}

function expected(exceptions: readonly Printed[]): unknown {
  const links = exceptions.slice(0, -1).map(({ type, message: text, frames, relation }) => {
    return { type, message: text, relation, frames };
  });
  const last = exceptions.at(-1);
  return {
    exception: { type: last?.type, message: last?.message },
    chain: links.reverse(),
    frames: last?.frames,
  };
}

test("a chain that Python printed is read as it was", () => {
  fc.assert(
    fc.property(chain, (exceptions) => {
      expect(parseTraceback(print(exceptions))).toEqual(expected(exceptions));
    }),
  );
});

const wrapping = fc.constantFrom<readonly [string, (text: string) => string]>(
  ["alone", (text) => text],
  ["prose", (text) => `Since today:\n\n${text}\n\nHere's what: it means\n`],
  ["JSON", (text) => JSON.stringify({ level: "error", exc_info: text })],
  ["JSON in JSON", (text) => JSON.stringify({ log: JSON.stringify({ exc_info: `Failed:\n${text}` }) })],
  [
    "container",
    (text) =>
      text
        .split("\n")
        .map((line) => `api-1  | ${line}`)
        .join("\n"),
  ],
  [
    "mail",
    (text) =>
      text
        .split("\n")
        .map((line) => `> ${line}`)
        .join("\n"),
  ],
);

test("a chain is read as it was, wherever it was pasted from", () => {
  fc.assert(
    fc.property(chain, wrapping, (exceptions, [, wrap]) => {
      const found = readText(wrap(print(exceptions)), "traceback").failures.map(({ failure }) => ({
        exception: failure.exception,
        chain: failure.chain,
        frames: failure.frames,
      }));
      expect(found).toEqual([expected(exceptions)]);
    }),
  );
});

test("cut and damaged text never throws, and invents no frame", () => {
  const damage = fc.array(
    fc.tuple(fc.nat(), fc.constantFrom("", "\n", '"', "\\", "|", "\\n", "\u0000", "+-+---- 1 ----")),
    {
      maxLength: 8,
    },
  );
  fc.assert(
    fc.property(chain, wrapping, damage, fc.nat(), (exceptions, [, wrap], edits, cut) => {
      let text = wrap(print(exceptions));
      const known = new Set(exceptions.flatMap(({ frames }) => frames.map(({ line }) => line)));
      for (const [at, sign] of edits) {
        text = text.slice(0, at % text.length) + sign + text.slice(at % text.length);
      }
      const { failures } = readText(text.slice(0, cut % text.length), "traceback");
      const lines = failures.flatMap(({ failure }) => [failure, ...failure.chain].flatMap(({ frames }) => frames));
      const digits = [...known].join(" ");
      expect(lines.filter(({ line }) => line !== 3 && line !== 1 && !digits.includes(String(line)))).toEqual([]);
    }),
  );
});

test.each([
  ["headers", "Traceback (most recent call last):\n"],
  ["frames", '  File "a.py", line 1, in f\n'],
  ["single frames", '  File "a.py", line 1, in f\nx\n'],
  ["blanks", "\n"],
  ["trees", "  + Exception Group Traceback (most recent call last):\n  | "],
  ["bars", "  | x\n"],
  ["separators", "    +-+---------------- 1 ----------------\n"],
  ["flat frames", 'File "a.py", line 1, in f '],
  ["words", "File "],
  ["quotes", '"'],
  ["apostrophes", "'Traceback (most recent call last):\\n"],
  ["escapes", '\\n File \\"'],
  ["backslashes", "\\"],
  ["braces", "{"],
  ["brackets", "["],
  ["boxes", "╭─ Traceback (most recent call last) ─╮\n│ x"],
  ["arrows", "X Traceback (most recent call last)\n---> 1 x\na in b\n"],
  ["tags", "<br>File &quot;"],
  ["sentences", "\nDuring handling of the above exception, another exception occurred:\n"],
  ["marks", "E   x\n_____ a _____\n"],
  ["words of a type", "a."],
  ["letters", "a"],
  ["wide blanks", " "],
])("repeated %s take time in proportion only", (_, piece) => {
  const text = piece.repeat(Math.ceil(200_000 / piece.length));
  for (const one of [
    text,
    `Traceback (most recent call last):\n${text}`,
    `Traceback (most recent call last):\n  File "a.py", line 1, in f\n${text}`,
  ]) {
    expect(readText(one, "traceback").failures.length).toBeLessThanOrEqual(10_000);
  }
});
