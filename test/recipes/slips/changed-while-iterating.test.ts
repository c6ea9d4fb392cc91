import { expect, test } from "vitest";
import { changedWhileIterating } from "../../../src/draft/recipes/slips/changed-while-iterating.ts";
import { drafted } from "../../support/recipe-case.ts";
import { failing, FILE } from "./failing.ts";

const SIZE = "RuntimeError: dictionary changed size during iteration";

test.each([
  ["a copy already", "def f(d):\n    for k in list(d):  # fails\n        del d[k]\n", SIZE],
  ["sorted is a copy", "def f(d):\n    for k in sorted(d):  # fails\n        del d[k]\n", SIZE],
  ["another thread adds to it", "import threading\n\ndef f(d):\n    for k in d:  # fails\n        print(k)\n", SIZE],
  [
    "another thread, by an executor",
    "from concurrent.futures import ThreadPoolExecutor\n\ndef f(d):\n    for k in d:  # fails\n        print(k)\n",
    SIZE,
  ],
  ["a body that changes nothing", "def f(d):\n    for k in d:  # fails\n        pass\n", SIZE],
  ["no loop at the line", "def f(d):\n    return sum(d.values())  # fails\n", SIZE],
  ["list is another thing here", "def f(d, list):\n    for k in d:  # fails\n        del d[k]\n", SIZE],
  ["list of the module", "from shapes import *\n\ndef f(d):\n    for k in d:  # fails\n        del d[k]\n", SIZE],
  [
    "another exception",
    "def f(d):\n    for k in d:  # fails\n        del d[k]\n",
    "RuntimeError: dictionary is broken",
  ],
  ["two loops that may be meant", "def f(a, b):\n    return [g(x) for x in a] + [g(x) for x in b]  # fails\n", SIZE],
  ["asynchronous", "async def f(d):\n    async for k in d:  # fails\n        del d[k]\n", SIZE],
])("no draft: %s", async (_name, text, exception) => {
  expect(await drafted(changedWhileIterating, failing(text, exception))).toEqual([]);
});

test("no draft in a test", async () => {
  const row = failing("", SIZE, {
    files: { "tests/test_it.py": "def f(d):\n    for k in d:  # fails\n        del d[k]\n" },
  });
  expect(await drafted(changedWhileIterating, row)).toEqual([]);
});

test.each([
  [
    "deleted by key",
    "def f(d):\n    for k in d:  # fails\n        del d[k]\n",
    SIZE,
    "def f(d):\n    for k in list(d):  # fails\n        del d[k]\n",
  ],
  [
    "items",
    "def f(d):\n    for k, v in d.items():  # fails\n        if v:\n            d.pop(k)\n",
    SIZE,
    "def f(d):\n    for k, v in list(d.items()):  # fails\n        if v:\n            d.pop(k)\n",
  ],
  [
    "keys, added to",
    "def f(self):\n    for k in self.d.keys():  # fails\n        self.d[k + 1] = 1\n",
    "RuntimeError: dictionary keys changed during iteration",
    "def f(self):\n    for k in list(self.d.keys()):  # fails\n        self.d[k + 1] = 1\n",
  ],
  [
    "a set",
    "def f(found):\n    for k in found:  # fails\n        found.discard(k)\n",
    "RuntimeError: Set changed size during iteration",
    "def f(found):\n    for k in list(found):  # fails\n        found.discard(k)\n",
  ],
  [
    "counted",
    "def f(d):\n    for i, k in enumerate(d):  # fails\n        d.pop(k)\n",
    SIZE,
    "def f(d):\n    for i, k in enumerate(list(d)):  # fails\n        d.pop(k)\n",
  ],
  [
    "changed by what the body calls",
    "class Bus:\n    def close(self):\n        for listener in self.listeners:  # fails\n            listener.close()\n",
    "RuntimeError: Set changed size during iteration",
    "class Bus:\n    def close(self):\n        for listener in list(self.listeners):  # fails\n            listener.close()\n",
  ],
  [
    "a method called list does not matter",
    "class Bus:\n    def list(self):\n        return 1\n\n    def close(self):\n        for x in self.all:  # fails\n            self.all.remove(x)\n",
    "RuntimeError: Set changed size during iteration",
    "class Bus:\n    def list(self):\n        return 1\n\n    def close(self):\n        for x in list(self.all):  # fails\n            self.all.remove(x)\n",
  ],
  [
    "a comprehension",
    "def f(self):\n    return [self.drop(k) for k in self.d]  # fails\n",
    SIZE,
    "def f(self):\n    return [self.drop(k) for k in list(self.d)]  # fails\n",
  ],
  [
    "the same fault elsewhere in the file, but not where the loop ends with it",
    "def f(d):\n    for k in d:  # fails\n        del d[k]\n\n\ndef g(d):\n    for k, v in d.items():\n        del d[k]\n\n\ndef h(d):\n    for k in d:\n        del d[k]\n        break\n\n\ndef i(rows):\n    for r in rows:\n        del rows[0]\n",
    SIZE,
    "def f(d):\n    for k in list(d):  # fails\n        del d[k]\n\n\ndef g(d):\n    for k, v in list(d.items()):\n        del d[k]\n\n\ndef h(d):\n    for k in d:\n        del d[k]\n        break\n\n\ndef i(rows):\n    for r in rows:\n        del rows[0]\n",
  ],
])("%s", async (_name, text, exception, after) => {
  expect(await drafted(changedWhileIterating, failing(text, exception))).toEqual([{ [FILE]: after }]);
});
