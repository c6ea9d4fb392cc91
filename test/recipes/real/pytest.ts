import type { RealCase } from "./real-case.ts";

const INI = "[pytest]\npythonpath = .\n";
const PLUGIN_1 = [
  ["pytest==9.2.0", "pytest-asyncio==1.5.0"],
  ["pytest==8.4.2", "pytest-asyncio==1.0.0"],
];

const MAILER = `import asyncio


async def deliver(address):
    await asyncio.sleep(0)
    return f"sent to {address}"
`;

const LOOP_TEST = `import pytest

from mailer import deliver


@pytest.mark.asyncio
async def test_in_background(event_loop):
    task = event_loop.create_task(deliver("ann@example.org"))
    assert await task == "sent to ann@example.org"


def test_at_once(event_loop):
    assert event_loop.run_until_complete(deliver("bob@example.org")) == "sent to bob@example.org"
`;

const ASYNC_CONFTEST = `import pytest


class Queue:
    def __init__(self):
        self.messages = []


@pytest.fixture
async def queue():
    return Queue()
`;

/** Each was run with the versions it names. */
export const PYTEST_CASES: readonly RealCase[] = [
  {
    id: "pytest-event-loop",
    recipe: "event-loop-fixture",
    title: "Tests ask for the fixture `event_loop`, which pytest-asyncio 1.0 took away.",
    files: { "pytest.ini": INI, "mailer.py": MAILER, "tests/test_mailer.py": LOOP_TEST },
    after: {
      "tests/test_mailer.py": LOOP_TEST.replace("import pytest\n", "import asyncio\n\nimport pytest\n")
        .replaceAll("(event_loop)", "()")
        .replace("event_loop.create_task", "asyncio.get_running_loop().create_task")
        .replace("event_loop.run_until_complete", "asyncio.run"),
    },
    requirements: PLUGIN_1,
    python: ["3.11", "3.13"],
    raises: "fixture 'event_loop' not found",
  },
  {
    id: "pytest-async-fixture",
    recipe: "async-fixture",
    title: "An asynchronous fixture is declared by `@pytest.fixture`, which does not await it.",
    files: {
      "pytest.ini": INI,
      "tests/conftest.py": ASYNC_CONFTEST,
      "tests/test_queue.py": `import pytest


@pytest.mark.asyncio
async def test_a_new_queue_is_empty(queue):
    assert queue.messages == []
`,
    },
    after: { "tests/conftest.py": ASYNC_CONFTEST.replaceAll("pytest", "pytest_asyncio") },
    requirements: [["pytest==8.3.5", "pytest-asyncio==0.24.0"]],
    python: ["3.9", "3.12"],
    raises: "AttributeError: 'coroutine' object has no attribute 'messages'",
  },
  {
    id: "pytest-async-fixture-refused",
    recipe: "async-fixture",
    title: "A plain test asks for an asynchronous fixture that `@pytest.fixture` declares.",
    files: {
      "pytest.ini": INI,
      "tests/conftest.py": ASYNC_CONFTEST,
      "tests/test_queue.py": "def test_a_new_queue_is_empty(queue):\n    assert queue.messages == []\n",
    },
    after: { "tests/conftest.py": ASYNC_CONFTEST.replaceAll("pytest", "pytest_asyncio") },
    requirements: [["pytest==9.2.0", "pytest-asyncio==1.5.0"]],
    python: ["3.13"],
    raises: "requested an async fixture 'queue', with no plugin or hook that handled it",
  },
  {
    id: "pytest-unmarked-test",
    recipe: "mark-async-test",
    title: "An `async def` test has no mark, and pytest-asyncio is in its strict mode.",
    files: {
      "pytest.ini": INI,
      "mailer.py": MAILER,
      "tests/test_mailer.py": `from mailer import deliver


async def test_deliver():
    assert await deliver("ann@example.org") == "sent to ann@example.org"
`,
    },
    after: {
      "tests/test_mailer.py": `import pytest
from mailer import deliver


@pytest.mark.asyncio
async def test_deliver():
    assert await deliver("ann@example.org") == "sent to ann@example.org"
`,
    },
    requirements: PLUGIN_1,
    python: ["3.12"],
    raises: "async def functions are not natively supported.",
    note: "Where all tests of a project are to run so, `asyncio_mode = auto` in pytest's settings does it once for all.",
  },
  {
    id: "pytest-mark-on-fixture",
    recipe: "mark-on-fixture",
    title: "Marks stand on fixtures, which pytest 9 refuses.",
    files: {
      "tests/test_stock.py": `import pytest


@pytest.fixture
def shelf():
    return []


@pytest.mark.usefixtures("shelf")
@pytest.fixture
def stock():
    return {"tea": 3}


def test_stock(stock):
    assert stock["tea"] == 3
`,
    },
    after: {
      "tests/test_stock.py": `import pytest


@pytest.fixture
def shelf():
    return []


@pytest.fixture
def stock(shelf):
    return {"tea": 3}


def test_stock(stock):
    assert stock["tea"] == 3
`,
    },
    requirements: [["pytest==9.2.0"]],
    python: ["3.10", "3.13"],
    raises: "Marks cannot be applied to fixtures.",
  },
  {
    id: "pytest-fixture-called",
    recipe: "fixture-called",
    title: "A test calls a fixture like a function.",
    files: {
      "tests/test_stock.py": `import pytest


@pytest.fixture
def stock():
    return {"tea": 3}


def test_stock():
    assert stock()["tea"] == 3
`,
    },
    after: {
      "tests/test_stock.py": `import pytest


@pytest.fixture
def stock():
    return {"tea": 3}


def test_stock(stock):
    assert stock["tea"] == 3
`,
    },
    requirements: [["pytest==7.4.4"], ["pytest==9.2.0"]],
    python: ["3.10"],
    raises: 'Fixture "stock" called directly.',
  },
  {
    id: "pytest-nose-setup",
    recipe: "nose-setup",
    title: "A test class is set up by `setup`, which pytest 8 no longer calls.",
    files: {
      "tests/test_basket.py": `class TestBasket:
    def setup(self):
        self.basket = ["tea"]

    def teardown(self):
        self.basket.clear()

    def test_count(self):
        assert len(self.basket) == 1
`,
    },
    after: {
      "tests/test_basket.py": `class TestBasket:
    def setup_method(self):
        self.basket = ["tea"]

    def teardown_method(self):
        self.basket.clear()

    def test_count(self):
        assert len(self.basket) == 1
`,
    },
    requirements: [["pytest==8.4.2"], ["pytest==9.2.0"]],
    python: ["3.12"],
    raises: "AttributeError: 'TestBasket' object has no attribute 'basket'",
  },
  {
    id: "pytest-raises-message",
    recipe: "renamed-keywords",
    title: "`pytest.raises` is given a `message`, which it no longer takes.",
    files: {
      "tests/test_price.py": `import pytest


def test_a_price_is_a_number():
    with pytest.raises(ValueError, message="a price was read from words"):
        float("three pounds")
`,
    },
    after: {
      "tests/test_price.py": `import pytest


def test_a_price_is_a_number():
    with pytest.raises(ValueError):
        float("three pounds")
`,
    },
    requirements: [["pytest==7.4.4"], ["pytest==9.2.0"]],
    python: ["3.10"],
    raises: "TypeError: Unexpected keyword arguments passed to pytest.raises: message",
  },
  {
    id: "pytest-own-loop",
    recipe: "event-loop-fixture",
    title: "A fixture keeps what it made in the old loop.",
    files: {
      "pytest.ini": INI,
      "mailer.py": MAILER,
      "tests/test_mailer.py": `import pytest

from mailer import deliver


@pytest.fixture
def receipt(event_loop):
    return event_loop.run_until_complete(deliver("ann@example.org"))


def test_receipt(receipt):
    assert receipt == "sent to ann@example.org"
`,
    },
    after: null,
    requirements: [["pytest==9.2.0", "pytest-asyncio==1.5.0"]],
    python: ["3.13"],
    raises: "fixture 'event_loop' not found",
    note: "In which loop a fixture's object is to live, only its author can say.",
  },
];
