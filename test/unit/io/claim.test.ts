import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chmod, mkdir, readdir, readFile, rename, symlink, unlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { claimCheckout, stateFolder } from "../../../src/io/claim.ts";
import { openJournal } from "../../../src/io/journal.ts";
import { overwrite } from "../../../src/io/put-back.ts";
import { SetupError } from "../../../src/problem.ts";
import { scratchFolder } from "../../support/scratch-project.ts";

const NONE = { files: [], notices: [] };

async function scene() {
  const folder = join(scratchFolder(), "state");
  const root = scratchFolder();
  const request = { folder, root, journalFolder: join(folder, "run", "journal") };
  const marks = async (): Promise<string[]> => readdir(folder).catch(() => []);
  return { folder, root, request, marks };
}

/** What a run left that was killed with a patch in the tree. */
async function killedRun({ folder, root, request }: Awaited<ReturnType<typeof scene>>) {
  const path = join(root, "a.py");
  await writeFile(path, "x = 0\n");
  const journal = openJournal(request.journalFolder, () => undefined);
  await journal.exclusively(async () => {
    await journal.record(path, Buffer.from("x = 1\n"));
    await overwrite(path, Buffer.from("x = 1\n"));
  });
  await claimCheckout(request);
  const [mark = ""] = (await readdir(folder)).filter((name) => name.endsWith(".json"));
  const file = join(folder, mark);
  // The number of a living process that was started at another time.
  await writeFile(file, (await readFile(file, "utf8")).replace(/"startTime":"\d*"/, '"startTime":"1"'));
  return path;
}

test("a claim leaves one mark, and none when it is given free", async () => {
  const { request, folder, marks } = await scene();
  const claim = await claimCheckout(request);
  expect([claim.undone, (await marks()).length]).toEqual([NONE, 1]);
  await claim.release();
  expect(existsSync(folder)).toBe(false);
});

test("a checkout that another run works in is refused, another checkout is not", async () => {
  const { request, marks } = await scene();
  await claimCheckout(request);
  const failed: unknown = await claimCheckout(request).catch((error: unknown) => error);
  expect(failed instanceof SetupError ? failed.problems.map(({ code, what }) => [code, what]) : failed).toEqual([
    ["already-running", `autofix-action already works in ${request.root} (process ${process.pid}).`],
  ]);
  await claimCheckout({ ...request, root: scratchFolder() });
  expect((await marks()).length).toBe(2);
});

test("of those that start at once, one at most goes on", async () => {
  const { request } = await scene();
  const ends = await Promise.allSettled([1, 2, 3, 4].map(async () => claimCheckout(request)));
  expect(ends.filter(({ status }) => status === "fulfilled").length).toBeLessThanOrEqual(1);
});

test("what a killed run left is undone, once", async () => {
  const about = await scene();
  const path = await killedRun(about);
  const claim = await claimCheckout({ ...about.request, journalFolder: join(about.folder, "other", "journal") });
  expect([claim.undone, await readFile(path, "utf8"), (await about.marks()).length]).toEqual([
    { files: [path], notices: [] },
    "x = 0\n",
    1,
  ]);
  await claim.release();
  expect(existsSync(about.folder)).toBe(false);
});

test("what cannot be undone yet is left for the next run", async () => {
  const about = await scene();
  const path = await killedRun(about);
  const moved = join(scratchFolder(), "moved");
  await mkdir(moved);
  await rename(about.root, join(moved, "root"));
  await symlink(join(moved, "root"), about.root);
  await expect(claimCheckout(about.request)).rejects.toThrow("its folder is a link now");
  await unlink(about.root);
  await rename(join(moved, "root"), about.root);
  expect([(await claimCheckout(about.request)).undone.files, await readFile(path, "utf8")]).toEqual([
    [path],
    "x = 0\n",
  ]);
});

test("tests that a killed run left running are ended first", async () => {
  const about = await scene();
  await killedRun(about);
  const orphan = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000); console.log()"], {
    env: { AUTOFIX_PROCESS: `${process.pid}.1.7.` },
    detached: true,
  });
  onTestFinished(() => void orphan.kill("SIGKILL"));
  await once(orphan.stdout, "data");
  const ended = once(orphan, "exit");
  await claimCheckout(about.request);
  expect(await ended).toEqual([null, "SIGKILL"]);
});

test("a folder that others may write to is not trusted", async () => {
  const { request, folder } = await scene();
  await mkdir(folder);
  await chmod(folder, 0o777);
  await expect(claimCheckout(request)).rejects.toThrow("foreign-state-folder");
});

test("state lies in the user's folder for it where there is one, else in the temporary folder", async () => {
  const [home, state] = [scratchFolder(), scratchFolder()];
  const temporary = join(tmpdir(), `autofix-action-${process.getuid?.() ?? "user"}`);
  expect([
    await stateFolder({ HOME: home }),
    await stateFolder({ HOME: home, XDG_STATE_HOME: "relative" }),
    await stateFolder({ HOME: home, XDG_STATE_HOME: state }),
    await stateFolder({}),
  ]).toEqual([temporary, temporary, join(state, "autofix-action"), temporary]);
  await mkdir(join(home, ".local", "state"), { recursive: true });
  expect(await stateFolder({ HOME: home })).toBe(join(home, ".local", "state", "autofix-action"));
});
