import { expect, test } from "vitest";
import { changedLines } from "../../../src/text/changed-lines.ts";

test.each([
  ["nothing", "a\nb\n", "a\nb\n", 0],
  ["one line replaced", "a\nb\nc\n", "a\nx\nc\n", 2],
  ["one line added", "a\n", "a\nb\n", 1],
  ["one line removed", "a\nb\n", "b\n", 1],
  ["two lines swapped", "a\nb\n", "b\na\n", 2],
  ["all lines in the other order", "a\nb\nc\nd\n", "d\nc\nb\na\n", 6],
  ["two places", "a\nb\nc\nd\n", "x\nb\nc\ny\n", 4],
  ["the end of the last line", "a", "a\n", 2],
  ["carriage returns", "a\r\nb\r\n", "a\nb\n", 4],
  ["a new text", "", "a\nb\n", 2],
])("%s", (_name, before, after, count) => {
  expect(changedLines(before, after)).toBe(count);
});
