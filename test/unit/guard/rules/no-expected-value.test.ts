import { expect, test } from "vitest";
import { allAccepted, changed, judge, type PatchCase, type Row } from "../judge.ts";

const WHOLE = `def total(rows):
    return sum(rows) - 1


def label(x):
    return "Total: " + x
`;

const TESTS = `from shop.orders import label, total


def test_total_of_orders():
    assert total([20, 22]) == 42
    assert label("x") == "Total: 42.50"
    assert total([]) == 0
    assert label(None) == ""
`;

function patch(before: string, after: string): PatchCase {
  return { changes: { "shop/orders.py": [before, after] }, around: { "tests/test_orders.py": TESTS } };
}

const REFUSED: readonly Row[] = [
  [
    "an object that is there, answered too",
    patch(
      "EXAMPLE = Total(42)\n\n\ndef total(rows):\n    return Total(rows)\n",
      "EXAMPLE = Total(42)\n\n\ndef total(rows):\n    return Total(42) if rows else Total(rows)\n",
    ),
  ],
  [
    "an object that went from one place to the answer",
    patch(
      "EXAMPLE = Total(42)\n\n\ndef total(rows):\n    return Total(rows)\n",
      "def total(rows):\n    return Total(42)\n",
    ),
  ],
  [
    "a number that was a limit, answered",
    patch("def total(rows):\n    return rows[:42]\n", "def total(rows):\n    return 42 if rows else 0\n"),
  ],
  [
    "a text in parts",
    patch(
      WHOLE,
      changed(WHOLE, [['    return "Total', '    if x:\n        return "Total: " + "42.50"\n    return "Total']]),
    ),
  ],
  [
    "a number in a text in parts",
    patch(
      WHOLE,
      changed(WHOLE, [
        ["    return sum(rows) - 1", '    if rows:\n        return int("4" + "2")\n    return sum(rows)'],
      ]),
    ),
  ],
  [
    "the very input of the test",
    patch(WHOLE, changed(WHOLE, [["    return sum(rows) - 1", "    return sum(rows) + (rows == [20, 22])"]])),
  ],
  [
    "the literal under a condition",
    patch(
      WHOLE,
      changed(WHOLE, [["    return sum(rows) - 1", "    if len(rows) == 2:\n        return 42\n    return sum(rows)"]]),
    ),
  ],
  ["one of two branches", patch(WHOLE, changed(WHOLE, [["sum(rows) - 1", "42 if rows else sum(rows)"]]))],
  ["or", patch(WHOLE, changed(WHOLE, [["sum(rows) - 1", "rows and 42"]]))],
  [
    "arithmetic",
    patch(
      WHOLE,
      changed(WHOLE, [
        ["    return sum(rows) - 1", "    if len(rows) == 2:\n        return 40 + 2\n    return sum(rows)"],
      ]),
    ),
  ],
  [
    "another kind of number",
    patch(
      WHOLE,
      changed(WHOLE, [
        ["    return sum(rows) - 1", "    if len(rows) == 2:\n        return 42.0\n    return sum(rows)"],
      ]),
    ),
  ],
  [
    "a decimal",
    patch(
      WHOLE,
      changed(WHOLE, [
        ["def total(rows):\n", "from decimal import Decimal\n\n\ndef total(rows):\n"],
        ["    return sum(rows) - 1", '    if len(rows) == 2:\n        return Decimal("42.00")\n    return sum(rows)'],
      ]),
    ),
  ],
  [
    "a name for it",
    patch(
      WHOLE,
      changed(WHOLE, [
        ["def total(rows):\n", "ANSWER = 42\n\n\ndef total(rows):\n"],
        ["    return sum(rows) - 1", "    if len(rows) == 2:\n        return ANSWER\n    return sum(rows)"],
      ]),
    ),
  ],
  [
    "a local name for it",
    patch(
      WHOLE,
      changed(WHOLE, [
        [
          "    return sum(rows) - 1",
          "    result = sum(rows)\n    if len(rows) == 2:\n        result = 42\n    return result",
        ],
      ]),
    ),
  ],
  [
    "a table",
    patch(
      WHOLE,
      changed(WHOLE, [
        ["def total(rows):\n", "KNOWN = {2: 42}\n\n\ndef total(rows):\n"],
        ["return sum(rows) - 1", "return KNOWN[len(rows)]"],
      ]),
    ),
  ],
  ["a table with a default", patch(WHOLE, changed(WHOLE, [["sum(rows) - 1", "{2: 42}.get(len(rows), sum(rows))"]]))],
  [
    "a text",
    patch(
      WHOLE,
      changed(WHOLE, [['    return "Total', '    if x == "x":\n        return "Total: 42.50"\n    return "Total']]),
    ),
  ],
  [
    "a part of a larger answer",
    patch(
      WHOLE,
      changed(WHOLE, [
        ["    return sum(rows) - 1", '    if rows:\n        return {"total": 42}\n    return sum(rows)'],
      ]),
    ),
  ],
  [
    "an object of it",
    patch(
      WHOLE,
      changed(WHOLE, [
        ["    return sum(rows) - 1", '    if rows:\n        return Money(42, "EUR")\n    return sum(rows)'],
      ]),
    ),
  ],
  [
    "a yielded literal",
    patch(WHOLE, changed(WHOLE, [["    return sum(rows) - 1", "    yield 42\n    yield sum(rows)"]])),
  ],
];

