import type { RealCase } from "./real-case.ts";

export const PYTHON_CASES: readonly RealCase[] = [
  {
    id: "pipes-quote",
    recipe: "moved-names",
    title: "`pipes.quote`, from a module that Python 3.13 took away",
    files: {
      "pytest.ini": "[pytest]\npythonpath = .\n",
      "backup/command.py": `import pipes


def archive_command(folder, target):
    """The command line that packs a folder, safe to paste into a shell."""
    return "tar czf %s %s" % (pipes.quote(target), pipes.quote(folder))
`,
      "tests/test_command.py": `from backup.command import archive_command


def test_names_with_blanks_are_quoted():
    assert archive_command("my notes", "out.tgz") == "tar czf out.tgz 'my notes'"
`,
    },
    after: {
      "backup/command.py": `from shlex import quote


def archive_command(folder, target):
    """The command line that packs a folder, safe to paste into a shell."""
    return "tar czf %s %s" % (quote(target), quote(folder))
`,
    },
    requirements: [[]],
    python: ["3.13"],
    raises: "ModuleNotFoundError: No module named 'pipes'",
    note: "The import is the line that fails; it goes because everything the file takes from `pipes` has a successor.",
  },
  {
    id: "distutils-find-executable",
    recipe: "moved-names",
    title: "`find_executable` of `distutils`",
    files: {
      "pytest.ini": "[pytest]\npythonpath = .\n",
      "checks/tools.py": `from distutils.spawn import find_executable


def missing_tools(names):
    """Those of the programs that are not installed."""
    return [name for name in names if find_executable(name) is None]
`,
      "tests/test_tools.py": `from checks.tools import missing_tools


def test_only_missing_programs_are_named():
    assert missing_tools(["python3", "no-such-program"]) == ["no-such-program"]
`,
    },
    after: {
      "checks/tools.py": `from shutil import which


def missing_tools(names):
    """Those of the programs that are not installed."""
    return [name for name in names if which(name) is None]
`,
    },
    requirements: [[]],
    python: ["3.12", "3.13"],
    raises: "ModuleNotFoundError: No module named 'distutils'",
  },
  {
    id: "time-clock",
    recipe: "moved-names",
    title: "`time.clock`",
    files: {
      "pytest.ini": "[pytest]\npythonpath = .\n",
      "metrics/stopwatch.py": `import time


class Stopwatch:
    """Seconds between start and stop."""

    def __init__(self):
        self.started = time.clock()

    def stop(self):
        return time.clock() - self.started
`,
      "tests/test_stopwatch.py": `from metrics.stopwatch import Stopwatch


def test_time_goes_by():
    assert Stopwatch().stop() >= 0
`,
    },
    after: {
      "metrics/stopwatch.py": `import time


class Stopwatch:
    """Seconds between start and stop."""

    def __init__(self):
        self.started = time.perf_counter()

    def stop(self):
        return time.perf_counter() - self.started
`,
    },
    requirements: [[]],
    python: ["3.8", "3.11", "3.13"],
    raises: "AttributeError: module 'time' has no attribute 'clock'",
  },
  {
    id: "getargspec-names",
    recipe: "moved-names",
    title: "`inspect.getargspec`",
    files: {
      "pytest.ini": "[pytest]\npythonpath = .\n",
      "cli/options.py": `import inspect


def option_names(command):
    """Names of a command's arguments, for its help text."""
    return [name for name in inspect.getargspec(command).args if name != "self"]
`,
      "tests/test_options.py": `from cli.options import option_names


def greet(self, name, loud=False):
    return name.upper() if loud else name


def test_names_in_order():
    assert option_names(greet) == ["name", "loud"]
`,
    },
    after: {
      "cli/options.py": `import inspect


def option_names(command):
    """Names of a command's arguments, for its help text."""
    return [name for name in inspect.getfullargspec(command).args if name != "self"]
`,
    },
    requirements: [[]],
    python: ["3.11", "3.13"],
    raises: "AttributeError: module 'inspect' has no attribute 'getargspec'",
  },
  {
    id: "getargspec-unpacked",
    recipe: "moved-names",
    title: "`inspect.getargspec`, taken apart",
    files: {
      "pytest.ini": "[pytest]\npythonpath = .\n",
      "cli/options.py": `import inspect


def option_names(command):
    """Names of a command's arguments, for its help text."""
    args, varargs, keywords, defaults = inspect.getargspec(command)
    return [name for name in args if name != "self"]
`,
      "tests/test_options.py": `from cli.options import option_names


def greet(self, name, loud=False):
    return name.upper() if loud else name


def test_names_in_order():
    assert option_names(greet) == ["name", "loud"]
`,
    },
    after: null,
    requirements: [[]],
    python: ["3.11"],
    raises: "AttributeError: module 'inspect' has no attribute 'getargspec'",
    note: "`getfullargspec` gives seven values, so code that takes four is left to a person.",
  },
  {
    id: "distutils-strtobool",
    recipe: "moved-names",
    title: "`strtobool` of `distutils`",
    files: {
      "pytest.ini": "[pytest]\npythonpath = .\n",
      "settings/flags.py": `from distutils.util import strtobool


def is_enabled(settings, name):
    return bool(strtobool(settings.get(name, "no")))
`,
      "tests/test_flags.py": `from settings.flags import is_enabled


def test_yes_is_on():
    assert is_enabled({"cache": "yes"}, "cache")
`,
    },
    after: null,
    requirements: [[]],
    python: ["3.13"],
    raises: "ModuleNotFoundError: No module named 'distutils'",
    note: "Nothing in Python reads such words in the same way; which of them count is for a person to say.",
  },
  {
    id: "python2-urls",
    recipe: "moved-names",
    title: "`urlparse` and `urllib.urlencode` of Python 2",
    files: {
      "pytest.ini": "[pytest]\npythonpath = .\n",
      "shop/links.py": `import urllib

from urlparse import urljoin


def search_link(base, words):
    """Where the search page shows the results for some words."""
    return urljoin(base, "search?" + urllib.urlencode({"q": words}))
`,
      "tests/test_links.py": `from shop.links import search_link


def test_words_are_encoded():
    assert search_link("https://shop.test/", "red shoes") == "https://shop.test/search?q=red+shoes"
`,
    },
    after: {
      "shop/links.py": `import urllib
import urllib.parse

from urllib.parse import urljoin


def search_link(base, words):
    """Where the search page shows the results for some words."""
    return urljoin(base, "search?" + urllib.parse.urlencode({"q": words}))
`,
    },
    requirements: [[]],
    python: ["3.8", "3.13"],
    raises: "ModuleNotFoundError: No module named 'urlparse'",
  },
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
  {
    id: "asyncio-coroutine",
    recipe: "generator-coroutine",
    title: "Coroutines written as generators",
    files: {
      "pytest.ini": "[pytest]\npythonpath = .\n",
      "feed/rows.py": `import asyncio


@asyncio.coroutine
def read_rows(source):
    """All rows of a source that gives them page by page."""
    rows = []
    for page in range(source.pages):
        rows.extend((yield from source.read(page)))
    return rows


@asyncio.coroutine
def count_rows(source):
    rows = yield from read_rows(source)
    return len(rows)
`,
      "tests/test_rows.py": `import asyncio

from feed.rows import count_rows, read_rows


class Source:
    pages = 2

    async def read(self, page):
        return [page, page + 10]


def test_rows_of_all_pages():
    assert asyncio.run(read_rows(Source())) == [0, 10, 1, 11]


def test_number_of_rows():
    assert asyncio.run(count_rows(Source())) == 4
`,
    },
    after: {
      "feed/rows.py": `import asyncio


async def read_rows(source):
    """All rows of a source that gives them page by page."""
    rows = []
    for page in range(source.pages):
        rows.extend((await source.read(page)))
    return rows


async def count_rows(source):
    rows = await read_rows(source)
    return len(rows)
`,
    },
    requirements: [[]],
    python: ["3.11", "3.13"],
    raises: "AttributeError: module 'asyncio' has no attribute 'coroutine'",
  },
  {
    id: "asyncio-wait-coroutines",
    recipe: "wait-for-tasks",
    title: "Coroutines given to `asyncio.wait`",
    files: {
      "pytest.ini": "[pytest]\npythonpath = .\n",
      "monitor/hosts.py": `import asyncio


async def check(host, ping):
    return host, await ping(host)


async def reachable(hosts, ping):
    """Those hosts that answer."""
    done, _ = await asyncio.wait([check(host, ping) for host in hosts], timeout=5)
    return sorted(host for host, answers in (task.result() for task in done) if answers)
`,
      "tests/test_hosts.py": `import asyncio

from monitor.hosts import reachable


async def ping(host):
    return host != "down"


def test_only_those_that_answer():
    assert asyncio.run(reachable(["b", "down", "a"], ping)) == ["a", "b"]
`,
    },
    after: {
      "monitor/hosts.py": `import asyncio


async def check(host, ping):
    return host, await ping(host)


async def reachable(hosts, ping):
    """Those hosts that answer."""
    done, _ = await asyncio.wait([asyncio.create_task(check(host, ping)) for host in hosts], timeout=5)
    return sorted(host for host, answers in (task.result() for task in done) if answers)
`,
    },
    requirements: [[]],
    python: ["3.11", "3.13"],
    raises: "TypeError: Passing coroutines is forbidden, use tasks explicitly.",
  },
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
  {
    id: "utcnow-warning",
    recipe: "utc-now",
    title: "`datetime.utcnow()` where warnings are errors",
    files: {
      "pytest.ini": "[pytest]\npythonpath = .\nfilterwarnings = error\n",
      "sessions/expiry.py": `from datetime import datetime, timedelta


def expires_at(minutes):
    """When a session ends, in UTC and without a zone, as the database stores it."""
    return datetime.utcnow() + timedelta(minutes=minutes)
`,
      "tests/test_expiry.py": `from datetime import datetime

from sessions.expiry import expires_at


def test_it_ends_later_and_has_no_zone():
    assert expires_at(5) > datetime(2020, 1, 1)
`,
    },
    after: {
      "sessions/expiry.py": `from datetime import datetime, timedelta, timezone


def expires_at(minutes):
    """When a session ends, in UTC and without a zone, as the database stores it."""
    return datetime.now(timezone.utc).replace(tzinfo=None) + timedelta(minutes=minutes)
`,
    },
    requirements: [[]],
    python: ["3.12", "3.13"],
    raises: "DeprecationWarning: datetime.datetime.utcnow() is deprecated",
  },
  {
    id: "sample-of-a-set",
    recipe: "sample-of-set",
    title: "`random.sample` of a set",
    files: {
      "pytest.ini": "[pytest]\npythonpath = .\n",
      "lottery/draw.py": `import random


def draw_winners(tickets, count, seed):
    """Winners among all who bought a ticket; the same seed gives the same winners."""
    random.seed(seed)
    return random.sample({ticket["name"] for ticket in tickets}, count)
`,
      "tests/test_draw.py": `from lottery.draw import draw_winners


def test_nobody_wins_twice():
    tickets = [{"name": "ann"}, {"name": "bob"}, {"name": "ann"}]
    assert sorted(draw_winners(tickets, 2, seed=1)) == ["ann", "bob"]
`,
    },
    after: {
      "lottery/draw.py": `import random


def draw_winners(tickets, count, seed):
    """Winners among all who bought a ticket; the same seed gives the same winners."""
    random.seed(seed)
    return random.sample(sorted({ticket["name"] for ticket in tickets}), count)
`,
    },
    requirements: [[]],
    python: ["3.11", "3.13"],
    raises: "TypeError: Population must be a sequence.",
  },
  {
    id: "float-as-a-count",
    recipe: "whole-division",
    title: "A quotient as an index and as a count",
    files: {
      "pytest.ini": "[pytest]\npythonpath = .\n",
      "report/layout.py": `def first_half(rows):
    """Half of the rows; of an odd number the smaller part."""
    return rows[: len(rows) / 2]


def ruler(width):
    marks = width / 2
    return "".join("|" if column % 5 == 0 else "." for column in range(marks))
`,
      "tests/test_layout.py": `from report.layout import first_half, ruler


def test_half_of_the_rows():
    assert first_half([1, 2, 3, 4, 5]) == [1, 2]


def test_a_mark_at_every_fifth_column():
    assert ruler(14) == "|....|."
`,
    },
    after: {
      "report/layout.py": `def first_half(rows):
    """Half of the rows; of an odd number the smaller part."""
    return rows[: len(rows) // 2]


def ruler(width):
    marks = width // 2
    return "".join("|" if column % 5 == 0 else "." for column in range(marks))
`,
    },
    requirements: [[]],
    python: ["3.8", "3.13"],
    raises: "TypeError: 'float' object cannot be interpreted as an integer",
  },
  {
    id: "string-enum-in-text",
    recipe: "string-enum",
    title: "An enumeration of texts in an f-string",
    files: {
      "pytest.ini": "[pytest]\npythonpath = .\n",
      "shop/paths.py": `from enum import Enum


class Status(str, Enum):
    OPEN = "open"
    PAID = "paid"


def order_path(number, status):
    return f"/orders/{status}/{number}"
`,
      "tests/test_paths.py": `from shop.paths import Status, order_path


def test_the_status_is_part_of_the_path():
    assert order_path(7, Status.OPEN) == "/orders/open/7"
`,
    },
    after: {
      "shop/paths.py": `from enum import StrEnum


class Status(StrEnum):
    OPEN = "open"
    PAID = "paid"


def order_path(number, status):
    return f"/orders/{status}/{number}"
`,
    },
    requirements: [[]],
    python: ["3.11", "3.13"],
    raises: "AssertionError: assert '/orders/Status.OPEN/7' == '/orders/open/7'",
    note: "Not where the project says that it works with Pythons before 3.11, which have no `StrEnum`.",
  },
  {
    id: "entry-points-get",
    recipe: "entry-point-groups",
    title: "Entry points looked up as in a dictionary",
    files: {
      "pytest.ini": "[pytest]\npythonpath = .\n",
      "core/plugins.py": `from importlib.metadata import entry_points


def plugins(group):
    """Names of the plugins that are installed for a group."""
    return sorted({entry.name for entry in entry_points().get(group, [])})
`,
      "tests/test_plugins.py": `from core.plugins import plugins


def test_pytest_installs_its_command():
    assert "pytest" in plugins("console_scripts")


def test_a_group_that_nobody_has():
    assert plugins("core.none") == []
`,
    },
    after: {
      "core/plugins.py": `from importlib.metadata import entry_points


def plugins(group):
    """Names of the plugins that are installed for a group."""
    return sorted({entry.name for entry in entry_points(group=group)})
`,
    },
    requirements: [[]],
    python: ["3.12", "3.13"],
    raises: "AttributeError: 'EntryPoints' object has no attribute 'get'",
  },
  {
    id: "distutils-copy-tree",
    recipe: "removed-distutils",
    title: "`copy_tree` of `distutils`",
    files: {
      "pytest.ini": "[pytest]\npythonpath = .\n",
      "site_builder/theme.py": `from distutils.dir_util import copy_tree


def install_theme(source, site):
    """Copies a theme over what the site has already."""
    copy_tree(str(source), str(site))
`,
      "tests/test_theme.py": `from site_builder.theme import install_theme


def test_files_of_both_are_there(tmp_path):
    theme, site = tmp_path / "theme", tmp_path / "site"
    theme.mkdir()
    site.mkdir()
    (theme / "style.css").write_text("p {}")
    (site / "index.html").write_text("<p>")
    install_theme(theme, site)
    assert sorted(file.name for file in site.iterdir()) == ["index.html", "style.css"]
`,
    },
    after: {
      "site_builder/theme.py": `from shutil import copytree


def install_theme(source, site):
    """Copies a theme over what the site has already."""
    copytree(str(source), str(site), dirs_exist_ok=True)
`,
    },
    requirements: [[]],
    python: ["3.12", "3.13"],
    raises: "ModuleNotFoundError: No module named 'distutils'",
  },
  {
    id: "distutils-version",
    recipe: "removed-distutils",
    title: "`LooseVersion` of `distutils`",
    files: {
      "pytest.ini": "[pytest]\npythonpath = .\n",
      "client/support.py": `from distutils.version import LooseVersion


def is_supported(server):
    """The server speaks the protocol since 2.10."""
    return LooseVersion(server) >= LooseVersion("2.10")
`,
      "tests/test_support.py": `from client.support import is_supported


def test_numbers_are_compared_as_numbers():
    assert is_supported("2.12")
    assert not is_supported("2.9")
`,
    },
    after: {
      "client/support.py": `from packaging.version import Version


def is_supported(server):
    """The server speaks the protocol since 2.10."""
    return Version(server) >= Version("2.10")
`,
    },
    requirements: [[]],
    python: ["3.12", "3.13"],
    raises: "ModuleNotFoundError: No module named 'distutils'",
    note: "`packaging` must be installed; it belongs among the project's requirements.",
  },
  {
    id: "imp-load-source",
    recipe: "load-source",
    title: "`imp.load_source`",
    files: {
      "pytest.ini": "[pytest]\npythonpath = .\n",
      "site_builder/settings.py": `import imp
import os


def load_settings(folder):
    """The module that a site keeps its settings in."""
    return imp.load_source("site_settings", os.path.join(folder, "settings.py"))
`,
      "tests/test_settings.py": `from site_builder.settings import load_settings


def test_values_are_read(tmp_path):
    (tmp_path / "settings.py").write_text("TITLE = 'Tea'")
    assert load_settings(str(tmp_path)).TITLE == "Tea"
`,
    },
    after: {
      "site_builder/settings.py": `from importlib.machinery import SourceFileLoader
import os


def load_settings(folder):
    """The module that a site keeps its settings in."""
    return SourceFileLoader("site_settings", os.path.join(folder, "settings.py")).load_module()
`,
    },
    requirements: [[]],
    python: ["3.12", "3.13"],
    raises: "ModuleNotFoundError: No module named 'imp'",
  },
];
