import { mkdir, mkdtemp, realpath, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openCheckout } from "../../../src/io/checkout.ts";

/** A folder that no git repository holds, as in a container without git. */
async function folderWithoutGit(): Promise<string> {
  const root = await realpath(await mkdtemp(join(tmpdir(), "autofix-test-")));
  await mkdir(join(root, "backend/app"), { recursive: true });
  await writeFile(join(root, "backend/app/main.py"), "");
  await writeFile(join(root, "README.md"), "");
  return root;
}

test("without git the workspace is the root, and paths hold the working directory", async () => {
  const root = await folderWithoutGit();
  expect(await openCheckout(join(root, "backend"), root)).toEqual({
    root,
    workingDirectory: "backend",
    trackedFiles: ["README.md", "backend/app/main.py"],
    sha: null,
    checkedOutAt: 0,
  });
});

test("links on the way to the workspace make no difference", async () => {
  const root = await folderWithoutGit();
  const link = join(await mkdtemp(join(tmpdir(), "autofix-test-")), "workspace");
  await symlink(root, link);
  expect(await openCheckout(join(link, "backend"), link)).toMatchObject({ root, workingDirectory: "backend" });
});

test.each([
  ["no workspace", undefined],
  ["a workspace that is elsewhere", join(tmpdir(), "autofix-elsewhere")],
  ["a workspace below the folder", "below"],
])("%s: the folder is the root", async (_name, workspace) => {
  const root = join(await folderWithoutGit(), "backend");
  const given = workspace === "below" ? join(root, "app") : workspace;
  expect(await openCheckout(root, given)).toEqual({
    root,
    workingDirectory: "",
    trackedFiles: ["app/main.py"],
    sha: null,
    checkedOutAt: 0,
  });
});
