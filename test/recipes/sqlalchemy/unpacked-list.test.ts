import { expect, test } from "vitest";
import { unpackedList } from "../../../src/draft/recipes/sqlalchemy/unpacked-list.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";

const MESSAGE = "Column expression, FROM clause, or other columns clause element expected, got [Column('id'";
const HEAD = "import sqlalchemy as sa\nfrom sqlalchemy import case, select\n";

function row(line: string, message = MESSAGE): RecipeCase {
  return {
    files: { "shop/db.py": `${HEAD}${line}\n` },
    exception: { type: "sqlalchemy.exc.ArgumentError", message },
    frames: [{ path: "shop/db.py", line: 3, function: "<module>" }],
  };
}

test.each([
  ["another failure", row("q = select([a])", "no such table")],
  ["a select of columns", row("q = select(a, b)")],
  ["a condition beside the list", row("q = select([a], a > 1)")],
  ["keywords of 1.3", row("q = select([a], whereclause=a > 1)")],
  ["another library's select", row("q = other.select([a])")],
  ["a list from a call", row("q = select(columns())")],
  ["stars already", row("q = select(*columns)")],
])("leaves %s alone", async (_title, input) => {
  expect(await drafted(unpackedList, input)).toEqual([]);
});

test.each([
  ["two columns", "q = select([a, b]).where(a > 1)  # all", "q = select(a, b).where(a > 1)  # all"],
  ["a comma at the end", "q = sa.select([a, b,])", "q = sa.select(a, b)"],
  ["a name", "q = select(columns)", "q = select(*columns)"],
  ["a comprehension", "q = select([c for c in t.c])", "q = select(*[c for c in t.c])"],
  [
    "several lines",
    "q = select(\n    [\n        a,\n        b,\n    ]\n)",
    "q = select(\n    \n        a,\n        b\n    \n)",
  ],
])("unpacks %s", async (_title, before, after) => {
  expect(await drafted(unpackedList, row(before))).toEqual([{ "shop/db.py": `${HEAD}${after}\n` }]);
});

test("unpacks the conditions of a case, and only literal lists elsewhere in the file", async () => {
  const input = row(
    'q = case([(a > 1, "x")], else_="y")\nr = select([a])\ns = select(columns)',
    'The "whens" argument to case(), when referring to a sequence of items, is now',
  );
  expect(await drafted(unpackedList, input)).toEqual([
    { "shop/db.py": `${HEAD}q = case((a > 1, "x"), else_="y")\nr = select(a)\ns = select(columns)\n` },
  ]);
});
