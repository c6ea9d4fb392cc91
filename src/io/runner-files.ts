import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** A folder of this run's own below the runner's temporary one. */
export async function runFolder(temporary: string, name: string): Promise<string> {
  const folder = join(temporary, name);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** Writes a document and gives its path. */
export async function writeDocument(folder: string, name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

/** A file's text; null when it cannot be read. */
export async function readDocument(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch {
    return null;
  }
}
