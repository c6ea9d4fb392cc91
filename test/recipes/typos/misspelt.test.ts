import { describe, expect, test } from "vitest";
import { likeliest, likeliestOfLibrary } from "../../../src/draft/recipes/typos/likeness.ts";
import { distance } from "../../../src/text/near.ts";
import { misspeltAttribute } from "../../../src/draft/recipes/typos/misspelt-attribute.ts";
import { misspeltImport } from "../../../src/draft/recipes/typos/misspelt-import.ts";
import { misspeltName } from "../../../src/draft/recipes/typos/misspelt-name.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";

test.each([
  ["ab", "ba", 1],
  ["value", "vlaue", 1],
  ["amount", "ammount", 1],
  ["kitten", "sitting", 3],
  ["", "abc", 3],
] as const)("%s and %s are %i apart", (first, second, expected) => {
  expect([distance(first, second), distance(second, first)]).toEqual([expected, expected]);
});

test.each([
  ["reslt", ["result", "other"], "result"],
  ["format_ammount", ["format_amount", "format_date"], "format_amount"],
  ["defaultdcit", ["defaultdict", "deque"], "defaultdict"],
  ["customerid", ["customerId"], "customerId"],
  ["recieve_mesage", ["receive_message"], "receive_message"],
  ["item", ["items"], undefined],
  ["close", ["closed"], undefined],
  ["value1", ["value2"], undefined],
  ["value", ["_value"], undefined],
  ["get_price", ["set_price"], undefined],
  ["min_size", ["max_size"], undefined],
  ["encode_body", ["decode_body"], undefined],
  ["order", ["Order"], undefined],
  ["tolal", ["total", "tonal"], undefined],
  ["foo", ["fop"], undefined],
  ["price", ["prize_money"], undefined],
  ["form_data", ["from_data"], undefined],
] as const)("of %s what was meant", (wrong, names, expected) => {
  expect(likeliest(wrong, names)).toBe(expected);
});

/** What Python itself suggests for names that libraries took away; every one is wrong. */
test.each([
  ["in1d", "int16"],
  ["trapz", "trace"],
  ["math", "emath"],
  ["itemset", "itemsize"],
  ["iteritems", "isetitem"],
  ["getargspec", "getargs"],
  ["readfp", "read"],
  ["coroutine", "coroutines"],
  ["before_first_request", "before_request"],
  ["SafeConfigParser", "RawConfigParser"],
  ["url", "urls"],
  ["config", "Config"],
  ["msort", "sort"],
])("%s of a library is not %s", (wrong, hint) => {
  expect(likeliestOfLibrary(wrong, [hint])).toBeUndefined();
});

function failing(
  type: string,
  message: string,
  { text, line, ...more }: { readonly text: string; readonly line: number } & Partial<RecipeCase>,
): RecipeCase {
  return {
    ...more,
    files: {
      "shop/cart.py": text,
      "shop/__init__.py": "",
      "tests/test_it.py": "from shop import cart\n",
      ...more.files,
    },
    exception: { type, message },
    frames: [{ path: "shop/cart.py", line, function: null }],
    packages: {},
  };
}

describe("a name", () => {
  const lacking = (text: string, line: number, more: Partial<RecipeCase> = {}): RecipeCase =>
    failing("NameError", "name 'reslt' is not defined. Did you mean: 'result'?", { text, line, ...more });

  test.each([
    ["two names that are as near", lacking("def f(result, resslt):\n    return reslt\n", 2)],
    ["no name that is near", lacking("def f(x):\n    return reslt\n", 2)],
    ["a name of another function", lacking("def g():\n    result = 1\n\n\ndef f():\n    return reslt\n", 6)],
    ["a name of a class body", lacking("class A:\n    result = 1\n\n    def f(self):\n        return reslt\n", 5)],
    ["a name bound elsewhere", lacking("def g():\n    reslt = 1\n\n\ndef f(result):\n    return reslt\n", 6)],
    ["a key of that name", lacking("def f(result):\n    return {'reslt': reslt}\n", 2)],
    ["a keyword of that name", lacking("def f(result):\n    return dict(reslt=reslt)\n", 2)],
    [
      "a symbol of the repository",
      lacking("def f(result):\n    return reslt\n", 2, { files: { "shop/other.py": "reslt = 1\n" } }),
    ],
    [
      "what a test uses so",
      lacking("result = 1\n\n\ndef f():\n    return reslt\n", 5, {
        files: { "tests/test_it.py": "from shop.cart import reslt\n" },
      }),
    ],
    ["a star import", lacking("from os import *\n\n\ndef f(result):\n    return reslt\n", 5)],
    ["another line", lacking("def f(result):\n    return reslt\n", 1)],
  ] as const)("leaves alone: %s", async (_title, row) => {
    expect(await drafted(misspeltName, row)).toEqual([]);
  });

  test.each([
    ["a parameter", lacking("def f(result):\n    return reslt + 1\n", 2), "def f(result):\n    return result + 1\n"],
    ["every use", lacking("result = 1\nprint(reslt)\nprint(reslt)\n", 2), "result = 1\nprint(result)\nprint(result)\n"],
    [
      "of the function around",
      lacking("def f():\n    result = 1\n    return [reslt for _ in 'a']\n", 3),
      "def f():\n    result = 1\n    return [result for _ in 'a']\n",
    ],
  ] as const)("is spelt as it is defined: %s", async (_title, row, after) => {
    expect(await drafted(misspeltName, row)).toEqual([{ "shop/cart.py": after }]);
  });
});

