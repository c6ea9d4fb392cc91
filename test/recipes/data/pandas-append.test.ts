import { expect, test } from "vitest";
import { pandasAppend } from "../../../src/draft/recipes/data/pandas-append.ts";
import { drafted, type RecipeCase, recipeInput } from "../../support/recipe-case.ts";
import { failing, module } from "./failing.ts";

const HEAD = "import pandas as pd\n\n\n";

function gone(body: string, locals: Record<string, string> = {}, type = "DataFrame"): RecipeCase {
  const row = failing(`${HEAD}def f(df, x, rows):\n${body}`, {
    type: "AttributeError",
    message: `'${type}' object has no attribute 'append'. Did you mean: '_append'?`,
  });
  const frames = (row.frames ?? []).map((frame) => ({ ...frame, locals }));
  return { ...row, frames };
}

test.each([
  ["another type", gone("    return df.append(x)  # fails\n", {}, "Basket")],
  ["a result that nobody uses", gone("    df.append(x)  # fails\n    return df\n")],
  ["a list on the same line", gone("    rows.append(x)  # fails\n")],
  ["no argument", gone("    return df.append()  # fails\n")],
  ["starred arguments", gone("    return df.append(*rows)  # fails\n")],
  ["an argument by a name", gone("    return df.append(other=x)  # fails\n")],
  ["a third argument by its place", gone("    return df.append(x, True, False)  # fails\n")],
  [
    "code that asks for the version",
    gone("    if pd.__version__ < '2':\n        return df.append(x)  # fails\n    return pd.concat([df, x])\n"),
  ],
  [
    "a try that expects its absence",
    gone(
      "    try:\n        df = df.append(x)  # fails\n    except AttributeError:\n        df = pd.concat([df, x])\n    return df\n",
    ),
  ],
  ["the method handed on", gone("    return list(map(df.append, rows))  # fails\n")],
  ["a method asked for by text", gone("    return getattr(df, 'append')(x)  # fails\n")],
  [
    "what was asked for first",
    gone("    if hasattr(df, 'append'):\n        return df.append(x)  # fails\n    return pd.concat([df, x])\n"),
  ],
  ["a comment and a text", gone("    return g(df, 'df.append(x)')  # df.append(x)  # fails\n")],
  ["another line", gone("    df = df.append(x)\n    return g(df)  # fails\n")],
] as const)("leaves alone: %s", async (_title, row) => {
  expect(await drafted(pandasAppend, row)).toEqual([]);
});

const FRAME = { x: "pandas.core.frame.DataFrame" };

test.each([
  ["a table", gone("    return df.append(x)  # fails\n", FRAME), "    return pd.concat([df, x])  # fails\n"],
  [
    "a table, its index ignored",
    gone("    return df.append(x, ignore_index=True, sort=False)  # fails\n", FRAME),
    "    return pd.concat([df, x], ignore_index=True, sort=False)  # fails\n",
  ],
  [
    "a table, its index ignored by an argument without a name",
    gone("    return df.append(x, True)  # fails\n", FRAME),
    "    return pd.concat([df, x], ignore_index=True)  # fails\n",
  ],
  [
    "a dict",
    gone("    return df.append(x, ignore_index=True)  # fails\n", { x: "dict" }),
    "    return pd.concat([df, pd.DataFrame([x])], ignore_index=True)  # fails\n",
  ],
  [
    "a dict in place",
    gone("    return df.append({'a': 1}, ignore_index=True)  # fails\n"),
    "    return pd.concat([df, pd.DataFrame([{'a': 1}])], ignore_index=True)  # fails\n",
  ],
  [
    "a column as a row",
    gone("    return df.append(x)  # fails\n", { x: "pandas.Series" }),
    "    return pd.concat([df, pd.DataFrame([x])])  # fails\n",
  ],
  [
    "tables in a list in place",
    gone("    return df.append([x, pd.DataFrame(rows)])  # fails\n", FRAME),
    "    return pd.concat([df, x, pd.DataFrame(rows)])  # fails\n",
  ],
  [
    "dicts in a list in place",
    gone("    return df.append([{'a': 1}, {'a': 2}])  # fails\n"),
    "    return pd.concat([df, pd.DataFrame([{'a': 1}, {'a': 2}])])  # fails\n",
  ],
  [
    "a column to a column",
    gone("    return df.append(x)  # fails\n", {}, "Series"),
    "    return pd.concat([df, x])  # fails\n",
  ],
  [
    "several columns to a column",
    gone("    return df.append(rows)  # fails\n", { rows: "list" }, "Series"),
    "    return pd.concat([df, *rows])  # fails\n",
  ],
  [
    "to what stands in parentheses",
    gone("    return (\n        df[df.a > 1]\n    ).append(x).sum()  # fails\n", FRAME),
    "    return pd.concat([(\n        df[df.a > 1]\n    ), x]).sum()  # fails\n",
  ],
  [
    "rows elsewhere in the file with it",
    gone(
      "    df = df.append(x)  # fails\n    rows.append(x)\n    return df.append({'a': 1}, ignore_index=True)\n",
      FRAME,
    ),
    "    df = pd.concat([df, x])  # fails\n    rows.append(x)\n    return pd.concat([df, pd.DataFrame([{'a': 1}])], ignore_index=True)\n",
  ],
] as const)("puts together: %s", async (_title, row, after) => {
  expect(await drafted(pandasAppend, row)).toEqual(module(`${HEAD}def f(df, x, rows):\n${after}`));
});

test("where it cannot be told, what raises if it is wrong comes first", async () => {
  const row = gone("    return df.append(x, ignore_index=True)  # fails\n");
  const after = (text: string): Record<string, string>[] =>
    module(`${HEAD}def f(df, x, rows):\n    return pd.concat([df, ${text}], ignore_index=True)  # fails\n`);
  expect(await drafted(pandasAppend, row)).toEqual([...after("pd.DataFrame([x])"), ...after("x")]);
});

test("pandas is imported where it was not", async () => {
  const row = failing("def f(df, x):\n    return df.append(x)  # fails\n", {
    type: "AttributeError",
    message: "'DataFrame' object has no attribute 'append'",
  });
  const [draft] = pandasAppend.draft(await recipeInput(row));
  expect(draft?.edits.some(({ text }) => text.includes("from pandas import concat"))).toBe(true);
});
