import { createHash } from "node:crypto";
import { lstat, readFile, realpath, stat, utimes } from "node:fs/promises";
import { join, sep } from "node:path";
import type { FileChange } from "../domain/patch.ts";
import type { FileText, Workspace } from "../ports.ts";
import { SetupError } from "../problem.ts";
import type { Checkout } from "./checkout.ts";
import type { Journal } from "./journal.ts";
import { overwrite } from "./put-back.ts";

/** Larger files are neither read nor edited: no hand-written module comes near. */
const MAX_FILE_BYTES = 2 * 1024 * 1024;
/** A process may have no more than some hundred files open. */
const OPEN_AT_ONCE = 100;
/** Seconds between the time stamps of two versions of a file; Python tells its compiled files apart by whole seconds. */
const STAMP_STEP_SECONDS = 2;

/** The checkout on disk; every write goes through the journal. */
export function diskWorkspace(checkout: Checkout, journal: Journal): Workspace {
  const root = checkout.root;
  let version = 0;
  return {
    trackedFiles: async () => checkout.trackedFiles,
    read: async (path) => readInside(root, path),
    async write(changes) {
      version++;
      await journal.exclusively(async () => {
        for (const change of changes) await writeChange({ root, journal, version }, change);
      });
    },
    restore: async () => journal.restore(),
    async hashes(paths) {
      const entries: [string, string][] = [];
      for (let start = 0; start < paths.length; start += OPEN_AT_ONCE) {
        const some = paths.slice(start, start + OPEN_AT_ONCE);
        entries.push(
          ...(await Promise.all(some.map(async (path): Promise<[string, string]> => [path, await hashOf(root, path)]))),
        );
      }
      return Object.fromEntries(entries);
    },
  };
}

interface Target {
  readonly root: string;
  readonly journal: Journal;
  readonly version: number;
}

/**
 * Each version of a file gets a time stamp of its own: a compiled file that a test run left for one candidate must
 * never be taken for the next candidate's, and Python compares whole seconds and the size only.
 */
async function writeChange({ root, journal, version }: Target, change: FileChange): Promise<void> {
  const path = join(root, change.path);
  const reason = await whyUnsafe(root, change.path);
  if (reason !== undefined) throw notWritable(change.path, `cannot be written: ${reason}`);
  const found = await attempt(change.path, "read", async () => readFile(path));
  const known = journal.knows(path, found);
  if (!(known ?? textOf(found) === change.before)) throw notWritable(change.path, "changed since it was read");
  const after = Buffer.from(change.after);
  const original = await attempt(change.path, "saved", async () => journal.record(path, after));
  // Somebody may have been between the two readings.
  if (known === null && !original.equals(found)) throw notWritable(change.path, "changed since it was read");
  const { mtimeMs } = await lstat(path);
  await attempt(change.path, "written", async () => overwrite(path, after));
  const stamp = Math.floor(Math.max(mtimeMs, Date.now()) / 1000) + version * STAMP_STEP_SECONDS;
  await utimes(path, stamp, stamp);
}

function notWritable(path: string, what: string): SetupError {
  const why = "Somebody else, a person or a test, works on the same files at the same time.";
  const next = "Nothing of the patch is left in the tree; run it again when the files are at rest.";
  return new SetupError([{ code: "file-changed", what: `${path} ${what}.`, why, next }]);
}

/** A full disk, a file system for reading only, missing rights: a person must mend it. */
async function attempt<T>(path: string, done: "read" | "saved" | "written", work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const what = `${path} could not be ${done === "saved" ? "saved to the journal" : done}`;
    const why = error instanceof Error ? error.message : String(error);
    const next = "Nothing of the patch is left in the tree. See that the disk has room and the file may be written.";
    throw new SetupError([{ code: "file-not-written", what: `${what}.`, why: `The system says: ${why}.`, next }], {
      cause: error,
    });
  }
}

/** Links count as what they lead to; a pipe would make us wait for ever, and a device never ends. */
async function hashOf(root: string, path: string): Promise<string> {
  try {
    const full = join(root, path);
    if (!(await stat(full)).isFile()) return "";
    return createHash("sha256")
      .update(await readFile(full))
      .digest("hex");
  } catch {
    return "";
  }
}

/** Reads a regular file inside the root, without following a link anywhere on the way. */
async function readInside(root: string, path: string): Promise<FileText> {
  const reason = await whyUnsafe(root, path);
  if (reason !== undefined) return { kind: "unreadable", reason };
  const bytes = await readFile(join(root, path)).catch(() => undefined);
  if (bytes === undefined) return { kind: "unreadable", reason: "it cannot be read" };
  const text = textOf(bytes);
  return text === undefined ? { kind: "unreadable", reason: "it is not UTF-8" } : { kind: "text", text };
}

function textOf(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

async function whyUnsafe(root: string, path: string): Promise<string | undefined> {
  try {
    const full = join(root, path);
    const entry = await lstat(full);
    if (!entry.isFile()) return "it is not a regular file";
    if (entry.nlink > 1) return "it is linked from elsewhere too";
    if (entry.size > MAX_FILE_BYTES) return `it is larger than ${MAX_FILE_BYTES} bytes`;
    const real = await realpath(full);
    return real === join(root, path.split("/").join(sep)) ? undefined : "a link lies on its way";
  } catch {
    return "it is not there";
  }
}
