import { expect, test } from "vitest";
import { chainedAssignment } from "../../../src/draft/recipes/data/chained-assignment.ts";
import { drafted, type RecipeCase, recipeInput } from "../../support/recipe-case.ts";
import { failing, module } from "./failing.ts";

const HEAD = "import pandas as pd\n\n\nlimits = {}\n\n\ndef f(df, rows, name, value):\n";
const TYPES = { df: "pandas.DataFrame", name: "str", rows: "pandas.Series", value: "int" };

function chained(body: string, locals: Record<string, string> = TYPES, message?: string): RecipeCase {
  const row = failing(`${HEAD}${body}`, {
    type: "pandas.errors.ChainedAssignmentError",
    message:
      message ??
      "A value is being set on a copy of a DataFrame or Series through chained assignment.\nSuch chained assignment never works",
  });
  return { ...row, frames: (row.frames ?? []).map((frame) => ({ ...frame, locals })) };
}

test.each<[string, RecipeCase]>([
  [
    "another exception",
    chained('    df["a"][rows] = value  # fails\n', TYPES, "cannot set a row with mismatched columns"),
  ],
  ["rows first: it never reached the table", chained('    df[rows]["a"] = value  # fails\n')],
  ["rows first, by loc", chained('    df.loc[rows]["a"] = value  # fails\n')],
  ["a slice of a column counts rows, one of loc names them", chained('    df["a"][0:2] = value  # fails\n')],
  ["a name that may be rows", chained("    df[rows][name] = value  # fails\n")],
  ["a column of several levels", chained('    df["a"][rows, 1] = value  # fails\n')],
  ["a series of several levels", chained('    df["a"]["b"] = value  # fails\n', { df: "pandas.Series" })],
  ["a dictionary", chained('    df["a"][rows] = value  # fails\n', { df: "dict" })],
  ["an attribute of what may be no table", chained("    df.a[rows] = value  # fails\n", {})],
  ["a call's result", chained('    df.head()["a"][rows] = value  # fails\n')],
  ["two targets", chained('    x = df["a"][rows] = value  # fails\n')],
  ["parentheses around the column", chained('    (df["a"])[rows] = value  # fails\n')],
  ["a comment in between", chained('    df["a"][  # the rows\n        rows\n    ] = value  # fails\n')],
  ["a method that leaves rows out", chained('    df["a"].dropna(inplace=True)  # fails\n')],
  ["a method that sorts", chained('    df["a"].sort_values(inplace=True)  # fails\n')],
  ["in place or not, as somebody says", chained('    df["a"].fillna(0, inplace=value)  # fails\n')],
  ["not in place", chained('    df["a"].fillna(0)  # fails\n')],
  ["an update by another column", chained('    df["a"].update(rows)  # fails\n')],
  ["code that asks for the version", chained("    if pd.__version__ < '3':\n        df['a'][rows] = value  # fails\n")],
  ["another line", chained('    df["a"][rows] = value\n    g(df)  # fails\n')],
])("leaves alone: %s", async (_title, row) => {
  expect(await drafted(chainedAssignment, row)).toEqual([]);
});

test("tests stay as they are", async () => {
  const row = chained('    df["a"][rows] = value  # fails\n');
  const text = Object.values(row.files)[0] ?? "";
  const frames = (row.frames ?? []).map((frame) => ({ ...frame, path: "tests/test_figures.py" }));
  expect(await drafted(chainedAssignment, { ...row, files: { "tests/test_figures.py": text }, frames })).toEqual([]);
});

test.each<[string, RecipeCase, string]>([
  ["rows of a column", chained('    df["a"][rows] = value  # fails\n'), '    df.loc[rows, "a"] = value  # fails\n'],
  ["one row", chained("    df['a'][0] = value  # fails\n"), "    df.loc[0, 'a'] = value  # fails\n"],
  ["all rows", chained('    df["a"][:] = value  # fails\n'), '    df.loc[:, "a"] = value  # fails\n'],
  [
    "a column by a variable",
    chained("    df[name][df[name] > 3] = value  # fails\n"),
    "    df.loc[df[name] > 3, name] = value  # fails\n",
  ],
  ["a column by its number", chained("    df[0][rows] += value  # fails\n"), "    df.loc[rows, 0] += value  # fails\n"],
  [
    "a column by an attribute",
    chained("    df.a[rows] = value  # fails\n"),
    '    df.loc[rows, "a"] = value  # fails\n',
  ],
  [
    "a table of an object",
    chained('    self.df["a"][rows] = value  # fails\n', {}),
    '    self.df.loc[rows, "a"] = value  # fails\n',
  ],
  [
    "loc on the column",
    chained('    df["a"].loc["x":"y"] = value  # fails\n'),
    '    df.loc["x":"y", "a"] = value  # fails\n',
  ],
  ["at on the column", chained('    df["a"].at[3] = value  # fails\n'), '    df.at[3, "a"] = value  # fails\n'],
  [
    "iloc on the column",
    chained('    df["a"].iloc[:2] = value  # fails\n'),
    '    df.iloc[:2, df.columns.get_loc("a")] = value  # fails\n',
  ],
  [
    "over two lines",
    chained('    df["a"][\n        rows\n    ] = value  # fails\n'),
    '    df.loc[rows, "a"\n    ] = value  # fails\n',
  ],
  [
    "filled in place, as pandas 2.2 warns of it",
    chained(
      '    df["a"].fillna(0, inplace=True)  # fails\n',
      TYPES,
      "A value is trying to be set on a copy of a DataFrame or Series through chained assignment using an inplace method.",
    ),
    '    df["a"] = df["a"].fillna(0)  # fails\n',
  ],
  [
    "replaced in place, by an attribute",
    chained("    df.a.replace(inplace=True, to_replace=1, value=2)  # fails\n"),
    "    df.a = df.a.replace(to_replace=1, value=2)  # fails\n",
  ],
  [
    "the same table in the same function, and no dictionary elsewhere",
    chained(
      '    df["a"][rows] = value  # fails\n    df["b"].clip(0, 9, inplace=True)\n    limits["a"][rows] = value\n\n\ndef g(df):\n    df["a"][0] = 1\n',
    ),
    '    df.loc[rows, "a"] = value  # fails\n    df["b"] = df["b"].clip(0, 9)\n    limits["a"][rows] = value\n\n\ndef g(df):\n    df["a"][0] = 1\n',
  ],
])("rewrites: %s", async (_title, row, body) => {
  const [draft] = chainedAssignment.draft(await recipeInput(row));
  expect(draft?.leftAlone).toEqual([]);
  expect(await drafted(chainedAssignment, row)).toEqual(module(`${HEAD}${body}`));
});
