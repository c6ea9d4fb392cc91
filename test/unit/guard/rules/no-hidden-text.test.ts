import { expect, test } from "vitest";
import { added, allAccepted, judge, type Row, TOTAL } from "../judge.ts";

const REFUSED: readonly Row[] = [
  ["code in a comment, by the encoding", TOTAL, "# coding: unicode_escape\n# \\u000aimport os\n" + TOTAL],
  ["an encoding on the second line", TOTAL, "#!/usr/bin/python\n# vim: set fileencoding=utf-7 :\n" + TOTAL],
  ["a changed encoding", "# coding: latin-1\n" + TOTAL, "# coding: utf-7\n" + TOTAL],
  ["text that is shown in another order", ...added("", "print('\u202E txet')")],
  ["a space of no width", ...added("", "print('a\u200Bb')")],
  ["a line separator that Python does not know", ...added("", "print(1)  # x\u2028print(2)")],
  ["a control character", ...added("", "print('\u001B[2K')")],
  ["an endless line", ...added("", `print(${"1 + ".repeat(300)}1)`)],
];

const ACCEPTED: readonly Row[] = [
  ["UTF-8 said aloud", TOTAL, "# -*- coding: utf-8 -*-\n" + TOTAL],
  ["an encoding that was there", "# coding: latin-1\n" + TOTAL, "# coding: latin-1\n\n" + TOTAL],
  ["an encoding that goes", "# coding: latin-1\n" + TOTAL, TOTAL],
  ["coding in a later comment", ...added("", "# coding: latin-1")],
  ["coding in the third line", TOTAL, `# a\n# b\n# coding: latin-1\n${TOTAL}`],
  ["letters of all kinds", ...added("", "print('grün, żółw, 注文, 👍')")],
  ["a character that was there", "x = '\u200B'\n" + TOTAL, "x = '\u200B\u200B'\n" + TOTAL],
  ["an escape for such a character", ...added("", String.raw`print('\u202E')`)],
  ["tabs and a form feed", "def f():\n\treturn 1 + 2\n", "def f():\n\treturn 1 + 3\n\f\n\ndef g():\n\treturn 2 + 2\n"],
  ["a long line that was there", `x = "${"a".repeat(1200)}"\n${TOTAL}`, `x = "${"a".repeat(1200)}"\n\n${TOTAL}`],
];

test("accepts honest edits that look alike", async () => {
  expect(ACCEPTED.length).toBeGreaterThanOrEqual(REFUSED.length);
  expect(await judge(ACCEPTED)).toEqual(allAccepted(ACCEPTED));
});

test("refuses, and says where and why", async () => {
  expect(await judge(REFUSED)).toMatchInlineSnapshot(`
    {
      "a changed encoding": "no-hidden-text shop/orders.py:- declares the encoding \`utf-7\` in place of UTF-8",
      "a control character": "no-hidden-text shop/orders.py:2 adds a character that cannot be seen",
      "a line separator that Python does not know": "no-hidden-text shop/orders.py:2 adds a character that cannot be seen",
      "a space of no width": "no-hidden-text shop/orders.py:2 adds a character that cannot be seen",
      "an encoding on the second line": "no-hidden-text shop/orders.py:- declares the encoding \`utf-7\` in place of UTF-8",
      "an endless line": "no-hidden-text shop/orders.py:2 adds a line of 1213 characters",
      "code in a comment, by the encoding": "no-hidden-text shop/orders.py:- declares the encoding \`unicode_escape\` in place of UTF-8",
      "text that is shown in another order": "no-hidden-text shop/orders.py:2 adds a character that cannot be seen",
    }
  `);
});
