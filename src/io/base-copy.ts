import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { quietGit as git } from "./quiet-git.ts";

/** The code that a pull request builds on, in a folder of its own outside the checkout. */
export interface BaseCopy {
  readonly root: string;
  /** The merge base of what is checked out and the base branch. */
  readonly sha: string;
  readonly remove: () => Promise<void>;
}

/** Beyond these a copy would cost more time than what it tells is worth. */
const MAX_BYTES = 50_000_000;
const MAX_FILES = 5000;

/**
 * Writes out the merge base's files, when the clone holds them (actions/checkout fetches one commit unless `fetch-depth`
 * says otherwise) and they are few; null otherwise. Asks git, so call it before any code of the project has run. Not a
 * worktree: that would write into the repository.
 */
export async function copyMergeBase(root: string, base: string | undefined): Promise<BaseCopy | null> {
  if (base === undefined || !/^[0-9a-f]{40}$/.test(base)) return null;
  const head = (await git(root, ["rev-parse", "--verify", "HEAD"]))?.trim();
  const sha = (await git(root, ["merge-base", "HEAD", base]))?.trim();
  if (sha === undefined || sha === head || !isSmall(await git(root, ["ls-tree", "-r", "-l", "-z", sha]))) return null;
  const folder = await realpath(await mkdtemp(join(tmpdir(), "autofix-base-")));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true, maxRetries: 3 });
  const index = { GIT_INDEX_FILE: join(folder, "index") };
  const target = join(folder, "checkout");
  const isRead = (await git(root, ["read-tree", sha], index)) !== undefined;
  const isWritten = isRead && (await git(root, ["checkout-index", "-a", `--prefix=${target}/`], index)) !== undefined;
  if (isWritten) return { root: target, sha, remove };
  await remove();
  return null;
}

/** Lines of `ls-tree -l`: mode, kind, hash, size, then a tab and the path. */
function isSmall(listed: string | undefined): boolean {
  if (listed === undefined) return false;
  const sizes = listed.split("\0").map((line) => Number(/^\d+ blob [0-9a-f]+ +(\d+)\t/.exec(line)?.[1] ?? 0));
  return sizes.length <= MAX_FILES && sizes.reduce((sum, size) => sum + size, 0) <= MAX_BYTES;
}