describe("an attribute", () => {
  const CLASS = "class Cart:\n    def __init__(self):\n        self.value = 1\n\n";
  const lacking = (text: string, line: number, more: Partial<RecipeCase> = {}): RecipeCase =>
    failing("AttributeError", "'Cart' object has no attribute 'vlaue'", { text, line, ...more });
  const ofModule = (
    module: string,
    wrong: string,
    more: { text: string; line: number } & Partial<RecipeCase>,
  ): RecipeCase => failing("AttributeError", `module '${module}' has no attribute '${wrong}'`, more);

  test.each([
    ["a class that is not the project's", lacking("def f(cart):\n    return cart.vlaue\n", 2)],
    [
      "two classes of the name",
      lacking(`${CLASS}\ndef f(c):\n    return c.vlaue\n`, 7, { files: { "shop/other.py": "class Cart: ...\n" } }),
    ],
    [
      "a class that makes up its attributes",
      lacking(
        `${CLASS}    def __getattr__(self, name):\n        raise AttributeError(name)\n\n    def f(self):\n        return self.vlaue\n`,
        9,
      ),
    ],
    [
      "an attribute that is set elsewhere",
      lacking(`${CLASS}    def f(self):\n        return self.vlaue\n\n\ndef g(cart):\n    cart.vlaue = 2\n`, 6),
    ],
    [
      "a name that a string holds",
      lacking(`${CLASS}    def f(self):\n        return self.vlaue or getattr(self, 'vlaue')\n`, 6),
    ],
    [
      "a private name",
      lacking(
        "class Cart:\n    def __init__(self):\n        self._vlaue = 1\n\n    def f(self):\n        return self.vlaue\n",
        6,
      ),
    ],
    [
      "what a test uses so",
      lacking(`${CLASS}    def f(self):\n        return self.vlaue\n`, 6, {
        files: { "tests/test_it.py": "def test(cart):\n    assert cart.vlaue\n" },
      }),
    ],
    [
      "a try that expects its absence",
      lacking(
        `${CLASS}    def f(self):\n        try:\n            x = self.vlaue\n        except AttributeError:\n            x = 0\n        return x\n`,
        7,
      ),
    ],
    [
      "an installed module's removed name",
      ofModule("numpy", "trapz", { text: "import numpy\n\nnumpy.trapz([])\n", line: 3, members: { numpy: ["trace"] } }),
    ],
    [
      "a name that a table knows to be gone",
      ofModule("collections", "Mappign", {
        text: "import collections\n\ncollections.Mappign\n",
        line: 3,
        members: { collections: [] },
      }),
    ],
    [
      "an object of an unknown class",
      failing("AttributeError", "'NoneType' object has no attribute 'vlaue'", {
        text: `${CLASS}    def f(self):\n        return None.vlaue\n`,
        line: 6,
      }),
    ],
    [
      "a test file",
      {
        ...lacking("", 1),
        files: { "tests/test_it.py": `${CLASS}    def f(self):\n        return self.vlaue\n` },
        frames: [{ path: "tests/test_it.py", line: 6, function: null }],
      },
    ],
  ] as const)("leaves alone: %s", async (_title, row) => {
    expect(await drafted(misspeltAttribute, row)).toEqual([]);
  });

  test.each([
    [
      "of an object",
      lacking(`${CLASS}\ndef f(cart):\n    x = cart.vlaue\n    return x + cart.vlaue\n`, 7),
      `${CLASS}\ndef f(cart):\n    x = cart.value\n    return x + cart.value\n`,
    ],
    [
      "of `self`, in the whole class",
      lacking(
        `${CLASS}    def f(self):\n        return self.vlaue\n\n    def g(self):\n        return self.vlaue\n`,
        6,
      ),
      `${CLASS}    def f(self):\n        return self.value\n\n    def g(self):\n        return self.value\n`,
    ],
    [
      "of a class",
      failing("AttributeError", "type object 'Cart' has no attribute 'vlaue'. Did you mean: 'value'?", {
        text: "class Cart:\n    value = 1\n\n\nprint(Cart.vlaue)\n",
        line: 5,
      }),
      "class Cart:\n    value = 1\n\n\nprint(Cart.value)\n",
    ],
    [
      "of a module of the project",
      ofModule("shop.money", "totla", {
        text: "import shop.money\n\nprint(shop.money.totla(1))\n",
        line: 3,
        files: { "shop/money.py": "def total(x): ...\n" },
      }),
      "import shop.money\n\nprint(shop.money.total(1))\n",
    ],
    [
      "of an installed module, whatever Python suggests",
      ofModule("json", "dupms", {
        text: "import json\n\nprint(json.dupms(1))\n",
        line: 3,
        members: { json: ["dump", "dumps", "load", "loads"] },
      }),
      "import json\n\nprint(json.dumps(1))\n",
    ],
  ] as const)("is spelt as it is defined: %s", async (_title, row, after) => {
    expect(await drafted(misspeltAttribute, row)).toEqual([{ "shop/cart.py": after }]);
  });
});

