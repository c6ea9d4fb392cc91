import {
  chmod,
  lstat,
  mkdir,
  open,
  readFile,
  readdir,
  realpath,
  rename,
  rm,
  utimes,
  writeFile,
} from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { SetupError } from "../problem.ts";

/** What a file was before our first write to it. */
interface Original {
  readonly path: string;
  readonly bytes: Buffer;
  readonly mode: number;
  readonly accessedMs: number;
  readonly modifiedMs: number;
}

const entrySchema = z.object({
  path: z.string(),
  mode: z.number(),
  accessedMs: z.number(),
  modifiedMs: z.number(),
  base64: z.string(),
});

/**
 * Originals of the files we write, on disk before the first write, so that even a killed run can be undone: by this
 * process, or by the action's post step. One JSON file each, named by a running number; the folder lies outside the
 * repository.
 */
export interface Journal {
  /**
   * Does work that writes into the tree, with nothing of `restore` or another writer in between. Throws once the journal
   * is closed: then the run is being ended.
   */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  /** Records a file (absolute path) once; later calls for it change nothing. Only inside `exclusively`. */
  record(path: string): Promise<void>;
  /** Puts every recorded file back and forgets it; whatever stands in its place by now goes. */
  restore(): Promise<void>;
  /** `restore`, and nothing may be written any more. */
  close(): Promise<void>;
  /** Forgets what was recorded: the files stay as they are now. */
  clear(): Promise<void>;
  recorded(): readonly string[];
}

export function openJournal(folder: string): Journal {
  const originals = new Map<string, Original>();
  let isClosed = false;
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => null);
    return turn;
  };
  const forget = async (): Promise<void> => {
    await rm(folder, { recursive: true, force: true });
    originals.clear();
  };
  const putBackAndForget = async (): Promise<void> => {
    await putAllBack([...originals.values()]);
    await forget();
  };
  return {
    exclusively: async (work) =>
      inTurn(async () => {
        if (isClosed) throw new Error("the run is being ended");
        return work();
      }),
    async record(path) {
      if (originals.has(path)) return;
      const original = await readOriginal(path);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeEntry(join(folder, `${originals.size}.json`), original);
      originals.set(path, original);
    },
    restore: async () => inTurn(putBackAndForget),
    async close() {
      isClosed = true;
      await inTurn(putBackAndForget);
    },
    clear: async () => inTurn(forget),
    recorded: () => [...originals.keys()],
  };
}

/**
 * Undoes what a killed run left: every entry of its journal folder; true when there was something to undo. An entry gets
 * its name only when it is whole, and its file is written only after that: what does not parse was never needed.
 */
export async function restoreJournal(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => []);
  const originals: Original[] = [];
  for (const name of names.filter((entry) => entry.endsWith(".json"))) {
    const entry = decodeEntry(await readFile(join(folder, name), "utf8"));
    if (entry) originals.push(entry);
  }
  await putAllBack(originals);
  await rm(folder, { recursive: true, force: true });
  return originals.length > 0;
}

function decodeEntry(text: string): Original | undefined {
  try {
    const { base64, ...rest } = entrySchema.parse(JSON.parse(text));
    return { ...rest, bytes: Buffer.from(base64, "base64") };
  } catch {
    return undefined;
  }
}

async function readOriginal(path: string): Promise<Original> {
  const [bytes, stat] = [await readFile(path), await lstat(path)];
  return { path, bytes, mode: stat.mode & 0o7777, accessedMs: stat.atimeMs, modifiedMs: stat.mtimeMs };
}

async function writeEntry(file: string, { bytes, ...rest }: Original): Promise<void> {
  const unfinished = `${file}.tmp`;
  const handle = await open(unfinished, "w", 0o600);
  try {
    await handle.writeFile(JSON.stringify({ ...rest, base64: bytes.toString("base64") }));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(unfinished, file);
}

/** One file that cannot be put back must not keep the others from it. */
async function putAllBack(originals: readonly Original[]): Promise<void> {
  const failed: string[] = [];
  for (const original of originals) {
    await putBack(original).catch((error: unknown) => {
      failed.push(`${original.path} (${error instanceof Error ? error.message : String(error)})`);
    });
  }
  if (failed.length === 0) return;
  const what = `Files could not be put back as they were: ${failed.join(", ")}.`;
  const why = "A test run changed what is around them while a patch was in the tree.";
  const next = "Put them back with `git checkout -- FILE`, or from the journal: its entries hold the bytes as base64.";
  throw new SetupError([{ code: "not-restored", what, why, next }]);
}

/**
 * In place where the file still is one, so that its owner and links to it stay. A test run may have deleted it, or put a
 * link there: writing through that would change another file.
 */
async function putBack({ path, bytes, mode, accessedMs, modifiedMs }: Original): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  if ((await realpath(folder)) !== folder) throw new Error("its folder is a link now");
  const found = await lstat(path).catch(() => null);
  if (found?.isFile() === true) await chmod(path, mode | 0o200);
  else if (found !== null) await rm(path, { recursive: true, force: true });
  await writeFile(path, bytes);
  await chmod(path, mode);
  await utimes(path, accessedMs / 1000, modifiedMs / 1000);
}
