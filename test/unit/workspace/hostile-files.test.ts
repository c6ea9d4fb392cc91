import { execFileSync } from "node:child_process";
import { link, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openCheckout } from "../../../src/io/checkout.ts";
import { openJournal } from "../../../src/io/journal.ts";
import { diskWorkspace } from "../../../src/io/workspace.ts";
import { scratchFolder } from "../../support/scratch-project.ts";

/** Where each of them would lead whoever follows it. */
async function hostileTree() {
  const [root, outside] = [scratchFolder(), scratchFolder()];
  await writeFile(join(outside, "secret.py"), "secret = 1\n");
  await mkdir(join(root, "real"));
  await writeFile(join(root, "real/x.py"), "x = 1\n");
  await symlink(join(outside, "secret.py"), join(root, "file-link.py"));
  await writeFile(join(outside, "plain.py"), "plain = 1\n");
  await symlink("secret.py", join(outside, "chain.py"));
  await symlink(join(outside, "chain.py"), join(root, "chain.py"));
  await symlink(outside, join(root, "folder"));
  await symlink("real", join(root, "inner"));
  await symlink("/proc/self/environ", join(root, "environ.py"));
  await symlink("/proc/self/root", join(root, "root"));
  await symlink("/dev/zero", join(root, "endless.py"));
  await symlink("loop.py", join(root, "loop.py"));
  await link(join(outside, "secret.py"), join(root, "twin.py"));
  execFileSync("mkfifo", [join(root, "pipe.py")]);
  const checkout = await openCheckout(root);
  const space = diskWorkspace(
    checkout,
    openJournal(join(scratchFolder(), "journal"), () => undefined),
  );
  return { outside, space };
}

const NO_FILE = "it is not a regular file";
const LINKED = "a link lies on its way";

const HOSTILE: Readonly<Record<string, string>> = {
  "file-link.py": NO_FILE,
  "chain.py": NO_FILE,
  "folder/plain.py": LINKED,
  "inner/x.py": LINKED,
  "environ.py": NO_FILE,
  "root/etc/hostname": LINKED,
  "endless.py": NO_FILE,
  "loop.py": NO_FILE,
  "twin.py": "it is linked from elsewhere too",
  "pipe.py": NO_FILE,
  real: NO_FILE,
};

test("no link, pipe or device is ever read", async () => {
  const { space } = await hostileTree();
  const answers = await Promise.all(Object.keys(HOSTILE).map(async (path) => [path, await space.read(path)]));
  expect(Object.fromEntries(answers)).toEqual(
    Object.fromEntries(Object.entries(HOSTILE).map(([path, reason]) => [path, { kind: "unreadable", reason }])),
  );
});

test("nor written, and what it leads to stays as it is", async () => {
  const { outside, space } = await hostileTree();
  for (const [path, reason] of Object.entries(HOSTILE)) {
    const change = { path, before: "secret = 1\n", after: "secret = 2\n" };
    await expect(space.write([change])).rejects.toThrow(`${path} cannot be written: ${reason}`);
  }
  await space.restore();
  expect(await readFile(join(outside, "secret.py"), "utf8")).toBe("secret = 1\n");
});

test("comparing a file with what it was waits for no pipe and reads no device", async () => {
  const { space } = await hostileTree();
  expect(await space.hashes(["pipe.py", "endless.py", "loop.py", "real"])).toEqual({
    "pipe.py": "",
    "endless.py": "",
    "loop.py": "",
    real: "",
  });
});
