import { createHash, randomUUID } from "node:crypto";
import { lstat, mkdir, readdir, readFile, rename, rm, rmdir, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, isAbsolute, join } from "node:path";
import { z } from "zod";
import { SetupError } from "../problem.ts";
import { restoreJournal, type Undone } from "./journal.ts";
import { endProcessesOf, thisProcess } from "./process.ts";
import { startTimeOf } from "./process-tree.ts";

/** A checkout that this process alone works in. */
export interface Claim {
  /** What earlier runs, killed before they could, had left to undo. */
  readonly undone: Undone;
  /** Gives the checkout free. Not to be called while the journal still holds something: the next run is to find it. */
  release(): Promise<void>;
}

export interface ClaimRequest {
  /** Where claims lie; the same for every run that may meet in the checkout. */
  readonly folder: string;
  /** The checkout, absolute, links resolved. */
  readonly root: string;
  readonly journalFolder: string;
}

const holderSchema = z.object({ pid: z.number(), startTime: z.string(), journal: z.string() });
type Holder = z.infer<typeof holderSchema>;

/**
 * Takes a checkout for this process, and undoes what a killed run left in it. Every run leaves its own mark before it
 * looks for others, so that of two that start at once never both go on. A mark of a process that no longer runs leads to
 * its journal: there only what still holds our bytes is put back, since people may have worked on since.
 */
export async function claimCheckout({ folder, root, journalFolder }: ClaimRequest): Promise<Claim> {
  const checkout = createHash("sha256").update(root).digest("hex").slice(0, 16);
  const own = `${checkout}-${randomUUID()}.json`;
  await writeMark(folder, own, { ...thisProcess(), journal: journalFolder });
  const release = async (): Promise<void> => {
    await rm(join(folder, own), { force: true });
    await rmdir(folder).catch(() => null); // others have theirs in it
  };
  try {
    const others = (await readdir(folder)).filter((name) => name.startsWith(`${checkout}-`) && name !== own);
    return { undone: await undoDead(folder, others, root), release };
  } catch (error) {
    await release();
    throw error;
  }
}

async function undoDead(folder: string, names: readonly string[], root: string): Promise<Undone> {
  const dead: { readonly file: string; readonly holder: Holder | undefined }[] = [];
  for (const name of names) {
    const holder = await readHolder(join(folder, name));
    if (holder && isLiving(holder)) throw alreadyRunning(root, holder.pid);
    dead.push({ file: join(folder, name), holder });
  }
  const all: Undone[] = [];
  for (const { file, holder } of dead) {
    // Ours are whole from the start; what does not parse leads nowhere.
    if (holder) all.push(await undo(holder));
    await rm(file, { force: true });
  }
  return { files: all.flatMap(({ files }) => files), notices: all.flatMap(({ notices }) => notices) };
}

/** Its tests may run on, and would write into what is put back. */
async function undo({ pid, startTime, journal }: Holder): Promise<Undone> {
  endProcessesOf({ pid, startTime });
  const undone = await restoreJournal(journal, "leave");
  await rmdir(dirname(journal)).catch(() => null); // there is more in it
  return undone;
}

async function writeMark(folder: string, name: string, mine: Holder): Promise<void> {
  for (let attempts = 3; ; attempts--) {
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await refuseForeign(folder);
      // Whole at once: an empty one would be taken for that of a dead run.
      await writeFile(join(folder, `.${name}`), JSON.stringify(mine), { mode: 0o600 });
      await rename(join(folder, `.${name}`), join(folder, name));
      return;
    } catch (error) {
      // Another run that ended took the empty folder away in between.
      const isGone = error instanceof Error && "code" in error && error.code === "ENOENT";
      if (!isGone || attempts === 0) throw error;
    }
  }
}

/** In a temporary folder that all users share, a name that can be guessed may be somebody else's. */
async function refuseForeign(folder: string): Promise<void> {
  const found = await lstat(folder);
  const isOwn = process.getuid === undefined || found.uid === process.getuid();
  if (isOwn && found.isDirectory() && (process.platform === "win32" || (found.mode & 0o022) === 0)) return;
  const what = `${folder} belongs to somebody else, or others may write to it.`;
  const why = "There we look for files that a stopped run left to undo.";
  const next = "Remove it, or set TMPDIR or XDG_STATE_HOME to a folder of your own.";
  throw new SetupError([{ code: "foreign-state-folder", what, why, next }]);
}

async function readHolder(file: string): Promise<Holder | undefined> {
  try {
    return holderSchema.parse(JSON.parse(await readFile(file, "utf8")));
  } catch {
    return undefined;
  }
}

function isLiving({ pid, startTime }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // It lives when only the right to signal it is missing.
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  return startTimeOf(pid) === startTime;
}

function alreadyRunning(root: string, pid: number): SetupError {
  const what = `autofix-action already works in ${root} (process ${pid}).`;
  const why = "Two runs at once would test each other's patches.";
  const next = "Wait until it has ended, or end it; or use a second checkout.";
  return new SetupError([{ code: "already-running", what, why, next }]);
}

/**
 * Where claims and journals lie that outlive a restart of the machine: the user's state folder where there is one
 * (XDG base directory specification), else the temporary folder. Nothing is made in a home without it.
 */
export async function stateFolder(environment: Readonly<Record<string, string | undefined>>): Promise<string> {
  const { XDG_STATE_HOME: state = "", HOME: home = "" } = environment;
  const ofUser = [state, home === "" ? "" : join(home, ".local", "state")].filter((path) => isAbsolute(path));
  for (const parent of ofUser) if (await isOwnFolder(parent)) return join(parent, "autofix-action");
  return join(tmpdir(), `autofix-action-${process.getuid?.() ?? "user"}`);
}

async function isOwnFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found?.isDirectory() === true && found.uid === process.getuid?.() && (found.mode & 0o200) !== 0;
}
