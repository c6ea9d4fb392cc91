import { expect, test } from "vitest";
import { yamlLoader } from "../../../src/draft/recipes/data/yaml-loader.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";
import { failing, module } from "./failing.ts";

const MISSING = { type: "TypeError", message: "load() missing 1 required positional argument: 'Loader'" };

function loading(line: string, head = "import yaml", exception = MISSING): RecipeCase {
  return failing(`${head}\n\n\ndef f(text):\n    return ${line}  # fails\n`, exception);
}

test.each([
  [
    "another exception",
    loading("yaml.load(text)", "import yaml", {
      type: "TypeError",
      message: "load() missing 1 required positional argument: 'stream'",
    }),
  ],
  ["a loader by its name", loading("yaml.load(text, Loader=kind)")],
  ["a loader by its place", loading("yaml.load(text, kind)")],
  ["starred arguments", loading("yaml.load(*text)")],
  ["a text that makes objects", loading("yaml.load('!!python/tuple [1, 2]')")],
  [
    "a text elsewhere that makes objects",
    {
      ...loading("yaml.load(text)"),
      files: { ...loading("yaml.load(text)").files, "tests/test_it.py": 'TEXT = "a: !!python/object:shop.Order {}"\n' },
    },
  ],
  ["another module", loading("yaml.load(text)", "import other as yaml")],
  ["a function of the project", loading("load(text)", "from .files import load")],
  [
    "code that asks for the version",
    failing("import yaml\n\nif yaml.__version__ < '6':\n    x = yaml.load('')  # fails\n", MISSING),
  ],
  ["another line", failing("import yaml\n\nx = yaml.load('')\ny = f()  # fails\n", MISSING)],
] as const)("leaves alone: %s", async (_title, row) => {
  expect(await drafted(yamlLoader, row)).toEqual([]);
});

test.each([
  [loading("yaml.load(text)"), "import yaml", "yaml.safe_load(text)"],
  [loading("yaml.load(open(text))"), "import yaml", "yaml.safe_load(open(text))"],
  [loading("yaml.load(stream=text)"), "import yaml", "yaml.safe_load(stream=text)"],
  [
    loading("list(y.load_all(text))", "import yaml as y", {
      ...MISSING,
      message: "load_all() missing 1 required positional argument: 'Loader'",
    }),
    "import yaml as y",
    "list(y.safe_load_all(text))",
  ],
  [loading("load(text)", "from yaml import dump, load"), "from yaml import dump, safe_load", "safe_load(text)"],
  [loading("load(text)", "from yaml import load"), "from yaml import safe_load", "safe_load(text)"],
  [
    loading("yaml.load(text) or yaml.load(text, Loader=yaml.FullLoader)"),
    "import yaml",
    "yaml.safe_load(text) or yaml.load(text, Loader=yaml.FullLoader)",
  ],
] as const)("%#", async (row, head, after) => {
  expect(await drafted(yamlLoader, row)).toEqual(module(`${head}\n\n\ndef f(text):\n    return ${after}  # fails\n`));
});
