import { expect, test } from "vitest";
import { type Draft, healScene } from "./scene.ts";

const SHOP = `def total(rows):
    return sum(rows) - 1


def label(row):
    return f"row {row}"


def mean(rows):
    return sum(rows) / len(rows)
`;

const FILES = {
  "pytest.ini": "[pytest]\npythonpath = .\n",
  "shop.py": SHOP,
  "tests/test_total.py": `from shop import mean, total


def test_total():
    assert total([20, 22]) == 42


def test_mean():
    assert mean([1, 3]) == 2
`,
};

const FIX = ["shop.py", " - 1", ""] as const;
const RENAMED = ["shop.py", `f"row {row}"`, `f"line {row}"`] as const;
const FIXED = SHOP.replace(" - 1", "");

/** What the patch makes of the file, and how many runs it took from the first trial to the whole suite. */
async function patched(kind: "drafts" | "llm", draft: Draft): Promise<readonly [unknown, number]> {
  const found = await healScene({ files: FILES, [kind]: [draft], hasReport: true });
  return [found.case.patch?.changes.map(({ after }) => after), found.runs.indexOf("all") - 1];
}

test("an LLM's draft loses the hunks that no target needs", async () => {
  expect(await patched("llm", { id: "wordy", edits: [FIX, RENAMED] })).toEqual([[FIXED], 2]);
});

test("also those of one large edit, and an import that served only them", async () => {
  const whole = `from statistics import fmean\n\n\n${SHOP.replace(" - 1", "")}\n\nMEAN = fmean([1, 3])\n`;
  const draft: Draft = { id: "rewritten", edits: [["shop.py", SHOP, whole]] };
  expect(await patched("llm", draft)).toEqual([[FIXED], 4]);
});

test("hunks that need each other stay", async () => {
  const helper = "def added(rows):\n    return sum(rows)\n\n\ndef mean";
  const edits: Draft["edits"] = [
    ["shop.py", "sum(rows) - 1", "added(rows)"],
    ["shop.py", "def mean", helper],
  ];
  const after = SHOP.replace("sum(rows) - 1", "added(rows)").replace("def mean", helper);
  expect(await patched("llm", { id: "helper", edits })).toEqual([[after], 3]);
});

test("a hunk that only other tests need comes back when the whole suite misses it", async () => {
  const files = {
    ...FILES,
    "tests/test_label.py": "from shop import label\n\n\ndef test_label():\n    assert label() == 1\n",
  };
  const shop = SHOP.replace('def label(row):\n    return f"row {row}"', "def label():\n    return total([2])");
  const edits: Draft["edits"] = [FIX, ["shop.py", "total([2])", "total([1])"]];
  const found = await healScene({
    files: { ...files, "shop.py": shop },
    llm: [{ id: "both", edits }],
    hasReport: true,
  });
  expect([found.case.patch?.changes.map(({ after }) => after), found.runs, found.case.attempts.length]).toEqual([
    [shop.replace(" - 1", "").replace("total([2])", "total([1])")],
    [1, 1, 1, "all", "all", "all", 1, 1],
    1,
  ]);
});

test("a recipe's edits belong together", async () => {
  const after = FIXED.replace("row {row}", "line {row}");
  expect(await patched("drafts", { id: "wordy", edits: [FIX, RENAMED] })).toEqual([[after], 1]);
});

test("in a large suite the targets' files run before it, so that a better candidate gets its turn", async () => {
  const files = {
    ...FILES,
    "tests/test_many.py": `import pytest


@pytest.mark.parametrize("number", range(500))
def test_number(number):
    assert number < 500
`,
  };
  const worse: Draft = { id: "worse", edits: [FIX, ["shop.py", "/ len(rows)", "/ (len(rows) + 1)"]] };
  const found = await healScene({ files, drafts: [worse, { id: "right", edits: [FIX] }], hasReport: true });
  expect([found.runs, found.case.attempts.map(({ rationale, verdict }) => [rationale, verdict])]).toEqual([
    [1, 1, 1, 1, 1, "all", 1, 1],
    [
      [
        "worse",
        {
          kind: "rejected",
          why: "regression",
          tests: ["tests/test_total.py::test_mean"],
          reason: "tests/test_total.py::test_mean is worse than before the patch",
        },
      ],
      ["right", { kind: "plausible" }],
    ],
  ]);
  expect(found.case.patch?.changes.map(({ after }) => after)).toEqual([FIXED]);
});

test("nothing is drafted when the time for it is up, and that is said", async () => {
  let milliseconds = 0;
  const found = await healScene({
    files: FILES,
    drafts: [{ id: "right", edits: [FIX] }],
    hasReport: true,
    tools: (tools) => ({ ...tools, draftingSeconds: 100, clock: () => (milliseconds += 60_000) }),
  });
  expect([found.case.attempts, found.case.patch, found.case.notes, found.changed]).toEqual([
    [],
    null,
    ["The time for drafting was up before all causes were looked at; run it again for the rest."],
    [],
  ]);
});

test("a project whose installed copy is what the tests import cannot be mended here, and that is said", async () => {
  const copy = "lib/site-packages/shop/sums.py";
  const sums = `def total(rows):\n    return sum(rows, "0")\n`;
  const files = {
    ".gitignore": "lib/\n",
    "pytest.ini": "[pytest]\npythonpath = lib/site-packages\n",
    "src/shop/sums.py": sums,
    "tests/test_total.py": "from shop.sums import total\n\n\ndef test_total():\n    assert total([42]) == 42\n",
    "lib/site-packages/shop/__init__.py": "",
    [copy]: sums,
  };
  const found = await healScene({ files, drafts: [{ id: "right", edits: [["src/shop/sums.py", `, "0"`, ""]] }] });
  const verdicts = found.case.attempts.map(({ verdict }) =>
    verdict.kind === "rejected"
      ? { ...verdict, reason: verdict.reason.replace(/from \/\S+\/lib/, "from lib") }
      : verdict,
  );
  expect([found.case.patch, verdicts]).toEqual([
    null,
    [
      {
        kind: "rejected",
        why: "no-effect",
        tests: ["tests/test_total.py::test_total"],
        reason: `1 of 1 target tests still fail: the tests import src/shop/sums.py from ${copy}, not from this checkout; install the project with \`pip install -e\``,
      },
    ],
  ]);
});
