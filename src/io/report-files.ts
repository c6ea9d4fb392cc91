import { open, stat } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { glob } from "tinyglobby";

/** A report on disk. */
export interface FoundReport {
  /** Relative to the folder the globs were expanded in, with `/`. */
  readonly name: string;
  /** Milliseconds since the epoch. */
  readonly modifiedAt: number;
  /** Each chunk is written over when the next one is asked for. */
  readonly chunks: AsyncIterable<Uint8Array>;
}

export type FoundReports =
  | { readonly kind: "found"; readonly reports: readonly FoundReport[] }
  /** The globs that no file matches. */
  | { readonly kind: "missing"; readonly globs: readonly string[]; readonly reports: readonly FoundReport[] };

const CHUNK_BYTES = 256 * 1024;
const LAST_FAILED = ".pytest_cache/v/cache/lastfailed";

/**
 * Expands globs relative to `directory` and opens what they match, each file once, in order of the globs and then by
 * name. A glob without a match is told, not thrown. Files are opened when they are read.
 */
export async function findReports(globs: readonly string[], directory: string): Promise<FoundReports> {
  const paths = new Set<string>();
  const missing: string[] = [];
  for (const pattern of globs) {
    const matches = await expand(pattern, directory);
    matches.forEach((path) => paths.add(path));
    if (matches.length === 0) {
      missing.push(pattern);
    }
  }
  const reports = await Promise.all([...paths].map((path) => openReport(path, directory)));
  return missing.length === 0 ? { kind: "found", reports } : { kind: "missing", globs: missing, reports };
}

/** pytest's cache of last failures under its root directory; null when there is none. */
export async function findLastFailed(directory: string): Promise<FoundReport | null> {
  try {
    return await openReport(join(directory, LAST_FAILED), directory);
  } catch {
    return null;
  }
}

/** A path that is there is that file, whatever characters it holds and whichever links lead to it; else it is a glob. */
async function expand(pattern: string, directory: string): Promise<readonly string[]> {
  const literal = resolve(directory, pattern);
  if (await isFile(literal)) return [literal];
  const found = await glob(pattern, {
    cwd: directory,
    absolute: true,
    dot: true,
    onlyFiles: true,
    expandDirectories: false,
    followSymbolicLinks: false,
  });
  return found.toSorted();
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

/** Opens one report by its path; its name is relative to the folder. */
export async function openReport(path: string, directory: string): Promise<FoundReport> {
  const { mtimeMs } = await stat(path);
  const name = relative(directory, path).replaceAll("\\", "/");
  return { name, modifiedAt: mtimeMs, chunks: chunksOf(path) };
}

/** One buffer for the whole file: a new one for each chunk would stay until the next collection of garbage. */
async function* chunksOf(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path);
  try {
    const buffer = new Uint8Array(CHUNK_BYTES);
    for (let length = await fill(file, buffer); length > 0; length = await fill(file, buffer)) {
      yield buffer.subarray(0, length);
    }
  } finally {
    await file.close();
  }
}

async function fill(file: FileHandle, buffer: Uint8Array): Promise<number> {
  return (await file.read(buffer, 0, buffer.length, null)).bytesRead;
}
