import { expect, test } from "vitest";
import { renamedMethods } from "../../src/draft/recipes/renamed-methods.ts";
import { drafted, type RecipeCase, recipeInput } from "../support/recipe-case.ts";

const HAS = [
  "threading.Thread.is_alive",
  "unittest.TestCase.assertEqual",
  "builtins.list",
  "numpy.ptp",
  "django.test.TestCase.assertQuerySetEqual",
];

/** A module whose line (one-based) fails for want of an attribute. */
function reading(text: string, line: number, message = "'dict' object has no attribute 'iteritems'"): RecipeCase {
  return {
    files: { "app/stock.py": text },
    exception: { type: "AttributeError", message },
    frames: [{ path: "app/stock.py", line, function: "total" }],
    has: HAS,
    packages: {},
  };
}

const THREAD = "'Thread' object has no attribute 'isAlive'";
const PTP = "type object 'numpy.ndarray' has no attribute 'ptp'";
const ELEMENT = "'xml.etree.ElementTree.Element' object has no attribute 'getchildren'";

test.each([
  ["another type", reading("prices.iteritems()\n", 1, "'Basket' object has no attribute 'iteritems'")],
  ["another attribute", reading("prices.iteritems()\n", 1, "'dict' object has no attribute 'prices'")],
  ["a line that is not the failing one", reading("prices = {}\nprices.iteritems()\n", 1)],
  ["a function of a library", reading("import six\n\nsix.iteritems({})\n", 3)],
  [
    "a try that expects its absence",
    reading("try:\n    rows = prices.iteritems()\nexcept AttributeError:\n    rows = prices.items()\n", 2),
  ],
  [
    "a condition on what is there",
    reading("rows = prices.iteritems() if hasattr(prices, 'iteritems') else prices.items()\n", 1),
  ],
  ["a place that binds the name", reading("prices.iteritems = None\n", 1)],
  ["a string", reading("getattr(prices, 'iteritems')\n", 1)],
  ["a new name that is not installed", { ...reading("worker.isAlive()\n", 1, THREAD), has: [] }],
  ["a method that is not called, for which there is only a function", reading("read = tree.getchildren\n", 1, ELEMENT)],
  [
    "a function whose name the file uses for something else",
    reading("list = []\nlist.extend(tree.getchildren())\n", 2, ELEMENT),
  ],
  [
    "a method of the type itself that is called",
    reading("import numpy as np\n\n\ndef spread(a):\n    return np.ndarray.ptp(a)\n", 5, PTP),
  ],
  ["calls inside each other that become functions", reading("tree.getchildren().pop().getchildren()\n", 1, ELEMENT)],
] as const)("leaves alone: %s", async (_title, row) => {
  expect(await drafted(renamedMethods, row)).toEqual([]);
});

test.each([
  [
    "with all others of the file",
    reading(
      "def total(prices):\n    for a in prices.iteritems():\n        yield a\n\n\nrows = {}.iteritems()  # all\n",
      2,
    ),
    "def total(prices):\n    for a in prices.items():\n        yield a\n\n\nrows = {}.items()  # all\n",
  ],
  [
    "an assertion of Django's",
    reading(
      "from django.test import TestCase\n\n\nclass Shop(TestCase):\n    def test(self):\n        self.assertQuerysetEqual(a, [])\n",
      6,
      "'Shop' object has no attribute 'assertQuerysetEqual'. Did you mean: 'assertQuerySetEqual'?",
    ),
    "from django.test import TestCase\n\n\nclass Shop(TestCase):\n    def test(self):\n        self.assertQuerySetEqual(a, [])\n",
  ],
  [
    "as a value, where a function does the same",
    reading("import numpy as np\n\n\n@documented(np.ndarray.ptp)\ndef spread(a):\n    return a\n", 4, PTP),
    "import numpy as np\n\n\n@documented(np.ptp)\ndef spread(a):\n    return a\n",
  ],
  [
    "on the failing line alone, where a class of the project has the name too",
    reading(
      "class Basket:\n    def iteritems(self):\n        return self.rows.iteritems()\n\n\nBasket().iteritems()\n",
      3,
    ),
    "class Basket:\n    def iteritems(self):\n        return self.rows.items()\n\n\nBasket().iteritems()\n",
  ],
  ["of an attribute that is not called", reading("alive = worker.isAlive\n", 1, THREAD), "alive = worker.is_alive\n"],
  [
    "where Python gives a wrong hint",
    reading("prices.iteritems()\n", 1, "'dict' object has no attribute 'iteritems'. Did you mean: 'items'?"),
    "prices.items()\n",
  ],
  [
    "of a class",
    reading(
      "from threading import Thread\n\nThread.isAlive(worker)\n",
      3,
      "type object 'Thread' has no attribute 'isAlive'",
    ),
    "from threading import Thread\n\nThread.is_alive(worker)\n",
  ],
  [
    "of a class of the project that is such a type",
    reading(
      "import threading\n\n\nclass Worker(threading.Thread):\n    pass\n\n\nWorker().isAlive()\n",
      8,
      "'Worker' object has no attribute 'isAlive'",
    ),
    "import threading\n\n\nclass Worker(threading.Thread):\n    pass\n\n\nWorker().is_alive()\n",
  ],
  [
    "on the further lines of a statement",
    reading("rows = sorted(\n    prices\n    .iteritems(),\n    key=len,\n)\n", 1),
    "rows = sorted(\n    prices\n    .items(),\n    key=len,\n)\n",
  ],
  [
    "into a call of a function",
    reading("for row in tree.getroot().getchildren():\n    print(row)\n", 1, ELEMENT),
    "for row in list(tree.getroot()):\n    print(row)\n",
  ],
  ["with Windows line ends", reading("prices = {}\r\nprices.iteritems()\r\n", 2), "prices = {}\r\nprices.items()\r\n"],
] as const)("renames %s", async (_title, row, after) => {
  expect(await drafted(renamedMethods, row)).toEqual([{ "app/stock.py": after }]);
});

test("a test file is mended where it is the one that fails, and the draft says so", async () => {
  const path = "tests/test_stock.py";
  const text = "class TestStock(unittest.TestCase):\n    def test_it(self):\n        self.assertEquals(1, 1)\n";
  const row = {
    ...reading("", 3, "'TestStock' object has no attribute 'assertEquals'. Did you mean: 'assertEqual'?"),
    files: { [path]: text },
    frames: [{ path, line: 3, function: "test_it" }],
  };
  const drafts = renamedMethods.draft(await recipeInput(row));
  expect(drafts.map(({ mayEditTests }) => mayEditTests)).toEqual([true]);
  expect(await drafted(renamedMethods, row)).toEqual([{ [path]: text.replace("assertEquals", "assertEqual") }]);
});
