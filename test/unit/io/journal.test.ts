import { execFileSync } from "node:child_process";
import { existsSync, lstatSync } from "node:fs";
import { chmod, link, mkdir, readdir, readFile, rename, rm, stat, symlink, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { openJournal, restoreJournal } from "../../../src/io/journal.ts";
import { overwrite } from "../../../src/io/put-back.ts";
import { SetupError } from "../../../src/problem.ts";
import { smallDisk } from "../../support/small-disk.ts";
import { scratchFolder } from "../../support/scratch-project.ts";

const ORIGINAL = Buffer.from("\uFEFFx = 'ü'\r\ny = 1\r\n\fz = 2");
const PATCH = Buffer.from("x = 'patched'\n");

/** A file and a journal; as if the patch had just been written. */
async function patched(change: { original?: Buffer; patch?: Buffer; tree?: string; state?: string } = {}) {
  const { original = ORIGINAL, patch = PATCH, tree = scratchFolder(), state = scratchFolder() } = change;
  const path = join(tree, "package", "a.py");
  await mkdir(dirname(path));
  await writeFile(path, original, { mode: 0o640 });
  await utimes(path, 1_600_000_000, 1_600_000_000.5);
  const folder = join(state, "journal");
  const notices: string[] = [];
  const journal = openJournal(folder, (notice) => notices.push(notice));
  await journal.exclusively(async () => {
    await journal.record(path, patch);
    await overwrite(path, patch);
  });
  const keptNames = async (): Promise<string[]> => readdir(join(state, "kept")).catch(() => []);
  return { path, folder, journal, notices, state, kept: join(state, "kept"), keptNames };
}

async function stateOf(path: string) {
  const { mode, mtimeMs, atimeMs } = await stat(path);
  return { mode: mode & 0o7777, mtimeMs, atimeMs, bytes: await readFile(path) };
}

const START = { mode: 0o640, mtimeMs: 1_600_000_000_500, atimeMs: 1_600_000_000_000, bytes: ORIGINAL };

describe("what a test run did to the file", () => {
  test.each<[string, (path: string) => Promise<unknown>]>([
    ["nothing", async () => undefined],
    ["deleted it", async (path) => rm(path)],
    ["deleted its folder", async (path) => rm(dirname(path), { recursive: true })],
    ["took all rights away", async (path) => chmod(path, 0)],
    ["put a link in its place", async (path) => rm(path).then(async () => symlink("/etc/hostname", path))],
    ["put the original back by itself", async (path) => writeFile(path, ORIGINAL)],
  ])("%s: bytes, mode and times are as they were, and nothing is kept", async (_, change) => {
    const { path, journal, folder, notices, keptNames } = await patched();
    await change(path);
    await journal.restore();
    expect([await stateOf(path), existsSync(folder), notices, await keptNames()]).toEqual([START, false, [], []]);
  });

  test("rewrote it: the original is back, and what it held is kept and told once", async () => {
    const { path, journal, notices, kept, keptNames } = await patched();
    for (let round = 0; round < 2; round++) {
      await journal.exclusively(async () => journal.record(path, PATCH));
      await writeFile(path, "theirs\n");
      await journal.restore();
    }
    const [name = ""] = await keptNames();
    expect([await stateOf(path), await readFile(join(kept, name), "utf8"), notices]).toEqual([
      START,
      "theirs\n",
      [
        `${path} was changed by somebody else, a person or a test run, while a patch was in it. It is as it was before the patch; what it held is kept in ${join(kept, name)}.`,
      ],
    ]);
    expect(await keptNames()).toEqual([name]);
  });

  test("put a folder in its place: the folder is kept with all in it", async () => {
    const { path, journal, notices, kept, keptNames } = await patched();
    await rm(path);
    await mkdir(path);
    await writeFile(join(path, "inside"), "theirs\n");
    await journal.restore();
    expect([await stateOf(path), await keptNames(), notices.length]).toEqual([START, ["1-a.py"], 1]);
    expect(await readFile(join(kept, "1-a.py", "inside"), "utf8")).toBe("theirs\n");
  });

  test("linked it from elsewhere: the other name keeps what the test run saw", async () => {
    const { path, journal } = await patched();
    await link(path, `${path}.cached`);
    await journal.restore();
    expect([await stateOf(path), await readFile(`${path}.cached`)]).toEqual([START, PATCH]);
  });

  test("put another file under its name: that file is not written to", async () => {
    const { path, journal, keptNames } = await patched();
    await writeFile(`${path}.other`, "theirs\n");
    await rm(path);
    await link(`${path}.other`, path);
    await journal.restore();
    const other = await readFile(`${path}.other`, "utf8");
    expect([await stateOf(path), other, (await keptNames()).length]).toEqual([START, "theirs\n", 1]);
  });

  test("made a folder a link to elsewhere: nothing is made through it", async () => {
    const { path, journal, folder } = await patched();
    const elsewhere = scratchFolder();
    await rename(dirname(path), `${dirname(path)}.old`);
    await symlink(elsewhere, dirname(path));
    await expect(journal.restore()).rejects.toThrow("its folder is a link now");
    expect([await readdir(elsewhere), existsSync(join(folder, "0"))]).toEqual([[], true]);
  });
});

describe("from the journal on disk", () => {
  test.each([0, 1, 7, PATCH.length, ORIGINAL.length])("a write cut off after %d bytes is ours", async (length) => {
    const { path, folder } = await patched();
    const mixed = Buffer.from(ORIGINAL);
    PATCH.copy(mixed, 0, 0, length);
    await writeFile(path, mixed);
    expect(await restoreJournal(folder, "leave")).toEqual({ files: [path], notices: [] });
    expect(await stateOf(path)).toEqual(START);
  });

  test("what a person changed since then stays; the original is kept", async () => {
    const { path, folder, kept, keptNames } = await patched();
    await writeFile(path, "worked on\n");
    const undone = await restoreJournal(folder, "leave");
    const [name = ""] = await keptNames();
    const notice = `${path} was changed after the run that was stopped: it stays so. What it held before that run is kept in ${join(kept, name)}.`;
    expect([undone, await readFile(path, "utf8"), await readFile(join(kept, name))]).toEqual([
      { files: [path], notices: [notice] },
      "worked on\n",
      ORIGINAL,
    ]);
  });

  test("what was forgotten stays as it is, also when forgetting it was cut off", async () => {
    const { path, folder } = await patched();
    await rename(folder, `${folder}.forgotten`);
    await rm(join(`${folder}.forgotten`, "0", "0"));
    expect(await restoreJournal(folder, "replace")).toEqual({ files: [], notices: [] });
    expect(await readFile(path)).toEqual(PATCH);
  });
});

describe("a full disk", () => {
  const LONG = Buffer.alloc(100_000, "o");

  test("takes no patch that it cannot undo, and the original back without any room", async () => {
    const disk = smallDisk();
    const { path, journal, folder, notices } = await patched({ original: LONG, tree: disk.folder, state: disk.folder });
    const other = join(disk.folder, "b.py");
    await writeFile(other, ORIGINAL);
    disk.fill();
    await expect(journal.exclusively(async () => journal.record(other, PATCH))).rejects.toThrow(/ENOSPC|EFBIG/);
    await journal.restore();
    expect([await stateOf(path), existsSync(folder), notices]).toEqual([{ ...START, bytes: LONG }, false, []]);
  });

  test("gets the original back in the place of a longer patch, wherever the journal is", async () => {
    const disk = smallDisk();
    const { path, journal } = await patched({ patch: LONG, tree: disk.folder, state: disk.elsewhere });
    disk.fill();
    await journal.restore();
    expect(await stateOf(path)).toEqual(START);
  });

  test("keeps what is somebody else's by moving it", async () => {
    const disk = smallDisk();
    const { path, journal, kept } = await patched({ tree: disk.folder, state: disk.folder });
    await writeFile(path, LONG);
    disk.fill();
    await journal.restore();
    expect([await stateOf(path), await readFile(join(kept, "1-a.py"))]).toEqual([START, LONG]);
  });

  test("where the journal is elsewhere and others took the room: it is said, and works once there is room", async () => {
    const disk = smallDisk();
    const { path, folder, journal } = await patched({
      original: LONG,
      tree: disk.folder,
      state: disk.elsewhere,
    });
    disk.fill();
    const failed: unknown = await journal.restore().catch((error: unknown) => error);
    expect([failed instanceof SetupError, await readFile(join(folder, "0", "0"))]).toEqual([true, LONG]);
    disk.free();
    await journal.restore();
    expect(await stateOf(path)).toEqual({ ...START, bytes: LONG });
  });
});

test("a folder that a test run made read-only gets its file back, and stays read-only", async () => {
  // The rights of others do not hold for root: then another user takes its place.
  const user = process.getuid?.() === 0 ? 65_534 : null;
  const { path, journal, state } = await patched();
  const folders = [dirname(dirname(path)), state];
  if (user !== null) execFileSync("chown", ["-R", `${user}:${user}`, ...folders]);
  await rm(path);
  await chmod(dirname(path), 0o555);
  onTestFinished(() => {
    if (user !== null) process.seteuid?.(0);
  });
  if (user !== null) process.seteuid?.(user);
  await expect(writeFile(path, "")).rejects.toThrow("EACCES");
  await journal.restore();
  if (user !== null) process.seteuid?.(0);
  expect([await readFile(path), lstatSync(dirname(path)).mode & 0o777]).toEqual([ORIGINAL, 0o555]);
});
