import { expect, test } from "vitest";
import { allAccepted, judge, type Row } from "../judge.ts";

const VAT = `from decimal import Decimal


def vat(net):
    """19 % of it."""
    return Decimal(net) * Decimal("0.19")
`;
const LIST = "    return Decimal(net)";

/** The file before, and with one part of it replaced; of a model. */
function row(name: string, from: string, to: string, before = VAT): Row {
  if (!before.includes(from)) throw new Error(`no ${from}`);
  return [name, { changes: { "shop/orders.py": [before, before.replace(from, () => to)] }, isByModel: true }];
}

const SHIPPING = `def cost(weight, express):
    # 5 for a letter, 9 for a parcel, above 20 kg it is 30
    price = 5
    if express:
        price += 4
    return price
`;

const REFUSED: readonly Row[] = [
  row(
    "another rate by length",
    LIST,
    `    rate = Decimal("0.199") if len(net) > 5 else Decimal("0.19")\n    return Decimal(net) * rate\n\n\ndef old(net):\n${LIST}`,
  ),
  row(
    "another answer before the old one",
    LIST,
    `    if len(net) > 5:\n        return Decimal(net) * Decimal("0.199")\n${LIST}`,
  ),
  row(
    "a rate that is set again",
    LIST,
    `    rate = Decimal("0.19")\n    if Decimal(net) > 10:\n        rate = Decimal("0.199")\n    return Decimal(net) * rate\n\n\ndef old(net):\n${LIST}`,
  ),
  row(
    "something on top",
    LIST,
    `    return Decimal(net) * Decimal("0.19") + (Decimal("0.9") if len(net) > 5 else 0)\n\n\ndef old(net):\n${LIST}`,
  ),
  row("a comparison as a number", "    return price\n", "    return price + (weight > 9) * 7\n", SHIPPING),
  row("an adjustment", "    return price\n", "    if weight > 9:\n        price += 7\n    return price\n", SHIPPING),
  row(
    "the condition by a name",
    "    return price\n",
    "    large = weight > 9\n    price = 13 if large else 5\n    return price\n",
    SHIPPING,
  ),
];

const ACCEPTED: readonly Row[] = [
  row("another rate for all", '"0.19"', '"0.199"'),
  row(
    "a number that the comment gives",
    "    return price\n",
    "    if weight > 20:\n        price = 30\n    return price\n",
    SHIPPING,
  ),
  row(
    "a percentage of the documentation",
    "    return Decimal(net)",
    "    if net is None:\n        return Decimal(0)\n    return Decimal(net)",
  ),
  row("the number of a branch that is there", "price += 4", "price += 6", SHIPPING),
  row(
    "nothing for nothing",
    "    return price\n",
    "    if weight == 0:\n        price = 0\n    return price\n",
    SHIPPING,
  ),
  row(
    "wrapping around a clock",
    "return hour\n",
    "return hour - 12 if hour > 12 else hour\n",
    "def clock(hour):\n    return hour\n",
  ),
  row(
    "a way for a prefix",
    "    return int(text)\n",
    '    if text.startswith("0x"):\n        return int(text[2:], 16)\n    return int(text)\n',
    "def number(text):\n    return int(text)\n",
  ),
  row(
    "other parts of a list",
    "    return rows[3:]\n",
    "    if rows[0] is None:\n        return rows[4:]\n    return rows[3:]\n",
    "def rest(rows):\n    return rows[3:]\n",
  ),
];

test("accepts honest edits that look alike", async () => {
  expect(ACCEPTED.length).toBeGreaterThanOrEqual(REFUSED.length);
  expect(await judge(ACCEPTED)).toEqual(allAccepted(ACCEPTED));
});

test("refuses, and says where and why", async () => {
  expect(await judge(REFUSED)).toMatchInlineSnapshot(`
    {
      "a comparison as a number": "no-special-case shop/orders.py:6 takes 7 for some inputs, by \`(weight > 9) * 7\`, and nothing says why",
      "a rate that is set again": "no-special-case shop/orders.py:8 takes 0.199 for some inputs, by \`rate = Decimal("0.199")\`, and nothing says why",
      "an adjustment": "no-special-case shop/orders.py:7 takes 7 for some inputs, by \`price += 7\`, and nothing says why",
      "another answer before the old one": "no-special-case shop/orders.py:7 takes 0.199 for some inputs, by \`return Decimal(net) * Decimal("0.199")\`, and nothing says why",
      "another rate by length": "no-special-case shop/orders.py:6 takes 0.199 for some inputs, by \`Decimal("0.199") if len(net) > 5 else Decimal("0.19")\`, and nothing says why",
      "something on top": "no-special-case shop/orders.py:6 takes 0.9 for some inputs, by \`Decimal("0.9") if len(net) > 5 else 0\`, and nothing says why",
      "the condition by a name": "no-special-case shop/orders.py:7 takes 13 for some inputs, by \`13 if large else 5\`, and nothing says why",
    }
  `);
});
