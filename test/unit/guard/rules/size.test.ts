import { expect, test } from "vitest";
import { allAccepted, judge, type PatchCase, type Row } from "../judge.ts";

function sized(
  limits: NonNullable<PatchCase["limits"]>,
  ...texts: readonly (readonly [before: string, after: string])[]
): PatchCase {
  return { changes: Object.fromEntries(texts.map((text, index) => [`shop/part${index}.py`, text])), limits };
}

const REFUSED: readonly Row[] = [
  ["a file too many", sized({ maxFiles: 1 }, ["a = 1\n", "a = 2\n"], ["b = 1\n", "b = 2\n"])],
  ["a line too many", sized({ maxLines: 4 }, ["", "a = 1\n".repeat(5)])],
  ["a line too many in all files together", sized({ maxLines: 3 }, ["a = 1\n", "a = 2\n"], ["b = 1\n", "b = 2\n"])],
  ["a replaced line counts twice", sized({ maxLines: 5 }, ["a = 1\n".repeat(3), "b = 1\n".repeat(3)])],
  ["both", sized({ maxFiles: 1, maxLines: 1 }, ["a = 1\n", "a = 2\n"], ["b = 1\n", "b = 2\n"])],
];

const ACCEPTED: readonly Row[] = [
  ["as many files as allowed", sized({ maxFiles: 2 }, ["a = 1\n", "a = 2\n"], ["b = 1\n", "b = 2\n"])],
  ["as many lines as allowed", sized({ maxLines: 5 }, ["", "a = 1\n".repeat(5)])],
  [
    "few lines of a long file",
    sized({ maxLines: 2 }, [`a = 1\n${"b = 1\n".repeat(500)}`, `a = 2\n${"b = 1\n".repeat(500)}`]),
  ],
  ["a line moved by a blank one", sized({ maxLines: 1 }, ["a = 1\nb = 1\n", "a = 1\n\nb = 1\n"])],
  ["removed lines", sized({ maxLines: 3 }, ["a = 1\n".repeat(4), "a = 1\n"])],
];

test("accepts what stays within the limits", async () => {
  expect(await judge(ACCEPTED)).toEqual(allAccepted(ACCEPTED));
});

test("refuses more, and names the line of the inputs that says so", async () => {
  expect(await judge(REFUSED)).toMatchInlineSnapshot(`
    {
      "a file too many": "size :- changes 2 files; the limit is the line "max-files: 1"",
      "a line too many": "size :- changes 5 lines; the limit is the line "max-lines: 4"",
      "a line too many in all files together": "size :- changes 4 lines; the limit is the line "max-lines: 3"",
      "a replaced line counts twice": "size :- changes 6 lines; the limit is the line "max-lines: 5"",
      "both": "size :- changes 2 files; the limit is the line "max-files: 1" | size :- changes 4 lines; the limit is the line "max-lines: 1"",
    }
  `);
});
