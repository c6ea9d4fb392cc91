import { expect, test } from "vitest";
import { settingsPackage } from "../../../src/draft/recipes/pydantic/settings-package.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";

const PATH = "shop/settings.py";

function importing(text: string): RecipeCase {
  return {
    files: { [PATH]: text },
    exception: {
      type: "pydantic.errors.PydanticImportError",
      message: "`BaseSettings` has been moved to the `pydantic-settings` package. See x for more details.",
    },
    frames: [{ path: PATH, line: 1, function: "<module>" }],
    has: ["pydantic_settings.BaseSettings"],
  };
}

const HEAD = "from pydantic import BaseSettings, Field\n\n\nclass Settings(BaseSettings):\n";

test.each([
  ["a package that is not installed", { ...importing(`${HEAD}    a: str = 'b'\n`), has: [] }],
  [
    "an import that may fail",
    {
      ...importing("try:\n    from pydantic import BaseSettings\nexcept ImportError:\n    BaseSettings = object\n"),
      frames: [{ path: PATH, line: 2, function: "<module>" }],
    },
  ],
  ["several variables for one field", importing(`${HEAD}    a: str = Field('b', env=['A', 'B'])\n`)],
  [
    "a variable whose field is given by its name too",
    importing(`${HEAD}    a: str = Field('b', env='A')\n\n\ns = Settings(a='c')\n`),
  ],
  [
    "variables in the configuration",
    importing(`${HEAD}    a: str = 'b'\n\n    class Config:\n        fields = {'a': {'env': 'A'}}\n`),
  ],
  [
    "sources of its own",
    importing(
      `${HEAD}    a: str = 'b'\n\n    class Config:\n        @classmethod\n        def customise_sources(cls, x):\n            return x\n`,
    ),
  ],
  ["another class", importing("from shop import BaseSettings\n")],
] as const)("leaves alone: %s", async (_title, row) => {
  expect(await drafted(settingsPackage, row)).toEqual([]);
});

test.each([
  [
    "the import",
    importing("from pydantic import BaseSettings\n\n\nclass Settings(BaseSettings):\n    a: str = 'b'\n"),
    "from pydantic_settings import BaseSettings\n\n\nclass Settings(BaseSettings):\n    a: str = 'b'\n",
  ],
  [
    "the import beside others, and a variable's name",
    importing(`${HEAD}    a: str = Field('b', env='SHOP_A')\n`),
    "from pydantic import Field\nfrom pydantic_settings import BaseSettings\n\n\nclass Settings(BaseSettings):\n    a: str = Field('b', validation_alias='SHOP_A')\n",
  ],
  [
    "both, for a project that works with pydantic 1 too",
    {
      ...importing("from pydantic import BaseSettings\n\n\nclass Settings(BaseSettings):\n    a: str = 'b'\n"),
      support: { distributions: { pydantic: "1.10" } },
    },
    "try:\n    from pydantic_settings import BaseSettings\nexcept ImportError:\n    from pydantic import BaseSettings\n\n\nclass Settings(BaseSettings):\n    a: str = 'b'\n",
  ],
] as const)("changes %s", async (_title, row, after) => {
  expect(await drafted(settingsPackage, row)).toEqual([{ [PATH]: after }]);
});
