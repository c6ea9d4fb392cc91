import { expect, test } from "vitest";
import { mutableDataclassDefault } from "../../../src/draft/recipes/slips/mutable-dataclass-default.ts";
import { drafted } from "../../support/recipe-case.ts";
import { failing, FILE } from "./failing.ts";

const refused = (type: string, name = "rows"): string =>
  `ValueError: mutable default <class '${type}'> for field ${name} is not allowed: use default_factory`;
const HEAD = "from dataclasses import dataclass\n\n\n@dataclass  # fails\nclass Sheet:\n";
const WITH_FIELD = HEAD.replace("dataclass\n", "dataclass, field\n");

test.each([
  ["a factory already", `${WITH_FIELD}    rows: list = field(default_factory=list)\n`, refused("list")],
  [
    "not a data class",
    "from other import dataclass\n\n@dataclass  # fails\nclass Sheet:\n    rows: list = []\n",
    refused("list"),
  ],
  ["a value that comes from elsewhere", `${HEAD}    rows: list = ROWS\n`, refused("list")],
  ["a field of another name", `${HEAD}    cells: tuple = ()\n`, refused("list")],
  [
    "shared by the class on purpose",
    `from typing import ClassVar\n${HEAD}    rows: ClassVar[list] = []\n`,
    refused("list"),
  ],
  ["made of names of the class", `${HEAD}    first = 1\n    rows: list = [first]\n`, refused("list")],
  ["field is something else here", `def field():\n    return 1\n\n\n${HEAD}    rows: list = []\n`, refused("list")],
  ["another complaint", `${HEAD}    rows: list = []\n`, "ValueError: rows is not allowed"],
  ["a call that is no class of that name", `${HEAD}    rows: Style = make()\n`, refused("app.code.Style")],
])("no draft: %s", async (_name, text, exception) => {
  expect(await drafted(mutableDataclassDefault, failing(text, exception))).toEqual([]);
});

test.each([
  [
    "a list",
    `${HEAD}    rows: list = []\n`,
    refused("list"),
    `${WITH_FIELD}    rows: list = field(default_factory=list)\n`,
  ],
  [
    "all of the file",
    `${HEAD}    name: str = ""\n    rows: list = []\n    styles: dict = dict()  # by name\n    sizes: dict = {"a": 1}\n`,
    refused("list"),
    `${WITH_FIELD}    name: str = ""\n    rows: list = field(default_factory=list)\n    styles: dict = field(default_factory=dict)  # by name\n    sizes: dict = field(default_factory=lambda: {"a": 1})\n`,
  ],
  [
    "the module imported",
    "import dataclasses\n\n\n@dataclasses.dataclass(frozen=True)  # fails\nclass Sheet:\n    rows: set = {1}\n",
    refused("set"),
    "import dataclasses\n\n\n@dataclasses.dataclass(frozen=True)  # fails\nclass Sheet:\n    rows: set = dataclasses.field(default_factory=lambda: {1})\n",
  ],
  [
    "given by field()",
    `${WITH_FIELD}    rows: list = field(default=[], repr=False)\n`,
    refused("list"),
    `${WITH_FIELD}    rows: list = field(default_factory=list, repr=False)\n`,
  ],
  [
    "an object without a hash (Python 3.11)",
    `${HEAD}    style: Style = Style()\n`,
    refused("app.style.Style", "style"),
    `${WITH_FIELD}    style: Style = field(default_factory=Style)\n`,
  ],
])("%s", async (_name, text, exception, after) => {
  expect(await drafted(mutableDataclassDefault, failing(text, exception))).toEqual([{ [FILE]: after }]);
});
