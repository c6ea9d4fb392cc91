import { expect, test } from "vitest";
import { listOfView } from "../../../src/draft/recipes/slips/list-of-view.ts";
import { drafted } from "../../support/recipe-case.ts";
import { failing, FILE } from "./failing.ts";

const KEYS = "TypeError: 'dict_keys' object is not subscriptable";

test.each([
  ["a parameter", "def f(keys):\n    return keys[0]  # fails\n", KEYS],
  [
    "given twice",
    "def f(d):\n    keys = d.keys()\n    if d:\n        keys = d.keys()\n    return keys[0]  # fails\n",
    KEYS,
  ],
  ["a list already", "def f(d):\n    return list(d.keys())[0]  # fails\n", KEYS],
  ["two of them", "def f(d, e):\n    return d.keys()[0], e.keys()[0]  # fails\n", KEYS],
  [
    "a map of the module's own",
    "from shapes import map\n\n\ndef f(d):\n    return map(g, d)[0]  # fails\n",
    "TypeError: 'map' object is not subscriptable",
  ],
  ["list is something else", "def f(d, list):\n    return d.keys()[0]  # fails\n", KEYS],
  ["a method called keys that takes something", "def f(d):\n    return d.keys('*')[0]  # fails\n", KEYS],
  ["another type", "def f(d):\n    return d.keys()[0]  # fails\n", "TypeError: 'Keys' object is not subscriptable"],
])("no draft: %s", async (_name, text, exception) => {
  expect(await drafted(listOfView, failing(text, exception))).toEqual([]);
});

test.each([
  [
    "indexed",
    "def f(d):\n    return d.keys()[0]  # fails\n",
    KEYS,
    "def f(d):\n    return list(d.keys())[0]  # fails\n",
  ],
  [
    "kept under a name",
    "def f(d):\n    rows = zip(d, d)\n    return len(rows)  # fails\n",
    "TypeError: object of type 'zip' has no len()",
    "def f(d):\n    rows = list(zip(d, d))\n    return len(rows)  # fails\n",
  ],
  [
    "written as JSON",
    'def f(d):\n    return json.dumps({"names": d.keys()})  # fails\n',
    "TypeError: Object of type dict_keys is not JSON serializable",
    'def f(d):\n    return json.dumps({"names": list(d.keys())})  # fails\n',
  ],
  [
    "handed to a library that indexes it",
    "import random\n\n\ndef f(d):\n    return random.choice(d.values())  # fails\n",
    "TypeError: 'dict_values' object is not subscriptable",
    "import random\n\n\ndef f(d):\n    return random.choice(list(d.values()))  # fails\n",
  ],
  [
    "sorted in place",
    "def f(d):\n    names = d.keys()\n    names.sort()  # fails\n    return names\n",
    "AttributeError: 'dict_keys' object has no attribute 'sort'",
    "def f(d):\n    names = list(d.keys())\n    names.sort()  # fails\n    return names\n",
  ],
])("%s", async (_name, text, exception, after) => {
  expect(await drafted(listOfView, failing(text, exception))).toEqual([{ [FILE]: after }]);
});
