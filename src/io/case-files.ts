import { constants } from "node:fs";
import { lstat, open } from "node:fs/promises";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { glob } from "tinyglobby";

/** A case of 300 failing tests with their evidence is 3 MB; a whole matrix of them is still far below. */
const MAX_BYTES = 20 * 1024 * 1024;
const MAX_FILES = 256;
/** A link is no case, and opening one that blocks must not hold us up. Windows knows neither flag. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

export interface CaseText {
  /** As it was found, relative to the folder where it lies in there. */
  readonly name: string;
  readonly text: string;
}

export type CaseTexts =
  | { readonly kind: "found"; readonly files: readonly CaseText[] }
  | { readonly kind: "unusable"; readonly name: string; readonly reason: string };

/**
 * Reads the case files that paths or globs name, in the order of the names, each once. They may come from whoever wrote the
 * code under test, so only plain files of bounded size count, and none that is reached by a link below the folder.
 */
export async function readCaseTexts(patterns: readonly string[], folder: string): Promise<CaseTexts> {
  const paths: string[] = [];
  for (const pattern of patterns) {
    const found = await expand(pattern, folder);
    if (found.length === 0) return { kind: "unusable", name: pattern, reason: "there is no such file" };
    paths.push(...found);
  }
  const unique = [...new Set(paths)];
  if (unique.length > MAX_FILES) {
    return { kind: "unusable", name: patterns.join(", "), reason: `these are more than ${MAX_FILES} files` };
  }
  const files: CaseText[] = [];
  let bytes = 0;
  for (const path of unique) {
    const name = nameOf(path, folder);
    const read = await readPlain(path, { folder, most: MAX_BYTES - bytes });
    if (read.kind === "unusable") return { ...read, name };
    bytes += read.bytes.length;
    const text = decode(read.bytes);
    if (text === null) return { kind: "unusable", name, reason: "it is not UTF-8 text" };
    files.push({ name, text });
  }
  return { kind: "found", files };
}

/** A path that is there is that file, whatever characters it holds; else it is a glob. */
async function expand(pattern: string, folder: string): Promise<readonly string[]> {
  const literal = resolve(folder, pattern);
  if (await isThere(literal)) return [literal];
  const options = { cwd: folder, absolute: true, dot: true, onlyFiles: false, expandDirectories: false };
  const found = await glob(pattern, { ...options, followSymbolicLinks: false });
  const paths = found.map((path) => resolve(path)).toSorted();
  const isFolder = await Promise.all(paths.map(async (path) => (await lstat(path)).isDirectory()));
  return paths.filter((_path, index) => isFolder[index] !== true);
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

type Read =
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "unusable"; readonly reason: string };

async function readPlain(path: string, { folder, most }: { folder: string; most: number }): Promise<Read> {
  const link = await linkOnTheWay(path, folder);
  if (link !== undefined) return unusable("it is a link, or is reached by one");
  const file = await open(path, FLAGS).catch(() => null);
  if (file === null) return unusable("it cannot be read");
  try {
    const { size, ...stats } = await file.stat().then((found) => ({ size: found.size, isFile: found.isFile() }));
    if (!stats.isFile) return unusable("it is no plain file");
    if (size > most) return unusable(`it is larger than ${MAX_BYTES / 1024 / 1024} MB, alone or with those before it`);
    const buffer = new Uint8Array(size);
    const { bytesRead } = await file.read(buffer, 0, size, 0);
    return { kind: "bytes", bytes: buffer.subarray(0, bytesRead) };
  } finally {
    await file.close();
  }
}

/** The first of the path's own folders below `folder`, or the file itself, that is a link. */
async function linkOnTheWay(path: string, folder: string): Promise<string | undefined> {
  const way = relative(folder, path);
  const isBelow = !isAbsolute(way) && way.split(sep)[0] !== "..";
  for (let at = path; at !== folder && at !== dirname(at); at = dirname(at)) {
    if ((await lstat(at)).isSymbolicLink()) return at;
    if (!isBelow) break;
  }
  return undefined;
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function nameOf(path: string, folder: string): string {
  const way = relative(folder, path);
  return way.startsWith("..") ? path : way.replaceAll("\\", "/");
}

function unusable(reason: string): { readonly kind: "unusable"; readonly reason: string } {
  return { kind: "unusable", reason };
}
