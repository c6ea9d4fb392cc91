import { expect, test } from "vitest";
import { renamedKeywords } from "../../../src/draft/recipes/renamed-keywords.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";

function row(call: string, keywords: string): RecipeCase {
  return {
    files: { "shop/db.py": `from sqlalchemy import create_engine\n\nengine = ${call}\n` },
    exception: {
      type: "TypeError",
      message: `Invalid argument(s) ${keywords} sent to create_engine(), using configuration SQLiteDialect_pysqlite`,
    },
    frames: [{ path: "shop/db.py", line: 3, function: "<module>" }],
  };
}

test.each([
  ["an argument of no engine's", row("create_engine(URL, ecko=True)", "'ecko'")],
  ["another library's engine", row("other.create_engine(URL, encoding='utf8')", "'encoding'")],
  ["a value that means something", row("create_engine(URL, case_sensitive=False)", "'case_sensitive'")],
])("leaves %s alone", async (_title, input) => {
  expect(await drafted(renamedKeywords, input)).toEqual([]);
});

test.each([
  ["one", "create_engine(URL, convert_unicode=True)", "create_engine(URL)", "'convert_unicode'"],
  [
    "one before another",
    'create_engine(URL, encoding="utf8", echo=True)',
    "create_engine(URL, echo=True)",
    "'encoding'",
  ],
  ["what is so anyway", "create_engine(URL, case_sensitive=True)", "create_engine(URL)", "'case_sensitive'"],
])("drops %s", async (_title, before, after, keywords) => {
  expect(await drafted(renamedKeywords, row(before, keywords))).toEqual([
    { "shop/db.py": `from sqlalchemy import create_engine\n\nengine = ${after}\n` },
  ]);
});
