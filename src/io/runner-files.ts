import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Makes a folder that only we can read. */
export async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
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
