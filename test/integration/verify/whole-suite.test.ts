import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Tools } from "../../../src/steps/tools.ts";
import { type Draft, healScene } from "./scene.ts";

const PRICES = "def net(price):\n    return price - 2\n";
const SUMS = `def total(rows):
    return sum(rows) - 1


def half(number):
    return number / 2
`;

const FILES = {
  "pytest.ini": "[pytest]\npythonpath = .\n",
  "prices.py": PRICES,
  "sums.py": SUMS,
  "tests/test_prices.py": "from prices import net\n\n\ndef test_net():\n    assert net(3) == 3\n",
  "tests/test_sums.py": "from sums import total\n\n\ndef test_total():\n    assert total([20, 22]) == 42\n",
  "tests/test_half.py": "from sums import half\n\n\ndef test_half():\n    assert half(4) == 2\n",
};

const NET: Draft = { id: "net", edits: [["prices.py", " - 2", ""]] };
const TOTAL: Draft = { id: "total", edits: [["sums.py", " - 1", ""]] };
const WORSE: Draft = { id: "worse", edits: [...TOTAL.edits, ["sums.py", "/ 2", "// 3"]] };

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Hashes of the product's files at the moment in which each run of the whole suite began. */
function watching(seen: Record<string, string>[]): (tools: Tools, folder: string) => Tools {
  return (tools, folder) => ({
    ...tools,
    runner: {
      run: async (request) => {
        if (request.targets === "all")
          seen.push(
            Object.fromEntries(
              ["prices.py", "sums.py"].map((path) => [path, hashOf(readFileSync(join(folder, path), "utf8"))]),
            ),
          );
        return tools.runner.run(request);
      },
    },
  });
}

async function publishedAndTested(drafts: readonly Draft[]): Promise<{
  readonly published: Readonly<Record<string, string>>;
  readonly tested: readonly Readonly<Record<string, string>>[];
  readonly notes: readonly string[];
}> {
  const tested: Record<string, string>[] = [];
  const found = await healScene({ files: FILES, drafts, hasReport: true, tools: watching(tested) });
  const after = { "prices.py": PRICES, "sums.py": SUMS };
  const texts = {
    ...after,
    ...Object.fromEntries((found.case.patch?.changes ?? []).map((one) => [one.path, one.after])),
  };
  const published = Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, hashOf(text)]));
  expect(found.changed).toEqual([]);
  return { published, tested, notes: found.case.notes };
}

test("what is published for two causes is the tree of the last run of the whole suite", async () => {
  const { published, tested, notes } = await publishedAndTested([NET, TOTAL]);
  expect(published).toEqual({
    "prices.py": hashOf(PRICES.replace(" - 2", "")),
    "sums.py": hashOf(SUMS.replace(" - 1", "")),
  });
  expect([tested, notes]).toEqual([[published], []]);
});

test("also when the last cause's patch does not survive it", async () => {
  const { published, tested, notes } = await publishedAndTested([NET, WORSE]);
  const net = hashOf(PRICES.replace(" - 2", ""));
  expect(published).toEqual({ "prices.py": net, "sums.py": hashOf(SUMS) });
  const worse = hashOf(SUMS.replace(" - 1", "").replace("/ 2", "// 3"));
  expect(tested).toEqual([
    { "prices.py": net, "sums.py": worse },
    { "prices.py": hashOf(PRICES), "sums.py": hashOf(SUMS) },
    published,
  ]);
  expect(notes).toEqual(["2 causes were mended, but only 1 survived the whole suite."]);
});

/** As pytest-cov counts a bar that is not met (`--cov-fail-under`), always or only with the patch. */
const BAR = `import pathlib

import pytest


@pytest.hookimpl(hookwrapper=True)
def pytest_runtestloop(session):
    yield
    is_patched = "- 1" not in pathlib.Path("sums.py").read_text()
    if is_patched or pathlib.Path("bar").read_text() == "always":
        session.testsfailed += 1
`;

test.each([
  ["was red besides its tests before", "always", true],
  ["is red besides its tests only with the patch", "patched", false],
])("a suite that %s", async (_title, bar, isKept) => {
  const files = { ...FILES, "prices.py": PRICES.replace(" - 2", ""), "conftest.py": BAR, bar };
  const found = await healScene({ files, drafts: [TOTAL], hasReport: true });
  const reason =
    "no test fails with the patch, but `COMMAND` ended with 1: something besides the tests, such as a coverage bar, is not met";
  const said = found.case.notes.map((note) => note.replace(/`[^`]*`/, "`COMMAND`"));
  expect([found.case.patch !== null, found.runs, said]).toEqual(
    isKept
      ? [true, [1, 1, "all", "all", 1, 1], []]
      : [false, [1, 1, "all", "all"], [`A patch did not survive the whole suite: ${reason}.`]],
  );
});

test("a test that fails only among others is run among them in every trial", async () => {
  const files = {
    "pytest.ini": "[pytest]\npythonpath = .\n",
    "basket.py": "def add(item, items=[]):\n    items.append(item)\n    return items\n",
    "tests/test_basket.py": `from basket import add


def test_first():
    assert add("pear") == ["pear"]


def test_second():
    assert add("plum") == ["plum"]
`,
  };
  const fix: Draft = {
    id: "fresh",
    edits: [["basket.py", "items=[]):\n", "items=None):\n    items = [] if items is None else items\n"]],
  };
  const found = await healScene({ files, drafts: [fix] });
  expect([found.case.verification?.targets, found.case.verification?.targeted.passed, found.changed]).toEqual([
    ["tests/test_basket.py::test_second"],
    2,
    [],
  ]);
});
