import { expect, test } from "vitest";
import { loadSource } from "../../../src/draft/recipes/python/load-source.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";
import { changed, failing } from "./failing.ts";

const row = (text: string, line = 1, missing = "imp"): RecipeCase => ({
  ...failing(text, line, `ModuleNotFoundError: No module named '${missing}'`),
  has: ["importlib.machinery.SourceFileLoader.load_module"],
});

test.each([
  ["more than loading", row("import imp\n\nimp.load_source('a', p)\nimp.find_module('b')\n")],
  ["the module as a value", row("import imp\n\nimp.load_source('a', p)\nrun(imp)\n")],
  ["an open file", row("import imp\n\nimp.load_source('a', p, stream)\n")],
  ["an import beside others", row("import os, imp\n\nimp.load_source('a', p)\n")],
  ["an import in a function", row("def f(p):\n    import imp\n    return imp.load_source('a', p)\n", 2)],
  ["a try that expects its absence", row("try:\n    import imp\nexcept ImportError:\n    imp = None\n", 2)],
  ["a line that is not the failing one", row("import os\nimport imp\n\nimp.load_source('a', p)\n")],
  ["another module", row("import imp\n\nimp.load_source('a', p)\n", 1, "shop")],
  ["no such loader", { ...row("import imp\n\nimp.load_source('a', p)\n"), has: [] }],
] as const)("leaves alone: %s", async (_title, input) => {
  expect(await drafted(loadSource, input)).toEqual([]);
});

test.each([
  [
    "every such call",
    row(
      "import imp\nimport os\n\na = imp.load_source('a', os.path.join(d, 'a.py'))  # it\nprint(imp.load_source(n, p).x)\n",
    ),
    "from importlib.machinery import SourceFileLoader\nimport os\n\na = SourceFileLoader('a', os.path.join(d, 'a.py')).load_module()  # it\nprint(SourceFileLoader(n, p).load_module().x)\n",
  ],
  [
    "under another name",
    row("import imp as i\n\ni.load_source('a', p)\n"),
    "from importlib.machinery import SourceFileLoader\n\nSourceFileLoader('a', p).load_module()\n",
  ],
] as const)("loads by a loader: %s", async (_title, input, after) => {
  expect(await drafted(loadSource, input)).toEqual(changed(after));
});
