import { expect, test } from "vitest";
import { cachedReport } from "../../src/reports.ts";
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
