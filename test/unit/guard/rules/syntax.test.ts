import { expect, test } from "vitest";
import { allAccepted, judge, type Row } from "../judge.ts";

const REFUSED: readonly Row[] = [
  ["an open bracket", "x = 1\n", "x = (\n"],
  ["another language", "x = 1\n", "const x = 1;\n"],
  ["a broken file that stays broken", "x = (\n", "x = ((\n"],
];

const ACCEPTED: readonly Row[] = [
  ["another value", "x = 1\n", "x = 2\n"],
  ["nothing left but a comment", "x = 1\n", "# x\n"],
  ["a broken file, mended", "x = (\n", "x = ()\n"],
  ["a byte order mark", "\uFEFFx = 1\n", "\uFEFFx = 2\n"],
];

test("accepts what Python reads", async () => {
  expect(await judge(ACCEPTED)).toEqual(allAccepted(ACCEPTED));
});

test("refuses what it does not", async () => {
  expect(await judge(REFUSED)).toEqual(
    Object.fromEntries(REFUSED.map(([name]) => [name, "syntax shop/orders.py:- would no longer parse"])),
  );
});
