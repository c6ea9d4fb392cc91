import { expect, test } from "vitest";
import { invalidEscape } from "../../../src/draft/recipes/typos/invalid-escape.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";

const D = String.raw`invalid escape sequence '\d'`;

/** A file of which Python complains at a line, warnings being errors. */
function read(text: string, line = 1, message = D, path = "shop/find.py"): RecipeCase {
  return {
    files: { [path]: text },
    exception: { type: "SyntaxError", message },
    frames: [
      { path: "tests/test_it.py", line: 1, function: "<module>" },
      { path, line, function: null },
    ],
  };
}

test.each([
  ["another complaint", read(String.raw`A = "\d"`, 1, "unterminated string literal (detected at line 1)")],
  ["another line", read(`${String.raw`A = "\d"`}\nB = 1\n`, 2)],
  ["a raw text", read(String.raw`A = r"\d"`)],
  ["raw bytes", read(String.raw`A = bR"\d"`)],
  ["two backslashes", read(String.raw`A = "\\d"`)],
  ["what Python knows", read(String.raw`A = "\n\t\x41\101\N{DASH}\u0041\U00000041\'\"\\"`)],
  ["a line that goes on", read('A = "a\\\nb"\n')],
  ["a raw text beside", read(String.raw`A = "a" r"\d"`)],
  ["an f-string, whose parts cannot be told apart everywhere", read(String.raw`A = f"\d{x}"`)],
  ["a comment", read(String.raw`A = 1  # \d`)],
  ["a number", read("A = 1\n")],
  [
    "the complaint of a file that is not the project's",
    { ...read(String.raw`A = "\d"`), frames: [{ path: "lib/other.py", line: 1, function: null }] },
  ],
  ["a raw docstring of several lines", read('r"""Finds\n\\d and \\w.\n"""\n', 2)],
  ["bytes that Python knows", read(String.raw`A = b"\x41\0\r"`)],
] as const)("leaves alone: %s", async (_title, row) => {
  expect(await drafted(invalidEscape, row)).toEqual([]);
});

test.each([
  ["a text", String.raw`A = "\d+"`, String.raw`A = "\\d+"`],
  ["beside what Python knows", String.raw`A = 'a\.b\n\\\'\d'`, String.raw`A = 'a\\.b\n\\\'\\d'`],
  ["bytes, which know fewer", String.raw`A = b"\u\x41"`, String.raw`A = b"\\u\x41"`],
  ["a docstring of several lines", '"""Finds\n\\d and "this".\n"""\n', '"""Finds\n\\\\d and "this".\n"""\n'],
  ["an old prefix", String.raw`A = u"\d"`, String.raw`A = u"\\d"`],
  [
    "texts that follow each other",
    'A = ("\\d"  # the "first\n     r"\\d"\n     \'\\d"\')\n',
    'A = ("\\\\d"  # the "first\n     r"\\d"\n     \'\\\\d"\')\n',
  ],
  ["everything of the file", 'A = "\\d"\nB = {"\\w": "\\s"}\n', 'A = "\\\\d"\nB = {"\\\\w": "\\\\s"}\n'],
  ["behind wide letters", String.raw`A = "ä😀"; B = "😀\d"`, String.raw`A = "ä😀"; B = "😀\\d"`],
])("doubles the backslash of %s", async (_title, before, after) => {
  expect(await drafted(invalidEscape, read(before))).toEqual([{ "shop/find.py": after }]);
});

test("knows the words of Python 3.8 and 3.14", async () => {
  const messages = [
    String.raw`invalid escape sequence \d`,
    String.raw`"\d" is an invalid escape sequence. Did you mean "\\d"? A raw string is also an option.`,
  ];
  const found = await Promise.all(
    messages.map(async (message) => drafted(invalidEscape, read(String.raw`A = "\d"`, 1, message))),
  );
  const after = [{ "shop/find.py": String.raw`A = "\\d"` }];
  expect(found).toEqual([after, after]);
});

test("other files of the product too, tests only where they fail", async () => {
  const text = String.raw`A = "\d"`;
  const files = { "shop/find.py": text, "shop/other.py": text, "tests/test_a.py": text, "tests/test_b.py": text };
  const [product, of] = [read(text), read(text, 1, D, "tests/test_a.py")];
  const fixed = String.raw`A = "\\d"`;
  expect(await drafted(invalidEscape, { ...product, files })).toEqual([
    { "shop/find.py": fixed, "shop/other.py": fixed },
  ]);
  expect(await drafted(invalidEscape, { ...of, files })).toEqual([
    { "tests/test_a.py": fixed, "shop/find.py": fixed, "shop/other.py": fixed },
  ]);
});
