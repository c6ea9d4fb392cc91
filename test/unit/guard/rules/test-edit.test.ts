import { expect, test } from "vitest";
import { allAccepted, changed, judge, type PatchCase, type Row } from "../judge.ts";

const OLD_DJANGO = "from django.test import TestCase\n\nTestCase().assertQuerysetEqual(rows, [1])\n";
const WHOLE = `import pytest
from fastapi.testclient import TestClient

from shop.api import app

LIMIT = 3


@pytest.fixture
def client():
    return TestClient(app)


@pytest.mark.parametrize("count", [1, 2])
def test_total(client, count):
    """Adds up."""
    response = client.get("/total", params={"count": count})
    expected = 42
    assert response.json()["total"] == expected
    assert response.status_code == 200


def test_bad(client):
    with pytest.raises(ValueError, match="count"):
        client.get("/total", params={"count": -1})


class TestOld:
    def test_equal(self):
        self.assertEquals(total([1]), 1)
`;

const SETUP = `import pytest

import shop


@pytest.mark.slow
@pytest.fixture
def till():
    return shop.Till()


@pytest.fixture
@pytest.mark.usefixtures("till")
def open_till():
    yield 3


class TestTill:
    def setup(self):
        self.count = 1

    def test_count(self):
        till().add(1)
        assert till().count == self.count


@pytest.mark.asyncio
async def test_task(event_loop, till):
    task = event_loop.create_task(till.close())
    assert (await event_loop.run_in_executor(None, till.name)) == "a"


def test_sync(event_loop):
    assert event_loop.run_until_complete(shop.total()) == 3


def test_error(open_till):
    with pytest.raises(KeyError, message="no key"):
        open_till["a"]
    if open_till is None:
        pytest.fail(msg="nothing there")
    pytest.skip(msg="not today")
`;
const LOOPLESS: readonly [string, string][] = [
  ["import pytest\n", "import asyncio\n\nimport pytest\n"],
  ["event_loop, till", "till"],
  ["event_loop.create_task", "asyncio.get_running_loop().create_task"],
  ["event_loop.run_in_executor", "asyncio.get_running_loop().run_in_executor"],
];

function patch(before: string, after: string): PatchCase {
  return {
    changes: { "tests/test_api.py": [before, after] },
    tracked: ["shop/api.py", "shop/__init__.py"],
    packages: { fastapi: "1", httpx: "1", "pytest-asyncio": "1" },
    mayEditTests: true,
  };
}

