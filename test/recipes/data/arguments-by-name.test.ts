import { expect, test } from "vitest";
import { argumentsByName } from "../../../src/draft/recipes/data/arguments-by-name.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";
import { failing, module } from "./failing.ts";

const DROP = "DataFrame.drop() takes from 1 to 2 positional arguments but 3 were given";
const ACCEPTS = [
  "pandas.DataFrame.drop axis",
  "pandas.DataFrame.dropna axis",
  "pandas.DataFrame.dropna how",
  "pandas.concat axis",
  "pandas.read_csv sep",
  "pandas.Series.str.split n",
  "pandas.Series.str.split expand",
  "pandas.Series.sort_values ascending",
  "pandas.DataFrame.sort_values ascending",
  "pandas.Series.sort_values axis",
  "scipy.special.comb exact",
  "scipy.stats.ttest_ind axis",
];

function given(line: string, message: string, rest: Partial<RecipeCase> = {}): RecipeCase {
  const text = `import pandas as pd\n\n\ndef f(df, name):\n    return ${line}  # fails\n`;
  return failing(text, { type: "TypeError", message }, { accepts: ACCEPTS, ...rest });
}

test.each([
  ["another exception", given("df.drop(name, 1)", "DataFrame.drop() missing 1 required positional argument: 'labels'")],
  ["another type", given("df.drop(name, 1)", "Stack.drop() takes from 1 to 2 positional arguments but 3 were given")],
  [
    "another function",
    given("df.drop(name, 1)", "DataFrame.spread() takes from 1 to 2 positional arguments but 3 were given"),
  ],
  ["a name that is not there", given("df.drop(name, 1)", DROP, { accepts: [] })],
  ["a name that is given too", given("df.drop(name, 1, axis=1)", DROP)],
  ["starred arguments", given("df.drop(*name)", DROP)],
  ["parentheses around an argument", given("df.drop(name, (1))", DROP)],
  ["fewer arguments than were given", given("df.drop(name)", DROP)],
  ["a call of a module", given("pd.drop(name, 1)", DROP)],
  [
    "a method of the project",
    failing(
      "class Table:\n    def drop(self, name):\n        pass\n\n\ndef f(table):\n    table.drop('a', 1)  # fails\n",
      { type: "TypeError", message: DROP.replace("DataFrame.", "") },
      { accepts: ACCEPTS },
    ),
  ],
] as const)("leaves alone: %s", async (_title, row) => {
  expect(await drafted(argumentsByName, row)).toEqual([]);
});

test.each([
  [given("df.drop(name, 1)", DROP), "df.drop(name, axis=1)"],
  [given("df.drop([name], 1).drop('b', 1)", DROP), "df.drop([name], axis=1).drop('b', axis=1)"],
  [
    given("df.drop(name, 1, inplace=True)", "drop() takes from 1 to 2 positional arguments but 3 were given"),
    "df.drop(name, axis=1, inplace=True)",
  ],
  [
    given(
      "df.drop(name, 1, inplace=True)",
      "DataFrame.drop() takes from 1 to 2 positional arguments but 3 positional arguments (and 1 keyword-only argument) were given",
    ),
    "df.drop(name, axis=1, inplace=True)",
  ],
  [
    given("df.dropna(1, 'all')", "DataFrame.dropna() takes 1 positional argument but 3 were given"),
    "df.dropna(axis=1, how='all')",
  ],
  [
    given("pd.concat([df, df], 1)", "concat() takes 1 positional argument but 2 were given"),
    "pd.concat([df, df], axis=1)",
  ],
  [
    given("pd.read_csv(name, ';')", "read_csv() takes 1 positional argument but 2 were given"),
    "pd.read_csv(name, sep=';')",
  ],
  [
    given(
      "df.a.str.split(',', 1, True)",
      "StringMethods.split() takes from 1 to 2 positional arguments but 4 were given",
    ),
    "df.a.str.split(',', n=1, expand=True)",
  ],
  [
    given("df.a.sort_values(0, False)", "Series.sort_values() takes 1 positional argument but 3 were given"),
    "df.a.sort_values(axis=0, ascending=False)",
  ],
] as const)("%#: %o", async (row, after) => {
  expect(await drafted(argumentsByName, row)).toEqual(
    module(`import pandas as pd\n\n\ndef f(df, name):\n    return ${after}  # fails\n`),
  );
});

test("names arguments of scipy's functions too", async () => {
  const text = (call: string): string =>
    `from scipy.special import comb\n\n\ndef f(n, k):\n    return ${call}  # fails\n`;
  const message = "comb() takes 2 positional arguments but 3 were given";
  const row = failing(text("comb(n, k, True)"), { type: "TypeError", message }, { accepts: ACCEPTS });
  expect(await drafted(argumentsByName, row)).toEqual(module(text("comb(n, k, exact=True)")));
});

test("leaves alone what went from the middle of the order", async () => {
  const text = "from scipy.stats import ttest_ind\n\n\ndef f(a, b):\n    return ttest_ind(a, b, 0, False)  # fails\n";
  const message = "ttest_ind() takes 2 positional arguments but 4 were given";
  expect(await drafted(argumentsByName, failing(text, { type: "TypeError", message }, { accepts: ACCEPTS }))).toEqual(
    [],
  );
});
