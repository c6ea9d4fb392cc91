import { expect, test } from "vitest";
import { fieldKeywords } from "../../../src/draft/recipes/pydantic/field-keywords.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";

const PATH = "shop/models.py";

function refused(text: string, line: number, keyword: "regex" | "const"): RecipeCase {
  const message = {
    regex: "`regex` is removed. use `pattern` instead",
    const: "`const` is removed, use `Literal` instead",
  }[keyword];
  return {
    files: { [PATH]: text },
    exception: {
      type: "pydantic.errors.PydanticUserError",
      message: `${message}\n\nFor further information visit https://errors.pydantic.dev/2.14/u/removed-kwargs`,
    },
    frames: [{ path: PATH, line, function: "User" }],
  };
}

const HEAD = "from pydantic import BaseModel, Field\n\n\nclass User(BaseModel):\n";

test.each([
  ["another library's field", refused("from shop import Field\n\nx = Field(regex='a')\n", 3, "regex")],
  ["a field that has a pattern too", refused(`${HEAD}    a: str = Field(regex='a', pattern='b')\n`, 5, "regex")],
  ["another line", refused(`${HEAD}    a: str\n    b: str = Field(regex='a')\n`, 5, "regex")],
  ["keywords that are not written out", refused(`${HEAD}    a: str = Field(**{'regex': 'a'})\n`, 5, "regex")],
  ["a constant of no literal", refused(`${HEAD}    a: str = Field(NAME, const=True)\n`, 5, "const")],
  ["a constant without a value", refused(`${HEAD}    a: str = Field(const=True)\n`, 5, "const")],
  ["a constant that is none", refused(`${HEAD}    a: str = Field('a', const=False)\n`, 5, "const")],
  ["a constant of a type with parameters", refused(`${HEAD}    a: list[str] = Field('a', const=True)\n`, 5, "const")],
  ["a fraction, which cannot be a literal", refused(`${HEAD}    a: float = Field(0.5, const=True)\n`, 5, "const")],
] as const)("leaves alone: %s", async (_title, row) => {
  expect(await drafted(fieldKeywords, row)).toEqual([]);
});

test.each([
  [
    "each pattern of the file",
    refused(
      `${HEAD}    a: str = Field(..., regex=r'^a$')\n    b: str = Field(\n        'x',\n        regex = PATTERN,  # short\n    )\n`,
      5,
      "regex",
    ),
    `${HEAD}    a: str = Field(..., pattern=r'^a$')\n    b: str = Field(\n        'x',\n        pattern = PATTERN,  # short\n    )\n`,
  ],
  [
    "a pattern reached by the module",
    refused("import pydantic as p\n\n\nclass A(p.BaseModel):\n    a: str = p.Field(regex='a')\n", 5, "regex"),
    "import pydantic as p\n\n\nclass A(p.BaseModel):\n    a: str = p.Field(pattern='a')\n",
  ],
  [
    "a constant",
    refused(
      `${HEAD}    kind: str = Field("user", const=True)\n    size: int = Field(default=1, const=True, gt=0)\n`,
      5,
      "const",
    ),
    `from typing import Literal\n\n${HEAD}    kind: Literal["user"] = "user"\n    size: Literal[1] = Field(default=1, gt=0)\n`,
  ],
] as const)("rewrites %s", async (_title, row, after) => {
  const [files] = await drafted(fieldKeywords, row);
  expect(files?.[PATH]?.split("\n").toSorted()).toEqual(after.split("\n").toSorted());
  expect(files?.[PATH]?.slice(-40)).toBe(after.slice(-40));
});
