import { expect, test } from "vitest";
import { brokenSyntax } from "../../../src/draft/recipes/typos/broken-syntax.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";

/** A module that Python cannot read, and a test that imports it. */
function broken(text: string, path = "shop/cart.py"): RecipeCase {
  return {
    files: { [path]: text, "tests/test_it.py": path.startsWith("tests/") ? text : "import shop.cart\n" },
    exception: { type: "SyntaxError", message: "invalid syntax (cart.py, line 1)" },
    frames: [
      { path: "tests/test_it.py", line: 1, function: "<module>" },
      { path, line: 1, function: null },
    ],
    phase: "collect",
    packages: {},
  };
}

test.each([
  ["a file that can be read", "x = 1\n"],
  ["two faults", "def f(x)\n    return x\n\n\ndef g(x)\n    return x\n"],
  ["a conflict of a merge", "<<<<<<< HEAD\nx = 1\n=======\nx = 2\n>>>>>>> other\n"],
  ["a name that may be given a value in a condition", "if found = find(1):\n    pass\n"],
  ["two signs in a condition", "if x = 1 and y = 2:\n    pass\n"],
  ["a bracket that could be closed in two places", "def f(a):\n    if len(a + 1 > 2:\n        return a\n"],
  ["a value of a call or of what comes after it", "x = foo(1 + 2\ny = 2\n"],
  ["a value that is missing", "x = \ny = 2\n"],
  ["a statement that is cut off", "def f(x):\n    return x +\n"],
  ["two words", "x = one two\n"],
  ["a quote in the middle", 'x = {"a": "b, "c": 1}\n'],
  ["a text in three quotes that nothing ends", 'x = """abc\ny = 1\n'],
  ["a block whose condition became a comment", "def f(x):\n    y = 1\n    # if x:\n        y = 2\n    return y\n"],
  ["a line between two blocks", "def f(x):\n    if x:\n        x = 1\n      return x\n"],
  ["a function without a body", "def f(x):\ndef g(x):\n    return x\n"],
  ["a block that may go on", "def f(x):\ny = x\nreturn y\n"],
  ["tabs that mean different things", "def f(x):\n    if x:\n        x = 1\n\treturn x\n\n\n\n"],
  ["Python 2 that writes to a file", "import sys\nprint >>sys.stderr, 'a'\n"],
  ["Python 2 that keeps the line open", "print 'a',\n"],
  ["nonsense", "%%% this is no Python\n"],
])("leaves alone: %s", async (_title, text) => {
  expect(await drafted(brokenSyntax, broken(text))).toEqual([]);
});

test("leaves a test file alone, another file than the one the exception names, and other exceptions", async () => {
  const text = "def f(x)\n    return x\n";
  expect(await drafted(brokenSyntax, broken(text, "tests/test_other.py"))).toEqual([]);
  const row = broken(text);
  expect(
    await drafted(brokenSyntax, { ...row, frames: [{ path: "tests/test_it.py", line: 1, function: null }] }),
  ).toEqual([]);
  expect(await drafted(brokenSyntax, { ...row, exception: { type: "ValueError", message: "x" } })).toEqual([]);
});

test.each([
  ["a colon", "def f(x)\n    return x\n", "def f(x):\n    return x\n"],
  ["a colon before a comment", "if 1 < 2  # yes\n    x = 1\n", "if 1 < 2:  # yes\n    x = 1\n"],
  ["a colon after `else`", "if x:\n    y = 1\nelse\n    y = 2\n", "if x:\n    y = 1\nelse:\n    y = 2\n"],
  ["a colon of a class", "class A(B)\n    x = 1\n", "class A(B):\n    x = 1\n"],
  ["Windows line ends", "def f(x)\r\n    return x\r\n", "def f(x):\r\n    return x\r\n"],
  ["a sign of a comparison", "if x.size = 1:\n    pass\n", "if x.size == 1:\n    pass\n"],
  ["a sign of a comparison with a literal", "while x = 'a':\n    pass\n", "while x == 'a':\n    pass\n"],
  ["`elif`", "if x:\n    y = 1\nelse if z:\n    y = 2\n", "if x:\n    y = 1\nelif z:\n    y = 2\n"],
  ["a bracket of a call", "x = foo(1, bar(2), c='d'\ny = 2\n", "x = foo(1, bar(2), c='d')\ny = 2\n"],
  ["a bracket of a head", "def f(x, y:\n    return x\n", "def f(x, y):\n    return x\n"],
  ["a bracket of several lines", "x = [\n    1,\n    2,\ny = 3\n", "x = [\n    1,\n    2,\n]\ny = 3\n"],
  ["a bracket too many", "x = (1, 2))\ny = 1\n", "x = (1, 2)\ny = 1\n"],
  ["a bracket of another kind", "x = foo(1]\n", "x = foo(1)\n"],
  ["a comma", "x = [1, y 2]\n", "x = [1, y, 2]\n"],
  ["a comma at the end of a line", "x = {\n    'a': 1\n    'b': 2,\n}\n", "x = {\n    'a': 1,\n    'b': 2,\n}\n"],
  ["a quote", "x = 'abc\ny = 1\n", "x = 'abc'\ny = 1\n"],
  ["a quote before a bracket", 'x = foo("abc)\ny = 1\n', 'x = foo("abc")\ny = 1\n'],
  ["a line too far in", "def f(x):\n    y = x\n      return y\n", "def f(x):\n    y = x\n    return y\n"],
  [
    "lines too far in",
    "def f(x):\n    y = x\n      if y:\n          return y\n\n\nz = 1\n",
    "def f(x):\n    y = x\n    if y:\n        return y\n\n\nz = 1\n",
  ],
  [
    "a blank too few",
    "def f(x):\n    if x:\n        x = 1\n   return x\n",
    "def f(x):\n    if x:\n        x = 1\n    return x\n",
  ],
  ["a body", "def f(x):\nreturn x\n\n\nz = 1\n", "def f(x):\n    return x\n\n\nz = 1\n"],
  ["a tab", "def f(x):\n    y = x\n\treturn y\n", "def f(x):\n    y = x\n    return y\n"],
  [
    "Python 2",
    "def f(x):\n    try:\n        print 'a', x  # now\n        print\n    except (OSError, ValueError), e:\n        raise RuntimeError, 'no'\n    except OSError, KeyError:\n        pass\n",
    "def f(x):\n    try:\n        print('a', x)  # now\n        print\n    except (OSError, ValueError) as e:\n        raise RuntimeError('no')\n    except (OSError, KeyError):\n        pass\n",
  ],
])("mends %s", async (_title, text, after) => {
  expect(await drafted(brokenSyntax, broken(text))).toEqual([{ "shop/cart.py": after }]);
});
