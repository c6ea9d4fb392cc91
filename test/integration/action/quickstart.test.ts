import { execFile } from "node:child_process";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import { testPython } from "../runner/project.ts";
import { github, openProject, outputsOf, runOn } from "./step.ts";

/** The step before ours: `pytest` with these words, red. */
async function pytestStep(workspace: string, ...words: readonly string[]): Promise<void> {
  const python = await testPython();
  await new Promise((resolve) => {
    execFile(python, ["-m", "pytest", ...words], { cwd: workspace }, resolve);
  });
}

test("without any input, what pytest noted as failed in the step before is mended, with the active environment", async () => {
  const server = await github();
  const pull = openProject(server);
  const home = dirname(dirname(await testPython()));
  const run = await runOn(server, pull, {
    inputs: { python: "" },
    environment: { VIRTUAL_ENV: home },
    before: (workspace) => pytestStep(workspace, "-k", "how_many"),
  });
  const { status, "fixed-tests": fixed, "remaining-failures": remaining } = outputsOf(run);
  expect([run.exitCode, status, fixed, remaining, server.writes()]).toEqual([
    0,
    "suggested",
    '["tests/test_store.py::test_how_many"]',
    '["tests/test_store.py::test_open_tickets_newest_first","tests/test_store.py::test_find_ticket"]',
    ["POST /repos/octo/shop/pulls/1/reviews 200"],
  ]);
});
