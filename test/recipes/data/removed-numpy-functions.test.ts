import { expect, test } from "vitest";
import { removedNumpyFunctions } from "../../../src/draft/recipes/data/removed-numpy-functions.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";
import { failing, module } from "./failing.ts";

const NEW = { has: ["numpy.ndarray"] };

function gone(name: string, line: string, rest: Partial<RecipeCase> = {}): RecipeCase {
  const message = `module 'numpy' has no attribute '${name}'`;
  return failing(
    `import numpy as np\n\nx = ${line}  # fails\n`,
    { type: "AttributeError", message },
    { ...NEW, ...rest },
  );
}

test.each([
  ["a function that is there", gone("in1d", "np.in1d(a, b)", { has: ["numpy.ndarray", "numpy.in1d"] })],
  ["a numpy that is not there at all", gone("in1d", "np.in1d(a, b)", { has: [] })],
  ["an exception about something else", gone("shape", "np.in1d(a, b)")],
  ["a function handed on", gone("in1d", "map(np.in1d, a, b)")],
  ["starred arguments", gone("msort", "np.msort(*a)")],
  ["more than one argument where one can be told", gone("asscalar", "np.asscalar(a, b)")],
  ["a type that numbers cannot keep", gone("asfarray", "np.asfarray(a, kind)")],
  ["scalar types beside array types", gone("find_common_type", "np.find_common_type([a], [b])")],
  ["a cast that is not called", gone("cast", "np.cast[float]")],
  ["output to a device", gone("disp", "np.disp('ready', device=log)")],
  ["a text", gone("in1d", "eval('np.in1d(a, b)')")],
  ["a function asked for by text", gone("in1d", "getattr(np, 'in1d')(a, b)")],
  ["a method of that name", gone("in1d", "rows.in1d(a, b)")],
  ["no argument where one is needed", gone("asfarray", "np.asfarray()")],
  ["a copy with more than its argument", gone("fastCopyAndTranspose", "np.fastCopyAndTranspose(a, b)")],
  ["types of names", gone("find_common_type", "np.find_common_type(arrays, scalars)")],
  ["sizes handed on", gone("nbytes", "dict(np.nbytes)")],
  ["a type with a default", gone("obj2sctype", "np.obj2sctype(kind, default=None)")],
  ["arguments in a list", gone("sctype2char", "np.sctype2char(*kinds)")],
  ["a reader handed on", gone("mafromtxt", "list(map(np.mafromtxt, paths))")],
  ["output without a new line", gone("disp", "np.disp('ready', linefeed=False)")],
  [
    "what was asked for first",
    failing(
      "import numpy as np\n\nif hasattr(np, 'in1d'):\n    x = np.in1d(a, b)  # fails\n",
      { type: "AttributeError", message: "module 'numpy' has no attribute 'in1d'" },
      NEW,
    ),
  ],
  [
    "a parameter of that name",
    failing(
      "def f(np, a, b):\n    return np.in1d(a, b)  # fails\n",
      { type: "AttributeError", message: "module 'numpy' has no attribute 'in1d'" },
      NEW,
    ),
  ],
  [
    "a try that expects its absence",
    failing(
      "import numpy as np\n\ntry:\n    low = np.NINF  # fails\nexcept AttributeError:\n    low = -np.inf\n",
      { type: "AttributeError", message: "`np.NINF` was removed in the NumPy 2.0 release. Use `-np.inf` instead." },
      NEW,
    ),
  ],
  [
    "a name of another module",
    failing("import other as np\n\nx = np.in1d(a, b)  # fails\n", { type: "AttributeError", message: "no in1d" }, NEW),
  ],
  [
    "another line",
    failing("import numpy as np\nx = np.in1d(a, b)\nf()  # fails\n", { type: "AttributeError", message: "in1d" }, NEW),
  ],
] as const)("leaves alone: %s", async (_title, row) => {
  expect(await drafted(removedNumpyFunctions, row)).toEqual([]);
});

test.each([
  ["NINF", "np.NINF", "-np.inf"],
  ["NINF", "max(np.NINF, y)", "max(-np.inf, y)"],
  ["NINF", "y - np.NINF", "y - (-np.inf)"],
  ["NZERO", "[np.NZERO]", "[-0.0]"],
  ["PZERO", "y + np.PZERO", "y + 0.0"],
  ["asfarray", "np.asfarray(rows)", "np.asarray(rows, dtype=np.float64)"],
  ["asfarray", "np.asfarray(rows, np.float32)", "np.asarray(rows, np.float32)"],
  ["asfarray", "np.asfarray(rows, dtype=float)", "np.asarray(rows, dtype=float)"],
  ["asscalar", "np.asscalar(rows[0])", "rows[0].item()"],
  ["asscalar", "np.asscalar(a + b)", "(a + b).item()"],
  ["asscalar", "np.asscalar(np.asscalar(a))", "a.item().item()"],
  ["cast", "np.cast[np.int32](rows)", "np.asarray(rows, dtype=np.int32)"],
  ["disp", "np.disp('ready')", "print('ready')"],
  ["fastCopyAndTranspose", "np.fastCopyAndTranspose(rows)", "rows.T.copy()"],
  ["find_common_type", "np.find_common_type([a, b], [])", "np.result_type(a, b)"],
  ["in1d", "np.in1d(a, b, invert=True)", "np.isin(a, b, invert=True).ravel()"],
  ["mafromtxt", "np.mafromtxt(path, delimiter=',')", "np.genfromtxt(path, delimiter=',', usemask=True)"],
  ["msort", "np.msort(rows)", "np.sort(rows, axis=0)"],
  ["msort", "np.msort(\n    rows,\n)", "np.sort(\n    rows, axis=0,\n)"],
  ["nbytes", "np.nbytes[np.int8]", "np.dtype(np.int8).itemsize"],
  ["obj2sctype", "np.obj2sctype(kind)", "np.dtype(kind).type"],
  ["sctype2char", "np.sctype2char(kind)", "np.dtype(kind).char"],
])("%s: %s", async (name, before, after) => {
  const row = gone(name, before);
  const lines = before.split("\n").length;
  const at = { ...row, frames: [{ path: "app/figures.py", line: 2 + lines, function: "figures" }] };
  expect(await drafted(removedNumpyFunctions, at)).toEqual(module(`import numpy as np\n\nx = ${after}  # fails\n`));
});

test("the same function elsewhere in the file goes with it", async () => {
  const text =
    "import numpy as np\n\nx = np.in1d(a, b)  # fails\n\n\ndef f(c, d):\n    return np.msort(c), np.in1d(c, d)\n";
  const row = failing(text, { type: "AttributeError", message: "module 'numpy' has no attribute 'in1d'" }, NEW);
  expect(await drafted(removedNumpyFunctions, row)).toEqual(
    module(
      "import numpy as np\n\nx = np.isin(a, b).ravel()  # fails\n\n\ndef f(c, d):\n    return np.sort(c, axis=0), np.isin(c, d).ravel()\n",
    ),
  );
});

test("a function that was imported by name", async () => {
  const message = "cannot import name 'in1d' from 'numpy' (/py/numpy/__init__.py)";
  const text = "from numpy import array, in1d  # fails\n\n\ndef f(a, b):\n    return in1d(array(a), b)\n";
  expect(await drafted(removedNumpyFunctions, failing(text, { type: "ImportError", message }, NEW))).toEqual(
    module("from numpy import array, isin  # fails\n\n\ndef f(a, b):\n    return isin(array(a), b).ravel()\n"),
  );
});
