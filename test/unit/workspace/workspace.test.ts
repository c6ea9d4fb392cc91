import { chmod, link, mkdtemp, readFile, stat, symlink, utimes, writeFile, mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openCheckout } from "../../../src/io/checkout.ts";
import { openJournal, restoreJournal } from "../../../src/io/journal.ts";
import { diskWorkspace } from "../../../src/io/workspace.ts";
import { SetupError } from "../../../src/problem.ts";
import { smallDisk } from "../../support/small-disk.ts";

async function workspace(files: Readonly<Record<string, string | Buffer>>) {
  const root = await mkdtemp(join(tmpdir(), "autofix-test-"));
  const journalFolder = join(await mkdtemp(join(tmpdir(), "autofix-test-")), "journal");
  for (const [path, content] of Object.entries(files)) {
    await mkdir(join(root, path, ".."), { recursive: true });
    await writeFile(join(root, path), content);
  }
  const checkout = await openCheckout(root);
  return {
    root: checkout.root,
    checkout,
    journalFolder,
    workspace: diskWorkspace(
      checkout,
      openJournal(journalFolder, () => undefined),
    ),
  };
}

test("restores bytes, mode and time of every file written, however often", async () => {
  const text = "\uFEFFx = 'ü'\r\ny = 1";
  const { root, workspace: space, journalFolder } = await workspace({ "a.py": text });
  const path = join(root, "a.py");
  await chmod(path, 0o755);
  await utimes(path, 1_600_000_000, 1_600_000_000);
  const before = await readFile(path);
  await space.write([{ path: "a.py", before: text, after: "x = 1\n" }]);
  await space.write([{ path: "a.py", before: text, after: "x = 2\n" }]);
  expect(await readFile(path, "utf8")).toBe("x = 2\n");
  await space.restore();
  const { mode, mtimeMs } = await stat(path);
  expect({ bytes: await readFile(path), mode: mode & 0o777, mtimeMs }).toEqual({
    bytes: before,
    mode: 0o755,
    mtimeMs: 1_600_000_000_000,
  });
  await expect(stat(journalFolder)).rejects.toMatchObject({ code: "ENOENT" });
});

test("gives each version of a file another second, so that no compiled file passes for another", async () => {
  const { root, workspace: space } = await workspace({ "a.py": "x = 0\n" });
  const seconds = new Set([Math.floor((await stat(join(root, "a.py"))).mtimeMs / 1000)]);
  for (const value of [1, 2, 3]) {
    await space.write([{ path: "a.py", before: "x = 0\n", after: `x = ${value}\n` }]);
    seconds.add(Math.floor((await stat(join(root, "a.py"))).mtimeMs / 1000));
    await space.restore();
  }
  expect(seconds.size).toBe(4);
});

test("a killed run is undone from its journal by another process", async () => {
  const { root, workspace: space, journalFolder } = await workspace({ "a.py": "x = 0\n" });
  await space.write([{ path: "a.py", before: "x = 0\n", after: "x = 1\n" }]);
  const first = await restoreJournal(journalFolder, "replace");
  expect([first, await restoreJournal(journalFolder, "replace")]).toEqual([
    { files: [join(root, "a.py")], notices: [] },
    { files: [], notices: [] },
  ]);
  expect(await readFile(join(root, "a.py"), "utf8")).toBe("x = 0\n");
});

test("does not write over a file that changed since it was read", async () => {
  const { root, workspace: space } = await workspace({ "a.py": "x = 0\n" });
  await expect(space.write([{ path: "a.py", before: "other\n", after: "x = 1\n" }])).rejects.toThrow(
    "a.py changed since it was read",
  );
  expect(await readFile(join(root, "a.py"), "utf8")).toBe("x = 0\n");
});

