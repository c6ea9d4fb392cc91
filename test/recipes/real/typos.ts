import type { RealCase } from "./real-case.ts";

const INI = { "pytest.ini": "[pytest]\npythonpath = .\n" };
const PYTHONS = ["3.10", "3.13"];

export const TYPOS_CASES: readonly RealCase[] = [
  {
    id: "forgotten-import",
    recipe: "import-missing-name",
    title: "`Path` used without an import",
    files: {
      ...INI,
      "ledger/report.py": `"""Monthly reports."""

import os


def report_path(month):
    return Path(os.sep) / "reports" / f"{month:02d}.json"
`,
      "tests/test_report.py": `from ledger.report import report_path


def test_path():
    assert report_path(3).name == "03.json"
`,
    },
    after: {
      "ledger/report.py": `"""Monthly reports."""

import os
from pathlib import Path


def report_path(month):
    return Path(os.sep) / "reports" / f"{month:02d}.json"
`,
    },
    requirements: [[]],
    python: PYTHONS,
    raises: "NameError: name 'Path' is not defined",
  },
  {
    id: "forgotten-own-import",
    recipe: "import-missing-name",
    title: "A function of the project used without an import",
    files: {
      ...INI,
      "shop/__init__.py": "",
      "shop/money.py": "def with_tax(cents):\n    return cents * 119 // 100\n",
      "shop/cart.py": "def total(prices):\n    return with_tax(sum(prices))\n",
      "tests/test_cart.py": "from shop.cart import total\n\n\ndef test_total():\n    assert total([100, 100]) == 238\n",
    },
    after: {
      "shop/cart.py": "from shop.money import with_tax\n\n\ndef total(prices):\n    return with_tax(sum(prices))\n",
    },
    requirements: [[]],
    python: PYTHONS,
    raises: "NameError: name 'with_tax' is not defined",
  },
  {
    id: "two-symbols-of-one-name",
    recipe: "import-missing-name",
    title: "A function used without an import, and two of its name in the project",
    files: {
      ...INI,
      "shop/__init__.py": "",
      "shop/domestic.py": "def with_tax(cents):\n    return cents * 119 // 100\n",
      "shop/foreign.py": "def with_tax(cents):\n    return cents\n",
      "shop/cart.py": "def total(prices):\n    return with_tax(sum(prices))\n",
      "tests/test_cart.py": "from shop.cart import total\n\n\ndef test_total():\n    assert total([100, 100]) == 238\n",
    },
    after: null,
    requirements: [[]],
    python: ["3.13"],
    raises: "NameError: name 'with_tax' is not defined",
    note: "Which of the two is meant only a person can say.",
  },
  {
    id: "self-attribute",
    recipe: "self-attribute",
    title: "An attribute read without `self.`",
    files: {
      ...INI,
      "shop/cart.py": `class Cart:
    def __init__(self, items):
        self.items = items

    def count(self):
        return sum(amount for _, amount in items)
`,
      "tests/test_cart.py": `from shop.cart import Cart


def test_count():
    assert Cart([("apple", 2), ("pear", 1)]).count() == 3
`,
    },
    after: {
      "shop/cart.py": `class Cart:
    def __init__(self, items):
        self.items = items

    def count(self):
        return sum(amount for _, amount in self.items)
`,
    },
    requirements: [[]],
    python: PYTHONS,
    raises: "NameError: name 'items' is not defined",
  },
  {
    id: "openpyxl-worksheet",
    recipe: "moved-symbol",
    title: "`Worksheet` imported from the package that no longer passes it on",
    files: {
      ...INI,
      "sheets/titles.py": `from openpyxl.worksheet import Worksheet


def titles(book):
    return [sheet.title for sheet in book if isinstance(sheet, Worksheet)]
`,
      "tests/test_titles.py": `from openpyxl import Workbook

from sheets.titles import titles


def test_titles():
    assert titles(Workbook()) == ["Sheet"]
`,
    },
    after: {
      "sheets/titles.py": `from openpyxl.worksheet.worksheet import Worksheet


def titles(book):
    return [sheet.title for sheet in book if isinstance(sheet, Worksheet)]
`,
    },
    requirements: [["openpyxl==3.1.5"]],
    python: PYTHONS,
    raises: "ImportError: cannot import name 'Worksheet' from 'openpyxl.worksheet'",
  },
  {
    id: "misspelt-import",
    recipe: "misspelt-import",
    title: "A function of the project misspelt in an import",
    files: {
      ...INI,
      "ledger/money.py": 'def format_amount(cents):\n    return f"{cents / 100:.2f}"\n',
      "ledger/api.py":
        'from ledger.money import format_ammount\n\n\ndef line(cents):\n    return "total " + format_ammount(cents)\n',
      "tests/test_api.py":
        'from ledger.api import line\n\n\ndef test_line():\n    assert line(1250) == "total 12.50"\n',
    },
    after: {
      "ledger/api.py":
        'from ledger.money import format_amount\n\n\ndef line(cents):\n    return "total " + format_amount(cents)\n',
    },
    requirements: [[]],
    python: PYTHONS,
    raises: "ImportError: cannot import name 'format_ammount' from 'ledger.money'",
  },
  {
    id: "misspelt-variable",
    recipe: "misspelt-name",
    title: "A variable misspelt where it is returned",
    files: {
      ...INI,
      "ledger/stats.py": `def mean(values):
    result = sum(values)
    return reslt / len(values)
`,
      "tests/test_stats.py": "from ledger.stats import mean\n\n\ndef test_mean():\n    assert mean([1, 3]) == 2\n",
    },
    after: {
      "ledger/stats.py": `def mean(values):
    result = sum(values)
    return result / len(values)
`,
    },
    requirements: [[]],
    python: PYTHONS,
    raises: "NameError: name 'reslt' is not defined",
  },
  {
    id: "misspelt-attribute",
    recipe: "misspelt-attribute",
    title: "An attribute misspelt where it is read",
    files: {
      ...INI,
      "shop/account.py": `class Account:
    def __init__(self):
        self.balance = 0

    def pay(self, cents):
        self.balance = self.balnace + cents
        return self.balance
`,
      "tests/test_account.py":
        "from shop.account import Account\n\n\ndef test_pay():\n    assert Account().pay(5) == 5\n",
    },
    after: {
      "shop/account.py": `class Account:
    def __init__(self):
        self.balance = 0

    def pay(self, cents):
        self.balance = self.balance + cents
        return self.balance
`,
    },
    requirements: [[]],
    python: PYTHONS,
    raises: "AttributeError: 'Account' object has no attribute 'balnace'",
  },
  {
    id: "attribute-of-another-kind",
    recipe: "misspelt-attribute",
    title: "An attribute that is not there, beside one whose name differs by a letter",
    files: {
      ...INI,
      "shop/prices.py": `class Prices:
    def __init__(self):
        self.items = {"apple": 30}

    def get_price(self, name):
        return self.items[name]

    def raise_price(self, name, cents):
        self.set_price(name, self.get_price(name) + cents)
`,
      "tests/test_prices.py": `from shop.prices import Prices


def test_raise():
    prices = Prices()
    prices.raise_price("apple", 5)
    assert prices.get_price("apple") == 35
`,
    },
    after: null,
    requirements: [[]],
    python: ["3.13"],
    raises: "AttributeError: 'Prices' object has no attribute 'set_price'",
    note: "Python suggests `get_price`; getting is no misspelt setting.",
  },
  {
    id: "own-module-beside",
    recipe: "own-import",
    title: "A module of the same package imported as if it stood alone",
    files: {
      ...INI,
      "shop/__init__.py": "",
      "shop/money.py": "def with_tax(cents):\n    return cents * 119 // 100\n",
      "shop/cart.py": "from money import with_tax\n\n\ndef total(prices):\n    return with_tax(sum(prices))\n",
      "tests/test_cart.py": "from shop.cart import total\n\n\ndef test_total():\n    assert total([100, 100]) == 238\n",
    },
    after: {
      "shop/cart.py": "from shop.money import with_tax\n\n\ndef total(prices):\n    return with_tax(sum(prices))\n",
    },
    requirements: [[]],
    python: PYTHONS,
    raises: "ModuleNotFoundError: No module named 'money'",
  },
  {
    id: "relative-import-in-tests",
    recipe: "own-import",
    title: "A relative import in a folder of tests that is no package",
    files: {
      ...INI,
      "shop/cart.py": "def total(prices):\n    return sum(prices)\n",
      "tests/prices.py": "def some_prices():\n    return [100, 200]\n",
      "tests/test_cart.py":
        "from shop.cart import total\n\nfrom .prices import some_prices\n\n\ndef test_total():\n    assert total(some_prices()) == 300\n",
    },
    after: {
      "tests/test_cart.py":
        "from shop.cart import total\n\nfrom prices import some_prices\n\n\ndef test_total():\n    assert total(some_prices()) == 300\n",
    },
    requirements: [[]],
    python: PYTHONS,
    raises: "ImportError: attempted relative import with no known parent package",
  },
  {
    id: "datetime-module",
    recipe: "module-for-class",
    title: "`datetime` imported as a module and used as the class",
    files: {
      ...INI,
      "shop/dates.py": `import datetime


def first_of_month(year, month):
    return datetime(year, month, 1)
`,
      "tests/test_dates.py": `from shop.dates import first_of_month


def test_first():
    assert first_of_month(2024, 2).isoformat() == "2024-02-01T00:00:00"
`,
    },
    after: {
      "shop/dates.py": `import datetime


def first_of_month(year, month):
    return datetime.datetime(year, month, 1)
`,
    },
    requirements: [[]],
    python: PYTHONS,
    raises: "TypeError: 'module' object is not callable",
  },
  {
    id: "datetime-class",
    recipe: "module-for-class",
    title: "`datetime` imported as the class and used as the module",
    files: {
      ...INI,
      "shop/dates.py": `from datetime import datetime


def due(day):
    return datetime.fromisoformat(day) + datetime.timedelta(days=14)
`,
      "tests/test_dates.py": `from shop.dates import due


def test_due():
    assert due("2024-02-01").day == 15
`,
    },
    after: {
      "shop/dates.py": `from datetime import datetime, timedelta


def due(day):
    return datetime.fromisoformat(day) + timedelta(days=14)
`,
    },
    requirements: [[]],
    python: PYTHONS,
    raises: "AttributeError: type object 'datetime.datetime' has no attribute 'timedelta'",
  },
  {
    id: "submodule-not-imported",
    recipe: "import-submodule",
    title: "A module of a package used with an import of the package alone",
    files: {
      ...INI,
      "shop/feed.py": `import xml


def root_of(text):
    return xml.dom.minidom.parseString(text).documentElement.tagName
`,
      "tests/test_feed.py": `from shop.feed import root_of


def test_root():
    assert root_of("<feed/>") == "feed"
`,
    },
    after: {
      "shop/feed.py": `import xml
import xml.dom.minidom


def root_of(text):
    return xml.dom.minidom.parseString(text).documentElement.tagName
`,
    },
    requirements: [[]],
    python: PYTHONS,
    raises: "AttributeError: module 'xml' has no attribute 'dom'",
  },
  {
    id: "missing-colon",
    recipe: "broken-syntax",
    title: "A colon that is missing behind a condition",
    files: {
      ...INI,
      "calc/ops.py": `def clamp(value, low, high):
    if value < low
        return low
    return min(value, high)
`,
      "tests/test_ops.py": "from calc.ops import clamp\n\n\ndef test_clamp():\n    assert clamp(-1, 0, 9) == 0\n",
    },
    after: {
      "calc/ops.py": `def clamp(value, low, high):
    if value < low:
        return low
    return min(value, high)
`,
    },
    requirements: [[]],
    python: ["3.8", "3.13"],
    raises: "SyntaxError: ",
  },
  {
    id: "unexpected-indent",
    recipe: "broken-syntax",
    title: "A line that stands too far in",
    files: {
      ...INI,
      "calc/ops.py": "def double(value):\n    result = value * 2\n      return result\n",
      "tests/test_ops.py": "from calc.ops import double\n\n\ndef test_double():\n    assert double(2) == 4\n",
    },
    after: { "calc/ops.py": "def double(value):\n    result = value * 2\n    return result\n" },
    requirements: [[]],
    python: ["3.8", "3.13"],
    raises: "IndentationError: unexpected indent",
  },
  {
    id: "bracket-with-a-choice",
    recipe: "broken-syntax",
    title: "A bracket that is missing where it could stand in two places",
    files: {
      ...INI,
      "calc/ops.py": "def fits(values, limit):\n    return len(values + [limit] > limit\n",
      "tests/test_ops.py": "from calc.ops import fits\n\n\ndef test_fits():\n    assert fits([1, 2], 2)\n",
    },
    after: null,
    requirements: [[]],
    python: ["3.13"],
    raises: "SyntaxError: ",
    note: "Where the call ends decides what is compared.",
  },
];
