import { expect, test } from "vitest";
import { configKeys } from "../../../src/draft/recipes/pydantic/config-keys.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";

const MODELS = "shop/models.py";
const HEAD = "from pydantic import BaseModel, ConfigDict, Field\n\n\n";
const FROM_ORM = "You must set the config attribute `from_attributes=True` to use from_orm";

function converting(body: string, message = FROM_ORM): RecipeCase {
  return {
    files: { [MODELS]: HEAD + body, "shop/load.py": "from shop.models import User\n\nUser.from_orm(1)\n" },
    exception: { type: "pydantic.errors.PydanticUserError", message },
    frames: [{ path: "shop/load.py", line: 3, function: "<module>" }],
  };
}

const config = (...lines: readonly string[]): string =>
  `class User(BaseModel):\n    name: str\n\n    class Config:\n${lines.map((line) => `        ${line}\n`).join("")}`;

test.each([
  ["a model without a configuration", converting("class User(BaseModel):\n    name: str\n")],
  ["a key that is new already", converting(config("from_attributes = True"))],
  ["both keys", converting(config("from_attributes = True", "orm_mode = True"))],
  ["a class that is no model", converting(config("orm_mode = True").replace("BaseModel", "Base"))],
  ["another exception", converting(config("orm_mode = True"), "Input should be a valid string [type=string_type]")],
  [
    "a missing field, where names are no matter",
    converting(config("orm_mode = True"), "1 validation error for User\nname\n  Field required [type=missing]"),
  ],
  [
    "a key by keyword, where pydantic 1 must work too",
    {
      ...converting("class User(BaseModel):\n    model_config = ConfigDict(orm_mode=True)\n"),
      support: { distributions: { pydantic: "1.10" } },
    },
  ],
] as const)("leaves alone: %s", async (_title, row) => {
  expect(await drafted(configKeys, row)).toEqual([]);
});

test.each([
  [
    "the class of the configuration",
    converting(config("orm_mode = True  # rows")),
    config("from_attributes = True  # rows"),
  ],
  [
    "all renamed keys",
    converting(config("anystr_strip_whitespace = True", "orm_mode = True", "extra = 'allow'")),
    config("str_strip_whitespace = True", "from_attributes = True", "extra = 'allow'"),
  ],
  [
    "a dictionary of the configuration",
    converting("class User(BaseModel):\n    model_config = ConfigDict(orm_mode=True, extra='allow')\n"),
    "class User(BaseModel):\n    model_config = ConfigDict(from_attributes=True, extra='allow')\n",
  ],
  [
    "a keyword of the class",
    converting("class User(BaseModel, orm_mode=True):\n    name: str\n"),
    "class User(BaseModel, from_attributes=True):\n    name: str\n",
  ],
  [
    "fields given by their own names",
    converting(
      config("allow_population_by_field_name = True"),
      "1 validation error for User\nfullName\n  Field required [type=missing, input_value={}, input_type=dict]",
    ),
    config("populate_by_name = True"),
  ],
  [
    "an object that a response model refuses",
    converting(
      config("orm_mode = True"),
      "1 validation error:\n  {'type': 'model_attributes_type', 'loc': ('response',)}",
    ),
    config("from_attributes = True"),
  ],
  [
    "for pydantic 1 too: both keys",
    { ...converting(config("orm_mode = True")), support: { distributions: { pydantic: "1.9" } } },
    config("orm_mode = True", "from_attributes = True"),
  ],
] as const)("renames in %s", async (_title, row, after) => {
  expect(await drafted(configKeys, row)).toEqual([{ [MODELS]: HEAD + after }]);
});
