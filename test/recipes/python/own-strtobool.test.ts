import { expect, test } from "vitest";
import { ownStrtobool } from "../../../src/draft/recipes/python/own-strtobool.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";

function row(text: string, line = 1, message = "No module named 'distutils'"): RecipeCase {
  return {
    files: { "app/flags.py": text },
    exception: { type: "ModuleNotFoundError", message },
    frames: [{ path: "app/flags.py", line, function: "<module>" }],
    packages: {},
  };
}

const FUNCTION = `def strtobool(value):
    value = value.lower()
    if value in ("y", "yes", "t", "true", "on", "1"):
        return 1
    if value in ("n", "no", "f", "false", "off", "0"):
        return 0
    raise ValueError(f"invalid truth value {value!r}")
`;
const USE = "\n\ndef flag(value):\n    return bool(strtobool(value))\n";

test.each([
  ["another module is missing", row(`from distutils.util import strtobool\n${USE}`, 1, "No module named 'yaml'")],
  ["another function of distutils", row("from distutils.util import byte_compile\n")],
  [
    "an import that expects its absence",
    row(`try:\n    from distutils.util import strtobool\nexcept ImportError:\n    strtobool = bool\n`, 2),
  ],
  [
    "an import in a function",
    row("def flag(value):\n    from distutils.util import strtobool\n    return strtobool(value)\n", 2),
  ],
  ["one name of several", row("from distutils.util import strtobool, byte_compile\n")],
  ["a line that is not the failing one", row(`import json\nfrom distutils.util import strtobool\n${USE}`, 1)],
])("leaves alone: %s", async (_title, wanted) => {
  expect(await drafted(ownStrtobool, wanted)).toEqual([]);
});

test.each([
  ["the only import", row(`from distutils.util import strtobool\n${USE}`), `${FUNCTION}${USE}`],
  [
    "the last import",
    row(`import os\nfrom distutils.util import strtobool\n${USE}`, 2),
    `import os\n\n\n${FUNCTION}${USE}`,
  ],
  [
    "an import among others",
    row(`import os\nfrom distutils.util import strtobool\nfrom json import loads\n${USE}`, 2),
    `import os\nfrom json import loads\n\n\n${FUNCTION}${USE}`,
  ],
  ["an alias", row("from distutils.util import strtobool as truth\n"), FUNCTION.replace("strtobool", "truth")],
])("writes the function for %s", async (_title, wanted, after) => {
  expect(await drafted(ownStrtobool, wanted)).toEqual([{ "app/flags.py": after }]);
});
