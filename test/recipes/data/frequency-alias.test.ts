import { expect, test } from "vitest";
import { frequencyAlias } from "../../../src/draft/recipes/data/frequency-alias.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";
import { failing, module } from "./failing.ts";

const MONTH =
  "Invalid frequency: M. Failed to parse with error message: ValueError(\"'M' is no longer supported for offsets. Please use 'ME' instead.\")";
const HOUR =
  "Invalid frequency: H. Failed to parse with error message: ValueError('Invalid frequency: H. Did you mean h?') Did you mean h?";
const MINUTES =
  "Invalid frequency: 2T. Failed to parse with error message: ValueError('Invalid frequency: T. Did you mean min?')";

function sampled(line: string, message = MONTH, head = ""): RecipeCase {
  return failing(`${head}def f(table):\n    return ${line}  # fails\n`, { type: "ValueError", message });
}

test.each([
  ["another exception", sampled("table.resample('M')", "Invalid frequency: nonsense")],
  ["another frequency", sampled("table.resample('D')")],
  ["a frequency from outside", sampled("table.resample(rule)")],
  ["a longer string", sampled("table.resample(rule, name='Monthly M')")],
  ["a number", sampled("table.resample(12)")],
  [
    "code that asks for the version",
    failing("if pandas.__version__ < '2.2':\n    rule = f('M')  # fails\n", { type: "ValueError", message: MONTH }),
  ],
  ["another line", failing("a = f('M')\nb = g(a)  # fails\n", { type: "ValueError", message: MONTH })],
] as const)("leaves alone: %s", async (_title, row) => {
  expect(await drafted(frequencyAlias, row)).toEqual([]);
});

test.each([
  [
    "an argument",
    sampled("table.resample('M').sum()"),
    "def f(table):\n    return table.resample('ME').sum()  # fails\n",
  ],
  ["an hour", sampled('table.resample("H")', HOUR), 'def f(table):\n    return table.resample("h")  # fails\n'],
  [
    "several minutes",
    sampled("table.resample('2T')", MINUTES),
    "def f(table):\n    return table.resample('2min')  # fails\n",
  ],
  [
    "a constant",
    sampled("table.resample(RULE)", MONTH, "RULE = 'M'\n\n\n"),
    "RULE = 'ME'\n\n\ndef f(table):\n    return table.resample(RULE)  # fails\n",
  ],
  [
    "a default",
    failing("def f(table, rule='M'):\n    return table.resample(rule)  # fails\n", {
      type: "ValueError",
      message: MONTH,
    }),
    "def f(table, rule='ME'):\n    return table.resample(rule)  # fails\n",
  ],
  [
    "a period",
    sampled(
      "index.to_period('ME')",
      "Invalid frequency: ME. Failed to parse with error message: ValueError(\"for Period, please use 'M' instead of 'ME'\")",
    ),
    "def f(table):\n    return index.to_period('M')  # fails\n",
  ],
  [
    "a warning that is an error",
    sampled(
      "table.resample('M')",
      "'M' is deprecated and will be removed in a future version, please use 'ME' instead.",
    ),
    "def f(table):\n    return table.resample('ME')  # fails\n",
  ],
] as const)("changes %s", async (_title, row, after) => {
  expect(await drafted(frequencyAlias, row)).toEqual(module(after));
});
