import { access } from "node:fs/promises";
import { dirname, join } from "node:path";
import { splitNodeId } from "../text/junit-address.ts";

/**
 * Node ids as arguments of pytest, which take them from the folder it runs in: with absolute paths. pytest's root
 * directory, from which ids count, is that folder or one above it. Null when a file is in none of them.
 */
export async function targetPaths(
  targets: readonly string[],
  { root, cwd }: { readonly root: string; readonly cwd: string },
): Promise<readonly string[] | null> {
  const found: string[] = [];
  for (const target of targets) {
    const { path, rest } = splitNodeId(target);
    const file = await existing(path, { root, cwd });
    if (file === undefined) return null;
    found.push(file + rest);
  }
  return found;
}

async function existing(
  path: string,
  { root, cwd }: { readonly root: string; readonly cwd: string },
): Promise<string | undefined> {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const file = join(folder, path);
    const isThere = await access(file).then(
      () => true,
      () => false,
    );
    if (isThere) return file;
    if (folder === root || dirname(folder) === folder) return undefined;
  }
}
