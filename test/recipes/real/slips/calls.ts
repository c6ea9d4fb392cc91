import type { RealCase } from "../real-case.ts";

/** Calls and methods. */
export const CALLS_CASES: readonly RealCase[] = [
  {
    id: "counter-without-self",
    recipe: "missing-self",
    title: "Methods without `self`",
    files: {
      "pytest.ini": `[pytest]
pythonpath = .
`,
      "stats/counter.py": `class Counter:
    def __init__(self):
        self.count = 0

    def up():
        self.count += 1

    def down(by):
        self.count -= by
`,
      "tests/test_counter.py": `from stats.counter import Counter


def test_counting():
    counter = Counter()
    counter.up()
    counter.up()
    counter.down(1)
    assert counter.count == 1
`,
    },
    after: {
      "stats/counter.py": `class Counter:
    def __init__(self):
        self.count = 0

    def up(self):
        self.count += 1

    def down(self, by):
        self.count -= by
`,
    },
    requirements: [[]],
    python: ["3.8", "3.13"],
    raises: "TypeError: ",
  },
  {
    id: "misspelt-recipient",
    recipe: "misspelt-keyword",
    title: "A keyword argument with two letters swapped",
    files: {
      "pytest.ini": `[pytest]
pythonpath = .
`,
      "mail/message.py": `def build(recipient, *, subject="", body=""):
    return {"to": recipient, "subject": subject, "body": body}
`,
      "mail/welcome.py": `from mail.message import build


def welcome(user):
    return build(user["email"], subjcet="Welcome", body=f"Hello {user['name']}!")
`,
      "tests/test_welcome.py": `from mail.welcome import welcome


def test_the_subject_is_set():
    message = welcome({"email": "ada@example.org", "name": "Ada"})
    assert message["subject"] == "Welcome"
`,
    },
    after: {
      "mail/welcome.py": `from mail.message import build


def welcome(user):
    return build(user["email"], subject="Welcome", body=f"Hello {user['name']}!")
`,
    },
    requirements: [[]],
    python: ["3.8", "3.13"],
    raises: "TypeError: build() got an unexpected keyword argument 'subjcet'",
  },
  {
    id: "total-not-called",
    recipe: "uncalled-method",
    title: "A method that is named but not called",
    files: {
      "pytest.ini": `[pytest]
pythonpath = .
`,
      "shop/cart.py": `class Cart:
    def __init__(self, prices):
        self.prices = prices

    def total(self):
        return sum(self.prices)

    def with_shipping(self, shipping):
        return self.total + shipping
`,
      "tests/test_cart.py": `from shop.cart import Cart


def test_shipping_is_added():
    assert Cart([3, 4]).with_shipping(2) == 9
`,
    },
    after: {
      "shop/cart.py": `class Cart:
    def __init__(self, prices):
        self.prices = prices

    def total(self):
        return sum(self.prices)

    def with_shipping(self, shipping):
        return self.total() + shipping
`,
    },
    requirements: [[]],
    python: ["3.8", "3.13"],
    raises: "TypeError: unsupported operand type(s) for +: 'method' and 'int'",
  },
  {
    id: "property-called",
    recipe: "uncalled-method",
    title: "A property that is called",
    files: {
      "pytest.ini": `[pytest]
pythonpath = .
`,
      "shop/cart.py": `class Cart:
    def __init__(self, prices):
        self.prices = prices

    @property
    def total(self):
        return sum(self.prices)

    def is_free(self):
        return self.total() == 0
`,
      "tests/test_cart.py": `from shop.cart import Cart


def test_an_empty_cart_is_free():
    assert Cart([]).is_free()
`,
    },
    after: {
      "shop/cart.py": `class Cart:
    def __init__(self, prices):
        self.prices = prices

    @property
    def total(self):
        return sum(self.prices)

    def is_free(self):
        return self.total == 0
`,
    },
    requirements: [[]],
    python: ["3.8", "3.13"],
    raises: "TypeError: 'int' object is not callable",
  },
  {
    id: "misspelt-content",
    recipe: "misspelt-override",
    title: "An abstract method filled in under a misspelt name",
    files: {
      "pytest.ini": `[pytest]
pythonpath = .
`,
      "pages/page.py": `from abc import ABC, abstractmethod


class View(ABC):
    def render(self):
        return f"<main>{self._content()}</main>"

    @abstractmethod
    def _content(self):
        """What stands inside."""


class Page(View):
    def _contnet(self):
        return "Hello"
`,
      "tests/test_page.py": `from pages.page import Page


def test_page():
    assert Page().render() == "<main>Hello</main>"
`,
    },
    after: {
      "pages/page.py": `from abc import ABC, abstractmethod


class View(ABC):
    def render(self):
        return f"<main>{self._content()}</main>"

    @abstractmethod
    def _content(self):
        """What stands inside."""


class Page(View):
    def _content(self):
        return "Hello"
`,
    },
    requirements: [[]],
    python: ["3.8", "3.10", "3.13"],
    raises: "TypeError: Can't instantiate abstract class Page",
  },
  {
    id: "await-in-plain-value",
    recipe: "await-of-plain-value",
    title: "An `await` on what a plain method gives",
    files: {
      "pytest.ini": `[pytest]
pythonpath = .
`,
      "feeds/reader.py": `class Reader:
    def __init__(self, pages):
        self.pages = pages

    def page(self, number):
        return {"rows": self.pages[number]}

    async def rows(self):
        found = []
        for number in range(len(self.pages)):
            found += (await self.page(number))["rows"]
        return found
`,
      "tests/test_reader.py": `import asyncio

from feeds.reader import Reader


def test_rows_of_all_pages():
    assert asyncio.run(Reader([[1], [2, 3]]).rows()) == [1, 2, 3]
`,
    },
    after: {
      "feeds/reader.py": `class Reader:
    def __init__(self, pages):
        self.pages = pages

    def page(self, number):
        return {"rows": self.pages[number]}

    async def rows(self):
        found = []
        for number in range(len(self.pages)):
            found += self.page(number)["rows"]
        return found
`,
    },
    requirements: [[]],
    python: ["3.8", "3.13"],
    raises: "TypeError: object dict can't be used in 'await' expression",
  },
  {
    id: "client-not-awaited",
    recipe: "await-in-test",
    title: "A test that does not await httpx's asynchronous client",
    files: {
      "pytest.ini": `[pytest]
pythonpath = .
`,
      "tests/test_app.py": `import asyncio

import httpx
from web.app import app


def test_hello():
    async def check():
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://test") as client:
            response = client.get("/")
            assert response.status_code == 200
            assert response.text == "hello"

    asyncio.run(check())
`,
      "web/app.py": `async def app(scope, receive, send):
    """Says hello to everybody."""
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"hello"})
`,
    },
    after: {
      "tests/test_app.py": `import asyncio

import httpx
from web.app import app


def test_hello():
    async def check():
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://test") as client:
            response = await client.get("/")
            assert response.status_code == 200
            assert response.text == "hello"

    asyncio.run(check())
`,
    },
    requirements: [["httpx==0.27.2"], ["httpx==0.28.1"]],
    python: ["3.13"],
    raises: "AttributeError: 'coroutine' object has no attribute 'status_code'",
  },
  {
    id: "await-in-plain-def",
    recipe: "await-in-plain-function",
    title: "`await` in a plain `def`",
    files: {
      "pytest.ini": "[pytest]\npythonpath = .\n",
      "feed.py": `import asyncio


class Feed:
    def __init__(self, lines):
        self.lines = lines

    def newest(self, count):
        await asyncio.sleep(0)
        return self.lines[-count:]


async def titles(feed):
    return [line.title() for line in await feed.newest(2)]
`,
      "tests/test_feed.py": `import asyncio

from feed import Feed, titles


def test_titles():
    assert asyncio.run(titles(Feed(["a b", "c d", "e"]))) == ["C D", "E"]
`,
    },
    after: {
      "feed.py": `import asyncio


class Feed:
    def __init__(self, lines):
        self.lines = lines

    async def newest(self, count):
        await asyncio.sleep(0)
        return self.lines[-count:]


async def titles(feed):
    return [line.title() for line in await feed.newest(2)]
`,
    },
    requirements: [[]],
    python: ["3.8", "3.11", "3.13"],
    raises: "'await' outside async function",
  },
];