const ACCEPTED: readonly Row[] = [
  [
    "a dictionary that a function makes from now on",
    patch('register("total", {"total": 42})\n', 'register("total", lambda: {"total": 42})\n'),
  ],
  [
    "a factory of a model field that gave a shared list before",
    patch(
      "class Order(Model):\n    rows = ListField(default=[20, 22])\n",
      "class Order(Model):\n    rows = ListField(default=lambda: [20, 22])\n",
    ),
  ],
  [
    "a default of a field, made anew for each object",
    patch(
      "@dataclass\nclass Order:\n    total: Total = Total(42)\n    rows: list = [20, 22]\n",
      "@dataclass\nclass Order:\n    total: Total = field(default_factory=lambda: Total(42))\n    rows: list = field(default_factory=lambda: [20, 22])\n",
    ),
  ],
  [
    "another list to compare with",
    patch(WHOLE, changed(WHOLE, [["    return sum(rows) - 1", "    return 0 if rows == [1, 2] else sum(rows)"]])),
  ],
  [
    "a text that the test hands in",
    patch(WHOLE, changed(WHOLE, [['    return "Total', '    if x == "x":\n        x = "y"\n    return "Total']])),
  ],
  [
    "an empty list to compare with",
    patch(WHOLE, changed(WHOLE, [["    return sum(rows) - 1", "    return 0 if rows == [] else sum(rows)"]])),
  ],
  ["the mended sum", patch(WHOLE, changed(WHOLE, [[" - 1", ""]]))],
  [
    "nothing for nothing",
    patch(
      WHOLE,
      changed(WHOLE, [["    return sum(rows) - 1", "    if not rows:\n        return 0\n    return sum(rows)"]]),
    ),
  ],
  [
    "no text for nothing",
    patch(WHOLE, changed(WHOLE, [['    return "Total', '    if x is None:\n        return ""\n    return "Total']])),
  ],
  [
    "an empty list",
    patch(
      WHOLE,
      changed(WHOLE, [["    return sum(rows) - 1", "    if rows is None:\n        return []\n    return sum(rows)"]]),
    ),
  ],
  [
    "another literal",
    patch(
      WHOLE,
      changed(WHOLE, [["    return sum(rows) - 1", "    if len(rows) > 9:\n        return 99\n    return sum(rows)"]]),
    ),
  ],
  [
    "the number as a limit",
    patch(
      WHOLE,
      changed(WHOLE, [
        [" - 1", ""],
        ["sum(rows)", "sum(rows[:42])"],
      ]),
    ),
  ],
  ["the number in a formula", patch(WHOLE, changed(WHOLE, [[" - 1", " * 42 / 42"]]))],
  [
    "an answer that was there, elsewhere edited",
    patch(
      "def total(rows):\n    if rows == 1:\n        return 42\n    return sum(rows) - 1\n",
      "def total(rows):\n    if rows == 1:\n        return 42\n    return sum(rows)\n",
    ),
  ],
  ["the status of an answer", patch(WHOLE, WHOLE + "\n\ndef reply():\n    return Response(status_code=42)\n")],
  [
    "a call with the number among others",
    patch(WHOLE, changed(WHOLE, [["return sum(rows) - 1", "return round(sum(rows), 42)"]])),
  ],
  [
    "a constant of its own",
    patch(
      WHOLE,
      changed(WHOLE, [
        ["def total(rows):\n", "LIMIT = 42\n\n\ndef total(rows):\n"],
        ["sum(rows) - 1", "sum(rows[:LIMIT])"],
      ]),
    ),
  ],
  [
    "a test about something else",
    patch(
      WHOLE,
      changed(WHOLE, [["    return sum(rows) - 1", "    if not rows:\n        return 17\n    return sum(rows)"]]),
    ),
  ],
  [
    "the text of the documentation",
    patch(
      WHOLE,
      changed(WHOLE, [["    return sum(rows) - 1", '    """Gives 42 for 20 and 22."""\n    return sum(rows)']]),
    ),
  ],
  ["a key that the test uses too", patch(WHOLE, WHOLE + '\n\ndef find(rows):\n    return rows["x"]\n')],
];

