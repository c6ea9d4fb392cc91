import { expect, test } from "vitest";
import { fieldOrder } from "../../../src/draft/recipes/slips/field-order.ts";
import { drafted } from "../../support/recipe-case.ts";
import { failing, FILE } from "./failing.ts";

const HEAD = "from dataclasses import dataclass\n\n\n@dataclass  # fails\nclass Row:\n";
const B = "TypeError: non-default argument 'b' follows default argument 'a'";
const INHERITED =
  "from dataclasses import dataclass\n\n\n@dataclass\nclass Base:\n    a: int = 1\n\n\n@dataclass  # fails\nclass Row(Base):\n    b: int\n";

test.each([
  ["passed by position", `${HEAD}    a: int = 1\n    b: int\n\n\nRow(1, 2)\n`, B, {}],
  ["passed by position, any number", `${HEAD}    a: int = 1\n    b: int\n\n\nRow(*x)\n`, B, {}],
  ["described below", `${HEAD}    a: int = 1\n    b: int\n    """What b is."""\n`, B, {}],
  ["two on a line", `${HEAD}    a: int = 1; b: int\n`, B, {}],
  ["not a data class", "@other  # fails\nclass Row:\n    a: int = 1\n    b: int\n", B, {}],
  ["inherited, for Python 3.9 too", INHERITED, B, { support: { python: "3.9" } }],
  ["inherited, Python 3.9", INHERITED, B, { python: "3.9.18" }],
  ["inherited and passed by position", `${INHERITED}\n\nRow(1, 2)\n`, B, {}],
])("no draft: %s", async (_name, text, exception, more) => {
  expect(await drafted(fieldOrder, failing(text, exception, more))).toEqual([]);
});

test.each([
  [
    "moved",
    `${HEAD}    a: int = 1\n    b: int\n    c: str = ""\n`,
    B,
    `${HEAD}    b: int\n    a: int = 1\n    c: str = ""\n`,
  ],
  [
    "several, with their comments; the first is passed by position",
    `${HEAD}    x: int\n    a: int = 1  # one\n    # Two of them.\n    b: int\n    c: int  # three\n\n    def f(self):\n        return Row(1, a=2)\n`,
    "TypeError: non-default argument 'b' follows default argument",
    `${HEAD}    x: int\n    # Two of them.\n    b: int\n    c: int  # three\n    a: int = 1  # one\n\n    def f(self):\n        return Row(1, a=2)\n`,
  ],
  ["inherited", INHERITED, B, INHERITED.replace("@dataclass  # fails", "@dataclass(kw_only=True)  # fails")],
  [
    "inherited, with arguments",
    INHERITED.replace("@dataclass  # fails", "@dataclass(frozen=True)  # fails"),
    B,
    INHERITED.replace("@dataclass  # fails", "@dataclass(frozen=True, kw_only=True)  # fails"),
  ],
])("%s", async (_name, text, exception, after) => {
  expect(await drafted(fieldOrder, failing(text, exception))).toEqual([{ [FILE]: after }]);
});
