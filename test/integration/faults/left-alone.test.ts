import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { changedPaths, scratchRepository } from "../../support/scratch-project.ts";
import { leftoversOf, runFix, startFix } from "../cli/command.ts";
import { PATCHED, pause, PROJECT, trackedState } from "./scene.ts";

/** The project whose test goes on with these lines: only where it passes, or before it can fail. */
function projectThat(when: "passes" | "starts", ...lines: readonly string[]): Record<string, string> {
  const text = `import os, pathlib, signal, time\n${PROJECT["test_store.py"] ?? ""}`;
  const body = lines.map((line) => `    ${line}\n`).join("");
  const head = "def test_ticket():\n";
  const tests = when === "passes" ? `${text}${body}` : text.replace(head, `${head}${body}`);
  return { ...PROJECT, "test_store.py": tests, ".gitignore": "ignored.txt\n" };
}

test.each([[[]], [["--apply"]]])("what tests make, ignored or not, stays as they left it: fix %j", async (words) => {
  const files = projectThat(
    "starts",
    'for name in ("made.txt", "ignored.txt", "notes.txt"):',
    '    with open(name, "a") as file: file.write("run\\n")',
    'pathlib.Path("old.txt").unlink(missing_ok=True)',
  );
  const project = scratchRepository(files);
  writeFileSync(join(project, "notes.txt"), "mine\n");
  writeFileSync(join(project, "old.txt"), "mine\n");
  const before = trackedState(project);
  const { exitCode } = await runFix(project, ...words);
  const textOf = (name: string): string => readFileSync(join(project, name), "utf8");
  const runs = textOf("made.txt");
  const changed = changedPaths(before, project).filter((path) => path in before);
  expect([exitCode, changed, runs.length > 4, textOf("ignored.txt"), textOf("notes.txt")]).toEqual([
    0,
    words.length === 0 ? [] : ["store.py"],
    true,
    runs,
    `mine\n${runs}`,
  ]);
  expect([existsSync(join(project, "old.txt")), textOf("store.py")]).toEqual([
    false,
    words.length === 0 ? PROJECT["store.py"] : PATCHED,
  ]);
});

test("a test run that rewrites the patched file: the tree is as it was, what it wrote is kept and named", async () => {
  const project = scratchRepository(projectThat("passes", 'pathlib.Path("store.py").write_text("# theirs\\n")'));
  const before = trackedState(project);
  const { exitCode, stderr } = await runFix(project, "--apply");
  const [, place = ""] = /what it held is kept in (\S+)\.$/m.exec(stderr) ?? [];
  expect([exitCode, changedPaths(before, project).filter((path) => path in before)]).toEqual([1, []]);
  expect([readFileSync(place, "utf8"), place.startsWith(join(dirname(project), "temporary"))]).toEqual([
    "# theirs\n",
    true,
  ]);
});

test.each([
  ["only with the patch", "passes", 1],
  ["always", "starts", 1],
] as const)(
  "tests that are killed, as for want of memory, %s: nothing is published, the tree is as it was",
  async (...row) => {
    const [, when, code] = row;
    const project = scratchRepository(projectThat(when, "os.kill(os.getpid(), signal.SIGKILL)"));
    const before = trackedState(project);
    const { exitCode, stdout } = await runFix(project, "--apply");
    const changed = changedPaths(before, project).filter((path) => path in before);
    expect([exitCode, stdout, changed, leftoversOf(project)]).toEqual([code, "", [], []]);
  },
);

test("a second run in the same checkout is refused, and harms the first one not", async () => {
  const project = scratchRepository(projectThat("passes", "time.sleep(1)"));
  const { ended, process: first } = await startFix(project, ["--apply"]);
  const isPatched = (): boolean => readFileSync(join(project, "store.py"), "utf8") === PATCHED;
  while (!isPatched()) await pause(20);
  const second = await runFix(project, "--apply");
  const { exitCode } = await ended;
  expect([second.exitCode, second.stderr.replaceAll(project, "PROJECT").replace(String(first.pid), "PID")]).toEqual([
    2,
    "autofix-action already works in PROJECT (process PID). Two runs at once would test each other's patches. Wait until it has ended, or end it; or use a second checkout. (already-running)\n",
  ]);
  expect([exitCode, isPatched(), leftoversOf(project)]).toEqual([0, true, []]);
});
