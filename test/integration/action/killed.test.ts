import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { pullRequestEvent } from "../../support/github/events.ts";
import { changedPaths, projectFiles, treeState } from "../../support/scratch-project.ts";
import { commandsIn, github, startStep } from "./step.ts";

const TESTS = "tests/test_store.py";

test("a step that was killed with a patch in the tree is undone by its post step, once", async () => {
  const server = await github();
  const files = projectFiles("query-on-async-session");
  const last =
    '\n\nasync def test_more(session):\n    await how_many(session)\n    pathlib.Path("../pid").write_text(str(os.getpid()))\n    time.sleep(600)\n';
  const head = { ...files, [TESTS]: `import os, pathlib, time\n\n${files[TESTS] ?? ""}${last}` };
  const pull = server.openPullRequest({ base: { "README.md": "# Shop\n" }, head });
  let before: Record<string, string> = {};
  const step = await startStep({
    github: server,
    event: pullRequestEvent(server, pull),
    before: async (workspace) => {
      before = treeState(workspace);
    },
  });
  const { workspace } = step.runner;
  const pidFile = join(dirname(workspace), "pid");
  while (!existsSync(pidFile) || readFileSync(pidFile, "utf8") === "")
    await new Promise((resolve) => setTimeout(resolve, 20));
  step.process.kill("SIGKILL");
  await step.ended;
  const patched = changedPaths(before, workspace);
  const post = await step.post();
  const afterPost = changedPaths(before, workspace);
  const second = await step.post();
  process.kill(Number(readFileSync(pidFile, "utf8")), "SIGKILL");
  expect([patched, post.exitCode, commandsIn(post, "notice", "error"), afterPost]).toEqual([
    ["tickets/store.py"],
    0,
    ["::notice::The step was stopped while a patch was in the tree; the files were put back."],
    [],
  ]);
  expect([second.exitCode, second.stdout]).toEqual([0, ""]);
});
