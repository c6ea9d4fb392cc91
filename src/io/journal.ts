import { chmod, lstat, mkdir, open, readFile, readdir, realpath, rm, utimes, writeFile } from "node:fs/promises";
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
  /** Records a file (absolute path) once; later calls for it change nothing. */
  record(path: string): Promise<void>;
  /** Puts every recorded file back and forgets it; whatever stands in its place by now goes. */
  restore(): Promise<void>;
  /** Forgets what was recorded: the files stay as they are now. */
  clear(): Promise<void>;
  recorded(): readonly string[];
}

export function openJournal(folder: string): Journal {
  const originals = new Map<string, Original>();
  const clear = async (): Promise<void> => {
    await rm(folder, { recursive: true, force: true });
    originals.clear();
  };
  return {
    async record(path) {
      if (originals.has(path)) return;
      const original = await readOriginal(path);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeEntry(join(folder, `${originals.size}.json`), original);
      originals.set(path, original);
    },
    async restore() {
      await putAllBack([...originals.values()]);
      await clear();
    },
    clear,
    recorded: () => [...originals.keys()],
  };
}

/** Undoes what a killed run left: every entry of its journal folder; true when there was something to undo. */
export async function restoreJournal(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => []);
  const originals: Original[] = [];
  for (const name of names.filter((entry) => entry.endsWith(".json"))) {
    const entry = entrySchema.parse(JSON.parse(await readFile(join(folder, name), "utf8")));
    originals.push({ ...entry, bytes: Buffer.from(entry.base64, "base64") });
  }
  await putAllBack(originals);
  await rm(folder, { recursive: true, force: true });
  return names.length > 0;
}

async function readOriginal(path: string): Promise<Original> {
  const [bytes, stat] = [await readFile(path), await lstat(path)];
  return { path, bytes, mode: stat.mode & 0o7777, accessedMs: stat.atimeMs, modifiedMs: stat.mtimeMs };
}

async function writeEntry(file: string, { bytes, ...rest }: Original): Promise<void> {
  const handle = await open(file, "w", 0o600);
  try {
    await handle.writeFile(JSON.stringify({ ...rest, base64: bytes.toString("base64") }));
    await handle.sync();
  } finally {
    await handle.close();
  }
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
  throw new SetupError([{ code: "not-restored", what, why, next: "Put them back with `git checkout -- FILE`." }]);
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
