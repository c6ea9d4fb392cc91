import { expect, test } from "vitest";
import { awaitInTest } from "../../../src/draft/recipes/slips/await-in-test.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";
import { failing } from "./failing.ts";

const TEST = "tests/test_it.py";
const STATUS = "AttributeError: 'coroutine' object has no attribute 'status_code'";

function inTest(text: string, exception = STATUS, type = "httpx.AsyncClient"): RecipeCase {
  const row = failing("", exception, { files: { [TEST]: text, "app/client.py": "" } });
  return { ...row, frames: (row.frames ?? []).map((frame) => ({ ...frame, locals: { client: type } })) };
}

test.each([
  ["a plain test", inTest('def test_it(client):\n    assert client.get("/").status_code == 200  # fails\n')],
  [
    "an object of the project",
    inTest(
      'async def test_it(client):\n    r = client.get("/")\n    assert r.status_code  # fails\n',
      STATUS,
      "app.client.Client",
    ),
  ],
  [
    "a stand-in",
    inTest(
      'async def test_it(client):\n    r = client.get("/")\n    assert r.status_code  # fails\n',
      STATUS,
      "unittest.mock.AsyncMock",
    ),
  ],
  [
    "an object of unknown type",
    inTest('async def test_it(api):\n    r = api.get("/")\n    assert r.status_code  # fails\n'),
  ],
  [
    "awaited already",
    inTest('async def test_it(client):\n    r = await client.get("/")\n    assert r.status_code  # fails\n'),
  ],
  [
    "a function of the project",
    inTest("from app.client import load\n\n\nasync def test_it():\n    assert load().status_code  # fails\n"),
  ],
  [
    "run as a task",
    inTest(
      'async def test_it(client):\n    r = client.get("/")\n    x = asyncio.create_task(r)\n    assert r.status_code  # fails\n',
    ),
  ],
  [
    "another exception",
    inTest(
      'async def test_it(client):\n    r = client.get("/")\n    assert r.status_code  # fails\n',
      "AttributeError: 'Response' object has no attribute 'status_code'",
    ),
  ],
])("no draft: %s", async (_name, row) => {
  expect(await drafted(awaitInTest, row)).toEqual([]);
});

test("no draft in the product, which another recipe looks after", async () => {
  const row = failing('async def f(client):\n    return client.get("/").status_code  # fails\n', STATUS);
  expect(await drafted(awaitInTest, row)).toEqual([]);
});

test.each([
  [
    "kept under a name, several times",
    inTest(
      'async def test_it(client):\n    r = client.get("/")\n    assert r.status_code == 200  # fails\n    r = client.get("/a")\n    assert r.json() == {}\n',
    ),
    'async def test_it(client):\n    r = await client.get("/")\n    assert r.status_code == 200  # fails\n    r = await client.get("/a")\n    assert r.json() == {}\n',
  ],
  [
    "in an assertion",
    inTest('async def test_it(client):\n    assert client.get("/").status_code == 200  # fails\n'),
    'async def test_it(client):\n    assert (await client.get("/")).status_code == 200  # fails\n',
  ],
  [
    "a function of a library",
    inTest(
      "import lib\n\n\nasync def test_it():\n    assert lib.load()[0] == 1  # fails\n",
      "TypeError: 'coroutine' object is not subscriptable",
    ),
    "import lib\n\n\nasync def test_it():\n    assert (await lib.load())[0] == 1  # fails\n",
  ],
  [
    "measured",
    inTest(
      "async def test_it(client):\n    assert len(client.keys()) == 1  # fails\n",
      "TypeError: object of type 'coroutine' has no len()",
      "redis.asyncio.client.Redis",
    ),
    "async def test_it(client):\n    assert len(await client.keys()) == 1  # fails\n",
  ],
])("%s", async (_name, row, after) => {
  expect(await drafted(awaitInTest, row)).toEqual([{ [TEST]: after }]);
});
