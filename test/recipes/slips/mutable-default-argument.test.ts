import { expect, test } from "vitest";
import { mutableDefaultArgument } from "../../../src/draft/recipes/slips/mutable-default-argument.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";
import { failing, FILE } from "./failing.ts";

/** The function `add` at a line ran. */
function ran(text: string, more: Partial<RecipeCase> = {}): RecipeCase {
  const line = text.split("\n").findIndex((entry) => /def (add|__init__)\b/.test(entry)) + 1;
  const name = text.includes("__init__") ? "Cart.__init__" : "add";
  const executed = [{ path: FILE, name, line, depth: 1, order: 0 }];
  return failing(text, "AssertionError: assert ['tea', 'milk'] == ['milk']", { evidence: { executed }, ...more });
}

test.each([
  ["only read", ran("def add(item, cart=[]):\n    return [*cart, item]\n")],
  ["a memory on purpose", ran("def add(n, cache={}):\n    cache[n] = 1\n    return cache[n]\n")],
  [
    "a new one is made first",
    ran("def add(item, cart=[]):\n    cart = list(cart)\n    cart.append(item)\n    return cart\n"),
  ],
  ["None already", ran("def add(item, cart=None):\n    cart.append(item)\n")],
  ["a tuple", ran("def add(item, cart=()):\n    return cart + (item,)\n")],
  ["decorated with the unknown", ran("@command\ndef add(item, cart=[]):\n    cart.append(item)\n")],
  ["read elsewhere", ran("def add(item, cart=[]):\n    cart.append(item)\n\n\nprint(add.__defaults__)\n")],
  ["names in the default", ran("def add(item, cart=[START]):\n    cart.append(item)\n")],
  ["all on one line", ran("def add(item, cart=[]): cart.append(item)\n")],
  ["list is something else", ran("from shapes import list\n\n\ndef add(item, cart=list()):\n    cart.append(item)\n")],
  ["did not run", { ...ran("def add(item, cart=[]):\n    cart.append(item)\n"), evidence: {} }],
  ["kept, but never changed", ran("class Cart:\n    def __init__(self, rows=[]):\n        self.rows = rows\n")],
])("no draft: %s", async (_name, row) => {
  expect(await drafted(mutableDefaultArgument, row)).toEqual([]);
});

test.each([
  [
    "a list",
    ran("def add(item, cart=[]):\n    cart.append(item)\n    return cart\n"),
    "def add(item, cart=None):\n    if cart is None:\n        cart = []\n    cart.append(item)\n    return cart\n",
  ],
  [
    "below the docstring; by keyword; others of the file",
    ran(
      'def add(item, *, key, cart={"a": 1}):\n    """Adds."""\n    cart[item] = key\n\n\ndef other(x, seen=set()):\n    seen.add(x)\n',
    ),
    'def add(item, *, key, cart=None):\n    """Adds."""\n    if cart is None:\n        cart = {"a": 1}\n    cart[item] = key\n\n\ndef other(x, seen=None):\n    if seen is None:\n        seen = set()\n    seen.add(x)\n',
  ],
  [
    "annotated",
    ran("def add(item: str, cart: list[str] = []) -> list[str]:\n    cart.append(item)\n    return cart\n"),
    "def add(item: str, cart: list[str] | None = None) -> list[str]:\n    if cart is None:\n        cart = []\n    cart.append(item)\n    return cart\n",
  ],
  [
    "annotated, for Python 3.8 too",
    ran(
      "from typing import List\n\n\ndef add(item: str, cart: List[str] = []):\n    cart += [item]\n    return cart\n",
      { support: { python: "3.8" } },
    ),
    "from typing import List, Optional\n\n\ndef add(item: str, cart: Optional[List[str]] = None):\n    if cart is None:\n        cart = []\n    cart += [item]\n    return cart\n",
  ],
  [
    "kept and changed later",
    ran(
      "class Cart:\n    def __init__(self, rows=[]):\n        self.rows = rows\n\n    def add(self, row):\n        self.rows.append(row)\n",
    ),
    "class Cart:\n    def __init__(self, rows=None):\n        if rows is None:\n            rows = []\n        self.rows = rows\n\n    def add(self, row):\n        self.rows.append(row)\n",
  ],
])("%s", async (_name, row, after) => {
  expect(await drafted(mutableDefaultArgument, row)).toEqual([{ [FILE]: after }]);
});
