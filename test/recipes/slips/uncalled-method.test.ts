import { expect, test } from "vitest";
import { uncalledMethod } from "../../../src/draft/recipes/slips/uncalled-method.ts";
import { drafted } from "../../support/recipe-case.ts";
import { failing, FILE } from "./failing.ts";

const CART =
  "class Cart:\n    def total(self, rate=1):\n        return 1\n\n    @property\n    def size(self):\n        return 2\n\n\n";
const PLUS = "TypeError: unsupported operand type(s) for +: 'method' and 'int'";
const CALLED = "TypeError: 'int' object is not callable";

test.each([
  [
    "needs an argument",
    "class Cart:\n    def total(self, rate):\n        return 1\n\n\ndef f(cart):\n    return cart.total + 1  # fails\n",
    PLUS,
  ],
  ["not a method of the project", "def f(cart):\n    return cart.total + 1  # fails\n", PLUS],
  [
    "a coroutine function",
    "class Cart:\n    async def total(self):\n        return 1\n\n\ndef f(cart):\n    return cart.total + 1  # fails\n",
    PLUS,
  ],
  ["two uncalled", `${CART}def f(a, b):\n    return a.total + b.total  # fails\n`, PLUS],
  [
    "a builtin method that takes something",
    "def f(text):\n    return text.join + 'a'  # fails\n",
    "TypeError: unsupported operand type(s) for +: 'builtin_function_or_method' and 'str'",
  ],
  ["called already", `${CART}def f(cart):\n    return cart.total() + 1  # fails\n`, PLUS],
  ["a called method that is no property", `${CART}def f(cart):\n    return cart.total()  # fails\n`, CALLED],
  [
    "a property in one class, a method in another",
    `${CART}class Box:\n    def size(self):\n        return 1\n\n\ndef f(cart):\n    return cart.size()  # fails\n`,
    CALLED,
  ],
  ["a property called with something", `${CART}def f(cart):\n    return cart.size(1)  # fails\n`, CALLED],
  ["a name that is called", `${CART}def f(size):\n    return size()  # fails\n`, CALLED],
])("no draft: %s", async (_name, text, exception) => {
  expect(await drafted(uncalledMethod, failing(text, exception))).toEqual([]);
});

test("no draft in a test", async () => {
  const row = failing(CART, CALLED, {
    files: { "tests/test_it.py": "def test_it(cart):\n    assert cart.size() == 2  # fails\n" },
  });
  expect(await drafted(uncalledMethod, row)).toEqual([]);
});

test.each([
  [
    "added",
    `${CART}def f(cart):\n    return cart.total + 1  # fails\n`,
    PLUS,
    `${CART}def f(cart):\n    return cart.total() + 1  # fails\n`,
  ],
  [
    "compared",
    `${CART}def f(cart):\n    return 1 < cart.total  # fails\n`,
    "TypeError: '<' not supported between instances of 'int' and 'method'",
    `${CART}def f(cart):\n    return 1 < cart.total()  # fails\n`,
  ],
  [
    "gone through",
    "def f(d):\n    for key, value in d.items:  # fails\n        print(key)\n",
    "TypeError: 'builtin_function_or_method' object is not iterable",
    "def f(d):\n    for key, value in d.items():  # fails\n        print(key)\n",
  ],
  [
    "indexed",
    "def f(text):\n    return text.split[0]  # fails\n",
    "TypeError: 'builtin_function_or_method' object is not subscriptable",
    "def f(text):\n    return text.split()[0]  # fails\n",
  ],
  [
    "summed",
    `${CART}def f(cart):\n    return sum(cart.total)  # fails\n`,
    "TypeError: 'method' object is not iterable",
    `${CART}def f(cart):\n    return sum(cart.total())  # fails\n`,
  ],
  [
    "an attribute of it",
    "def f(text):\n    return text.lower.strip()  # fails\n",
    "AttributeError: 'builtin_function_or_method' object has no attribute 'strip'",
    "def f(text):\n    return text.lower().strip()  # fails\n",
  ],
  [
    "a property called",
    `${CART}def f(cart):\n    return cart.size() + 1  # fails\n`,
    CALLED,
    `${CART}def f(cart):\n    return cart.size + 1  # fails\n`,
  ],
])("%s", async (_name, text, exception, after) => {
  expect(await drafted(uncalledMethod, failing(text, exception))).toEqual([{ [FILE]: after }]);
});