test("reads and writes nothing through links, nor what is no text", async () => {
  const { root, workspace: space } = await workspace({
    "a.py": "x = 0\n",
    "latin.py": Buffer.from([0x78, 0xe9]),
    "real/b.py": "y = 0\n",
    "twin.py": "z\n",
  });
  await symlink("/etc/hostname", join(root, "outside.py"));
  await symlink(join(root, "real"), join(root, "linked"));
  await link(join(root, "twin.py"), join(root, "twin2.py"));
  const reasons = await Promise.all(
    ["outside.py", "linked/b.py", "twin.py", "latin.py", "none.py", "real"].map(async (path) => space.read(path)),
  );
  expect(reasons).toEqual([
    { kind: "unreadable", reason: "it is not a regular file" },
    { kind: "unreadable", reason: "a link lies on its way" },
    { kind: "unreadable", reason: "it is linked from elsewhere too" },
    { kind: "unreadable", reason: "it is not UTF-8" },
    { kind: "unreadable", reason: "it is not there" },
    { kind: "unreadable", reason: "it is not a regular file" },
  ]);
  await expect(space.write([{ path: "linked/b.py", before: "y = 0\n", after: "y = 1\n" }])).rejects.toThrow(
    "a link lies on its way",
  );
});

test("once closed, everything is back and nothing can be written, whatever was under way", async () => {
  const files = Object.fromEntries(["a", "b", "c"].map((name) => [`${name}.py`, "x = 0\n"]));
  const root = await mkdtemp(join(tmpdir(), "autofix-test-"));
  for (const [path, content] of Object.entries(files)) await writeFile(join(root, path), content);
  const checkout = await openCheckout(root);
  const journal = openJournal(join(await mkdtemp(join(tmpdir(), "autofix-test-")), "journal"), () => undefined);
  const space = diskWorkspace(checkout, journal);
  const changes = Object.keys(files).map((path) => ({ path, before: "x = 0\n", after: "x = 1\n" }));
  const writing = space.write(changes);
  await new Promise((resolve) => setImmediate(resolve)); // the first file is being written
  await Promise.all([journal.close(), writing]);
  const texts = await Promise.all(Object.keys(files).map(async (path) => readFile(join(checkout.root, path), "utf8")));
  expect(texts).toEqual(["x = 0\n", "x = 0\n", "x = 0\n"]);
  let hasReturned = false;
  void space.write(changes).finally(() => (hasReturned = true));
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect([hasReturned, await readFile(join(checkout.root, "a.py"), "utf8")]).toEqual([false, "x = 0\n"]);
});

test("an entry that was cut off does not keep the others from being put back", async () => {
  const { root, workspace: space, journalFolder } = await workspace({ "a.py": "x = 0\n" });
  await space.write([{ path: "a.py", before: "x = 0\n", after: "x = 1\n" }]);
  await mkdir(join(journalFolder, "1"));
  await writeFile(join(journalFolder, "1", "entry.json"), '{"path": "/tmp/x", "mo');
  await mkdir(join(journalFolder, "2.tmp"));
  expect((await restoreJournal(journalFolder, "replace")).files).toEqual([join(root, "a.py")]);
  expect(await readFile(join(root, "a.py"), "utf8")).toBe("x = 0\n");
});

test("on a full disk nothing is written, and the system's words are told", async () => {
  const disk = smallDisk();
  const path = join(disk.folder, "a.py");
  await writeFile(path, "x = 0\n");
  const space = diskWorkspace(
    await openCheckout(disk.folder),
    openJournal(join(disk.folder, ".journal"), () => undefined),
  );
  const before = await stat(path);
  disk.fill();
  const failed: unknown = await space
    .write([{ path: "a.py", before: "x = 0\n", after: "x = 1\n" }])
    .catch((error) => error);
  const problem = failed instanceof SetupError ? failed.problems[0] : undefined;
  await space.restore();
  const after = await stat(path);
  expect([problem?.code, problem?.what, /ENOSPC|EFBIG/.test(problem?.why ?? "")]).toEqual([
    "file-not-written",
    "a.py could not be saved to the journal.",
    true,
  ]);
  expect([await readFile(path, "utf8"), after.mtimeMs]).toEqual(["x = 0\n", before.mtimeMs]);
});

test("a patch that was in the tree and then changed by somebody is not written over", async () => {
  const { root, workspace: space } = await workspace({ "a.py": "x = 0\n" });
  await space.write([{ path: "a.py", before: "x = 0\n", after: "x = 1\n" }]);
  await writeFile(join(root, "a.py"), "theirs\n");
  await expect(space.write([{ path: "a.py", before: "x = 0\n", after: "x = 2\n" }])).rejects.toThrow(
    "a.py changed since it was read",
  );
  expect(await readFile(join(root, "a.py"), "utf8")).toBe("theirs\n");
});