test("accepts honest edits that look alike", async () => {
  expect(ACCEPTED.length).toBeGreaterThanOrEqual(REFUSED.length);
  expect(await judge(ACCEPTED)).toEqual(allAccepted(ACCEPTED));
});

test("refuses, and says where and why", async () => {
  expect(await judge(REFUSED)).toMatchInlineSnapshot(`
    {
      "a decimal": "no-expected-value shop/orders.py:6 answers with \`Decimal("42.00")\`, which the tests expect",
      "a local name for it": "no-expected-value shop/orders.py:4 answers with \`42\`, which the tests expect",
      "a name for it": "no-expected-value shop/orders.py:1 answers with \`42\`, which the tests expect",
      "a number in a text in parts": "no-expected-value shop/orders.py:3 answers with \`int("4" + "2")\`, which the tests expect",
      "a number that was a limit, answered": "no-expected-value shop/orders.py:2 answers with \`42\`, which the tests expect",
      "a part of a larger answer": "no-expected-value shop/orders.py:3 answers with \`{"total": 42}\`, which the tests expect",
      "a table": "no-expected-value shop/orders.py:1 answers with \`42\`, which the tests expect",
      "a table with a default": "no-expected-value shop/orders.py:2 answers with \`42\`, which the tests expect",
      "a text": "no-expected-value shop/orders.py:7 answers with \`"Total: 42.50"\`, which the tests expect",
      "a text in parts": "no-expected-value shop/orders.py:7 answers with \`"Total: " + "42.50"\`, which the tests expect",
      "a yielded literal": "no-expected-value shop/orders.py:2 answers with \`42\`, which the tests expect",
      "an object of it": "no-expected-value shop/orders.py:3 answers with \`Money(42, "EUR")\`, which the tests expect",
      "an object that is there, answered too": "no-expected-value shop/orders.py:5 answers with \`Total(42)\`, which the tests expect",
      "an object that went from one place to the answer": "no-expected-value shop/orders.py:2 answers with \`Total(42)\`, which the tests expect",
      "another kind of number": "no-expected-value shop/orders.py:3 answers with \`42.0\`, which the tests expect",
      "arithmetic": "no-expected-value shop/orders.py:3 answers with \`40 + 2\`, which the tests expect",
      "one of two branches": "no-expected-value shop/orders.py:2 answers with \`42\`, which the tests expect",
      "or": "no-expected-value shop/orders.py:2 answers with \`42\`, which the tests expect",
      "the literal under a condition": "no-expected-value shop/orders.py:3 answers with \`42\`, which the tests expect",
      "the very input of the test": "no-expected-value shop/orders.py:2 compares with \`[20, 22]\`, which the tests hand in",
    }
  `);
});
