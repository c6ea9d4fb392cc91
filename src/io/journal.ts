import { rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { SetupError } from "../problem.ts";
import { addEntry, addVersion, isOurs, type JournalEntry, readEntries } from "./journal-entry.ts";
import { putBack, type PutBack } from "./put-back.ts";

/**
 * Originals of the files we write, on disk before the first write, so that even a killed run can be undone: by this
 * process, by the action's post step, or by the next run in the same checkout. The folder lies outside the repository;
 * it is there exactly as long as something may have to be undone.
 */
export interface Journal {
  /**
   * Does work that writes into the tree, with nothing of `restore` or another writer in between. Once the journal is
   * closed it does nothing and never returns: then the run is being ended, and nobody is to go on.
   */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  /**
   * Records a file (absolute path) with its bytes as they are, if it is not recorded yet, and what is about to be written
   * to it. Gives the file as it was when it was first recorded. When it throws, there is nothing to undo for this file
   * that was not there before. Only inside `exclusively`.
   */
  record(path: string, next: Buffer): Promise<Buffer>;
  /** Whether these bytes of a recorded file are its original or ours; null when the file is not recorded. */
  knows(path: string, bytes: Buffer): boolean | null;
  /** Puts every recorded file back and forgets it; whatever stands in its place by now is kept aside. */
  restore(): Promise<void>;
  /** `restore`, and nothing may be written any more. */
  close(): Promise<void>;
  /** Forgets what was recorded: the files stay as they are now. All at once, or not at all when it is cut off. */
  clear(): Promise<void>;
}

/** `notify` hears of every file that held something of somebody else's: one sentence, with the place where it is kept. */
export function openJournal(folder: string, notify: (notice: string) => void): Journal {
  const entries = new Map<string, JournalEntry>();
  const said = new Set<string>();
  let isClosed = false;
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => null);
    return turn;
  };
  const forget = async (): Promise<void> => {
    await forgetFolder(folder);
    entries.clear();
  };
  const putBackAndForget = async (): Promise<void> => {
    const notices = await putAllBack([...entries.values()], { foreign: "replace", kept: keptBeside(folder) });
    // A test that rewrites the same file in every run is worth one sentence.
    for (const notice of notices.filter((one) => !said.has(one))) notify(notice);
    notices.forEach((notice) => said.add(notice));
    await forget();
  };
  return {
    async exclusively<T>(work: () => Promise<T>) {
      const done = await inTurn(async () => (isClosed ? null : { value: await work() }));
      return done === null ? new Promise<T>(() => undefined) : done.value;
    },
    async record(path, next) {
      const entry = entries.get(path) ?? (await addEntry(join(folder, String(entries.size)), path));
      entries.set(path, entry);
      entries.set(path, await addVersion(entry, next));
      return entry.versions[0];
    },
    knows(path, bytes) {
      const entry = entries.get(path);
      return entry === undefined ? null : isOurs(bytes, entry);
    },
    restore: async () => inTurn(putBackAndForget),
    async close() {
      isClosed = true;
      await inTurn(putBackAndForget);
    },
    clear: async () => inTurn(forget),
  };
}

/** What was undone. */
export interface Undone {
  readonly files: readonly string[];
  /** For a person: what was kept, and where. */
  readonly notices: readonly string[];
}

/**
 * Undoes what a killed run left, by its journal's folder. `leave` is for later, when people may have worked on: then only
 * what still holds our bytes is put back.
 */
export async function restoreJournal(folder: string, foreign: PutBack["foreign"]): Promise<Undone> {
  const entries = await readEntries(folder);
  const notices = await putAllBack(entries, { foreign, kept: keptBeside(folder) });
  await forgetFolder(folder);
  return { files: entries.map(({ path }) => path), notices };
}

/** Where a journal keeps what it must not lose. */
export function keptBeside(journalFolder: string): string {
  return join(dirname(journalFolder), "kept");
}

/** Whether there is something to undo in a journal's folder. */
export async function isJournalLeft(folder: string): Promise<boolean> {
  return stat(folder).then(
    () => true,
    () => false,
  );
}

/** The new name is the moment: a folder of which half is removed would undo half. */
async function forgetFolder(folder: string): Promise<void> {
  const forgotten = `${folder}.forgotten`;
  await rm(forgotten, { recursive: true, force: true });
  if (!(await isJournalLeft(folder))) return;
  await rename(folder, forgotten);
  await rm(forgotten, { recursive: true, force: true });
}

/** One file that cannot be put back must not keep the others from it. */
async function putAllBack(entries: readonly JournalEntry[], how: PutBack): Promise<string[]> {
  const failed: string[] = [];
  const notices: string[] = [];
  for (const entry of entries) {
    try {
      const notice = await putBack(entry, how);
      if (notice !== null) notices.push(notice);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      failed.push(`${entry.path} (${why}; its original: ${join(entry.folder, "0")})`);
    }
  }
  if (failed.length === 0) return notices;
  const what = `Files could not be put back as they were: ${failed.join(", ")}.`;
  const why = "A test run changed what is around them while a patch was in the tree, or the disk is full.";
  const next = "Copy them back from where their originals are, or use `git checkout -- FILE`.";
  throw new SetupError([{ code: "not-restored", what: [what, ...notices].join(" "), why, next }]);
}
