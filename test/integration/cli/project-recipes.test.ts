import { expect, test } from "vitest";
import { changedPaths, scratchRepository, treeState } from "../../support/scratch-project.ts";
import { facts, runFix } from "./command.ts";

const PROJECT = {
  "pytest.ini": "[pytest]\npythonpath = .\n",
  "prices.py": 'import json\n\n\ndef price_of(text):\n    return json.read(text)["price"]\n',
  "tests/test_prices.py":
    "from prices import price_of\n\n\ndef test_price():\n    assert price_of('{\"price\": 3}') == 3\n",
};
const ROWS = "version: 1\nlibraries:\n  - distribution: null\n    names: [{ old: json.read, new: json.loads }]\n";

test.each([
  ["rows of the checkout's own file heal", ROWS, ["fixed", ["moved-names"]], ["prices.py"]],
  ["a recipe that the file switches off is not asked", `${ROWS}recipes-off: [moved-names]\n`, ["no-fix", []], []],
])("%s", async (_title, file, end, changed) => {
  const project = scratchRepository({ ...PROJECT, ".github/autofix.yml": file });
  const before = treeState(project);
  const { result } = await runFix(project, "--apply");
  expect([Object.values(facts(result, "status", "source")), changedPaths(before, project)]).toEqual([end, changed]);
});
