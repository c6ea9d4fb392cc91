import type { RealCase } from "../real-case.ts";

export const RENAMED_CASES: readonly RealCase[] = [
  {
    id: "unittest-aliases",
    recipe: "renamed-methods",
    title: "`assertEquals` in a test",
    files: {
      "pytest.ini": "[pytest]\npythonpath = .\n",
      "shop/cart.py": `class Cart:
    def __init__(self):
        self.prices = {}

    def add(self, name, price):
        self.prices[name] = price

    def total(self):
        return sum(self.prices.values())

    def names(self):
        return list(self.prices)
`,
      "tests/test_cart.py": `import unittest

from shop.cart import Cart


class TestCart(unittest.TestCase):
    def test_total(self):
        cart = Cart()
        cart.add("tea", 3)
        cart.add("cup", 8)
        self.assertEquals(cart.total(), 11)
`,
    },
    after: {
      "tests/test_cart.py": `import unittest

from shop.cart import Cart


class TestCart(unittest.TestCase):
    def test_total(self):
        cart = Cart()
        cart.add("tea", 3)
        cart.add("cup", 8)
        self.assertEqual(cart.total(), 11)
`,
    },
    requirements: [[]],
    python: ["3.12", "3.13"],
    raises: "AttributeError: 'TestCart' object has no attribute 'assertEquals'",
    note: "A test file is changed here: only the name of the method, which was an alias.",
  },
  {
    id: "dict-iteritems",
    recipe: "renamed-methods",
    title: "`iteritems` of a dictionary",
    files: {
      "pytest.ini": "[pytest]\npythonpath = .\n",
      "shop/stock.py": `def stock_lines(stock):
    """One line for each article, by name."""
    return ["%s: %d" % (name, count) for name, count in sorted(stock.iteritems())]


def total(stock):
    return sum(stock.itervalues())
`,
      "tests/test_stock.py": `from shop.stock import stock_lines, total


def test_lines_are_in_order():
    assert stock_lines({"tea": 3, "cup": 1}) == ["cup: 1", "tea: 3"]


def test_total():
    assert total({"tea": 3, "cup": 1}) == 4
`,
    },
    after: {
      "shop/stock.py": `def stock_lines(stock):
    """One line for each article, by name."""
    return ["%s: %d" % (name, count) for name, count in sorted(stock.items())]


def total(stock):
    return sum(stock.values())
`,
    },
    requirements: [[]],
    python: ["3.8", "3.13"],
    raises: "AttributeError: 'dict' object has no attribute 'iteritems'",
  },
  {
    id: "thread-is-alive",
    recipe: "renamed-methods",
    title: "`isAlive` of a thread",
    files: {
      "pytest.ini": "[pytest]\npythonpath = .\n",
      "jobs/ticker.py": `import threading


class Ticker(threading.Thread):
    """Counts until it is stopped."""

    def __init__(self):
        super().__init__(daemon=True)
        self.stopped = threading.Event()

    def run(self):
        self.stopped.wait()

    def state(self):
        return "running" if self.isAlive() else "stopped"
`,
      "tests/test_ticker.py": `from jobs.ticker import Ticker


def test_state_follows_the_thread():
    ticker = Ticker()
    ticker.start()
    assert ticker.state() == "running"
    ticker.stopped.set()
    ticker.join()
    assert ticker.state() == "stopped"
`,
    },
    after: {
      "jobs/ticker.py": `import threading


class Ticker(threading.Thread):
    """Counts until it is stopped."""

    def __init__(self):
        super().__init__(daemon=True)
        self.stopped = threading.Event()

    def run(self):
        self.stopped.wait()

    def state(self):
        return "running" if self.is_alive() else "stopped"
`,
    },
    requirements: [[]],
    python: ["3.11", "3.13"],
    raises: "AttributeError: 'Ticker' object has no attribute 'isAlive'",
  },
  {
    id: "element-getchildren",
    recipe: "renamed-methods",
    title: "`getchildren` of an XML element",
    files: {
      "pytest.ini": "[pytest]\npythonpath = .\n",
      "feed/read.py": `from xml.etree import ElementTree


def feed_titles(text):
    """Titles of a feed's items, as they come."""
    channel = ElementTree.fromstring(text)
    return [item.get("title") for item in channel.getchildren()]
`,
      "tests/test_read.py": `from feed.read import feed_titles


def test_titles_in_order():
    assert feed_titles('<channel><item title="a"/><item title="b"/></channel>') == ["a", "b"]
`,
    },
    after: {
      "feed/read.py": `from xml.etree import ElementTree


def feed_titles(text):
    """Titles of a feed's items, as they come."""
    channel = ElementTree.fromstring(text)
    return [item.get("title") for item in list(channel)]
`,
    },
    requirements: [[]],
    python: ["3.11", "3.13"],
    raises: "AttributeError: 'xml.etree.ElementTree.Element' object has no attribute 'getchildren'",
  },
  {
    id: "configparser-readfp",
    recipe: "renamed-methods",
    title: "`SafeConfigParser` and `readfp`",
    files: {
      "pytest.ini": "[pytest]\npythonpath = .\n",
      "settings/read.py": `import configparser


def read_settings(stream):
    parser = configparser.SafeConfigParser()
    parser.readfp(stream)
    return {section: dict(parser[section]) for section in parser.sections()}
`,
      "tests/test_read.py": `import io

from settings.read import read_settings


def test_sections_and_values():
    assert read_settings(io.StringIO("[db]\\nhost = local\\n")) == {"db": {"host": "local"}}
`,
    },
    after: {
      "settings/read.py": `import configparser


def read_settings(stream):
    parser = configparser.ConfigParser()
    parser.read_file(stream)
    return {section: dict(parser[section]) for section in parser.sections()}
`,
    },
    requirements: [[]],
    python: ["3.12", "3.13"],
    raises: "AttributeError: module 'configparser' has no attribute 'SafeConfigParser'",
    note: "Two repairs, one after the other: the first shows the second.",
  },
  {
    id: "asyncio-loop-argument",
    recipe: "renamed-keywords",
    title: "`loop` given to functions of `asyncio`",
    files: {
      "pytest.ini": "[pytest]\npythonpath = .\n",
      "feed/fetch.py": `import asyncio


async def fetch_all(fetch, names):
    """What \`fetch\` gives for each name, no more than two at once."""
    loop = asyncio.get_running_loop()
    gate = asyncio.Semaphore(2, loop=loop)

    async def one(name):
        async with gate:
            return await fetch(name)

    return await asyncio.gather(*(one(name) for name in names), loop=loop)
`,
      "tests/test_fetch.py": `import asyncio

from feed.fetch import fetch_all


async def shout(name):
    return name.upper()


def test_all_are_fetched_in_order():
    assert asyncio.run(fetch_all(shout, ["a", "b", "c"])) == ["A", "B", "C"]
`,
    },
    after: {
      "feed/fetch.py": `import asyncio


async def fetch_all(fetch, names):
    """What \`fetch\` gives for each name, no more than two at once."""
    loop = asyncio.get_running_loop()
    gate = asyncio.Semaphore(2)

    async def one(name):
        async with gate:
            return await fetch(name)

    return await asyncio.gather(*(one(name) for name in names))
`,
    },
    requirements: [[]],
    python: ["3.10", "3.11", "3.13"],
    raises: "TypeError:",
    note: "Python 3.10 has words of its own for it. One repair for each function, each verified by the tests.",
  },
  {
    id: "json-encoding",
    recipe: "renamed-keywords",
    title: "`encoding` given to `json.loads`",
    files: {
      "pytest.ini": "[pytest]\npythonpath = .\n",
      "shop/prices.py": `import json


def load_prices(text):
    return json.loads(text, encoding="utf-8")
`,
      "tests/test_prices.py": `from shop.prices import load_prices


def test_prices():
    assert load_prices('{"tea": 3}') == {"tea": 3}
`,
    },
    after: {
      "shop/prices.py": `import json


def load_prices(text):
    return json.loads(text)
`,
    },
    requirements: [[]],
    python: ["3.10", "3.13"],
    raises: "TypeError: JSONDecoder.__init__() got an unexpected keyword argument 'encoding'",
  },
];
