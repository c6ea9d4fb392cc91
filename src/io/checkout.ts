import { readdir, realpath, stat } from "node:fs/promises";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { SetupError } from "../problem.ts";
import { quietGit as git } from "./quiet-git.ts";

/** The checkout we work in, as it was before any test ran. */
export interface Checkout {
  /** Absolute, links resolved. */
  readonly root: string;
  /** Where commands run, relative to the root; "" = the root itself. */
  readonly workingDirectory: string;
  /** Relative to the root, with `/`. */
  readonly trackedFiles: readonly string[];
  /** The commit checked out; null without git. */
  readonly sha: string | null;
  /** When git last moved HEAD, in milliseconds since the epoch; 0 without git. */
  readonly checkedOutAt: number;
}

/** Folders that hold no code of the project; they matter only where git cannot tell. */
const FOREIGN = new Set(["node_modules", "__pycache__", "site-packages", "venv", "env", "build", "dist"]);
const MAX_WALKED_FILES = 50_000;

/**
 * Finds the repository around a folder and lists its files, by git when the folder is tracked there, else by walking.
 * Called once, before any test runs: afterwards the repository's git configuration may no longer be trusted.
 * `workspace` (absolute; GITHUB_WORKSPACE) is the root where git can't tell it, as in a container without git.
 */
export async function openCheckout(folder: string, workspace?: string): Promise<Checkout> {
  const start = await existingFolder(resolve(folder));
  const top = await git(start, ["rev-parse", "--show-toplevel"]);
  if (top !== undefined) {
    const root = await realpath(top.trim());
    const listed = await git(root, ["ls-files", "-z"]);
    const files = (listed ?? "").split("\0").filter(Boolean);
    const workingDirectory = slashed(relative(root, start));
    if (files.some((file) => workingDirectory === "" || file.startsWith(`${workingDirectory}/`))) {
      const sha = await git(root, ["rev-parse", "--verify", "HEAD"]);
      const checkedOutAt = await modifiedAt(join(root, ".git", "HEAD"));
      return { root, workingDirectory, trackedFiles: files, sha: sha?.trim() ?? null, checkedOutAt };
    }
  }
  const root = workspace === undefined ? start : await enclosing(workspace, start);
  const workingDirectory = slashed(relative(root, start));
  return { root, workingDirectory, trackedFiles: await walked(root), sha: null, checkedOutAt: 0 };
}

/** The workspace with its links resolved when the folder lies in it, else the folder itself. */
async function enclosing(workspace: string, folder: string): Promise<string> {
  const root = await realpath(workspace).catch(() => folder);
  const way = relative(root, folder);
  return way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way) ? folder : root;
}

function slashed(path: string): string {
  return path.split(sep).join("/");
}

async function existingFolder(folder: string): Promise<string> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (isFolder) return realpath(folder);
  const why = "The tests are run there.";
  const next = "Correct `working-directory`, which counts from the root of the checkout, or leave it out.";
  throw new SetupError([{ code: "folder-not-found", what: `There is no folder "${folder}".`, why, next }]);
}

async function modifiedAt(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs;
  } catch {
    return 0; // a linked worktree keeps it elsewhere
  }
}

async function walked(root: string): Promise<string[]> {
  const files: string[] = [];
  const folders = [root];
  for (let folder = folders.pop(); folder !== undefined && files.length < MAX_WALKED_FILES; folder = folders.pop()) {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (entry.isDirectory() && !entry.name.startsWith(".") && !FOREIGN.has(entry.name))
        folders.push(join(folder, entry.name));
      if (entry.isFile()) files.push(slashed(relative(root, join(folder, entry.name))));
    }
  }
  return files.toSorted();
}
