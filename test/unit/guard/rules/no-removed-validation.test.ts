import { expect, test } from "vitest";
import { allAccepted, changed, judge, type Row, TOTAL } from "../judge.ts";

const WHOLE = `def pay(order, user):
    assert order.total >= 0
    if user is None:
        raise ValueError("user")
    try:
        return order.charge()
    except KeyError:
        order.rollback()
        raise
`;

const REFUSED: readonly Row[] = [
  [
    "an assertion switched off",
    WHOLE,
    changed(WHOLE, [["    assert order.total >= 0\n", "    if False:\n        assert order.total >= 0\n"]]),
  ],
  [
    "a check after the end",
    WHOLE,
    changed(WHOLE, [
      [
        '    if user is None:\n        raise ValueError("user")\n    try:',
        '    return order.charge()\n    if user is None:\n        raise ValueError("user")\n    try:',
      ],
    ]),
  ],
  ["a condition that never holds", WHOLE, changed(WHOLE, [["if user is None:", "if user is None and False:"]])],
  ["a deleted assertion", WHOLE, changed(WHOLE, [["    assert order.total >= 0\n", ""]])],
  ["an assertion of a literal", WHOLE, changed(WHOLE, [["order.total >= 0", "True"]])],
  [
    "an assertion about nothing by a tuple",
    WHOLE,
    changed(WHOLE, [["order.total >= 0", '(order.total >= 0, "total")']]),
  ],
  ["a deleted check", WHOLE, changed(WHOLE, [['    if user is None:\n        raise ValueError("user")\n', ""]])],
  ["a check that no longer raises", WHOLE, changed(WHOLE, [['raise ValueError("user")', "return None"]])],
  [
    "an error that is no longer passed on",
    WHOLE,
    changed(WHOLE, [["        order.rollback()\n        raise\n", "        order.rollback()\n"]]),
  ],
  [
    "a deleted handler",
    WHOLE,
    changed(WHOLE, [
      [
        "    try:\n        return order.charge()\n    except KeyError:\n        order.rollback()\n        raise\n",
        '    if order.free:\n        raise ValueError("free")\n    return order.charge()\n',
      ],
    ]),
  ],
];

const ACCEPTED: readonly Row[] = [
  ["a changed assertion", WHOLE, changed(WHOLE, [[">= 0", "> 0"]])],
  ["another error", WHOLE, changed(WHOLE, [['ValueError("user")', 'PermissionError("user")']])],
  ["another handled error", WHOLE, changed(WHOLE, [["KeyError", "LookupError"]])],
  [
    "one more check",
    WHOLE,
    changed(WHOLE, [["    try:", '    if not order.rows:\n        raise ValueError("rows")\n    try:']]),
  ],
  [
    "checks in another order",
    WHOLE,
    `def pay(order, user):
    if user is None:
        raise ValueError("user")
    assert order.total >= 0
    try:
        return order.charge()
    except KeyError:
        order.rollback()
        raise
`,
  ],
  [
    "a check in a function of its own",
    WHOLE,
    `def _check(user):
    if user is None:
        raise ValueError("user")


def pay(order, user):
    assert order.total >= 0
    _check(user)
    try:
        return order.charge()
    except KeyError:
        order.rollback()
        raise
`,
  ],
  [
    "work in place of NotImplementedError",
    `def total(rows):
    raise NotImplementedError("later")
`,
    TOTAL,
  ],
  [
    "a handler that only passed",
    `def total(rows):
    try:
        rows.close()
    except KeyError:
        pass
    return sum(rows)
`,
    `def total(rows):
    rows.close()
    return sum(rows)
`,
  ],
  [
    "an assertion about nothing",
    `def total(rows):
    assert True
    return sum(rows)
`,
    TOTAL,
  ],
  [
    "checks that move to another file",
    {
      changes: {
        "shop/orders.py": [
          `def need(x):
    if not x:
        raise ValueError(x)
    return x


def total(rows):
    return sum(rows)
`,
          `from shop.needs import need


def total(rows):
    return sum(rows)
`,
        ],
        "shop/needs.py": [
          `y = 1
`,
          `y = 1


def need(x):
    if not x:
        raise ValueError(x)
    return x
`,
        ],
      },
      around: {},
      tracked: ["shop/__init__.py"],
    },
  ],
  [
    "the call in front made asynchronous",
    WHOLE,
    `async def pay(order, user):
    assert order.total >= 0
    if user is None:
        raise ValueError("user")
    try:
        return await order.charge()
    except KeyError:
        await order.rollback()
        raise
`,
  ],
  ["a message", WHOLE, changed(WHOLE, [['"user"', '"no user"']])],
];

test("accepts honest edits that look alike", async () => {
  expect(ACCEPTED.length).toBeGreaterThanOrEqual(REFUSED.length);
  expect(await judge(ACCEPTED)).toEqual(allAccepted(ACCEPTED));
});

test("refuses, and says where and why", async () => {
  expect(await judge(REFUSED)).toMatchInlineSnapshot(`
    {
      "a check after the end": "no-removed-validation shop/orders.py:4 removes a \`raise\` | no-removed-validation shop/orders.py:9 removes a \`raise\` | no-removed-validation shop/orders.py:7 removes the handling of an error",
      "a check that no longer raises": "no-removed-validation shop/orders.py:4 removes a \`raise\`",
      "a condition that never holds": "no-removed-validation shop/orders.py:4 removes a \`raise\`",
      "a deleted assertion": "no-removed-validation shop/orders.py:2 removes an \`assert\`",
      "a deleted check": "no-removed-validation shop/orders.py:4 removes a \`raise\`",
      "a deleted handler": "no-removed-validation shop/orders.py:7 removes the handling of an error",
      "an assertion about nothing by a tuple": "no-removed-validation shop/orders.py:2 removes an \`assert\`",
      "an assertion of a literal": "no-removed-validation shop/orders.py:2 removes an \`assert\`",
      "an assertion switched off": "no-removed-validation shop/orders.py:2 removes an \`assert\`",
      "an error that is no longer passed on": "no-removed-validation shop/orders.py:9 removes a \`raise\`",
    }
  `);
});
