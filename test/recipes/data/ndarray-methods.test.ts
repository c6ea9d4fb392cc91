import { expect, test } from "vitest";
import { ndarrayMethods } from "../../../src/draft/recipes/data/ndarray-methods.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";
import { failing, module } from "./failing.ts";

function gone(
  line: string,
  message = "'numpy.ndarray' object has no attribute 'itemset'. Did you mean: 'itemsize'?",
): RecipeCase {
  return failing(`def f(a, i, v):\n    ${line}  # fails\n`, { type: "AttributeError", message });
}

const ORDER =
  "`newbyteorder` was removed from the ndarray class in NumPy 2.0. Use `arr.view(arr.dtype.newbyteorder(order))` instead.";

test.each([
  ["another type", gone("a.itemset(i, v)", "'Table' object has no attribute 'itemset'")],
  ["another method", gone("a.itemset(i, v)", "'numpy.ndarray' object has no attribute 'append'")],
  ["a result that is used", gone("return a.itemset(i, v)")],
  ["starred arguments", gone("a.itemset(*v)")],
  ["no arguments", gone("a.itemset()")],
  ["a method that is not called", gone("return a.itemset")],
  ["an array that has no name", gone("return f(a).newbyteorder()", ORDER)],
  [
    "code that asks for the version",
    failing("import numpy\n\nif numpy.__version__ < '2':\n    a.itemset(1, 2)  # fails\n", {
      type: "AttributeError",
      message: "'numpy.ndarray' object has no attribute 'itemset'",
    }),
  ],
] as const)("leaves alone: %s", async (_title, row) => {
  expect(await drafted(ndarrayMethods, row)).toEqual([]);
});

test.each([
  ["a number", gone("a.itemset(i, v)"), "a.flat[i] = v"],
  ["an index for each dimension", gone("a.itemset((i, 0), v)"), "a[i, 0] = v"],
  ["several indexes", gone("a.itemset(i, 0, v)"), "a[i, 0] = v"],
  ["the only item", gone("a.itemset(v)"), "a[...] = v"],
  ["an array of an object", gone("self.rows.itemset(2, v + 1)"), "self.rows.flat[2] = v + 1"],
  ["an order", gone("return a.newbyteorder('<')", ORDER), "return a.view(a.dtype.newbyteorder('<'))"],
  [
    "the other order",
    gone("return a.newbyteorder()", "'numpy.ndarray' object has no attribute 'newbyteorder'"),
    "return a.view(a.dtype.newbyteorder())",
  ],
] as const)("changes %s", async (_title, row, after) => {
  expect(await drafted(ndarrayMethods, row)).toEqual(module(`def f(a, i, v):\n    ${after}  # fails\n`));
});
