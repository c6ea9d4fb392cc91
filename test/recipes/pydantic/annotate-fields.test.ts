import { expect, test } from "vitest";
import { annotateFields } from "../../../src/draft/recipes/pydantic/annotate-fields.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";

const PATH = "shop/models.py";
const HEAD = "from pydantic import BaseModel, Field\n\n\n";

function defining(body: string, name: string, { line = 4, isOverride = false } = {}): RecipeCase {
  const message = isOverride
    ? `Field '${name}' defined on a base class was overridden by a non-annotated attribute. All field definitions, including overrides, require a type annotation.`
    : `A non-annotated attribute was detected: \`${name} = 1\`. All model fields require a type annotation; if \`${name}\` is not meant to be a field, you may be able to resolve this error by annotating it as a \`ClassVar\` or updating \`model_config['ignored_types']\`.`;
  return {
    files: { [PATH]: HEAD + body },
    exception: { type: "pydantic.errors.PydanticUserError", message },
    frames: [{ path: PATH, line, function: "<module>" }],
  };
}

test.each([
  ["a default that is computed", defining("class A(BaseModel):\n    x = make()\n", "x")],
  ["a default of None", defining("class A(BaseModel):\n    x = None\n", "x")],
  ["a field that must be given", defining("class A(BaseModel):\n    x = Field(...)\n", "x")],
  ["a class that is no model", defining("class A(Base):\n    x = 1\n", "x")],
  ["another class", defining("class A(BaseModel):\n    x = 1\n", "x", { line: 1 })],
  ["another attribute", defining("class A(BaseModel):\n    y = 1\n", "x")],
  ["a name of Python's that means something else here", defining("class A(BaseModel):\n    x = 1\n    int = 2\n", "x")],
] as const)("leaves alone: %s", async (_title, row) => {
  expect(await drafted(annotateFields, row)).toEqual([]);
});

test.each([
  [
    "the types of the defaults, in the whole file",
    defining(
      "class A(BaseModel):\n    x = 1\n    y: str = 'b'\n    z = 1.0  # share\n    _private = 1\n    t = Field('c', max_length=3)\n\n    def f(self):\n        w = 1\n\n\nclass B(BaseModel):\n    on = True\n    n = -2\n    d = {}\n    raw = b'x'\n",
      "x",
    ),
    "class A(BaseModel):\n    x: int = 1\n    y: str = 'b'\n    z: float = 1.0  # share\n    _private = 1\n    t: str = Field('c', max_length=3)\n\n    def f(self):\n        w = 1\n\n\nclass B(BaseModel):\n    on: bool = True\n    n: int = -2\n    d: dict = {}\n    raw: bytes = b'x'\n",
  ],
  [
    "the type of the field that is overridden",
    defining("class A(BaseModel):\n    x: list[int] | None = None\n\n\nclass B(A):\n    x = [1]\n", "x", {
      line: 8,
      isOverride: true,
    }),
    "class A(BaseModel):\n    x: list[int] | None = None\n\n\nclass B(A):\n    x: list[int] | None = [1]\n",
  ],
] as const)("writes %s", async (_title, row, after) => {
  expect(await drafted(annotateFields, row)).toEqual([{ [PATH]: HEAD + after }]);
});
