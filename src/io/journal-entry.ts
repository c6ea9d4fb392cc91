import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

/** What a file was before our first write to it, and what we wrote or were about to write. */
export interface JournalEntry {
  /** Its own folder in the journal. */
  readonly folder: string;
  /** The file, absolute. */
  readonly path: string;
  readonly mode: number;
  readonly owner: number;
  readonly group: number;
  readonly accessedMs: number;
  readonly modifiedMs: number;
  /** The original first. */
  readonly versions: readonly [Buffer, ...Buffer[]];
}

const factsSchema = z.object({
  path: z.string(),
  mode: z.number(),
  owner: z.number(),
  group: z.number(),
  accessedMs: z.number(),
  modifiedMs: z.number(),
});

const FACTS = "entry.json";

/** The copy of the original as it lies in the journal: complete before the first write to the file. */
export function copyOf(entry: JournalEntry): string {
  return join(entry.folder, "0");
}

/** Reads a file as it is now, and puts it into a journal's folder; the entry gets its name only when it is whole. */
export async function addEntry(folder: string, path: string): Promise<JournalEntry> {
  const found = await stat(path);
  const facts = {
    path,
    mode: found.mode & 0o7777,
    owner: found.uid,
    group: found.gid,
    accessedMs: found.atimeMs,
    modifiedMs: found.mtimeMs,
  };
  const original = await readFile(path);
  const unfinished = `${folder}.tmp`;
  await rm(unfinished, { recursive: true, force: true });
  try {
    await mkdir(unfinished, { recursive: true, mode: 0o700 });
    await writeDurably(join(unfinished, "0"), original);
    await writeDurably(join(unfinished, FACTS), JSON.stringify(facts));
    await rename(unfinished, folder);
  } catch (error) {
    // On a full disk even what we leave half-written is in somebody's way.
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
  return { folder, ...facts, versions: [original] };
}

/** The same entry, with a version that may be written now. */
export async function addVersion(entry: JournalEntry, version: Buffer): Promise<JournalEntry> {
  const file = join(entry.folder, String(entry.versions.length));
  try {
    await writeDurably(`${file}.tmp`, version);
    await rename(`${file}.tmp`, file);
  } catch (error) {
    await rm(`${file}.tmp`, { force: true });
    throw error;
  }
  return { ...entry, versions: [...entry.versions, version] };
}

/** The whole entries of a journal's folder. What is not whole was never needed: its file had not been touched. */
export async function readEntries(folder: string): Promise<JournalEntry[]> {
  const names = await readdir(folder).catch(() => []);
  const found = await Promise.all(
    names.filter((name) => /^\d+$/.test(name)).map(async (name) => readEntry(join(folder, name))),
  );
  return found.flatMap((entry) => entry ?? []);
}

async function readEntry(folder: string): Promise<JournalEntry | undefined> {
  try {
    const facts = factsSchema.parse(JSON.parse(await readFile(join(folder, FACTS), "utf8")));
    const names = (await readdir(folder)).filter((name) => /^[1-9]\d*$/.test(name));
    const original = await readFile(join(folder, "0"));
    const others = await Promise.all(names.map(async (name) => readFile(join(folder, name))));
    return { folder, ...facts, versions: [original, ...others] };
  } catch {
    return undefined;
  }
}

async function writeDurably(file: string, content: Buffer | string): Promise<void> {
  const handle = await open(file, "w", 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Whether bytes are one of our versions, or what a write that was cut off made of two of them: writes go over the bytes
 * from the front and shorten the file last.
 */
export function isOurs(found: Buffer, { versions }: JournalEntry): boolean {
  return versions.some((before) => versions.some((after) => isCutOff(found, before, after)));
}

function isCutOff(found: Buffer, before: Buffer, after: Buffer): boolean {
  if (found.equals(after)) return true;
  let written = 0;
  while (written < found.length && written < after.length && found[written] === after[written]) written++;
  return found.length === Math.max(written, before.length) && found.subarray(written).equals(before.subarray(written));
}