const REFUSED: readonly Row[] = [
  ["another expected value", patch(WHOLE, changed(WHOLE, [["expected = 42", "expected = 41"]]))],
  ["another status", patch(WHOLE, changed(WHOLE, [["== 200", "== 500"]]))],
  ["a weaker comparison", patch(WHOLE, changed(WHOLE, [['["total"] == expected', '["total"] != None']]))],
  ["an assertion fewer", patch(WHOLE, changed(WHOLE, [["    assert response.status_code == 200\n", ""]]))],
  ["a test fewer", patch(WHOLE, WHOLE.slice(0, WHOLE.indexOf("class TestOld")))],
  ["a parameter fewer", patch(WHOLE, changed(WHOLE, [["[1, 2]", "[1]"]]))],
  ["another name of a test", patch(WHOLE, changed(WHOLE, [["def test_bad", "def check_bad"]]))],
  ["a marker that skips", patch(WHOLE, changed(WHOLE, [["def test_bad", "@pytest.mark.skip\ndef test_bad"]]))],
  [
    "a broader expectation of an error",
    patch(WHOLE, changed(WHOLE, [['raises(ValueError, match="count")', "raises(Exception)"]])),
  ],
  [
    "the result replaced by what is expected",
    patch(
      WHOLE,
      changed(WHOLE, [
        ['    response = client.get("/total", params={"count": count})\n', "    response = expected_response\n"],
      ]),
    ),
  ],
  ["an early return", patch(WHOLE, changed(WHOLE, [["    expected = 42\n", "    return\n    expected = 42\n"]]))],
  [
    "an assertion under a condition",
    patch(
      WHOLE,
      changed(WHOLE, [
        ["    assert response.status_code == 200\n", "    if response:\n        assert response.status_code == 200\n"],
      ]),
    ),
  ],
  [
    "an assertion that no longer awaits",
    patch('async def test_a(c):\n    assert await c.get("/x")\n', 'async def test_a(c):\n    assert c.get("/x")\n'),
  ],
  [
    "a stand-in that is equal to everything",
    patch(WHOLE, changed(WHOLE, [["import pytest\n", "import pytest\nfrom unittest.mock import ANY as total\n"]])),
  ],
  ["another literal handed in", patch(WHOLE, changed(WHOLE, [['{"count": count}', '{"count": 1}']]))],
  ["a mark on a test fewer", patch(SETUP, changed(SETUP, [["@pytest.mark.asyncio\n", ""]]))],
  ["a fixture fewer", patch(SETUP, changed(SETUP, [["@pytest.fixture\ndef till", "def till"]]))],
  [
    "a parameter that is a fixture of the tests",
    patch(SETUP, changed(SETUP, [["def test_error(open_till)", "def test_error()"]])),
  ],
  [
    "a parameter that nothing asked for",
    patch(SETUP, changed(SETUP, [["def test_error(open_till)", "def test_error(open_till, till)"]])),
  ],
  ["a set-up under a name that nobody calls", patch(SETUP, changed(SETUP, [["def setup", "def set_up"]]))],
  [
    "a set-up of a class under the name of a module's",
    patch(SETUP, changed(SETUP, [["def setup", "def setup_module"]])),
  ],
  [
    "no loop, and something else compared",
    patch(SETUP, changed(SETUP, [...LOOPLESS, ["None, till.name", "None, till.label"]])),
  ],
  [
    "no loop, and a task that never ran",
    patch(SETUP, changed(SETUP, [...LOOPLESS.slice(0, 2), ["event_loop.create_task(till.close())", "None"]])),
  ],
  [
    "a fixture asked for, and a weaker assertion",
    patch(
      SETUP,
      changed(SETUP, [
        ["test_count(self)", "test_count(self, till)"],
        ["till().add", "till.add"],
        ["till().count == self.count", "till"],
      ]),
    ),
  ],
  ["another reason to skip", patch(SETUP, changed(SETUP, [['msg="not today"', 'reason="never"']]))],
  [
    "an expected error without what it must say",
    patch(WHOLE, changed(WHOLE, [['ValueError, match="count"', "ValueError"]])),
  ],
  ["another constant of the module", patch(WHOLE, changed(WHOLE, [["LIMIT = 3", "LIMIT = 4"]]))],
];

