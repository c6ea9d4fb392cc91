import { expect, test } from "vitest";
import { fillMethod } from "../../../src/draft/recipes/data/fill-method.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";
import { failing, module } from "./failing.ts";

const GONE = "NDFrame.fillna() got an unexpected keyword argument 'method'";
const GROUPED = "'DataFrameGroupBy' object has no attribute 'fillna'";
const INTERPOLATED = "Can not interpolate with method=pad.";

function filling(line: string, message = GONE, rest = ""): RecipeCase {
  return failing(`def f(df):\n    return ${line}  # fails\n${rest}`, { type: "TypeError", message });
}

test.each([
  [
    "another argument",
    filling("df.fillna(method='ffill')", "NDFrame.fillna() got an unexpected keyword argument 'downcast'"),
  ],
  ["a method decided elsewhere", filling("df.fillna(method=how)")],
  ["a method that nobody knows", filling("df.fillna(method='nearest')")],
  ["a value beside the method", filling("df.fillna(value=0, method='ffill')")],
  ["a value by its place", filling("df.fillna(0, method='ffill')")],
  ["a value of a group", filling("df.groupby('a').fillna(0)", GROUPED)],
  ["other ways to interpolate", filling("df.interpolate(method='linear')", INTERPOLATED)],
  [
    "a method of the project",
    filling("df.fillna(method='ffill')", GONE, "\n\nclass Table:\n    def fillna(self, method):\n        pass\n"),
  ],
  [
    "another line",
    failing("def f(df):\n    df = df.fillna(method='ffill')\n    return g(df)  # fails\n", {
      type: "TypeError",
      message: GONE,
    }),
  ],
] as const)("leaves alone: %s", async (_title, row) => {
  expect(await drafted(fillMethod, row)).toEqual([]);
});

test.each([
  [filling("df.fillna(method='ffill')"), "df.ffill()"],
  [filling('df["a"].fillna(method="pad", limit=1)'), 'df["a"].ffill(limit=1)'],
  [filling("df.fillna(axis=1, method='backfill')"), "df.bfill(axis=1)"],
  [filling("df.fillna(method='ffill').fillna(method='bfill')"), "df.ffill().bfill()"],
  [filling("df.groupby('a').fillna(method='bfill')", GROUPED), "df.groupby('a').bfill()"],
  [
    filling("df.resample('D').fillna('pad')", "'DatetimeIndexResampler' object has no attribute 'fillna'"),
    "df.resample('D').ffill()",
  ],
  [filling("df.interpolate(method='pad')", INTERPOLATED), "df.ffill()"],
  [
    filling(
      "df.fillna(method='ffill')",
      "DataFrame.fillna with 'method' is deprecated and will raise in a future version. Use obj.ffill() or obj.bfill() instead.",
    ),
    "df.ffill()",
  ],
] as const)("%#: %o", async (row, after) => {
  expect(await drafted(fillMethod, row)).toEqual(module(`def f(df):\n    return ${after}  # fails\n`));
});
