import { expect, test } from "vitest";
import { rowMapping } from "../../../src/draft/recipes/sqlalchemy/row-mapping.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";

const KEY = "tuple indices must be integers or slices, not str";
const DICT = "cannot convert dictionary update sequence element #0 to a sequence";
const ROW = { row: "sqlalchemy.engine.row.Row" };

/** A function whose second line fails. */
function case_(body: string, message: string, locals: Readonly<Record<string, string>> = ROW): RecipeCase {
  return {
    files: { "shop/db.py": `def total(row, result):\n${body}` },
    exception: { type: "TypeError", message },
    frames: [{ path: "shop/db.py", line: 2, function: "total", locals }],
  };
}

test.each([
  ["a tuple of the project's own", case_('    return row["a"]\n', KEY, { row: "tuple" })],
  ["a type that is not known", case_('    return row["a"]\n', KEY, {})],
  ["another failure", case_('    return row["a"]\n', "'a'")],
  ["a number", case_("    return row[0]\n", KEY)],
  ["a mapping", case_('    return row._mapping["a"]\n', KEY)],
  ["a dict of pairs", case_("    return dict(pairs)\n", DICT)],
  ["a column that is called so", case_("    return row.total\n", "Could not locate column in row for column 'total'")],
  ["what is stored", case_('    row["a"] = 1\n', KEY)],
])("leaves %s alone", async (_title, input) => {
  expect(await drafted(rowMapping, input)).toEqual([]);
});

test.each([
  [
    "a key, and its like in the function",
    '    a = row["a"]  # one\n    return a + row["b"]\n',
    '    a = row._mapping["a"]  # one\n    return a + row._mapping["b"]\n',
    KEY,
  ],
  ["a dictionary", "    return dict(row)\n", "    return dict(row._mapping)\n", DICT],
  [
    "its keys",
    "    return list(row.keys())\n",
    "    return list(row._mapping.keys())\n",
    "Could not locate column in row for column 'keys'",
  ],
  [
    "its items",
    "    return dict(row.items())\n",
    "    return dict(row._mapping.items())\n",
    "Could not locate column in row for column 'items'",
  ],
  ["what a result gives", '    return result.fetchone()["a"]\n', '    return result.fetchone()._mapping["a"]\n', KEY],
  [
    "rows of a comprehension",
    "    return [dict(row) for row in result]\n",
    "    return [dict(row._mapping) for row in result]\n",
    DICT,
  ],
])("takes the mapping for %s", async (_title, before, after, message) => {
  expect(await drafted(rowMapping, case_(before, message))).toEqual([
    { "shop/db.py": `def total(row, result):\n${after}` },
  ]);
});
