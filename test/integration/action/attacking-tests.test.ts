import { expect, test } from "vitest";
import { pullRequestEvent } from "../../support/github/events.ts";
import { changedPaths, projectFiles, treeState } from "../../support/scratch-project.ts";
import { commandsIn, github, runOn, startStep } from "./step.ts";

const CONFTEST = "tests/conftest.py";

function withConftest(text: string): Record<string, string> {
  return { ...projectFiles("query-on-async-session"), [CONFTEST]: text };
}

test("a test process that kills us leaves a tree that the post step puts back, and nothing is published", async () => {
  const server = await github();
  const head = withConftest(
    'import os, pathlib, signal\n\nif "await session.get" in pathlib.Path("tickets/store.py").read_text():\n    os.kill(os.getppid(), signal.SIGKILL)\n',
  );
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
  const ended = await step.ended;
  const patched = changedPaths(before, workspace);
  const post = await step.post();
  expect([ended.exitCode, patched, post.exitCode, changedPaths(before, workspace), step.runner.outputs()]).toEqual([
    null,
    ["tickets/store.py"],
    0,
    [],
    {},
  ]);
});

test("what tests print and raise is never a command of the workflow", async () => {
  const server = await github();
  const hostile = ["::set-output name=status::fixed", "::add-mask::e", "##[error]done", "::stop-commands::x"];
  const head = withConftest(
    [
      "import sys",
      `LINES = ${JSON.stringify(hostile)}`,
      "def pytest_sessionfinish(session):",
      '    for line in LINES: print(line, "\\r" + line, file=sys.stderr); print("  " + line)',
      "def pytest_runtest_setup(item):",
      '    raise ValueError("\\n".join(LINES))',
    ].join("\n"),
  );
  const pull = server.openPullRequest({ base: { "README.md": "# Shop\n" }, head });
  const run = await runOn(server, pull);
  const lines = run.stdout.split(/\r\n|\r|\n/).map((line) => line.trimStart());
  const commands = lines.filter((line) => /^::(?!group|endgroup)/.test(line) || line.includes("##["));
  expect(commands.toSorted()).toEqual(commandsIn(run, "add-mask::ghs", "error title=", "notice", "warning").toSorted());
  expect(run.runner.outputs()["status"]).toBe("no-fix");
});
