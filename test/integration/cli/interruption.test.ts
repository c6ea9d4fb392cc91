import { chmodSync, existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { changedPaths, projectFiles, scratchRepository, treeState } from "../../support/scratch-project.ts";
import { runFix, schemaProblems, startFix } from "./command.ts";

/** The project whose tests, once they pass, go on with these lines before they end. */
function projectThat(...lines: readonly string[]): Record<string, string> {
  const files = projectFiles("query-on-async-session");
  const tests = "tests/test_store.py";
  const body = [
    "",
    "",
    "async def test_more(session):",
    "    await how_many(session)",
    ...lines.map((line) => `    ${line}`),
    "",
  ];
  return { ...files, [tests]: `import os, pathlib, shutil, time\n\n${files[tests] ?? ""}${body.join("\n")}` };
}

/** Waits until a condition holds, for a minute at most. */
async function until(condition: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 60_000; !condition();) {
    if (Date.now() > deadline) throw new Error("It did not come to that.");
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
}

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)(
  "%s while a patch is in the tree: the files are back within 5 seconds, and nothing runs on",
  async (signal, code) => {
    const files = projectThat('pathlib.Path("../pid").write_text(str(os.getpid()))', "time.sleep(600)");
    const project = scratchRepository(files);
    const pidFile = join(dirname(project), "pid");
    const before = treeState(project);
    const { process: child, ended } = await startFix(project, ["--apply"]);
    await until(() => existsSync(pidFile) && readFileSync(pidFile, "utf8") !== "");
    const patched = changedPaths(before, project);
    const sent = performance.now();
    child.kill(signal);
    const { exitCode } = await ended;
    const seconds = (performance.now() - sent) / 1000;
    expect([patched, exitCode, changedPaths(before, project), seconds < 5]).toEqual([
      ["tickets/store.py"],
      code,
      [],
      true,
    ]);
    const stat = `/proc/${readFileSync(pidFile, "utf8")}/stat`;
    await until(() => !existsSync(stat) || /\) Z/.test(readFileSync(stat, "utf8")));
  },
);

test.each([
  ["deletes the patched file", 'os.remove("tickets/store.py")'],
  ["deletes its whole folder", 'shutil.rmtree("tickets")'],
  ["takes its permissions away", 'os.chmod("tickets/store.py", 0)'],
  ["puts a link in its place", 'os.remove("tickets/store.py"); os.symlink("models.py", "tickets/store.py")'],
])("a test run that %s: what we touched is as it was", async (_, line) => {
  const project = scratchRepository(projectThat(line));
  chmodSync(join(project, "tickets/store.py"), 0o755);
  const before = treeState(project);
  const { stderr, leftovers, result } = await runFix(project);
  const changed = changedPaths(before, project);
  expect([changed, leftovers, schemaProblems("result", result), stderr.includes("fault of autofix-action")]).toEqual([
    // What the tests delete beside our file is theirs to bring back.
    line.includes("rmtree") ? ["tickets/__init__.py", "tickets/models.py"] : [],
    [],
    [],
    false,
  ]);
});

test("a test run that puts a link in the place of a folder: nothing is written through it, and it is said", async () => {
  const files = projectThat('os.rename("tickets", "../elsewhere"); os.symlink("../elsewhere", "tickets")');
  const project = scratchRepository(files);
  const { exitCode, stderr } = await runFix(project);
  const elsewhere = readFileSync(join(dirname(project), "elsewhere/store.py"), "utf8");
  const journal = new RegExp(`${dirname(project)}/temporary/autofix-action-\\w+/run-[0-9a-f-]+/journal`, "g");
  const said = stderr.replaceAll(journal, "JOURNAL").replaceAll(project, "PROJECT").trim().split("\n").at(-1);
  expect([exitCode, elsewhere === files["tickets/store.py"], said]).toEqual([
    2,
    false,
    "Files could not be put back as they were: PROJECT/tickets/store.py (its folder is a link now; its original: JOURNAL/0/0). A test run changed what is around them while a patch was in the tree, or the disk is full. Copy them back from where their originals are, or use `git checkout -- FILE`. (not-restored)",
  ]);
});
