import { expect, test } from "vitest";
import { allAccepted, judge, type Row, added, TOTAL } from "../judge.ts";

const REFUSED: readonly Row[] = [
  ["a package that is not there", ...added("import left_pad\n", "print(left_pad)")],
  ["a part of one", ...added("from acme.sums import total as other\n", "print(other)")],
  ["inside a function", ...added("", "import acme")],
  [
    "in place of an installed one",
    "from sqlalchemy import select\n\n\n" + TOTAL,
    "from sqlalchemny import select\n\n\n" + TOTAL,
  ],
];

const ACCEPTED: readonly Row[] = [
  ["the standard library", ...added("from itertools import chain\n", "rows = chain(rows)")],
  ["an installed package", ...added("from sqlalchemy import select\n", "print(select(1))")],
  [
    `an installed package with a dash`,
    {
      changes: {
        "shop/orders.py": [
          `def total(rows):
    return sum(rows)
`,
          `import typing_extensions


def total(rows):
    return sum(rows)
`,
        ],
      },
      around: {},
      tracked: [],
      packages: { "typing-extensions": "4.0" },
    },
  ],
  [
    `a package that another file imports`,
    {
      changes: {
        "shop/orders.py": [
          `def total(rows):
    return sum(rows)
`,
          `import yaml


def total(rows):
    return sum(rows)
`,
        ],
      },
      around: {
        "shop/config.py": `import yaml.nodes
`,
      },
      tracked: [],
    },
  ],
  [
    "another part of a package that is imported",
    "from yaml import load\n\n\n" + TOTAL,
    "from yaml import load\nfrom yaml.nodes import Node\n\n\n" + TOTAL,
  ],
  [
    `a module of the project`,
    {
      changes: {
        "shop/orders.py": [
          `def total(rows):
    return sum(rows)
`,
          `import shop.models


def total(rows):
    return sum(rows)
`,
        ],
      },
      around: {},
      tracked: ["shop/models.py", "shop/__init__.py"],
    },
  ],
  [
    `a module of the project without __init__.py`,
    {
      changes: {
        "src/shop/orders.py": [
          `def total(rows):
    return sum(rows)
`,
          `from shop.deep.models import Order


def total(rows):
    return sum(rows)
`,
        ],
      },
      around: {},
      tracked: ["src/shop/deep/models.py"],
    },
  ],
  ["a relative import", ...added("from .models import Order\n", "print(Order)")],
  [
    "an import that moves into a function",
    "import acme\n\n\n" + TOTAL,
    `def total(rows):
    import acme

    return acme.sum(rows)
`,
  ],
  [
    "a module of Python that is gone by now",
    "from imp import reload\n\n\n" + TOTAL,
    "from distutils import util\n\n\n" + TOTAL,
  ],
];

test("accepts honest edits that look alike", async () => {
  expect(ACCEPTED.length).toBeGreaterThanOrEqual(REFUSED.length);
  expect(await judge(ACCEPTED)).toEqual(allAccepted(ACCEPTED));
});

test("refuses, and says where and why", async () => {
  expect(await judge(REFUSED)).toMatchInlineSnapshot(`
    {
      "a package that is not there": "no-new-dependency shop/orders.py:1 imports \`left_pad\`, which the project does not use and is not installed",
      "a part of one": "no-new-dependency shop/orders.py:1 imports \`acme\`, which the project does not use and is not installed",
      "in place of an installed one": "no-new-dependency shop/orders.py:1 imports \`sqlalchemny\`, which the project does not use and is not installed",
      "inside a function": "no-new-dependency shop/orders.py:2 imports \`acme\`, which the project does not use and is not installed",
    }
  `);
});
