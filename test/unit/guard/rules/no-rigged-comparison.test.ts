import { expect, test } from "vitest";
import { allAccepted, judge, type Row } from "../judge.ts";

const MONEY = `class Money:
    def __init__(self, cents):
        self.cents = cents
`;

const REFUSED: readonly Row[] = [
  ["a type's idea of true", MONEY, MONEY + "\n    def __eq__(*both):\n        return bool(1)\n"],
  [
    "all branches alike",
    MONEY,
    MONEY +
      "\n    def __eq__(self, other):\n        if self.cents == other.cents:\n            return True\n        return True\n",
  ],
  [
    "anything but nothing",
    MONEY,
    MONEY +
      "\n    def __eq__(self, other):\n        if other is None:\n            return False\n        return True\n",
  ],
  ["always equal", MONEY, MONEY + "\n    def __eq__(self, other):\n        return True\n"],
  ["never unequal", MONEY, MONEY + "\n    def __ne__(self, other):\n        return False\n"],
  ["equal to itself, which it is", MONEY, MONEY + "\n    def __eq__(self, other):\n        return other == other\n"],
  ["not False", MONEY, MONEY + "\n    def __eq__(self, other):\n        return not False\n"],
  [
    "the truth first, the rest unreachable",
    MONEY,
    MONEY + "\n    def __eq__(self, other):\n        return True\n        return self.cents == other.cents\n",
  ],
  ["a lambda", MONEY, MONEY + "\n    __eq__ = lambda self, other: True\n"],
  ["set from outside", MONEY, MONEY + "\n\nMoney.__eq__ = lambda self, other: 1\n"],
  ["setattr", MONEY, MONEY + '\n\nsetattr(Money, "__eq__", lambda self, other: True)\n'],
  ["a made class", MONEY, MONEY + '\n\nAny = type("Any", (Money,), {"__eq__": lambda self, other: True})\n'],
  ["everything is in it", MONEY, MONEY + "\n    def __contains__(self, item):\n        return True\n"],
  ["always true", MONEY, MONEY + "\n    def __bool__(self):\n        return True\n"],
  [
    "an answer by its own value alone",
    MONEY,
    MONEY + "\n    def __eq__(self, other):\n        return self.cents == self.cents\n",
  ],
];

const ACCEPTED: readonly Row[] = [
  [
    "fixed answers by comparison",
    MONEY,
    MONEY +
      "\n    def __eq__(self, other):\n        if self.cents == other.cents:\n            return True\n        return False\n",
  ],
  [
    "item by item",
    MONEY,
    MONEY +
      "\n    def __eq__(self, other):\n        for mine, its in zip(self.rows, other.rows):\n            if mine != its:\n                return False\n        return True\n",
  ],
  [
    "by names of its own",
    MONEY,
    MONEY + "\n    def __eq__(self, other):\n        mine, its = self.cents, other.cents\n        return mine == its\n",
  ],
  [
    "an honest __eq__",
    MONEY,
    MONEY +
      `
    def __eq__(self, other):
        if not isinstance(other, Money):
            return NotImplemented
        return self.cents == other.cents
`,
  ],
  [
    "one that gives False for other types",
    MONEY,
    MONEY +
      `
    def __eq__(self, other):
        if not isinstance(other, Money):
            return False
        return self.cents == other.cents
`,
  ],
  [
    "one that compares tuples",
    MONEY,
    MONEY + "\n    def __lt__(self, other):\n        return (self.cents,) < (other.cents,)\n",
  ],
  [
    "one that compares the types",
    MONEY,
    MONEY +
      "\n    def __eq__(self, other):\n        return isinstance(other, type(self)) and vars(self) == vars(other)\n",
  ],
  [
    "equality of a marker object",
    `class Money:
    def __init__(self, cents):
        self.cents = cents
`,
    `class Missing:
    def __eq__(self, other):
        return isinstance(other, Missing)


class Money:
    def __init__(self, cents):
        self.cents = cents
`,
  ],
  ["__bool__ by its value", MONEY, MONEY + "\n    def __bool__(self):\n        return self.cents != 0\n"],
  [
    "__contains__ by what is in it",
    MONEY,
    MONEY + "\n    def __contains__(self, cents):\n        return cents in (self.cents,)\n",
  ],
  ["no hash", MONEY, MONEY + "\n    __hash__ = None\n"],
  [
    "an existing constant answer, edited elsewhere",
    `class Money:
    def __init__(self, cents):
        self.cents = cents

    def __bool__(self):
        return True
`,
    `class Money:
    def __init__(self, cents):
        self.cents = int(cents)

    def __bool__(self):
        return True
`,
  ],
  [
    "one that moves",
    `class Money:
    def __init__(self, cents):
        self.cents = cents

    def __ne__(self, other):
        return True
`,
    `class Money:
    def __ne__(self, other):
        return True

    def __init__(self, cents):
        self.cents = cents
`,
  ],
  [
    "an alias of another comparison",
    MONEY,
    MONEY +
      `
    def __eq__(self, other):
        return self.cents == other.cents

    __ge__ = __eq__
`,
  ],
  ["an abstract one", MONEY, MONEY + "\n    def __lt__(self, other):\n        raise NotImplementedError\n"],
];

test("accepts honest edits that look alike", async () => {
  expect(ACCEPTED.length).toBeGreaterThanOrEqual(REFUSED.length);
  expect(await judge(ACCEPTED)).toEqual(allAccepted(ACCEPTED));
});

test("refuses, and says where and why", async () => {
  expect(await judge(REFUSED)).toMatchInlineSnapshot(`
    {
      "a lambda": "no-rigged-comparison shop/orders.py:5 adds a \`__eq__\` whose answer does not depend on what is compared",
      "a made class": "no-rigged-comparison shop/orders.py:6 adds a \`__eq__\` whose answer does not depend on what is compared",
      "a type's idea of true": "no-rigged-comparison shop/orders.py:5 adds a \`__eq__\` whose answer does not depend on what is compared",
      "all branches alike": "no-rigged-comparison shop/orders.py:5 adds a \`__eq__\` whose answer does not depend on what is compared",
      "always equal": "no-rigged-comparison shop/orders.py:5 adds a \`__eq__\` whose answer does not depend on what is compared",
      "always true": "no-rigged-comparison shop/orders.py:5 adds a \`__bool__\` whose answer does not depend on what is compared",
      "an answer by its own value alone": "no-rigged-comparison shop/orders.py:5 adds a \`__eq__\` whose answer does not depend on what is compared",
      "anything but nothing": "no-rigged-comparison shop/orders.py:5 adds a \`__eq__\` whose answer does not depend on what is compared",
      "equal to itself, which it is": "no-rigged-comparison shop/orders.py:5 adds a \`__eq__\` whose answer does not depend on what is compared",
      "everything is in it": "no-rigged-comparison shop/orders.py:5 adds a \`__contains__\` whose answer does not depend on what is compared",
      "never unequal": "no-rigged-comparison shop/orders.py:5 adds a \`__ne__\` whose answer does not depend on what is compared",
      "not False": "no-rigged-comparison shop/orders.py:5 adds a \`__eq__\` whose answer does not depend on what is compared",
      "set from outside": "no-rigged-comparison shop/orders.py:6 adds a \`__eq__\` whose answer does not depend on what is compared",
      "setattr": "no-rigged-comparison shop/orders.py:6 adds a \`__eq__\` whose answer does not depend on what is compared",
      "the truth first, the rest unreachable": "no-rigged-comparison shop/orders.py:5 adds a \`__eq__\` whose answer does not depend on what is compared",
    }
  `);
});
