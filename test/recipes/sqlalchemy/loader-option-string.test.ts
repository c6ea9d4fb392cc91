import { expect, test } from "vitest";
import { loaderOptionString } from "../../../src/draft/recipes/sqlalchemy/loader-option-string.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";

const HEAD = "from sqlalchemy import select\nfrom sqlalchemy.orm import joinedload, load_only\n";

function row(
  line: string,
  message = "Strings are not accepted for attribute names in loader options; please use",
): RecipeCase {
  return {
    files: { "shop/db.py": `${HEAD}${line}\n` },
    exception: { type: "sqlalchemy.exc.ArgumentError", message },
    frames: [{ path: "shop/db.py", line: 3, function: "<module>" }],
  };
}

test.each([
  ["another failure", row('q = select(User).options(joinedload("items"))', "x")],
  ["an attribute", row("q = select(User).options(joinedload(User.items))")],
  ["everything", row('q = select(User).options(joinedload("*"))')],
  ["a path", row('q = select(User).options(joinedload("items.shop"))')],
  ["two entities", row('q = select(User, Item).options(joinedload("items"))')],
  ["a query from elsewhere", row('q = base.options(joinedload("items"))')],
  ["another library's option", row('q = select(User).options(other("items"))')],
])("leaves %s alone", async (_title, input) => {
  expect(await drafted(loaderOptionString, input)).toEqual([]);
});

test.each([
  [
    "a select",
    'q = select(User).where(User.id > 1).options(joinedload("items"))',
    "q = select(User).where(User.id > 1).options(joinedload(User.items))",
  ],
  [
    "a query",
    'q = s.query(User).options(joinedload("items")).all()  # two',
    "q = s.query(User).options(joinedload(User.items)).all()  # two",
  ],
  [
    "several names",
    'q = s.query(models.User).options(load_only("id", "name"))',
    "q = s.query(models.User).options(load_only(models.User.id, models.User.name))",
  ],
])("names the attribute in %s", async (_title, before, after) => {
  expect(await drafted(loaderOptionString, row(before))).toEqual([{ "shop/db.py": `${HEAD}${after}\n` }]);
});
