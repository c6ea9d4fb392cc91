import { expect, test } from "vitest";
import { fixtureCalled } from "../../../src/draft/recipes/pytest/fixture-called.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";

const FIXTURE = "import pytest\n\n\n@pytest.fixture\ndef shop():\n    return 1\n\n\n";

/** A test whose third line fails. */
function row(text: string, name = "shop"): RecipeCase {
  return {
    files: { "tests/test_it.py": FIXTURE + text },
    exception: { type: "Failed", message: `Fixture "${name}" called directly. Fixtures are not meant to be` },
    frames: [{ path: "tests/test_it.py", line: 10, function: "test_it" }],
    packages: {},
  };
}

test.each([
  ["a fixture from elsewhere", row("def test_it():\n    assert till() == 1\n", "till")],
  ["a call with arguments", row("def test_it():\n    assert shop(1) == 1\n")],
  ["a helper that is no test", row("def make():\n    return shop()\n")],
  ["a fixture that is handed on too", row("def test_it():\n    assert run(shop, shop())\n")],
  ["a call in a function inside", row("def test_it():\n    assert (lambda: shop())()\n")],
  ["a test with defaults", row("def test_it(a=1):\n    assert shop()\n")],
  [
    "a fixture with another name",
    {
      ...row("def test_it():\n    assert shop()\n"),
      files: {
        "tests/test_it.py": `${FIXTURE.replace("fixture\n", 'fixture(name="till")\n')}def test_it():\n    assert shop()\n`,
      },
    },
  ],
])("leaves %s alone", async (_title, input) => {
  expect(await drafted(fixtureCalled, input)).toEqual([]);
});

test.each([
  ["a test", "def test_it():\n    assert shop() == 1\n", "def test_it(shop):\n    assert shop == 1\n"],
  [
    "a test with parameters",
    "def test_it(till):\n    assert shop().a == shop().b\n",
    "def test_it(till, shop):\n    assert shop.a == shop.b\n",
  ],
  [
    "every test of the file",
    "async def test_it():\n    assert shop() == 1\n\n\nclass TestIt:\n    def test_it(self):\n        assert shop()\n",
    "async def test_it(shop):\n    assert shop == 1\n\n\nclass TestIt:\n    def test_it(self, shop):\n        assert shop\n",
  ],
  [
    "a fixture that calls it",
    "@pytest.fixture\ndef till():\n    return shop()\n",
    "@pytest.fixture\ndef till(shop):\n    return shop\n",
  ],
])("asks for it in %s", async (_title, before, after) => {
  expect(await drafted(fixtureCalled, row(before))).toEqual([{ "tests/test_it.py": FIXTURE + after }]);
});
