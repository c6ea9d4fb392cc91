import type { RealCase } from "../real-case.ts";

export const VERSION_2_CASES: readonly RealCase[] = [
  {
    id: "python2-builtins",
    recipe: "python2-names",
    title: "`unicode`, `xrange` and `reduce` of Python 2",
    files: {
      "pytest.ini": "[pytest]\npythonpath = .\n",
      "printing/labels.py": `def as_text(value):
    """A value as text for the label printer."""
    if isinstance(value, (str, unicode)):
        return value
    return unicode(value)


def labels(names):
    return ["%d %s" % (index + 1, as_text(names[index])) for index in xrange(len(names))]


def longest(names):
    return reduce(lambda first, second: first if len(first) >= len(second) else second, names)
`,
      "tests/test_labels.py": `from printing.labels import labels, longest


def test_labels_are_numbered():
    assert labels(["tea", 7]) == ["1 tea", "2 7"]


def test_the_longest_name():
    assert longest(["tea", "coffee", "milk"]) == "coffee"
`,
    },
    after: {
      "printing/labels.py": `from functools import reduce


def as_text(value):
    """A value as text for the label printer."""
    if isinstance(value, str):
        return value
    return str(value)


def labels(names):
    return ["%d %s" % (index + 1, as_text(names[index])) for index in range(len(names))]


def longest(names):
    return reduce(lambda first, second: first if len(first) >= len(second) else second, names)
`,
    },
    requirements: [[]],
    python: ["3.8", "3.13"],
    raises: "NameError: name 'xrange' is not defined",
  },
  {
    id: "dict-has-key",
    recipe: "has-key",
    title: "`has_key` of a dictionary",
    files: {
      "pytest.ini": "[pytest]\npythonpath = .\n",
      "shop/prices.py": `def price_of(prices, name):
    if not prices.has_key(name):
        return None
    return prices[name]
`,
      "tests/test_prices.py": `from shop.prices import price_of


def test_known_and_unknown():
    assert price_of({"tea": 3}, "tea") == 3
    assert price_of({"tea": 3}, "cup") is None
`,
    },
    after: {
      "shop/prices.py": `def price_of(prices, name):
    if name not in prices:
        return None
    return prices[name]
`,
    },
    requirements: [[]],
    python: ["3.8", "3.13"],
    raises: "AttributeError: 'dict' object has no attribute 'has_key'",
  },
  {
    id: "error-message",
    recipe: "exception-message",
    title: "`error.message`",
    files: {
      "pytest.ini": "[pytest]\npythonpath = .\n",
      "shop/quantity.py": `def parse_quantity(text):
    """The number of pieces, and what is wrong with the text if something is."""
    try:
        return int(text), None
    except ValueError as error:
        return None, "no quantity: " + error.message
`,
      "tests/test_quantity.py": `from shop.quantity import parse_quantity


def test_numbers_are_read():
    assert parse_quantity("3") == (3, None)


def test_the_reason_is_told():
    assert "invalid literal" in parse_quantity("three")[1]
`,
    },
    after: {
      "shop/quantity.py": `def parse_quantity(text):
    """The number of pieces, and what is wrong with the text if something is."""
    try:
        return int(text), None
    except ValueError as error:
        return None, "no quantity: " + str(error)
`,
    },
    requirements: [[]],
    python: ["3.8", "3.13"],
    raises: "AttributeError: 'ValueError' object has no attribute 'message'",
  },
  {
    id: "sorted-cmp",
    recipe: "sort-by-cmp",
    title: "`sorted` with a function that compares",
    files: {
      "pytest.ini": "[pytest]\npythonpath = .\n",
      "shop/order.py": `def by_price(first, second):
    return first["price"] - second["price"]


def cheapest_first(articles):
    return sorted(articles, cmp=by_price)
`,
      "tests/test_order.py": `from shop.order import cheapest_first


def test_cheapest_first():
    tea, cup = {"price": 8}, {"price": 3}
    assert cheapest_first([tea, cup]) == [cup, tea]
`,
    },
    after: {
      "shop/order.py": `from functools import cmp_to_key


def by_price(first, second):
    return first["price"] - second["price"]


def cheapest_first(articles):
    return sorted(articles, key=cmp_to_key(by_price))
`,
    },
    requirements: [[]],
    python: ["3.8", "3.13"],
    raises: "TypeError:",
  },
];
