import { expect, test } from "vitest";
import { sortByCmp } from "../../../src/draft/recipes/python/sort-by-cmp.ts";
import { drafted } from "../../support/recipe-case.ts";
import { changed, failing } from "./failing.ts";

const GONE = "TypeError: 'cmp' is an invalid keyword argument for sort()";

test.each([
  ["another function", failing("arrange(rows, cmp=by_price)\n", 1, GONE)],
  ["another keyword", failing("sorted(rows, compare=by_price)\n", 1, GONE)],
  ["a key too", failing("sorted(rows, cmp=by_price, key=len)\n", 1, GONE)],
  ["a line that is not the failing one", failing("x = 1\nsorted(rows, cmp=by_price)\n", 1, GONE)],
  ["another exception", failing("sorted(rows, cmp=by_price)\n", 1, "NameError: name 'by_price' is not defined")],
] as const)("leaves alone: %s", async (_title, row) => {
  expect(await drafted(sortByCmp, row)).toEqual([]);
});

test.each([
  [
    "sorted",
    failing("import os\n\nx = sorted(rows, cmp=by_price, reverse=True)\n", 3, GONE),
    "import os\nfrom functools import cmp_to_key\n\nx = sorted(rows, key=cmp_to_key(by_price), reverse=True)\n",
  ],
  [
    "sort, in the words of Python 3.13",
    failing(
      "import functools\n\nrows.sort(cmp=lambda a, b: a - b)\n",
      3,
      "TypeError: sort() got an unexpected keyword argument 'cmp'",
    ),
    "import functools\n\nrows.sort(key=functools.cmp_to_key(lambda a, b: a - b))\n",
  ],
] as const)("sorts by a key: %s", async (_title, row, after) => {
  expect(await drafted(sortByCmp, row)).toEqual(changed(after));
});
