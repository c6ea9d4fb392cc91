import { existsSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { git } from "../../support/git-repository.ts";
import { writeFiles } from "../../support/scratch-project.ts";
import { healScene, type Scene } from "../verify/scene.ts";

const FILES = {
  "pytest.ini": "[pytest]\npythonpath = src\n",
  "src/sums.py": "def total(rows):\n    return sum(rows) - 1\n\n\ndef mean(rows):\n    return sum(rows) / len(rows)\n",
  "tests/test_sums.py": `from sums import mean, total


def test_total():
    assert total([20, 22]) == 42


def test_mean():
    assert mean([1, 3]) == 2
`,
};

/** What a pull request adds: a fault of its own. */
const ADDED = FILES["src/sums.py"].replace("/ len(rows)", "/ (len(rows) + 1)");

/** Commits the change on top of the files, and tells the commit below it. */
function pullRequest(files: Readonly<Record<string, string>>): (folder: string) => string {
  return (folder) => {
    const base = git(folder, ["rev-parse", "HEAD"]).trim();
    writeFiles(folder, files);
    git(folder, ["add", "--all"]);
    git(folder, ["-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "--quiet", "-m", "Change"]);
    return base;
  };
}

async function verdictsOf(scene: Scene): Promise<unknown[]> {
  const { groups } = (await healScene(scene)).case;
  return groups.map(({ verdict, reason, failures: [first] }) => [
    first?.nodeId,
    verdict,
    reason.replace(/\b[0-9a-f]{7}\b/, "SHA"),
  ]);
}

const OWN = ["tests/test_sums.py::test_mean", "reproducible", "fails on unchanged code in our own run"];

/** Copies of merge bases; other test files may have theirs there for a moment. */
function copies(): string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith("autofix-base-"));
}

test("what fails at the merge base in the same way was not caused by the pull request, and is mended all the same", async () => {
  const before = copies();
  const drafts = [{ id: "right", edits: [["src/sums.py", "sum(rows) - 1", "sum(rows)"]] }] as const;
  const healed = await healScene({ files: FILES, base: pullRequest({ "src/sums.py": ADDED }), drafts });
  expect(healed.case.groups.map(({ verdict, evidence }) => [verdict, evidence])).toEqual([
    ["pre-existing", ["fails on unchanged code in our own run", "failed 1 of 1 run on unchanged code"]],
    ["reproducible", ["failed 1 of 1 run on unchanged code"]],
  ]);
  expect(healed.case.verification?.targets).toEqual(["tests/test_sums.py::test_total"]);
  expect(copies().filter((name) => !before.includes(name) && existsSync(join(tmpdir(), name, "index")))).toEqual([]);
});

test("the same test failing in another way at the merge base says nothing", async () => {
  const changed = FILES["src/sums.py"].replace("- 1", "- 'x'");
  const files = { ...FILES, "tests/test_sums.py": FILES["tests/test_sums.py"].replace("== 2", "== 3") };
  expect(await verdictsOf({ files, base: pullRequest({ "src/sums.py": changed }) })).toEqual([
    ["tests/test_sums.py::test_total", "reproducible", "fails on unchanged code in our own run"],
    [
      "tests/test_sums.py::test_mean",
      "pre-existing",
      "fails at the merge base SHA too: not caused by this pull request",
    ],
  ]);
});

test("an installation that leads back to the checkout: the copy would run the pull request's code, so nothing is said", async () => {
  const base = (folder: string): string => {
    const path = JSON.stringify(join(folder, "src"));
    pullRequest({ "conftest.py": `import sys\n\nsys.path.insert(0, ${path})\n` })(folder);
    return pullRequest({ README: "Sums\n" })(folder);
  };
  expect(await verdictsOf({ files: { ...FILES, "pytest.ini": "[pytest]\n" }, base })).toEqual([
    ["tests/test_sums.py::test_total", "reproducible", "fails on unchanged code in our own run"],
  ]);
});

test("a base that the clone does not hold says nothing", async () => {
  expect(
    await verdictsOf({ files: { ...FILES, "src/sums.py": ADDED.replace(" - 1", "") }, base: () => "0".repeat(40) }),
  ).toEqual([OWN]);
});
