import { stat } from "node:fs/promises";
import { join } from "node:path";

/** Those of the paths that are there, below one of the folders. */
export async function existingFiles(paths: Iterable<string>, folders: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const path of new Set(paths)) {
    const checks = await Promise.all(folders.map(async (folder) => isThere(join(folder, path))));
    if (checks.includes(true)) found.add(path);
  }
  return found;
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
