import { expect, test } from "vitest";
import { allAccepted, judge, type Row, added } from "../judge.ts";

const REFUSED: readonly Row[] = [
  ["filterwarnings", ...added("import warnings\n", 'warnings.filterwarnings("ignore")')],
  ["simplefilter by another name", ...added("from warnings import simplefilter as f\n", 'f("ignore")')],
  ["catch_warnings", ...added("import warnings\n", "with warnings.catch_warnings():\n    print(rows)")],
  ["logging.disable", ...added("import logging\n", "logging.disable(50)")],
  ["a logger switched off", ...added("import logging\n", 'logging.getLogger("x").disabled = True')],
];

const ACCEPTED: readonly Row[] = [
  ["a warning of its own", ...added("import warnings\n", 'warnings.warn("x")')],
  [
    "a filter that was there, edited elsewhere",
    `import warnings

warnings.simplefilter("ignore")
def total(rows):
    return sum(rows)
x = 1
`,
    `import warnings

warnings.simplefilter("ignore")
def total(rows):
    return sum(rows)
x = 2
`,
  ],
  ["a logger", ...added("import logging\n", 'logging.getLogger(__name__).warning("x")')],
  ["a level of a logger", ...added("import logging\n", "logging.getLogger(__name__).setLevel(logging.INFO)")],
  ["a variable called disabled", ...added("", "disabled = True\nprint(disabled)")],
  ["something switched on", ...added("", "rows.disabled = False")],
];

test("accepts honest edits that look alike", async () => {
  expect(ACCEPTED.length).toBeGreaterThanOrEqual(REFUSED.length);
  expect(await judge(ACCEPTED)).toEqual(allAccepted(ACCEPTED));
});

test("refuses, and says where and why", async () => {
  expect(await judge(REFUSED)).toMatchInlineSnapshot(`
    {
      "a logger switched off": "no-silenced-warning shop/orders.py:3 sets \`disabled\`, which hides what Python and libraries have to say",
      "catch_warnings": "no-silenced-warning shop/orders.py:3 adds \`warnings.catch_warnings\`, which hides what Python and libraries have to say",
      "filterwarnings": "no-silenced-warning shop/orders.py:3 adds \`warnings.filterwarnings\`, which hides what Python and libraries have to say",
      "logging.disable": "no-silenced-warning shop/orders.py:3 adds \`logging.disable\`, which hides what Python and libraries have to say",
      "simplefilter by another name": "no-silenced-warning shop/orders.py:1 adds \`warnings.simplefilter\`, which hides what Python and libraries have to say | no-silenced-warning shop/orders.py:3 adds \`warnings.simplefilter\`, which hides what Python and libraries have to say",
    }
  `);
});
