import { expect, test } from "vitest";
import { selfAttribute } from "../../../src/draft/recipes/typos/self-attribute.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";

/** A module whose line (one-based) fails for want of `items`. */
function lacking(text: string, line: number, files: RecipeCase["files"] = {}): RecipeCase {
  return {
    files: { "shop/cart.py": text, ...files },
    exception: { type: "NameError", message: "name 'items' is not defined. Did you mean: 'self.items'?" },
    frames: [{ path: "shop/cart.py", line, function: "Cart.count" }],
    packages: {},
  };
}

const HEAD = "class Cart:\n    def __init__(self, items):\n        self.items = items\n\n";

test.each([
  [
    "a parameter of the method",
    lacking(`${HEAD}    def count(self, items=None):\n        del items\n        return items\n`, 7),
  ],
  [
    "a variable of the method",
    lacking(`${HEAD}    def count(self, x):\n        if x:\n            items = []\n        return items\n`, 8),
  ],
  [
    "a variable of the module",
    lacking(`if False:\n    items = []\n\n\n${HEAD}    def count(self):\n        return items\n`, 10),
  ],
  [
    "an import",
    lacking(
      `import sys\n\nif sys.argv:\n    from shop import items\n\n\n${HEAD}    def count(self):\n        return items\n`,
      12,
    ),
  ],
  ["an object without such an attribute", lacking("class Cart:\n    def count(self):\n        return items\n", 3)],
  ["a static method", lacking(`${HEAD}    @staticmethod\n    def count(self):\n        return items\n`, 7)],
  ["a class method", lacking(`${HEAD}    @classmethod\n    def count(self):\n        return items\n`, 7)],
  ["a method without `self`", lacking(`${HEAD}    def count():\n        return items\n`, 6)],
  ["a function", lacking("def count():\n    return items\n", 2)],
  ["a default value", lacking(`${HEAD}    def count(self, x=items):\n        return x\n`, 5)],
  ["a star import", lacking(`from shop.all import *\n\n\n${HEAD}    def count(self):\n        return items\n`, 9)],
] as const)("leaves alone: %s", async (_title, row) => {
  expect(await drafted(selfAttribute, row)).toEqual([]);
});

test.each([
  [
    "every read in the method",
    lacking(
      `${HEAD}    def count(self):\n        if items:\n            return len(items)  # all\n        return 0\n`,
      6,
    ),
    `${HEAD}    def count(self):\n        if self.items:\n            return len(self.items)  # all\n        return 0\n`,
  ],
  [
    "in a lambda and a comprehension",
    lacking(`${HEAD}    def count(self):\n        return [x for x in items], lambda: items\n`, 6),
    `${HEAD}    def count(self):\n        return [x for x in self.items], lambda: self.items\n`,
  ],
  [
    "a method",
    lacking(
      "class Cart:\n    def items(self):\n        return []\n\n    def count(self):\n        return len(items())\n",
      6,
    ),
    "class Cart:\n    def items(self):\n        return []\n\n    def count(self):\n        return len(self.items())\n",
  ],
  [
    "an annotated field of the class",
    lacking("class Cart:\n    items: list\n\n    def count(self):\n        return len(items)\n", 5),
    "class Cart:\n    items: list\n\n    def count(self):\n        return len(self.items)\n",
  ],
  [
    "an attribute of a base class in another file",
    lacking("from shop.base import Base\n\n\nclass Cart(Base):\n    def count(self):\n        return items\n", 6, {
      "shop/base.py": "class Base:\n    def __init__(self):\n        self.items = []\n",
      "shop/__init__.py": "",
    }),
    "from shop.base import Base\n\n\nclass Cart(Base):\n    def count(self):\n        return self.items\n",
  ],
] as const)("puts `self.` before %s", async (_title, row, after) => {
  expect(await drafted(selfAttribute, row)).toEqual([{ "shop/cart.py": after }]);
});
