import { expect, test } from "vitest";
import { uniqueResult } from "../../../src/draft/recipes/sqlalchemy/unique-result.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";

function row(
  line: string,
  message = "The unique() method must be invoked on this Result, as it contains results",
): RecipeCase {
  return {
    files: { "shop/db.py": `${line}\n` },
    exception: { type: "sqlalchemy.exc.InvalidRequestError", message },
    frames: [{ path: "shop/db.py", line: 1, function: "<module>" }],
  };
}

test.each([
  ["another failure", row("rows = s.execute(q).scalars().all()", "x")],
  ["a line that reads nothing", row("rows = list(s.scalars(q))")],
  ["a result that is unique", row("rows = s.execute(q).unique().scalars().all()")],
  ["two reads on a line", row("rows = a.all() + b.all()")],
])("leaves %s alone", async (_title, input) => {
  expect(await drafted(uniqueResult, input)).toEqual([]);
});

test.each([
  ["the scalars of a result", "rows = s.execute(q).scalars().all()", "rows = s.execute(q).unique().scalars().all()"],
  [
    "an awaited result",
    "rows = (await s.execute(q)).scalars().all()  # all",
    "rows = (await s.execute(q)).unique().scalars().all()  # all",
  ],
  ["scalars of a session", "rows = s.scalars(q).all()", "rows = s.scalars(q).unique().all()"],
])("takes each once: %s", async (_title, before, after) => {
  expect(await drafted(uniqueResult, row(before))).toEqual([{ "shop/db.py": `${after}\n` }]);
});
