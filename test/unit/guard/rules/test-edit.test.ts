import { expect, test } from "vitest";
import { allAccepted, changed, judge, type PatchCase, type Row } from "../judge.ts";

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
  ["a name of unittest that is gone", patch(WHOLE, changed(WHOLE, [["assertEquals", "assertEqual"]]))],
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
      "a marker that skips": "test-edit tests/test_api.py:24 changes the decorators of a test | no-skip tests/test_api.py:23 adds \`pytest.mark.skip\`, which keeps a test from being run or judged",
      "a parameter fewer": "test-edit tests/test_api.py:15 changes the decorators of a test",
      "a stand-in that is equal to everything": "test-edit tests/test_api.py:2 brings \`unittest.mock.ANY\` into a test",
      "a test fewer": "test-edit tests/test_api.py:- removes a statement from a test file | no-emptied-code tests/test_api.py:28 deletes \`TestOld\`",
      "a weaker comparison": "test-edit tests/test_api.py:19 changes an assertion",
      "an assertion fewer": "test-edit tests/test_api.py:15 removes a statement from a test file",
      "an assertion that no longer awaits": "test-edit tests/test_api.py:2 changes an assertion",
      "an assertion under a condition": "test-edit tests/test_api.py:20 changes the structure of a test file",
      "an early return": "test-edit tests/test_api.py:21 adds a statement to a test file",
      "another constant of the module": "test-edit tests/test_api.py:6 changes more than the shape of a call",
      "another expected value": "test-edit tests/test_api.py:18 changes more than the shape of a call",
      "another literal handed in": "test-edit tests/test_api.py:17 changes more than the shape of a call",
      "another name of a test": "test-edit tests/test_api.py:23 changes the structure of a test file | no-emptied-code tests/test_api.py:23 deletes \`test_bad\`",
      "another status": "test-edit tests/test_api.py:20 changes an assertion",
      "the result replaced by what is expected": "test-edit tests/test_api.py:17 changes more than the shape of a call",
    }
  `);
});
