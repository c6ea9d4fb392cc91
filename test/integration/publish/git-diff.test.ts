import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { diffWithGit } from "../../../src/io/git-diff.ts";
import { hunksOnly } from "../../../src/publish/missing-diffs.ts";

const LINES = Array.from({ length: 12 }, (_, index) => `line ${index}\n`);
const CHANGED = LINES.with(5, "new\n");
const HUNK = `@@ -3,7 +3,7 @@ line 1
 line 2
 line 3
 line 4
-line 5
+new
 line 6
 line 7
 line 8`;

test("three lines of context, no end of the last line, nothing where they are the same", async () => {
  expect(hunksOnly((await diffWithGit(LINES.join(""), CHANGED.join(""))) ?? "")).toBe(HUNK);
  expect(hunksOnly((await diffWithGit("", "ä\r\nb")) ?? "")).toBe(
    "@@ -0,0 +1,2 @@\n+ä\r\n+b\n\\ No newline at end of file",
  );
  expect(await diffWithGit("a\n", "a\n")).toBe("");
});

test("no configuration, variable or attribute that the tests may have left has a say", async () => {
  const folder = mkdtempSync(join(tmpdir(), "git-home-"));
  onTestFinished(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });
  const settings =
    "[diff]\n\tcontext = 0\n\texternal = false\n\tnoprefix = true\n[core]\n\tattributesFile = ~/attributes\n";
  writeFileSync(join(folder, ".gitconfig"), settings);
  writeFileSync(join(folder, "attributes"), "* -diff\n");
  const variables = { HOME: folder, GIT_DIFF_OPTS: "-u0", GIT_EXTERNAL_DIFF: "false", GIT_DIR: "/nowhere" };
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  expect(hunksOnly((await diffWithGit(LINES.join(""), CHANGED.join(""))) ?? "")).toBe(HUNK);
  vi.stubEnv("PATH", folder);
  expect(await diffWithGit("a\n", "b\n")).toBeNull();
});
