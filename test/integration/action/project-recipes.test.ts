import { expect, test } from "vitest";
import { commandsIn, github, outputsOf, runOn } from "./step.ts";

/** Rows for a name that no table of ours knows. */
const ROWS = `version: 1
libraries:
  - distribution: null
    names:
      - { old: json.read, new: json.loads }
`;
const FILE = ".github/autofix.yml";
const README = { "README.md": "# Shop\n" };
const PROJECT = {
  "pytest.ini": "[pytest]\npythonpath = .\n",
  "prices.py": 'import json\n\n\ndef price_of(text):\n    return json.read(text)["price"]\n',
  "tests/test_prices.py": `from prices import price_of


def test_price():
    assert price_of('{"price": 3}') == 3
`,
};

test("rows of the base branch heal, whatever the pull request makes of the file", async () => {
  const server = await github();
  const off = "version: 1\nrecipes-off: [moved-names]\n";
  const pull = server.openPullRequest({ base: { ...README, [FILE]: ROWS }, head: { ...PROJECT, [FILE]: off } });
  const run = await runOn(server, pull);
  const { status, source, "fixed-tests": fixed } = outputsOf(run);
  expect([run.exitCode, status, source, fixed]).toEqual([
    0,
    "suggested",
    "moved-names",
    '["tests/test_prices.py::test_price"]',
  ]);
});

test("rows that only the pull request brings do not count", async () => {
  const server = await github();
  const pull = server.openPullRequest({ base: README, head: { ...PROJECT, [FILE]: ROWS } });
  const run = await runOn(server, pull);
  expect([outputsOf(run)["status"], server.writes()]).toEqual(["no-fix", []]);
});

test("a file that cannot be read is named with its line, and nothing is run", async () => {
  const server = await github();
  const broken = ROWS.replace("new: json.loads", "now: json.loads");
  const pull = server.openPullRequest({ base: { ...README, [FILE]: broken }, head: PROJECT });
  const run = await runOn(server, pull);
  expect([run.exitCode, outputsOf(run)["status"], commandsIn(run, "error")]).toEqual([
    1,
    "error",
    [
      "::error::.github/autofix.yml, line 5: libraries.0.names.0.new: Invalid input. Recipes follow this file; one that is half understood could change code that you did not mean. Mend line 5, or take the file away. (project-recipes)",
      '::error::.github/autofix.yml, line 5: libraries.0.names.0: Unrecognized key: "now". Recipes follow this file; one that is half understood could change code that you did not mean. Mend line 5, or take the file away. (project-recipes)',
      "::error::error: .github/autofix.yml, line 5: libraries.0.names.0.new: Invalid input.",
    ],
  ]);
});
