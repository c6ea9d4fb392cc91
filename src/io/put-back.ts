import { createHash } from "node:crypto";
import { constants } from "node:fs";
import {
  chmod,
  chown,
  cp,
  lstat,
  mkdir,
  open,
  readFile,
  realpath,
  rename,
  rm,
  utimes,
  writeFile,
} from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { copyOf, isOurs, type JournalEntry } from "./journal-entry.ts";

/** What to do with a file that holds bytes which are neither the original's nor ours. */
export interface PutBack {
  /** `replace`: the original comes back, they are kept; `leave`: they stay, the original is kept. */
  readonly foreign: "replace" | "leave";
  /** Folder for what is kept; made when there is something. */
  readonly kept: string;
}

/** One sentence for a person when something was kept, else null. */
export type Notice = string | null;

/**
 * Puts one file back: bytes, mode, times (to the quarter of a microsecond that Node can set), owner where we may.
 *
 * No free space is needed where the journal is on the same file system: the copy in it was complete before the first
 * write, and takes the file's place when writing fails. Elsewhere the bytes go over those that are there before anything
 * is cut off, so that a full disk hurts only where a patch made the file shorter and others took that room meanwhile.
 *
 * In place where the file still is one of its own, so that its owner and what watches it stay. A test run may have put
 * a link there, or linked it from elsewhere: writing through that would change another file.
 */
export async function putBack(entry: JournalEntry, { foreign, kept }: PutBack): Promise<Notice> {
  const { path } = entry;
  const folder = dirname(path);
  await makeOwnFolder(folder);
  const held = await holding(entry);
  if (held.isForeign && foreign === "leave") return leave(entry, kept);
  const notice = held.isForeign && !held.isLink ? await keepAside(entry, held.bytes, kept) : null;
  // What was kept may have moved away.
  if (!held.isOwnFile || !(await isThere(path))) await withWritable(folder, async () => create(entry));
  else if (held.bytes?.equals(entry.versions[0]) !== true) await overwriteOrReplace(entry);
  await setFacts(path, entry);
  return notice;
}

interface Holding {
  /** Null when no regular file is there. */
  readonly bytes: Buffer | null;
  /** A regular file without a second name. */
  readonly isOwnFile: boolean;
  /** It holds nothing that would be worth keeping. */
  readonly isLink: boolean;
  /** Something is there that is neither the original nor ours. */
  readonly isForeign: boolean;
}

/** What stands at the place of a file now. */
async function holding(entry: JournalEntry): Promise<Holding> {
  const found = await lstat(entry.path).catch(() => null);
  const isLink = found?.isSymbolicLink() === true;
  if (found?.isFile() !== true) return { bytes: null, isOwnFile: false, isLink, isForeign: found !== null };
  const bytes = await readWhole(entry);
  return { bytes, isOwnFile: found.nlink === 1, isLink, isForeign: !isOurs(bytes, entry) };
}

/** Writes over a regular file from its front and shortens it last; follows no link. */
export async function overwrite(path: string, bytes: Buffer): Promise<void> {
  // Windows has no such flag.
  const flags = constants.O_RDWR | (constants.O_NOFOLLOW ?? 0);
  const handle = await open(path, flags);
  try {
    for (let done = 0; done < bytes.length;) {
      const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, done);
      done += bytesWritten;
    }
    await handle.truncate(bytes.length);
  } finally {
    await handle.close();
  }
}

/** A folder that a test run removed comes back; through a link nothing is made. */
async function makeOwnFolder(folder: string): Promise<void> {
  let there = folder;
  while (!(await isThere(there)) && dirname(there) !== there) there = dirname(there);
  if ((await realpath(there)) !== there) throw new Error("its folder is a link now");
  await mkdir(folder, { recursive: true });
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** A test run may have taken our own right to read and write away. */
async function readWhole({ path, mode }: JournalEntry): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch {
    await chmod(path, mode | 0o600);
    return readFile(path);
  }
}

async function overwriteOrReplace(entry: JournalEntry): Promise<void> {
  try {
    await chmod(entry.path, entry.mode | 0o600);
    await overwrite(entry.path, entry.versions[0]);
  } catch (error) {
    await moveCopy(entry, error);
  }
}

async function create(entry: JournalEntry): Promise<void> {
  await rm(entry.path, { recursive: true, force: true });
  try {
    await writeFile(entry.path, entry.versions[0], { flag: "wx" });
    await chown(entry.path, entry.owner, entry.group).catch(() => null);
  } catch (error) {
    await moveCopy(entry, error);
  }
}

/** The copy takes the file's place: for a full disk. Only within one file system; else what happened first is thrown. */
async function moveCopy(entry: JournalEntry, cause: unknown): Promise<void> {
  const copy = copyOf(entry);
  try {
    await chown(copy, entry.owner, entry.group).catch(() => null);
    await setFacts(copy, entry);
    await rename(copy, entry.path);
  } catch {
    throw cause;
  }
}

async function setFacts(path: string, { mode, accessedMs, modifiedMs }: JournalEntry): Promise<void> {
  await chmod(path, mode);
  await utimes(path, accessedMs / 1000, modifiedMs / 1000);
}

async function leave({ path, versions }: JournalEntry, kept: string): Promise<string> {
  const place = await keepBytes(kept, path, versions[0]);
  return `${path} was changed after the run that was stopped: it stays so. What it held before that run is kept in ${place}.`;
}

async function keepAside({ path }: JournalEntry, held: Buffer | null, kept: string): Promise<string> {
  const place = held === null ? await moveAside(kept, path) : await keepHeld(kept, path, held);
  return `${path} was changed by somebody else, a person or a test run, while a patch was in it. It is as it was before the patch; what it held is kept in ${place}.`;
}

/** A copy, so that the file stays itself; where there is no room for one, the file moves away. */
async function keepHeld(kept: string, path: string, held: Buffer): Promise<string> {
  try {
    return await keepBytes(kept, path, held);
  } catch (error) {
    return moveAside(kept, path).catch(() => {
      throw error;
    });
  }
}

async function keepBytes(kept: string, path: string, bytes: Buffer): Promise<string> {
  await mkdir(kept, { recursive: true, mode: 0o700 });
  const place = join(kept, `${createHash("sha256").update(bytes).digest("hex").slice(0, 12)}-${basename(path)}`);
  try {
    await writeFile(place, bytes, { mode: 0o600 });
  } catch (error) {
    await rm(place, { force: true });
    throw error;
  }
  return place;
}

/** A link, a folder with all in it, anything. */
async function moveAside(kept: string, path: string): Promise<string> {
  await mkdir(kept, { recursive: true, mode: 0o700 });
  for (let number = 1; ; number++) {
    const place = join(kept, `${number}-${basename(path)}`);
    if (await isThere(place)) continue;
    await withWritable(dirname(path), async () => {
      await rename(path, place).catch(async () => {
        await cp(path, place, { recursive: true, verbatimSymlinks: true, errorOnExist: true, force: false });
        await rm(path, { recursive: true });
      });
    });
    return place;
  }
}

/** Lets work change a folder that a test run made read-only; its mode stays as the test run left it. */
async function withWritable<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { mode } = await lstat(folder);
    if ((mode & 0o300) === 0o300) throw error;
    await chmod(folder, (mode & 0o7777) | 0o300);
    try {
      return await work();
    } finally {
      await chmod(folder, mode & 0o7777);
    }
  }
}
