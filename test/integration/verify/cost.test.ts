import { expect, test } from "vitest";
import { writeFiles } from "../../support/scratch-project.ts";
import { type Draft, healScene } from "./scene.ts";

const SUMS = `def total(rows):
    return sum(rows) - 1


def mean(rows):
    return sum(rows) / len(rows)
`;

const FILES = {
  "pytest.ini": "[pytest]\npythonpath = .\n",
  "sums.py": SUMS,
  "tests/test_total.py": `import pytest
from sums import total


def test_total():
    assert total([20, 22]) == 42


def test_nothing():
    assert total([1]) == 1


@pytest.mark.skip(reason="later")
def test_later():
    assert total([]) is None
`,
  "tests/test_mean.py": "from sums import mean\n\n\ndef test_mean():\n    assert mean([1, 3]) == 2\n",
};

const RIGHT: Draft = { id: "right", edits: [["sums.py", " - 1", ""]] };

/** Drafts that leave the tests red. */
function wrong(count: number): Draft[] {
  return Array.from({ length: count }, (_, at) => ({ id: `wrong ${at}`, edits: [["sums.py", "- 1", `- ${at + 2}`]] }));
}

const TARGETS = ["tests/test_total.py::test_total", "tests/test_total.py::test_nothing"];

test.each([1, 4])(
  "with the job's report, %i candidates cost as many short runs and one of the whole suite",
  async (candidates) => {
    const found = await healScene({ files: FILES, drafts: [...wrong(candidates - 1), RIGHT], hasReport: true });
    // Unchanged code; each candidate; the whole suite; the targets again, with the patch and without it.
    const runs = [2, ...Array.from({ length: candidates }, () => 2), "all", 2, 2];
    expect([found.runs, found.started, found.changed]).toEqual([runs, runs.length, []]);
    expect(found.case.attempts.length).toBe(candidates);
    expect(found.case.patch).toEqual({ changes: [{ path: "sums.py", before: SUMS, after: SUMS.replace(" - 1", "") }] });
    expect({ ...found.case.verification, targeted: null, fullAfter: null }).toEqual({
      targets: TARGETS,
      repeat: 2,
      targeted: null,
      fullBefore: {
        command: "the job's own report",
        exitCode: null,
        passed: 1,
        failed: 2,
        errors: 0,
        skipped: 1,
        durationSeconds: 0,
        fromReport: true,
      },
      fullAfter: null,
      failsAgainWhenReverted: true,
    });
  },
);

test("without a report the whole suite says what fails, and is not run on unchanged code again", async () => {
  const found = await healScene({ files: FILES, drafts: [...wrong(3), RIGHT] });
  expect([found.runs, found.started]).toEqual([["all", 2, 2, 2, 2, 2, "all", 2, 2], 9]);
});

test("more repeats cost only short runs", async () => {
  const found = await healScene({ files: FILES, drafts: [RIGHT], hasReport: true, repeat: 4 });
  // Unchanged code is run four times, or up to twelve where the runs are quick: an assertion may depend on chance.
  const whole = found.runs.indexOf("all");
  expect([new Set(found.runs.slice(0, whole)), whole >= 5 && whole <= 13]).toEqual([new Set([2]), true]);
  expect([found.runs.slice(whole), found.case.verification?.repeat]).toEqual([["all", 2, 2, 2, 2], 4]);
});

test("a candidate that never heals costs no run of the whole suite", async () => {
  const found = await healScene({ files: FILES, drafts: wrong(3), hasReport: true });
  expect([found.runs.filter((size) => size === "all"), found.case.patch]).toEqual([[], null]);
});

test("a report of less than our command runs is not enough: unchanged code is run once", async () => {
  const meanwhile = (folder: string): void =>
    writeFiles(folder, {
      "tests/test_more.py": "from sums import mean\n\n\ndef test_more():\n    assert mean([5]) == 5\n",
    });
  const found = await healScene({ files: FILES, drafts: [RIGHT], hasReport: true, meanwhile });
  expect([
    found.runs,
    found.case.verification?.fullBefore.fromReport,
    found.case.verification?.fullBefore.passed,
  ]).toEqual([[2, 2, "all", "all", 2, 2], undefined, 2]);
});

test("a regression is found although the report was at hand, and named", async () => {
  const worse: Draft = {
    id: "worse",
    edits: [
      ["sums.py", " - 1", ""],
      ["sums.py", "/ len(rows)", "/ (len(rows) + 1)"],
    ],
  };
  const found = await healScene({ files: FILES, drafts: [worse], hasReport: true });
  expect([found.runs, found.case.patch, found.case.notes, found.changed]).toEqual([
    [2, 2, "all", "all"],
    null,
    ["A patch did not survive the whole suite: tests/test_mean.py::test_mean is worse than before the patch."],
    [],
  ]);
});
