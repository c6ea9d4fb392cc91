import { createHash } from "node:crypto";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { git } from "./git-repository.ts";

const PROJECTS = fileURLToPath(new URL("../fixtures/projects/", import.meta.url));

/** A folder of the running test's own. */
export function scratchFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "scratch-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The files of a project of `test/fixtures/projects`, as text. */
export function projectFiles(name: string): Record<string, string> {
  const paths = filesBelow(join(PROJECTS, name)).filter((path) => !/(^|\/)(__pycache__|\.pytest_cache)\//.test(path));
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(PROJECTS, name, path), "utf8")]));
}

export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** A fresh repository with one commit that holds these files. */
export function scratchRepository(files: Readonly<Record<string, string>>): string {
  const folder = join(scratchFolder(), "project");
  mkdirSync(folder);
  writeFiles(folder, files);
  git(folder, ["init", "--quiet", "--initial-branch=main", "."]);
  git(folder, ["add", "--all"]);
  git(folder, ["-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "--quiet", "-m", "Start"]);
  return folder;
}

/** Every file outside `.git`: hash of its bytes, mode, time of its last change. Equal trees are equal values. */
export function treeState(folder: string): Record<string, string> {
  const paths = filesBelow(folder).filter((path) => !path.startsWith(".git/"));
  return Object.fromEntries(
    paths.map((path) => {
      const { mode, mtimeMs } = statSync(join(folder, path));
      const hash = createHash("sha256").update(readFileSync(join(folder, path)));
      return [path, `${hash.digest("hex")} ${mode.toString(8)} ${mtimeMs}`];
    }),
  );
}

/** Paths whose bytes, mode or time differ, or that only one side has. */
export function changedPaths(before: Readonly<Record<string, string>>, folder: string): string[] {
  const after = treeState(folder);
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((path) => before[path] !== after[path]);
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .toSorted();
}
