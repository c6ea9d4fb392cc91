import type { ChangedHunk } from "../domain/branch.ts";
import { hunksOf } from "../text/diff-hunks.ts";
import { quietGit } from "./quiet-git.ts";

/** Lines around a change that are shown with it. */
const CONTEXT = "-U2";

/**
 * What the pull request changed in Python files since its merge base; empty where the clone does not hold that commit.
 * Asks git, so call it before any code of the project has run.
 */
export async function branchChanges(root: string, base: string): Promise<readonly ChangedHunk[]> {
  if (!/^[0-9a-f]{40}$/.test(base)) return [];
  const plain = ["--no-color", "--no-ext-diff", "--no-textconv", "--no-renames", "--src-prefix=a/", "--dst-prefix=b/"];
  const diff = await quietGit(root, ["diff", ...plain, CONTEXT, `${base}...HEAD`, "--", "*.py"]);
  return diff === undefined ? [] : hunksOf(diff);
}
