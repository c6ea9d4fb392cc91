import { expect, test } from "vitest";
import { stringEnum } from "../../../src/draft/recipes/python/string-enum.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";
import { changed, failing } from "./failing.ts";

const SHOWN = "AssertionError: assert 'Color.RED-1' == 'red-1'\n  - red-1\n  + Color.RED-1";
const IMPORT = "from enum import Enum\n\n\n";
const COLOR = "class Color(str, Enum):\n    RED = 'red'\n";
const row = (text: string, message = SHOWN): RecipeCase => ({
  ...failing(text, 1, message),
  has: ["enum.StrEnum", "enum.IntEnum"],
});

test.each([
  ["no `StrEnum`", { ...row(IMPORT + COLOR), has: [] }],
  ["a project that works with older versions", { ...row(IMPORT + COLOR), support: { python: "3.9" } }],
  ["a member that is not shown", row(IMPORT + COLOR, "AssertionError: assert 'red' == 'blue'")],
  ["another class", row(IMPORT + COLOR, "AssertionError: assert 'Shape.RED' == 'red'")],
  ["the member as code", row(IMPORT + COLOR, "AssertionError: assert color == Color.RED")],
  ["an enumeration without a type", row(`${IMPORT}class Color(Enum):\n    RED = 'red'\n`)],
  ["a class that says how it is written", row(`${IMPORT}${COLOR}\n    def __str__(self):\n        return self.name\n`)],
  [
    "values that are made up",
    row(`${IMPORT.replace("Enum", "Enum, auto")}class Color(str, Enum):\n    RED = auto()\n`),
  ],
  ["a base of another library", row(`from shop import Enum\n\n\n${COLOR}`)],
  ["a class in a test", { ...row(""), files: { "tests/test_it.py": IMPORT + COLOR } }],
] as const)("leaves alone: %s", async (_title, input) => {
  expect(await drafted(stringEnum, input)).toEqual([]);
});

test.each([
  ["a text", IMPORT + COLOR, "from enum import StrEnum\n\n\nclass Color(StrEnum):\n    RED = 'red'\n", SHOWN],
  [
    "a number, where others still need `Enum`",
    `${IMPORT}class Size(int, Enum):\n    BIG = 3\n\n\nclass Kind(Enum):\n    A = 1\n`,
    "from enum import Enum, IntEnum\n\n\nclass Size(IntEnum):\n    BIG = 3\n\n\nclass Kind(Enum):\n    A = 1\n",
    "AssertionError: assert 'size Size.BIG' == 'size 3'",
  ],
  [
    "by the module",
    "import enum\n\n\nclass Color(str, enum.Enum):\n    RED = 'red'\n",
    "import enum\n\n\nclass Color(enum.StrEnum):\n    RED = 'red'\n",
    SHOWN,
  ],
])("writes members by their values: %s", async (_title, before, after, message) => {
  expect(await drafted(stringEnum, row(before, message))).toEqual(changed(after));
});
