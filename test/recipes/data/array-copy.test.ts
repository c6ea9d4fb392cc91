import { expect, test } from "vitest";
import { arrayCopy } from "../../../src/draft/recipes/data/array-copy.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";
import { failing, module } from "./failing.ts";

const MESSAGE =
  "Unable to avoid copy while creating an array as requested.\nIf using `np.array(obj, copy=False)` replace it with `np.asarray(obj)`";

function copying(line: string, message = MESSAGE, imports = "import numpy as np"): RecipeCase {
  return failing(`${imports}\n\nx = ${line}  # fails\n`, { type: "ValueError", message });
}

test.each([
  ["another exception", copying("np.array(a, copy=False)", "setting an array element with a sequence.")],
  ["no ban on copies", copying("np.array(a, copy=True)")],
  ["a ban that is decided elsewhere", copying("np.array(a, copy=needed)")],
  ["another function", copying("np.matrix(a, copy=False)")],
  ["another module", copying("np.array(a, copy=False)", MESSAGE, "import other as np")],
  [
    "an argument that asarray does not take, for a project that works with numpy 1 too",
    { ...copying("np.array(a, copy=False, ndmin=2)"), support: { distributions: { numpy: "1.22" } } },
  ],
  [
    "another line",
    failing("import numpy as np\n\nx = np.array(a, copy=False)\nf()  # fails\n", {
      type: "ValueError",
      message: MESSAGE,
    }),
  ],
] as const)("leaves alone: %s", async (_title, row) => {
  expect(await drafted(arrayCopy, row)).toEqual([]);
});

test.each([
  ["np.array(a, copy=False)", "np.asarray(a)"],
  ["np.array(a, dtype=float, copy=False, order='C')", "np.asarray(a, dtype=float, order='C')"],
  ["np.array(a, copy=False, subok=True)", "np.array(a, copy=None, subok=True)"],
  ["np.array(a, copy=False, ndmin=2)", "np.array(a, copy=None, ndmin=2)"],
])("%s", async (before, after) => {
  expect(await drafted(arrayCopy, copying(before))).toEqual(module(`import numpy as np\n\nx = ${after}  # fails\n`));
});

test("a function that was imported by name", async () => {
  const row = copying("array(a, copy=False)", MESSAGE, "from numpy import array");
  expect(await drafted(arrayCopy, row)).toEqual(
    module("from numpy import array, asarray\n\nx = asarray(a)  # fails\n"),
  );
});
