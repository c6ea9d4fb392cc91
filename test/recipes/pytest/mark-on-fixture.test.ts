import { expect, test } from "vitest";
import { markOnFixture } from "../../../src/draft/recipes/pytest/mark-on-fixture.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";

function row(text: string, change: Partial<RecipeCase> = {}): RecipeCase {
  return {
    files: { "tests/conftest.py": text },
    exception: { type: "Failed", message: "Marks cannot be applied to fixtures.\nSee docs" },
    frames: [{ path: "tests/conftest.py", line: 4, function: "<module>" }],
    packages: {},
    phase: "collect",
    ...change,
  };
}

const FIXTURE = "import pytest\n\n\n@pytest.mark.slow\n@pytest.fixture\ndef shop():\n    return 1\n";

test.each([
  ["another failure", row(FIXTURE, { exception: { type: "Failed", message: "x" } })],
  ["a mark on a test", row("import pytest\n\n\n@pytest.mark.slow\ndef test_it(shop):\n    pass\n")],
  ["another line", row(FIXTURE, { frames: [{ path: "tests/conftest.py", line: 1, function: "<module>" }] })],
  ["a fixture without marks", row(FIXTURE.replace("@pytest.mark.slow\n", ""))],
  ["names that are no literals", row(FIXTURE.replace("mark.slow", "mark.usefixtures(TILL)"))],
  ["two fixtures at once", row(FIXTURE.replace("mark.slow", 'mark.usefixtures("till", "desk")'))],
  ["a list with a default", row(FIXTURE.replace("mark.slow", 'mark.usefixtures("till")').replace("()", "(a=1)"))],
])("leaves %s alone", async (_title, input) => {
  expect(await drafted(markOnFixture, input)).toEqual([]);
});

test.each([
  ["a mark", FIXTURE, FIXTURE.replace("@pytest.mark.slow\n", "")],
  [
    "a mark below the fixture, and its like in the file",
    "import pytest\n\n\n@pytest.fixture()\n@pytest.mark.asyncio\nasync def shop():  # open\n    return 1\n\n\n@pytest.mark.slow\n@pytest.fixture\ndef till():\n    return 1\n",
    "import pytest\n\n\n@pytest.fixture()\nasync def shop():  # open\n    return 1\n\n\n@pytest.fixture\ndef till():\n    return 1\n",
  ],
  [
    "what usefixtures names",
    FIXTURE.replace("mark.slow", 'mark.usefixtures("till")'),
    FIXTURE.replace("@pytest.mark.slow\n", "").replace("shop()", "shop(till)"),
  ],
  [
    "what usefixtures names, behind other parameters",
    FIXTURE.replace("mark.slow", 'mark.usefixtures("till")').replace("()", "(desk)"),
    FIXTURE.replace("@pytest.mark.slow\n", "").replace("()", "(desk, till)"),
  ],
  [
    "what is asked for already",
    FIXTURE.replace("mark.slow", 'mark.usefixtures("till")').replace("()", "(till)"),
    FIXTURE.replace("@pytest.mark.slow\n", "").replace("()", "(till)"),
  ],
])("takes away %s", async (_title, before, after) => {
  expect(await drafted(markOnFixture, row(before))).toEqual([{ "tests/conftest.py": after }]);
});

test("knows pytest 8's warning as an error", async () => {
  const message = "Marks applied to fixtures have no effect\nSee docs";
  const input = row(FIXTURE, { exception: { type: "pytest.PytestRemovedIn9Warning", message } });
  expect(await drafted(markOnFixture, input)).toHaveLength(1);
});