const ACCEPTED: readonly Row[] = [
  [
    "another import of the same name",
    patch(WHOLE, changed(WHOLE, [["from shop.api import app", "from shop.main import app"]])),
  ],
  [
    "another class with the same arguments",
    patch(
      WHOLE,
      changed(WHOLE, [
        ["fastapi.testclient import TestClient", "httpx import ASGITransport, AsyncClient"],
        ["TestClient(app)", 'AsyncClient(transport=ASGITransport(app=app), base_url="http://test")'],
      ]),
    ),
  ],
  ["a keyword in place of a position", patch(WHOLE, changed(WHOLE, [["TestClient(app)", "TestClient(app=app)"]]))],
  [
    "an asynchronous test",
    patch(
      WHOLE,
      changed(WHOLE, [
        ['@pytest.mark.parametrize("count"', '@pytest.mark.asyncio\n@pytest.mark.parametrize("count"'],
        ["def test_total", "async def test_total"],
        ["= client.get", "= await client.get"],
      ]),
    ),
  ],
  [
    "an assertion that awaits",
    patch(
      WHOLE,
      changed(WHOLE, [
        ['@pytest.mark.parametrize("count"', '@pytest.mark.asyncio\n@pytest.mark.parametrize("count"'],
        ["def test_total", "async def test_total"],
        ["assert response.json()", "assert (await response.json())"],
      ]),
    ),
  ],
  [
    "an asynchronous fixture",
    patch(
      WHOLE,
      changed(WHOLE, [
        ["import pytest\n", "import pytest\nimport pytest_asyncio\n"],
        ["@pytest.fixture", "@pytest_asyncio.fixture"],
        ["def client", "async def client"],
      ]),
    ),
  ],
  ["a name of Django's that is gone", patch(OLD_DJANGO, OLD_DJANGO.replace("Queryset", "QuerySet"))],
  ["a name of unittest that is gone", patch(WHOLE, changed(WHOLE, [["assertEquals", "assertEqual"]]))],
  [
    "a name of unittest that Python 2 had",
    patch(
      changed(WHOLE, [["assertEquals(total([1]), 1)", "assertItemsEqual([total([1])], [1])"]]),
      changed(WHOLE, [["assertEquals(total([1]), 1)", "assertCountEqual([total([1])], [1])"]]),
    ),
  ],
  [
    "a keyword with another name",
    patch(WHOLE, changed(WHOLE, [['params={"count": count}', 'query={"count": count}']])),
  ],
  ["the documentation", patch(WHOLE, changed(WHOLE, [['"""Adds up."""', '"""Adds up."""  # noqa: D400']]))],
  [
    "layout",
    patch(
      WHOLE,
      changed(WHOLE, [
        [
          'client.get("/total", params={"count": count})',
          'client.get(\n        "/total",\n        params={"count": count},\n    )',
        ],
      ]),
    ),
  ],
  ["an import that nothing needs, removed", patch("import os\n" + WHOLE, WHOLE)],
  [
    "another method with the same arguments",
    patch(
      WHOLE,
      changed(WHOLE, [['response = client.get("/total", params', 'response = client.request("/total", params']]),
    ),
  ],
  [
    "an asynchronous block",
    patch(
      'import httpx\n\n\nasync def test_a(app):\n    async with httpx.AsyncClient(app=app, base_url="http://test") as c:\n        assert c.x == 1\n',
      'import httpx\n\n\nasync def test_a(app):\n    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://test") as c:\n        assert c.x == 1\n',
    ),
  ],
  ["a mark on a fixture fewer", patch(SETUP, changed(SETUP, [["@pytest.mark.slow\n", ""]]))],
  [
    "a fixture that a mark named, as a parameter",
    patch(
      SETUP,
      changed(SETUP, [
        ['@pytest.mark.usefixtures("till")\n', ""],
        ["def open_till()", "def open_till(till)"],
      ]),
    ),
  ],
  [
    "a fixture asked for, where it was called",
    patch(
      SETUP,
      changed(SETUP, [
        ["test_count(self)", "test_count(self, till)"],
        ["till().add", "till.add"],
        ["till().count", "till.count"],
      ]),
    ),
  ],
  ["nose's set-up by pytest's name", patch(SETUP, changed(SETUP, [["def setup", "def setup_method"]]))],
  [
    "a fixture of pytest-asyncio's",
    patch(
      SETUP,
      changed(SETUP, [
        ["import pytest\n", "import pytest\nimport pytest_asyncio\n"],
        ["@pytest.fixture\ndef till", "@pytest_asyncio.fixture\nasync def till"],
      ]),
    ),
  ],
  [
    "nose's set-up of a module",
    patch(
      "def setup():\n    print(1)\n\n\ndef test_a():\n    assert 1\n",
      "def setup_module():\n    print(1)\n\n\ndef test_a():\n    assert 1\n",
    ),
  ],
  ["the running loop in place of a fixture", patch(SETUP, changed(SETUP, LOOPLESS))],
  [
    "asyncio.run in place of a fixture",
    patch(
      SETUP,
      changed(SETUP, [
        ["import pytest\n", "import asyncio\n\nimport pytest\n"],
        ["test_sync(event_loop)", "test_sync()"],
        ["event_loop.run_until_complete", "asyncio.run"],
      ]),
    ),
  ],
  [
    "the reason by its new keyword",
    patch(
      SETUP,
      changed(SETUP, [
        ["fail(msg=", "fail(reason="],
        ["skip(msg=", "skip(reason="],
      ]),
    ),
  ],
  ["a message that pytest no longer takes", patch(SETUP, changed(SETUP, [['KeyError, message="no key"', "KeyError"]]))],
  [
    "parentheses behind a fixture",
    patch(SETUP, changed(SETUP, [["@pytest.fixture\ndef till", "@pytest.fixture()\ndef till"]])),
  ],
  ["a file with a coding line", patch(WHOLE, "# -*- coding: utf-8 -*-\n" + WHOLE)],
  [
    "an import moved into place",
    patch(
      WHOLE,
      changed(WHOLE, [
        ["from shop.api import app\n\n", ""],
        ["import pytest\n", "import pytest\n\nfrom shop.api import app\n"],
      ]),
    ),
  ],
  [
    "awaited where it was not, outside assertions",
    patch(
      WHOLE,
      changed(WHOLE, [
        ["def test_bad", "async def test_bad"],
        [
          '        client.get("/total", params={"count": -1})',
          '        await client.get("/total", params={"count": -1})',
        ],
      ]),
    ),
  ],
];

