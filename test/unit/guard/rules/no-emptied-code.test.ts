import { expect, test } from "vitest";
import { allAccepted, changed, judge, type Row, TOTAL } from "../judge.ts";

const WHOLE = `def total(rows):
    found = 0
    for row in rows:
        found += row.price
    return found


def names(rows):
    return [row.name for row in rows]
`;

const REFUSED: readonly Row[] = [
  ["pass", WHOLE, changed(WHOLE, [["    return [row.name for row in rows]\n", "    pass\n"]])],
  [
    "an ellipsis under its documentation",
    WHOLE,
    changed(WHOLE, [["    return [row.name for row in rows]\n", '    """All names."""\n    ...\n']]),
  ],
  ["None", WHOLE, changed(WHOLE, [["    return [row.name for row in rows]\n", "    return None\n"]])],
  ["a literal", WHOLE, changed(WHOLE, [["    return [row.name for row in rows]\n", '    return ["a", "b"]\n']])],
  [
    "a literal by a name",
    WHOLE,
    changed(WHOLE, [["    return [row.name for row in rows]\n", '    result = ["a"]\n    return result\n']]),
  ],
  ["a literal in front of the work", WHOLE, changed(WHOLE, [["    found = 0\n", "    return 7\n    found = 0\n"]])],
  [
    "the same, disguised as a branch",
    WHOLE,
    changed(WHOLE, [["    found = 0\n", "    if True:\n        return 7\n    found = 0\n"]]),
  ],
  [
    "not implemented",
    WHOLE,
    changed(WHOLE, [["    return [row.name for row in rows]\n", '    raise NotImplementedError("names")\n']]),
  ],
  ["a second definition after it", WHOLE, WHOLE + "\n\ndef total(rows):\n    return 7\n"],
  ["a lambda after it", WHOLE, WHOLE + "\n\ntotal = lambda rows: 7\n"],
  [
    "a deleted function",
    WHOLE,
    `def total(rows):
    found = 0
    for row in rows:
        found += row.price
    return found
`,
  ],
  [
    "a deleted method",
    `class Order:
    x = 1

    def total(self):
        return self.x
`,
    `class Order:
    x = 1
`,
  ],
  [
    "an emptied method",
    `class Order:
    def total(self):
        return sum(self.rows)
`,
    `class Order:
    def total(self):
        return 0
`,
  ],
];

const ACCEPTED: readonly Row[] = [
  ["another body", WHOLE, changed(WHOLE, [["row.price", "row.price * row.count"]])],
  [
    "a shorter body",
    WHOLE,
    changed(WHOLE, [
      [
        "    found = 0\n    for row in rows:\n        found += row.price\n    return found\n",
        "    return sum(row.price for row in rows)\n",
      ],
    ]),
  ],
  [
    "an empty list where there is nothing",
    WHOLE,
    changed(WHOLE, [["    return [row", "    if not rows:\n        return []\n    return [row"]]),
  ],
  [
    "a function that did nothing and still does not",
    `def later(rows):
    pass
`,
    `def later(rows):
    return None
`,
  ],
  [
    "work in place of NotImplementedError",
    `def total(rows):
    raise NotImplementedError
`,
    TOTAL,
  ],
  [
    "an early return under a condition",
    WHOLE,
    changed(WHOLE, [["    found = 0\n", "    if not rows:\n        return 0\n    found = 0\n"]]),
  ],
  [
    "a private function that nobody needs any more",
    `def _add(a, b):
    return a + b


def total(rows):
    return _add(*rows)
`,
    TOTAL,
  ],
  [
    "a function moved down",
    WHOLE,
    `def names(rows):
    return [row.name for row in rows]


def total(rows):
    found = 0
    for row in rows:
        found += row.price
    return found
`,
  ],
  [
    "a function moved to another file",
    {
      changes: {
        "shop/orders.py": [
          `def total(rows):
    found = 0
    for row in rows:
        found += row.price
    return found


def names(rows):
    return [row.name for row in rows]
`,
          `from shop.sums import total


def names(rows):
    return [row.name for row in rows]
`,
        ],
        "shop/sums.py": [
          `x = 1
`,
          `x = 1


def total(rows):
    found = 0
    for row in rows:
        found += row.price
    return found
`,
        ],
      },
      around: {},
      tracked: ["shop/__init__.py"],
    },
  ],
  [
    "a function replaced by another of its name",
    WHOLE,
    changed(WHOLE, [
      [
        "def total(rows):\n    found = 0\n    for row in rows:\n        found += row.price\n    return found\n",
        "from shop.sums import total\n",
      ],
      ["shop.sums", "statistics"],
    ]),
  ],
  ["a function made asynchronous", WHOLE, changed(WHOLE, [["def total", "async def total"]])],
  [
    "a method moved to a base class",
    `class Order:
    def total(self):
        return sum(self.rows)
`,
    `class Base:
    def total(self):
        return sum(self.rows)


class Order(Base):
    pass
`,
  ],
  [
    "a function replaced by a partial one",
    WHOLE,
    changed(WHOLE, [
      [
        "def total(rows):\n    found = 0\n    for row in rows:\n        found += row.price\n    return found\n",
        "import functools\n\ntotal = functools.reduce\n",
      ],
    ]),
  ],
  [
    "an overload beside it",
    WHOLE,
    "from typing import overload\n\n\n@overload\ndef total(rows: list) -> int: ...\n\n\n" + WHOLE,
  ],
];

test("accepts honest edits that look alike", async () => {
  expect(ACCEPTED.length).toBeGreaterThanOrEqual(REFUSED.length);
  expect(await judge(ACCEPTED)).toEqual(allAccepted(ACCEPTED));
});

test("refuses, and says where and why", async () => {
  expect(await judge(REFUSED)).toMatchInlineSnapshot(`
    {
      "None": "no-emptied-code shop/orders.py:8 empties \`names\`: nothing of its work is left",
      "a deleted function": "no-emptied-code shop/orders.py:8 deletes \`names\`",
      "a deleted method": "no-emptied-code shop/orders.py:4 deletes \`Order.total\`",
      "a lambda after it": "no-emptied-code shop/orders.py:12 empties \`total\`: nothing of its work is left",
      "a literal": "no-emptied-code shop/orders.py:8 empties \`names\`: nothing of its work is left",
      "a literal by a name": "no-emptied-code shop/orders.py:8 empties \`names\`: nothing of its work is left",
      "a literal in front of the work": "no-emptied-code shop/orders.py:1 empties \`total\`: nothing of its work is left",
      "a second definition after it": "no-emptied-code shop/orders.py:12 empties \`total\`: nothing of its work is left",
      "an ellipsis under its documentation": "no-emptied-code shop/orders.py:8 empties \`names\`: nothing of its work is left",
      "an emptied method": "no-emptied-code shop/orders.py:2 empties \`Order.total\`: nothing of its work is left",
      "not implemented": "no-emptied-code shop/orders.py:8 empties \`names\`: nothing of its work is left",
      "pass": "no-emptied-code shop/orders.py:8 empties \`names\`: nothing of its work is left",
      "the same, disguised as a branch": "no-emptied-code shop/orders.py:1 empties \`total\`: nothing of its work is left",
    }
  `);
});
