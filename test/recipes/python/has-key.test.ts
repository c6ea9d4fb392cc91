import { expect, test } from "vitest";
import { hasKey } from "../../../src/draft/recipes/python/has-key.ts";
import { drafted } from "../../support/recipe-case.ts";
import { changed, failing } from "./failing.ts";

const GONE = "AttributeError: 'dict' object has no attribute 'has_key'";

test.each([
  ["another type", failing("d.has_key(1)\n", 1, "AttributeError: 'Basket' object has no attribute 'has_key'")],
  ["another attribute", failing("d.has_key(1)\n", 1, "AttributeError: 'dict' object has no attribute 'd'")],
  ["a line that is not the failing one", failing("x = 1\nd.has_key(1)\n", 1, GONE)],
  ["a method that is not called", failing("f = d.has_key\n", 1, GONE)],
  ["two arguments", failing("d.has_key(1, 2)\n", 1, GONE)],
  ["arguments in a list", failing("d.has_key(*keys)\n", 1, GONE)],
  ["a keyword", failing("d.has_key(key=1)\n", 1, GONE)],
  ["a condition on what is there", failing("x = d.has_key(1) if hasattr(d, 'has_key') else 1 in d\n", 1, GONE)],
  ["a try that expects it", failing("try:\n    x = d.has_key(1)\nexcept AttributeError:\n    x = 1 in d\n", 2, GONE)],
] as const)("leaves alone: %s", async (_title, row) => {
  expect(await drafted(hasKey, row)).toEqual([]);
});

test.each([
  [
    "a condition, and others of the file",
    "if d.has_key('a'):\n    x = d.has_key(k)\n",
    "if 'a' in d:\n    x = k in d\n",
  ],
  ["a denied one", "if not d.has_key('a') and y:\n    pass\n", "if 'a' not in d and y:\n    pass\n"],
  ["inside a comparison", "x = d.has_key(k) == True\n", "x = (k in d) == True\n"],
  ["a key that binds less tightly", "x = f(d.has_key(a or b))\n", "x = f((a or b) in d)\n"],
  [
    "a mapping that is called",
    "x = [k for k in ks if get(1).rows.has_key(k)]\n",
    "x = [k for k in ks if k in get(1).rows]\n",
  ],
  ["over lines", "x = d.has_key(\n    key,\n)\n", "x = key in d\n"],
])("asks with `in`: %s", async (_title, before, after) => {
  expect(await drafted(hasKey, failing(before, 1, GONE))).toEqual(changed(after));
});

test("knows ordered and default dictionaries by their own names", async () => {
  const row = failing(
    "d.has_key(1)\n",
    1,
    "AttributeError: 'collections.defaultdict' object has no attribute 'has_key'",
  );
  expect(await drafted(hasKey, row)).toEqual(changed("1 in d\n"));
});