test("accepts honest edits that look alike", async () => {
  expect(ACCEPTED.length).toBeGreaterThanOrEqual(REFUSED.length);
  expect(await judge(ACCEPTED)).toEqual(allAccepted(ACCEPTED));
});

test("refuses, and says where and why", async () => {
  expect(await judge(REFUSED)).toMatchInlineSnapshot(`
    {
      "a broader expectation of an error": "test-edit tests/test_api.py:24 changes what a block is run in",
      "a fixture asked for, and a weaker assertion": "test-edit tests/test_api.py:24 changes an assertion",
      "a fixture fewer": "test-edit tests/test_api.py:7 changes the decorators of a test",
      "a mark on a test fewer": "test-edit tests/test_api.py:27 changes the decorators of a test",
      "a marker that skips": "test-edit tests/test_api.py:24 changes the decorators of a test | no-skip tests/test_api.py:23 adds \`pytest.mark.skip\`, which keeps a test from being run or judged",
      "a parameter fewer": "test-edit tests/test_api.py:15 changes the decorators of a test",
      "a parameter that is a fixture of the tests": "test-edit tests/test_api.py:37 changes the structure of a test file",
      "a parameter that nothing asked for": "test-edit tests/test_api.py:37 changes the structure of a test file",
      "a set-up of a class under the name of a module's": "test-edit tests/test_api.py:19 changes the structure of a test file | no-emptied-code tests/test_api.py:19 deletes \`TestTill.setup\`",
      "a set-up under a name that nobody calls": "test-edit tests/test_api.py:19 changes the structure of a test file | no-emptied-code tests/test_api.py:19 deletes \`TestTill.setup\`",
      "a stand-in that is equal to everything": "test-edit tests/test_api.py:2 brings \`unittest.mock.ANY\` into a test",
      "a test fewer": "test-edit tests/test_api.py:- removes a statement from a test file | no-emptied-code tests/test_api.py:28 deletes \`TestOld\`",
      "a weaker comparison": "test-edit tests/test_api.py:19 changes an assertion",
      "an assertion fewer": "test-edit tests/test_api.py:15 removes a statement from a test file",
      "an assertion that no longer awaits": "test-edit tests/test_api.py:2 changes an assertion",
      "an assertion under a condition": "test-edit tests/test_api.py:20 changes the structure of a test file",
      "an early return": "test-edit tests/test_api.py:21 adds a statement to a test file",
      "an expected error without what it must say": "test-edit tests/test_api.py:24 changes what a block is run in",
      "another constant of the module": "test-edit tests/test_api.py:6 changes more than the shape of a call",
      "another expected value": "test-edit tests/test_api.py:18 changes more than the shape of a call",
      "another literal handed in": "test-edit tests/test_api.py:17 changes more than the shape of a call",
      "another name of a test": "test-edit tests/test_api.py:23 changes the structure of a test file | no-emptied-code tests/test_api.py:23 deletes \`test_bad\`",
      "another reason to skip": "test-edit tests/test_api.py:42 changes more than the shape of a call",
      "another status": "test-edit tests/test_api.py:20 changes an assertion",
      "no loop, and a task that never ran": "test-edit tests/test_api.py:31 changes more than the shape of a call",
      "no loop, and something else compared": "test-edit tests/test_api.py:32 changes an assertion",
      "the result replaced by what is expected": "test-edit tests/test_api.py:17 changes more than the shape of a call",
    }
  `);
});
