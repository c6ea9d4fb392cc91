import { posix } from "node:path";
import type { TestRun } from "../domain/test-run.ts";
import { matchesAny } from "../text/glob.ts";

type Seen = Pick<TestRun, "guardedFiles" | "testFilePatterns" | "testPaths">;

/**
 * The files that decide what a test means: those pytest saw, every tracked file that its own patterns call a test, every
 * conftest, and all Python below `testpaths`. The word "test" in a name alone says nothing: a package's `testclient.py`
 * or `testing/` is product code.
 */
export function testFiles(trackedFiles: readonly string[], runs: readonly Seen[]): ReadonlySet<string> {
  const patterns = runs.flatMap((run) => run.testFilePatterns);
  const folders = runs.flatMap((run) => run.testPaths).filter((path) => path !== "" && path !== ".");
  const isTest = (path: string): boolean =>
    posix.basename(path) === "conftest.py" ||
    patterns.some((pattern) => matchesAny(pattern.includes("/") ? path : posix.basename(path), [pattern])) ||
    folders.some((folder) => matchesAny(path, [folder, `${folder}/**`]));
  return new Set([
    ...runs.flatMap((run) => run.guardedFiles),
    ...trackedFiles.filter((path) => path.endsWith(".py") && isTest(path)),
  ]);
}

/** More than this many are not hashed before each run of tests; then those that pytest saw must do. */
const MOST_CODE_FILES = 20_000;

/** The files that no test run may rewrite while a patch is judged: Python, and what configures Python tools. */
export function codeAmong(trackedFiles: readonly string[]): readonly string[] {
  const code = trackedFiles.filter((path) => /\.(py|pyi|ini|cfg|toml)$/.test(path));
  return code.length > MOST_CODE_FILES ? [] : code;
}
