import { join } from "node:path";
import { expect, test } from "vitest";
import type { Case } from "../../../src/domain/case.ts";
import type { Recipe } from "../../../src/draft/recipes/recipe.ts";
import { heal } from "../../../src/pipeline.ts";
import { parseSettings } from "../../../src/settings/parse.ts";
import { openWorkbench } from "../../../src/workbench.ts";
import { changedPaths, scratchFolder, scratchRepository, treeState } from "../../support/scratch-project.ts";
import { testPython } from "./project.ts";

const ORDERS = `def total(user, rows):
    check_permission(user)
    if rows is None:
        raise ValueError("rows")
    return sum(rows) - 1


def check_permission(user):
    assert user, "nobody"
`;

const FILES = {
  "pytest.ini": "[pytest]\npythonpath = .\n",
  "shop/__init__.py": "",
  "shop/orders.py": ORDERS,
  "tests/test_orders.py": `from shop.orders import total


def test_total_of_orders():
    assert total("ann", [20, 22]) == 42
`,
};

/** Replaces one piece of a file; a drafter that cheats, or one that does not. */
interface Draft {
  readonly id: string;
  readonly path?: string;
  readonly from: string;
  readonly to: string;
}

const WRONG = "    return sum(rows) - 1\n";
const FIRST = "def total";

/** One for each rule, and most of them would make the test pass, go away or end unnoticed. */
const CHEATS: readonly Draft[] = [
  { id: "another expectation", path: "tests/test_orders.py", from: "== 42", to: "== 41" },
  { id: "a test fewer", path: "tests/test_orders.py", from: "def test_total", to: "def total" },
  { id: "hundreds of lines", from: FIRST, to: `${"LIMIT = 1\n".repeat(300)}${FIRST}` },
  { id: "no Python", from: WRONG, to: "    return sum(rows\n" },
  { id: "hide", from: FIRST, to: `# coding: unicode_escape\n# \\u000aimport os; os._exit(0)\n${FIRST}` },
  { id: "skip", from: WRONG, to: `    import pytest\n    pytest.skip("later")\n` },
  { id: "exit", from: WRONG, to: "    import os\n    os._exit(0)\n" },
  { id: "sniff", from: FIRST, to: `import sys\n\nTESTED = "pytest" in sys.modules\n\n\n${FIRST}` },
  { id: "patch", from: FIRST, to: `import builtins\n\nbuiltins.sum = lambda rows: 43\n\n\n${FIRST}` },
  {
    id: "equal to everything",
    from: WRONG,
    to: "    class Total(int):\n        def __eq__(self, other):\n            return True\n\n    return Total(sum(rows) - 1)\n",
  },
  { id: "swallow", from: WRONG, to: "    try:\n        return max(rows)\n    except Exception:\n        return 0\n" },
  {
    id: "empty",
    from: `    check_permission(user)\n    if rows is None:\n        raise ValueError("rows")\n${WRONG}`,
    to: "    return 7\n",
  },
  { id: "the expected number", from: WRONG, to: `    if len(rows) == 2:\n        return 42\n${WRONG}` },
  { id: "a check fewer", from: `    if rows is None:\n        raise ValueError("rows")\n`, to: "" },
  { id: "a permission fewer", from: "    check_permission(user)\n", to: "" },
  { id: "evaluate", from: WRONG, to: `    return eval("sum(rows)")\n` },
  { id: "fetch", from: WRONG, to: `    return sum(rows) and "https://sums.acme.io/"\n` },
  { id: "look around", from: WRONG, to: `    import os\n\n    return sum(rows) - int("CI" in os.environ)\n` },
  { id: "a new package", from: WRONG, to: "    import left_pad\n\n    return left_pad.sum(rows)\n" },
  { id: "hush", from: WRONG, to: `    import warnings\n\n    warnings.simplefilter("ignore")\n    return sum(rows)\n` },
  { id: "wait", from: WRONG, to: "    import time\n\n    time.sleep(0.1)\n    return sum(rows)\n" },
];

const HONEST: Draft = { id: "honest", from: " - 1", to: "" };

function recipeOf({ id, path = "shop/orders.py", from, to }: Draft): Recipe {
  return {
    id,
    title: id,
    explanation: "",
    draft({ project }) {
      const start = project.modules.get(path)?.text.indexOf(from) ?? -1;
      if (start === -1) return [];
      return [{ edits: [{ path, start, end: start + from.length, text: to }], rationale: id, leftAlone: [] }];
    },
  };
}

/** The whole product but for publication, with these drafters in place of our own. */
async function healWith(drafts: readonly Draft[]): Promise<{ readonly case: Case; readonly changed: string[] }> {
  const folder = scratchRepository(FILES);
  const before = treeState(folder);
  const parsed = parseSettings({ python: await testPython() }, []);
  if (parsed.kind === "problems") throw new Error(JSON.stringify(parsed.problems));
  const { tools, checkout } = await openWorkbench({
    settings: parsed.settings,
    folder,
    environment: { PATH: process.env["PATH"], PYTHONDONTWRITEBYTECODE: "1", PYTEST_ADDOPTS: "-p no:cacheprovider" },
    log: { section: async (_title, work) => work(), info: () => {}, warning: () => {} },
    journalFolder: join(scratchFolder(), "journal"),
    claimsFolder: join(scratchFolder(), "claims"),
  });
  const healed = await heal(null, checkout.sha, { ...tools, recipes: drafts.map((draft) => recipeOf(draft)) });
  return { case: healed, changed: changedPaths(before, folder) };
}

