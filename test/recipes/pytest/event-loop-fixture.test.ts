import { expect, test } from "vitest";
import { eventLoopFixture } from "../../../src/draft/recipes/pytest/event-loop-fixture.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";

function row(text: string, change: Partial<RecipeCase> = {}): RecipeCase {
  return {
    files: { "tests/test_it.py": text },
    exception: { type: "_pytest.fixtures.FixtureLookupError", message: "fixture 'event_loop' not found" },
    packages: { "pytest-asyncio": "1.5.0" },
    phase: "setup",
    ...change,
  };
}

const TEST = "import pytest\n\n\n@pytest.mark.asyncio\n";

test.each([
  ["no plugin", row(`${TEST}async def test_it(event_loop):\n    pass\n`, { packages: {} })],
  [
    "another fixture that is missing",
    row(`${TEST}async def test_it(event_loop):\n    pass\n`, {
      exception: { type: "FixtureLookupError", message: "fixture 'loop' not found" },
    }),
  ],
  [
    "a file with a loop of its own",
    row("import pytest\n\n\n@pytest.fixture\ndef event_loop():\n    yield 1\n\n\ndef test_it(event_loop):\n    pass\n"),
  ],
  ["an imported loop", row("from support import event_loop\n\n\ndef test_it(event_loop):\n    pass\n")],
  ["a helper that is no test", row("def run(event_loop):\n    return event_loop.time()\n")],
  ["a loop that is closed by hand", row("def test_it(event_loop):\n    event_loop.close()\n")],
  ["a loop handed on in a plain test", row("def test_it(event_loop):\n    assert make(event_loop)\n")],
  [
    "a plain fixture whose object lives in the loop",
    row(
      "import pytest\n\n\n@pytest.fixture\ndef client(event_loop):\n    return event_loop.run_until_complete(make())\n",
    ),
  ],
  ["a loop in a function inside", row(`${TEST}async def test_it(event_loop):\n    later(lambda: event_loop.stop())\n`)],
  ["an awaitable that is no call", row("def test_it(event_loop, task):\n    event_loop.run_until_complete(task)\n")],
  [
    "a name that asyncio's shadows",
    row(`asyncio = None\n${TEST}async def test_it(event_loop):\n    event_loop.time()\n`),
  ],
  ["a list with keywords only", row("def test_it(event_loop, *, shop=None):\n    pass\n")],
  ["a loop that is bound anew", row(`${TEST}async def test_it(event_loop):\n    event_loop = 1\n`)],
])("leaves %s alone", async (_title, input) => {
  expect(await drafted(eventLoopFixture, input)).toEqual([]);
});

test.each([
  ["a parameter alone", "def test_it(event_loop):\n    pass\n", "def test_it():\n    pass\n"],
  ["the first of two", "def test_it(event_loop, shop):\n    pass\n", "def test_it(shop):\n    pass\n"],
  ["the last of two", "def test_it(shop, event_loop):\n    pass\n", "def test_it(shop):\n    pass\n"],
  ["one with an annotation", "def test_it(event_loop: Loop, shop):\n    pass\n", "def test_it(shop):\n    pass\n"],
  [
    "one on a line of its own",
    "async def test_it(\n    shop,\n    event_loop,\n):\n    pass\n",
    "async def test_it(\n    shop,\n):\n    pass\n",
  ],
  [
    "a method",
    "class TestIt:\n    def test_it(self, event_loop):\n        pass\n",
    "class TestIt:\n    def test_it(self):\n        pass\n",
  ],
  [
    "the loop in a coroutine",
    "import asyncio\n\n\nasync def test_it(event_loop):\n    await event_loop.run_in_executor(None, work)  # slow\n",
    "import asyncio\n\n\nasync def test_it():\n    await asyncio.get_running_loop().run_in_executor(None, work)  # slow\n",
  ],
  [
    "a file without asyncio",
    "import pytest\n\n\nasync def test_it(event_loop):\n    event_loop.time()\n",
    "import asyncio\n\nimport pytest\n\n\nasync def test_it():\n    asyncio.get_running_loop().time()\n",
  ],
  [
    "a plain test that runs a coroutine",
    "import asyncio\n\n\ndef test_it(event_loop):\n    assert event_loop.run_until_complete(total()) == 3\n",
    "import asyncio\n\n\ndef test_it():\n    assert asyncio.run(total()) == 3\n",
  ],
  [
    "an asynchronous fixture",
    "import asyncio\n\nimport pytest_asyncio\n\n\n@pytest_asyncio.fixture\nasync def job(event_loop):\n    return event_loop.create_task(work())\n",
    "import asyncio\n\nimport pytest_asyncio\n\n\n@pytest_asyncio.fixture\nasync def job():\n    return asyncio.get_running_loop().create_task(work())\n",
  ],
])("changes %s", async (_title, before, after) => {
  expect(await drafted(eventLoopFixture, row(before))).toEqual([{ "tests/test_it.py": after }]);
});

test("changes the conftest files of the test, and no others", async () => {
  const fixture = "import pytest\n\n\n@pytest.fixture\ndef shop(event_loop):\n    return 1\n";
  const files = {
    "tests/conftest.py": fixture,
    "other/conftest.py": fixture,
    "tests/test_it.py": "def test_it(shop):\n    pass\n",
  };
  const after = fixture.replace("event_loop", "");
  expect(await drafted(eventLoopFixture, { ...row(""), files })).toEqual([{ "tests/conftest.py": after }]);
});
