import type { RealCase } from "../real-case.ts";

export const COROUTINES_CASES: readonly RealCase[] = [
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
];
