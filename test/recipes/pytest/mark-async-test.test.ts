import { expect, test } from "vitest";
import { markAsyncTest } from "../../../src/draft/recipes/pytest/mark-async-test.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";

const TEST = "import pytest\n\n\nasync def test_it():\n    assert await total() == 3\n";

function row(text: string, change: Partial<RecipeCase> = {}): RecipeCase {
  return {
    files: { "tests/test_it.py": text },
    exception: { type: "Failed", message: "async def functions are not natively supported.\nYou need to install" },
    packages: { "pytest-asyncio": "1.5.0" },
    ...change,
  };
}

test.each([
  ["no plugin", row(TEST, { packages: { anyio: "4" } })],
  ["another failure", row(TEST, { exception: { type: "Failed", message: "Timeout" } })],
  ["a plain test", row(TEST.replace("async ", ""))],
  ["a marked test", row(TEST.replace("async def", "@pytest.mark.asyncio\nasync def"))],
  ["a test of anyio's", row(`${TEST}\n\n@pytest.mark.anyio\nasync def test_other():\n    pass\n`)],
  ["a mark for the whole file", row(`${TEST}\n\npytestmark = pytest.mark.asyncio\n`)],
  [
    "a marked class",
    row("import pytest\n\n\n@pytest.mark.asyncio\nclass TestIt:\n    async def test_it(self):\n        pass\n"),
  ],
  [
    "a class that marks its tests",
    row(
      "import pytest\n\n\nclass TestIt:\n    pytestmark = [pytest.mark.asyncio]\n\n    async def test_it(self):\n        pass\n",
    ),
  ],
  [
    "a unittest",
    row("import unittest\n\n\nclass TestIt(unittest.TestCase):\n    async def test_it(self):\n        pass\n"),
  ],
  ["a helper", row("import pytest\n\n\nasync def make():\n    pass\n")],
  ["a function inside a test", row("import pytest\n\n\ndef test_it():\n    async def test_inner():\n        pass\n")],
  [
    "a fixture that is called like a test",
    row("import pytest\n\n\n@pytest.fixture\nasync def test_shop():\n    pass\n"),
  ],
  ["a name that something else has", row(TEST.replace("import pytest", "pytest = None"))],
])("leaves %s alone", async (_title, input) => {
  expect(await drafted(markAsyncTest, input)).toEqual([]);
});

test.each([
  ["a test", TEST, TEST.replace("async def", "@pytest.mark.asyncio\nasync def")],
  [
    "a test with decorators",
    'import pytest\n\n\n@pytest.mark.parametrize("n", [1])\nasync def test_it(n):\n    pass\n',
    'import pytest\n\n\n@pytest.mark.asyncio\n@pytest.mark.parametrize("n", [1])\nasync def test_it(n):\n    pass\n',
  ],
  [
    "a method",
    "import pytest\n\n\nclass TestIt:\n    async def test_it(self):\n        pass\n",
    "import pytest\n\n\nclass TestIt:\n    @pytest.mark.asyncio\n    async def test_it(self):\n        pass\n",
  ],
  [
    "Windows line ends",
    "import pytest\r\n\r\n\r\nasync def test_it():\r\n    pass\r\n",
    "import pytest\r\n\r\n\r\n@pytest.mark.asyncio\r\nasync def test_it():\r\n    pass\r\n",
  ],
  [
    "a file without pytest",
    "from shop import total\n\n\nasync def test_it():\n    pass\n",
    "import pytest\nfrom shop import total\n\n\n@pytest.mark.asyncio\nasync def test_it():\n    pass\n",
  ],
])("marks %s", async (_title, before, after) => {
  expect(await drafted(markAsyncTest, row(before))).toEqual([{ "tests/test_it.py": after }]);
});

test("marks a test in a file that imports nothing", async () => {
  const [draft] = await drafted(markAsyncTest, row("async def test_it():\n    pass\n"));
  expect(draft?.["tests/test_it.py"]).toMatch(/^import pytest\n+@pytest\.mark\.asyncio\nasync def test_it/);
});
