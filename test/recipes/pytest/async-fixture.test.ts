import { expect, test } from "vitest";
import { asyncFixture } from "../../../src/draft/recipes/pytest/async-fixture.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";

const FIXTURE = "import pytest\n\n\n@pytest.fixture\nasync def shop():\n    yield 3\n";
const AFTER = FIXTURE.replace("import pytest\n", "import pytest\nimport pytest_asyncio\n").replace(
  "@pytest.fixture",
  "@pytest_asyncio.fixture",
);
const TEST = "\n\n@pytest.mark.asyncio\nasync def test_it(shop):\n    assert shop + 1 == 4\n";
const REFUSED = "'test_it' requested an async fixture 'shop', with no plugin or hook that handled it. This is an error";

function row(text: string, change: Partial<RecipeCase> = {}): RecipeCase {
  return {
    files: { "tests/test_it.py": text },
    exception: { type: "Failed", message: REFUSED },
    packages: { "pytest-asyncio": "1.5.0" },
    ...change,
  };
}

/** What a test stumbles over where pytest says nothing, on its line 11. */
function stumbling(text: string, message: string): RecipeCase {
  const frames = [{ path: "tests/test_it.py", line: 11, function: "test_it" }];
  return row(text, { exception: { type: "TypeError", message }, frames });
}

test.each([
  ["no plugin", row(FIXTURE + TEST, { packages: {} })],
  ["a plain fixture", row(FIXTURE.replace("async ", "") + TEST)],
  ["a fixture of the plugin's", row(AFTER + TEST)],
  ["another fixture", row(FIXTURE.replace("shop", "till") + TEST)],
  ["tests that anyio runs", row(FIXTURE + TEST.replace("mark.asyncio", "mark.anyio"))],
  ["tests that trio runs", row(FIXTURE + TEST.replace("mark.asyncio", "mark.trio"))],
  ["a backend of anyio's", row(`${FIXTURE}\n\n@pytest.fixture\ndef anyio_backend():\n    return "asyncio"\n${TEST}`)],
  ["another failure", row(FIXTURE + TEST, { exception: { type: "AssertionError", message: "assert 3 == 4" } })],
  [
    "a coroutine of somebody else",
    stumbling(FIXTURE + TEST.replace("(shop)", "(till)"), "'coroutine' object is not iterable"),
  ],
  ["a name that something else has", row(`${FIXTURE}${TEST}\n\npytest_asyncio = None\n`)],
])("leaves %s alone", async (_title, input) => {
  expect(await drafted(asyncFixture, input)).toEqual([]);
});

test.each([
  ["the fixture that pytest names", row(FIXTURE + TEST)],
  ["a coroutine in a sum", stumbling(FIXTURE + TEST, "unsupported operand type(s) for +: 'coroutine' and 'int'")],
  ["a generator that was read from", stumbling(FIXTURE + TEST, "'async_generator' object has no attribute 'name'")],
])("declares it: %s", async (_title, input) => {
  expect(await drafted(asyncFixture, input)).toEqual([{ "tests/test_it.py": AFTER + TEST }]);
});

test("keeps arguments, finds a fixture by its given name, and mends all of the file", async () => {
  const before =
    'import pytest\n\n\n@pytest.fixture(name="shop", scope="function")\nasync def make_shop(till):\n    yield 3\n\n\n@pytest.fixture\nasync def till():  # open\n    return 1\n';
  const after = before.replaceAll("pytest", "pytest_asyncio");
  const files = { "tests/conftest.py": before, "tests/test_it.py": "def test_it(shop):\n    assert shop\n" };
  expect(await drafted(asyncFixture, row("", { files }))).toEqual([{ "tests/conftest.py": after }]);
});

test("mends what the named fixture asks for in another file", async () => {
  const till = "import pytest\n\n\n@pytest.fixture\nasync def till():\n    return 1\n";
  const files = { "conftest.py": till, "tests/test_it.py": `${FIXTURE.replace("shop()", "shop(till)")}${TEST}` };
  const [draft] = await drafted(asyncFixture, row("", { files }));
  expect(Object.keys(draft ?? {}).sort()).toEqual(["conftest.py", "tests/test_it.py"]);
});