describe("an imported name", () => {
  const MONEY = { "shop/money.py": "def format_amount(x): ...\n\n\ndef total(x): ...\n" };
  const lacking = (text: string, more: Partial<RecipeCase> = {}): RecipeCase =>
    failing("ImportError", "cannot import name 'format_ammount' from 'shop.money' (/r/shop/money.py)", {
      text,
      line: 1,
      ...more,
      files: { ...MONEY, ...more.files },
    });

  test.each([
    [
      "nothing that is near",
      lacking("from shop.money import format_ammount\n", { files: { "shop/money.py": "def total(x): ...\n" } }),
    ],
    [
      "two that are as near",
      lacking("from shop.money import format_ammount\n", {
        files: {
          "shop/money.py":
            "def format_amount(x): ...\n\n\ndef format_amount_(x): ...\n\n\ndef format_hammount(x): ...\n",
        },
      }),
    ],
    ["a name in `__all__`", lacking("from shop.money import format_ammount\n\n__all__ = ['format_ammount']\n")],
    [
      "a name that a test imports",
      lacking("from shop.money import format_ammount\n", {
        files: { "tests/test_it.py": "from shop.cart import format_ammount\n" },
      }),
    ],
    ["a file that has the right name too", lacking("from shop.money import format_ammount\n\nformat_amount = 1\n")],
    [
      "a try that expects its absence",
      lacking("try:\n    from shop.money import format_ammount\nexcept ImportError:\n    pass\n", {
        frames: [{ path: "shop/cart.py", line: 2, function: null }],
      }),
    ],
    [
      "a name that is defined elsewhere",
      lacking("from shop.money import format_ammount\n", {
        files: { "shop/other.py": "def format_ammount(x): ...\n" },
      }),
    ],
    [
      "a removed name of a library",
      failing("ImportError", "cannot import name 'ugettext' from 'django.utils.translation'", {
        text: "from django.utils.translation import ugettext\n",
        line: 1,
        members: { "django.utils.translation": ["gettext"] },
      }),
    ],
    ["a comment with the name", lacking("from shop.money import (\n    format_ammount,  # format_ammount\n)\n")],
  ] as const)("leaves alone: %s", async (_title, row) => {
    expect(await drafted(misspeltImport, row)).toEqual([]);
  });

  test.each([
    [
      "with its uses",
      lacking("from shop.money import format_ammount\n\nprint(format_ammount(1))\n"),
      "from shop.money import format_amount\n\nprint(format_amount(1))\n",
    ],
    ["relative", lacking("from .money import format_ammount\n"), "from .money import format_amount\n"],
    [
      "under an alias",
      lacking("from shop.money import format_ammount as f, total\n\nf(1)\n"),
      "from shop.money import format_amount as f, total\n\nf(1)\n",
    ],
    [
      "in a function",
      {
        ...lacking("def f():\n    from shop.money import format_ammount\n    return format_ammount\n"),
        frames: [{ path: "shop/cart.py", line: 2, function: null }],
      },
      "def f():\n    from shop.money import format_amount\n    return format_amount\n",
    ],
    [
      "of an installed module",
      failing(
        "ImportError",
        "cannot import name 'defaultdcit' from 'collections' (/py/collections/__init__.py). Did you mean: 'defaultdict'?",
        {
          text: "from collections import defaultdcit\n\nx = defaultdcit(list)\n",
          line: 1,
          members: { collections: ["defaultdict", "deque"] },
        },
      ),
      "from collections import defaultdict\n\nx = defaultdict(list)\n",
    ],
  ] as const)("is spelt as it is defined: %s", async (_title, row, after) => {
    expect(await drafted(misspeltImport, row)).toEqual([{ "shop/cart.py": after }]);
  });
});
