import { expect, test } from "vitest";
import { wholeDivision } from "../../../src/draft/recipes/python/whole-division.ts";
import { drafted } from "../../support/recipe-case.ts";
import { changed, failing } from "./failing.ts";

const FLOAT = "TypeError: 'float' object cannot be interpreted as an integer";

test.each([
  ["no quotient", failing("range(width * 0.5)\n", 1, FLOAT)],
  ["a quotient that is given to another function", failing("range(round(width / 2))\n", 1, FLOAT)],
  ["two quotients", failing("range(a / 2 + b / 2)\n", 1, FLOAT)],
  ["a line that is not the failing one", failing("x = 1\nrange(a / 2)\n", 1, FLOAT)],
  ["another exception", failing("range(a / 2)\n", 1, "TypeError: unsupported operand type(s) for /: 'str' and 'int'")],
  [
    "an index that is a text",
    failing("rows[a / 2]\n", 1, "TypeError: list indices must be integers or slices, not str"),
  ],
  ["a quotient that is no count", failing("total(a / 2)\n", 1, FLOAT)],
  [
    "a name that something else reads too",
    failing("def f(a):\n    half = a / 2\n    show(half)\n    return range(half)\n", 4, FLOAT),
  ],
  [
    "a name given twice",
    failing("def f(a):\n    half = a / 2\n    half = half + 1\n    return range(half)\n", 4, FLOAT),
  ],
  ["a parameter", failing("def f(half):\n    return range(half)\n", 2, FLOAT)],
] as const)("leaves alone: %s", async (_title, row) => {
  expect(await drafted(wholeDivision, row)).toEqual([]);
});

test.each([
  ["a range", failing("range(0, len(rows) / 2)  # half\n", 1, FLOAT), "range(0, len(rows) // 2)  # half\n"],
  ["with more around it", failing("range(len(rows)/2 + 1)\n", 1, FLOAT), "range(len(rows)//2 + 1)\n"],
  [
    "a random number",
    failing("import random\n\nrandom.randint(0, size / 2)\n", 3, FLOAT),
    "import random\n\nrandom.randint(0, size // 2)\n",
  ],
  [
    "an index",
    failing("x = rows[len(rows) / 2]\n", 1, "TypeError: list indices must be integers or slices, not float"),
    "x = rows[len(rows) // 2]\n",
  ],
  [
    "a slice",
    failing(
      "x = rows[: size / 2]\n",
      1,
      "TypeError: slice indices must be integers or None or have an __index__ method",
    ),
    "x = rows[: size // 2]\n",
  ],
  [
    "a repeated text",
    failing("line = '-' * (width / 2)\n", 1, "TypeError: can't multiply sequence by non-int of type 'float'"),
    "line = '-' * (width // 2)\n",
  ],
  [
    "a name that nothing else reads",
    failing("def f(a):\n    half = a / 2\n    return range(half)\n", 3, FLOAT),
    "def f(a):\n    half = a // 2\n    return range(half)\n",
  ],
] as const)("divides to a whole number: %s", async (_title, row, after) => {
  expect(await drafted(wholeDivision, row)).toEqual(changed(after));
});