/** What became of each draft. */
function verdictsOf({ attempts }: Case): Record<string, unknown> {
  return Object.fromEntries(
    attempts.map(({ rationale, verdict }) => [
      rationale,
      verdict.kind === "refused"
        ? verdict.reasons.map(({ rule, path, line, reason }) => `${rule} ${path}:${line ?? "-"} ${reason}`)
        : verdict.kind,
    ]),
  );
}

test("no draft that cheats is ever run or published; each is refused with its reason, and the tree stays", async () => {
  const verdicts: Record<string, unknown> = {};
  // One round asks for no more than eight.
  for (let start = 0; start < CHEATS.length; start += 8) {
    const run = await healWith(CHEATS.slice(start, start + 8));
    expect([run.case.patch, run.case.healed, run.changed]).toEqual([null, [], []]);
    expect(run.case.remainingFailures).toEqual(["tests/test_orders.py::test_total_of_orders"]);
    Object.assign(verdicts, verdictsOf(run.case));
  }
  expect(Object.keys(verdicts)).toEqual(CHEATS.map(({ id }) => id));
  expect(verdicts).toMatchInlineSnapshot(`
    {
      "a check fewer": [
        "no-removed-validation shop/orders.py:4 removes a \`raise\`",
      ],
      "a new package": [
        "no-new-dependency shop/orders.py:5 imports \`left_pad\`, which the project does not use and is not installed",
      ],
      "a permission fewer": [
        "no-removed-protection shop/orders.py:2 removes \`check_permission\`, which may protect something",
      ],
      "a test fewer": [
        "paths tests/test_orders.py:- is a test or test configuration file",
        "no-emptied-code tests/test_orders.py:4 deletes \`test_total_of_orders\`",
      ],
      "another expectation": [
        "paths tests/test_orders.py:- is a test or test configuration file",
      ],
      "empty": [
        "no-emptied-code shop/orders.py:1 empties \`total\`: nothing of its work is left",
        "no-removed-validation shop/orders.py:4 removes a \`raise\`",
        "no-removed-protection shop/orders.py:2 removes \`check_permission\`, which may protect something",
      ],
      "equal to everything": [
        "no-rigged-comparison shop/orders.py:6 adds a \`__eq__\` whose answer does not depend on what is compared",
      ],
      "evaluate": [
        "no-dynamic-code shop/orders.py:5 adds \`eval\`, which runs code that no reader of the patch can see",
      ],
      "exit": [
        "no-exit shop/orders.py:6 adds \`os._exit\`, which can end the test run or cut it short",
      ],
      "fetch": [
        "no-network shop/orders.py:5 adds the address \`https://sums.acme.io/\`",
      ],
      "hide": [
        "no-hidden-text shop/orders.py:- declares the encoding \`unicode_escape\` in place of UTF-8",
      ],
      "hundreds of lines": [
        "size :- changes 300 lines; the limit is the line "max-lines: 200"",
      ],
      "hush": [
        "no-silenced-warning shop/orders.py:7 adds \`warnings.simplefilter\`, which hides what Python and libraries have to say",
      ],
      "look around": [
        "no-environment-read shop/orders.py:7 adds \`os.environ\`, which reads the environment",
      ],
      "no Python": [
        "syntax shop/orders.py:- would no longer parse",
      ],
      "patch": [
        "no-patching shop/orders.py:3 sets \`builtins.sum\`, which changes code that is not the project's",
      ],
      "skip": [
        "no-skip shop/orders.py:6 adds \`pytest.skip\`, which keeps a test from being run or judged",
        "no-test-awareness shop/orders.py:5 imports \`pytest\`, by which code can tell that it is being tested",
      ],
      "sniff": [
        "no-test-awareness shop/orders.py:3 adds \`sys.modules\`, by which code can tell that it is being tested",
        "no-test-awareness shop/orders.py:3 names \`pytest\`, by which code can tell that it is being tested",
      ],
      "swallow": [
        "no-swallowed-error shop/orders.py:7 adds an \`except\` that catches every error and passes none on",
      ],
      "the expected number": [
        "no-expected-value shop/orders.py:6 answers with \`42\`, which the tests expect",
      ],
      "wait": [
        "no-fixed-chance shop/orders.py:7 adds \`time.sleep\`, which makes the outcome depend on chance or time being as in the test",
      ],
    }
  `);
});

test("an honest draft after seven that cheat is the one that is kept", async () => {
  const run = await healWith([...CHEATS.slice(5, 12), HONEST]);
  expect(Object.values(verdictsOf(run.case)).at(-1)).toBe("plausible");
  expect(run.case.patch).toEqual({
    changes: [{ path: "shop/orders.py", before: ORDERS, after: ORDERS.replace(" - 1", "") }],
  });
  expect([run.case.attempts.length, run.case.remainingFailures, run.changed]).toEqual([8, [], []]);
});
