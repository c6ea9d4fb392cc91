import { expect, test } from "vitest";
import { sampleOfSet } from "../../../src/draft/recipes/python/sample-of-set.ts";
import { drafted } from "../../support/recipe-case.ts";
import { failing } from "./failing.ts";

const NO_SEQUENCE = "TypeError: Population must be a sequence.  For dicts or sets, use sorted(d).";

test.each([
  ["a list already", failing("import random\n\nrandom.sample(list(rows), 2)\n", 3, NO_SEQUENCE)],
  ["sorted already", failing("import random\n\nrandom.sample(sorted(rows), 2)\n", 3, NO_SEQUENCE)],
  ["another object's method", failing("import random\n\nframe.sample(rows, 2)\n", 3, NO_SEQUENCE)],
  ["a line that is not the failing one", failing("import random\n\nx = 1\nrandom.sample(rows, 2)\n", 3, NO_SEQUENCE)],
  [
    "another exception",
    failing("import random\n\nrandom.sample(rows, 2)\n", 3, "ValueError: Sample larger than population or is negative"),
  ],
  ["a population in a list of arguments", failing("import random\n\nrandom.sample(*given)\n", 3, NO_SEQUENCE)],
] as const)("leaves alone: %s", async (_title, row) => {
  expect(await drafted(sampleOfSet, row)).toEqual([]);
});

test.each([
  [
    "the failing line, and what is a set by its form",
    "import random\n\nrandom.sample(rows, 2)\nrandom.sample(other, 1)\nrandom.sample({1, 2}, 1)\n",
    (make: string) =>
      `import random\n\nrandom.sample(${make}(rows), 2)\nrandom.sample(other, 1)\nrandom.sample(${make}({1, 2}), 1)\n`,
  ],
  [
    "an imported function",
    "from random import sample\n\nsample(prices.keys(), k=2)\n",
    (make: string) => `from random import sample\n\nsample(${make}(prices.keys()), k=2)\n`,
  ],
])("sorts, or takes the elements as they come: %s", async (_title, before, after) => {
  const drafts = await drafted(sampleOfSet, failing(before, 3, NO_SEQUENCE));
  expect(drafts).toEqual([{ "app/shop.py": after("sorted") }, { "app/shop.py": after("list") }]);
});
