import { utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cachedReport, namedReport } from "../../src/reports.ts";
import { scratchFolder, writeFiles } from "../support/scratch-project.ts";

const CACHE = ".pytest_cache/v/cache/lastfailed";

function cacheOf(...nodeIds: readonly string[]): string {
  return JSON.stringify(Object.fromEntries(nodeIds.map((id) => [id, true])));
}

async function failedIds(
  files: Readonly<Record<string, string>>,
  { folder = "", tracked = Object.keys(files), checkedOutAt = 0 } = {},
): Promise<(string | null)[] | undefined> {
  const root = scratchFolder();
  writeFiles(root, files);
  const checkout = { root, workingDirectory: folder, trackedFiles: tracked, sha: null, checkedOutAt };
  const report = await cachedReport(checkout, folder === "" ? root : `${root}/${folder}`);
  return report?.failures.map(({ nodeId }) => nodeId);
}

test("what pytest's cache says, without the tests of files that are gone", async () => {
  const cache = cacheOf("tests/test_a.py::test_x[a::b]", "tests/test_gone.py::test_y", "tests/test_new.py::test_z");
  const files = { [CACHE]: cache, "tests/test_a.py": "", "tests/test_new.py": "" };
  expect(await failedIds(files, { tracked: ["tests/test_a.py"] })).toEqual([
    "tests/test_a.py::test_x[a::b]",
    "tests/test_new.py::test_z",
  ]);
});

test("the cache of a folder below, whose ids are relative to it", async () => {
  const files = { [`sub/${CACHE}`]: cacheOf("tests/test_a.py::test_x"), "sub/tests/test_a.py": "" };
  expect(await failedIds(files, { folder: "sub" })).toEqual(["tests/test_a.py::test_x"]);
});

test.each([
  ["nothing is left", { [CACHE]: cacheOf("tests/test_gone.py::test_y") }, {}],
  ["there is no cache", { "tests/test_a.py": "" }, {}],
  ["it is older than the checkout", { [CACHE]: cacheOf("a.py::test_x"), "a.py": "" }, { checkedOutAt: 1e15 }],
])("no report: %s", async (_, files, about) => {
  expect(await failedIds(files, about)).toBe(undefined);
});

const JUNIT = `<testsuites><testsuite name="pytest" errors="0" failures="1" skipped="0" tests="2">
<testcase classname="tests.test_a" name="test_x"><failure message="assert 1 == 2">tests/test_a.py:2: AssertionError</failure></testcase>
<testcase classname="tests.test_a" name="test_y" /></testsuite></testsuites>`;

interface Job {
  readonly junit?: string;
  readonly tracked?: readonly string[];
  readonly checkedOutAt?: number;
  readonly logFile?: string | null;
  readonly traceback?: string | null;
}

/** Written in second 1000. */
async function isComplete(job: Job): Promise<boolean | undefined> {
  const { junit = JUNIT, tracked = [], checkedOutAt = 999_000, logFile = null, traceback = null } = job;
  const root = scratchFolder();
  const log = "== 1 passed in 0.01s ==\n";
  writeFiles(root, { "report.xml": junit, "log.txt": log, "tests/test_a.py": "" });
  utimesSync(join(root, "report.xml"), 1000, 1000);
  const checkout = { root, trackedFiles: ["tests/test_a.py", ...tracked], checkedOutAt };
  return (await namedReport({ junitPath: ["report.xml"], logFile, traceback }, root, checkout))?.isComplete;
}

test.each([
  ["the JUnit file of this job", {}, true],
  ["one that is older than the checkout", { checkedOutAt: 1_000_001 }, false],
  ["one that came with the checkout", { tracked: ["report.xml"] }, false],
  ["one that was cut off", { junit: JUNIT.slice(0, -40) }, false],
  ["one with the terminal's output beside it", { logFile: "log.txt" }, false],
  ["one with a pasted traceback beside it", { traceback: "E   ValueError: wrong" }, false],
  [
    "one that counts more failures than it tells",
    { junit: JUNIT.replaceAll("tests.test_a", "elsewhere.test_b") },
    false,
  ],
])("whether a report can stand in for a run: %s", async (_title, job, expected) => {
  expect(await isComplete(job)).toBe(expected);
});
