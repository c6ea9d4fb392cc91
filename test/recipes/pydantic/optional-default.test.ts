import { expect, test } from "vitest";
import { optionalFieldDefault } from "../../../src/draft/recipes/pydantic/optional-default.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";

const MODELS = "shop/models.py";
const HEAD = "from typing import Annotated, Any, List, Optional, Union\n\nfrom pydantic import BaseModel, Field\n\n\n";

/** A model of which fields are missing when `shop/load.py` makes one. */
function lacking(body: string, ...locations: readonly string[]): RecipeCase {
  const missing = locations.map(
    (location) =>
      `${location}\n  Field required [type=missing, input_value={}, input_type=dict]\n    For further information visit https://errors.pydantic.dev/2.14/v/missing`,
  );
  const count = `${locations.length} validation error${locations.length === 1 ? "" : "s"} for Patch`;
  return {
    files: { [MODELS]: HEAD + body, "shop/load.py": "from shop.models import Patch\n\nPatch()\n" },
    exception: {
      type: "pydantic_core._pydantic_core.ValidationError",
      message: [count, ...missing].join("\n"),
    },
    frames: [{ path: "shop/load.py", line: 3, function: "<module>" }],
  };
}

test.each([
  ["a field that must be given", lacking("class Patch(BaseModel):\n    name: str\n", "name")],
  [
    "a field that must be given beside one that need not",
    lacking("class Patch(BaseModel):\n    name: str\n    note: Optional[str]\n", "name", "note"),
  ],
  ["a field with dots", lacking("class Patch(BaseModel):\n    name: Optional[str] = Field(...)\n", "name")],
  [
    "a field with dots by keyword",
    lacking("class Patch(BaseModel):\n    name: Optional[str] = Field(default=...)\n", "name"),
  ],
  ["a field with dots alone", lacking("class Patch(BaseModel):\n    name: Optional[str] = ...\n", "name")],
  ["a union without None", lacking("class Patch(BaseModel):\n    name: Union[int, str]\n", "name")],
  ["a list of what may be None", lacking("class Patch(BaseModel):\n    name: List[Optional[str]]\n", "name")],
  ["a class that is no model", lacking("class Patch(Base):\n    name: Optional[str]\n", "name")],
  ["another class", lacking("class Other(BaseModel):\n    name: Optional[str]\n", "name")],
  [
    "another complaint about the field",
    {
      ...lacking("class Patch(BaseModel):\n    name: Optional[str]\n"),
      exception: {
        type: "pydantic_core._pydantic_core.ValidationError",
        message:
          "1 validation error for Patch\nname\n  Input should be a valid string [type=string_type, input_value=1, input_type=int]",
      },
    },
  ],
  [
    "a nested field that two models declare",
    lacking(
      "class Item(BaseModel):\n    note: Optional[str]\n\n\nclass Line(BaseModel):\n    note: Optional[str]\n\n\nclass Patch(BaseModel):\n    items: List[Item]\n",
      "items.0.note",
    ),
  ],
] as const)("leaves alone: %s", async (_title, row) => {
  expect(await drafted(optionalFieldDefault, row)).toEqual([]);
});

test("leaves a model in a test file alone", async () => {
  const { files, ...row } = lacking("class Patch(BaseModel):\n    name: Optional[str]\n", "name");
  const path = "tests/test_it.py";
  const frames = [{ path, line: 6, function: "<module>" }];
  expect(await drafted(optionalFieldDefault, { ...row, files: { [path]: files[MODELS] ?? "" }, frames })).toEqual([]);
});

test.each([
  [
    "each field that is missing, and no other",
    lacking(
      "class Patch(BaseModel):\n    name: Optional[str]  # shown\n    age: Optional[int]\n    note: Optional[str]\n",
      "name",
      "age",
    ),
    "class Patch(BaseModel):\n    name: Optional[str] = None  # shown\n    age: Optional[int] = None\n    note: Optional[str]\n",
  ],
  [
    "a union with None, in both spellings",
    lacking(
      "class Patch(BaseModel):\n    name: str | None\n    age: Union[int, None]\n    size: int | str | None\n",
      "name",
      "age",
      "size",
    ),
    "class Patch(BaseModel):\n    name: str | None = None\n    age: Union[int, None] = None\n    size: int | str | None = None\n",
  ],
  [
    "a field with a description",
    lacking("class Patch(BaseModel):\n    name: Optional[str] = Field(description='shown')\n", "name"),
    "class Patch(BaseModel):\n    name: Optional[str] = Field(default=None, description='shown')\n",
  ],
  [
    "an annotated type",
    lacking("class Patch(BaseModel):\n    name: Annotated[Optional[str], Field(max_length=3)]\n", "name"),
    "class Patch(BaseModel):\n    name: Annotated[Optional[str], Field(max_length=3)] = None\n",
  ],
  [
    "a field of the model's base",
    lacking("class Base(BaseModel):\n    name: Optional[str]\n\n\nclass Patch(Base):\n    pass\n", "name"),
    "class Base(BaseModel):\n    name: Optional[str] = None\n\n\nclass Patch(Base):\n    pass\n",
  ],
  [
    "a field of a model within",
    lacking(
      "class Item(BaseModel):\n    note: Optional[str]\n\n\nclass Patch(BaseModel):\n    items: List[Item]\n",
      "items.0.note",
    ),
    "class Item(BaseModel):\n    note: Optional[str] = None\n\n\nclass Patch(BaseModel):\n    items: List[Item]\n",
  ],
] as const)("gives a default to %s", async (_title, row, after) => {
  expect(await drafted(optionalFieldDefault, row)).toEqual([{ [MODELS]: HEAD + after }]);
});
