import { expect, test } from "vitest";
import { assignedWithoutGlobal } from "../../../src/draft/recipes/slips/assigned-without-global.ts";
import { drafted } from "../../support/recipe-case.ts";
import { failing, FILE } from "./failing.ts";

const NEW = "UnboundLocalError: cannot access local variable 'hits' where it is not associated with a value";
const OLD = "UnboundLocalError: local variable 'hits' referenced before assignment";

test.each([
  [
    "assigned under a condition",
    "hits = 0\n\n\ndef f(x):\n    if x:\n        hits = 1\n    return hits  # fails\n",
    NEW,
  ],
  ["its own value on one way", "hits = 0\n\n\ndef f(x):\n    if x:\n        hits = 0\n    hits += 1  # fails\n", NEW],
  [
    "a local variable that hides the outer one",
    "hits = {}\n\n\ndef f():\n    x = hits['a']  # fails\n    hits = x.all\n",
    NEW,
  ],
  ["nothing of that name outside", "def f():\n    hits += 1  # fails\n", NEW],
  ["an imported name", "from app import hits\n\n\ndef f():\n    hits += 1  # fails\n", NEW],
  ["a function of that name", "def hits():\n    pass\n\n\ndef f():\n    hits += 1  # fails\n", NEW],
  ["bound by a loop", "hits = 0\n\n\ndef f(rows):\n    for hits in rows:\n        pass\n    hits += 1  # fails\n", NEW],
  [
    "bound by a handler",
    "hits = 0\n\n\ndef f():\n    try:\n        g()\n    except E as hits:\n        pass\n    hits += 1  # fails\n",
    NEW,
  ],
  [
    "filled in deeper conditions",
    "hits = None\n\n\ndef f(x):\n    if x:\n        if hits is None:\n            hits = 1\n    return hits  # fails\n",
    NEW,
  ],
  ["an attribute of the class", "class C:\n    hits = 0\n\n    def f(self):\n        hits += 1  # fails\n", NEW],
  ["a body on the line of its head", "hits = 0\n\n\ndef f(): hits += 1  # fails\n", NEW],
])("no draft: %s", async (_name, text, exception) => {
  expect(await drafted(assignedWithoutGlobal, failing(text, exception))).toEqual([]);
});

test("no draft in a test", async () => {
  const row = failing("", NEW, { files: { "tests/test_it.py": "hits = 0\n\n\ndef f():\n    hits += 1  # fails\n" } });
  expect(await drafted(assignedWithoutGlobal, row)).toEqual([]);
});

test.each([
  [
    "a counter",
    "hits = 0\n\n\ndef f():\n    hits += 1  # fails\n",
    NEW,
    "hits = 0\n\n\ndef f():\n    global hits\n    hits += 1  # fails\n",
  ],
  [
    "older Pythons, below the docstring and above comments",
    'hits: int = 0\n\n\ndef f():\n    """Counts."""\n    # One more.\n    hits = hits + 1  # fails\n',
    OLD,
    'hits: int = 0\n\n\ndef f():\n    """Counts."""\n    global hits\n    # One more.\n    hits = hits + 1  # fails\n',
  ],
  [
    "of the function around",
    "def counter():\n    hits = 0\n\n    def up():\n        hits += 1  # fails\n        return hits\n\n    return up\n",
    NEW,
    "def counter():\n    hits = 0\n\n    def up():\n        nonlocal hits\n        hits += 1  # fails\n        return hits\n\n    return up\n",
  ],
  [
    "filled once",
    "hits = None\n\n\ndef f():\n    if hits is None:  # fails\n        hits = load()\n    return hits\n",
    NEW,
    "hits = None\n\n\ndef f():\n    global hits\n    if hits is None:  # fails\n        hits = load()\n    return hits\n",
  ],
  [
    "other functions that change it, in methods too",
    "hits = 0\n\n\nclass C:\n    def f(self):\n        hits += 1  # fails\n\n\ndef g():\n    hits -= 1\n\n\ndef h():\n    return hits\n\n\ndef i():\n    hits = 3\n    return hits\n",
    NEW,
    "hits = 0\n\n\nclass C:\n    def f(self):\n        global hits\n        hits += 1  # fails\n\n\ndef g():\n    global hits\n    hits -= 1\n\n\ndef h():\n    return hits\n\n\ndef i():\n    hits = 3\n    return hits\n",
  ],
])("%s", async (_name, text, exception, after) => {
  expect(await drafted(assignedWithoutGlobal, failing(text, exception))).toEqual([{ [FILE]: after }]);
});
