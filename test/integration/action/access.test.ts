import { chmodSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { pullRequestEvent, type RunnerEvent, workflowDispatchEvent } from "../../support/github/events.ts";
import { projectFiles, scratchFolder } from "../../support/scratch-project.ts";
import { commandsIn, github, openProject, outputsOf, runOn, runStep, type StepRun } from "./step.ts";

/** What a workflow's author sees of the end. */
function ending(run: StepRun): readonly unknown[] {
  const { status, "published-as": publishedAs } = outputsOf(run);
  return [run.exitCode, status, publishedAs, run.stdout.trimEnd().split("\n").at(-1)];
}

/** An event under another name, as the runner would give it. */
function named(event: RunnerEvent, name: string): RunnerEvent {
  return { ...event, name, environment: { ...event.environment, GITHUB_EVENT_NAME: name } };
}

describe("where nothing may be written the summary holds it all", () => {
  test("a token that may only read", async () => {
    const server = await github({ permissions: { contents: "read", pull_requests: "read" } });
    const run = await runOn(server, openProject(server));
    expect([...ending(run), server.writes()]).toMatchInlineSnapshot(`
      [
        0,
        "suggested",
        "summary",
        "::notice::suggested: 3 failing tests pass with the patch. GitHub did not take the review: the token may not do this; the job needs \`permissions: pull-requests: write\` (Resource not accessible by integration).",
        [
          "POST /repos/octo/shop/pulls/1/reviews 403",
        ],
      ]
    `);
  });

  test("no token", async () => {
    const server = await github();
    const run = await runOn(server, openProject(server), { token: null });
    expect([...ending(run), server.writes()]).toMatchInlineSnapshot(`
      [
        0,
        "suggested",
        "summary",
        "::notice::suggested: 3 failing tests pass with the patch. No token was given, so nothing can be written to the pull request.",
        [],
      ]
    `);
  });

  test("a token that GitHub does not know", async () => {
    const server = await github();
    const run = await runOn(server, openProject(server), { token: "ghs_revoked" });
    expect([...ending(run), server.writes()]).toMatchInlineSnapshot(`
      [
        0,
        "suggested",
        "summary",
        "::notice::suggested: 3 failing tests pass with the patch. GitHub did not show the pull request: the token may not do this (Bad credentials).",
        [],
      ]
    `);
  });

  test("a pull request from a fork", async () => {
    const server = await github();
    const plan = { base: { "README.md": "# Shop\n" }, head: projectFiles("query-on-async-session"), fromFork: true };
    const run = await runOn(server, server.openPullRequest(plan));
    expect([...ending(run), server.writes()]).toMatchInlineSnapshot(`
      [
        0,
        "suggested",
        "summary",
        "::notice::suggested: 3 failing tests pass with the patch. The pull request comes from a fork, so this run may not write to it: a second workflow on \`workflow_run\` can publish what this one found.",
        [],
      ]
    `);
  });

  test("a branch without a pull request, and no contents: write to open one", async () => {
    const server = await github();
    openProject(server);
    server.push("alone", projectFiles("query-on-async-session"));
    const run = await runStep({ github: server, event: workflowDispatchEvent(server, { branch: "alone" }) });
    expect([...ending(run), server.writes()]).toMatchInlineSnapshot(`
      [
        0,
        "suggested",
        "summary",
        "::notice::suggested: 3 failing tests pass with the patch. GitHub did not take the commit: the token may not do this; the job needs \`permissions: contents: write\` (Resource not accessible by integration).",
        [
          "POST /repos/octo/shop/git/blobs 403",
        ],
      ]
    `);
  });
});

describe("before any process is started", () => {
  /** A folder of programs that leave a mark when they are run, to stand first and alone in PATH. */
  function traps(): { readonly path: string; readonly mark: string } {
    const path = scratchFolder();
    const mark = join(path, "started");
    for (const name of ["git", "python", "python3", "uv", "poetry", "sh"]) {
      writeFileSync(join(path, name), `#!/bin/sh\n: > '${mark}'\n`);
      chmodSync(join(path, name), 0o755);
    }
    return { path, mark };
  }

  test.each([
    ["pull_request_target", {}],
    ["issues", {}],
    ["pull_request", { timeout: "soon", mode: "shout", repeat: "99" }],
  ])("%s with %j ends", async (name, inputs) => {
    const server = await github();
    const plan = { base: { "README.md": "# Shop\n" }, head: projectFiles("query-on-async-session"), fromFork: true };
    const event = named(pullRequestEvent(server, server.openPullRequest(plan)), name);
    const { path, mark } = traps();
    const run = await runStep({ github: server, event, inputs, environment: { PATH: path } });
    expect([...ending(run), commandsIn(run, "error"), existsSync(mark), server.writes()]).toMatchSnapshot();
  });

  test("the traps do catch: an event that is taken starts git", async () => {
    const server = await github();
    const { path, mark } = traps();
    const run = await runOn(server, openProject(server), { inputs: { python: "" }, environment: { PATH: path } });
    expect([run.exitCode, outputsOf(run)["status"], existsSync(mark)]).toEqual([1, "error", true]);
  });

  test("a broken setup does not fail the step where fail-on-error is false", async () => {
    const server = await github();
    const run = await runOn(server, openProject(server), {
      inputs: { "junit-path": "no.xml", "fail-on-error": "false" },
    });
    const said = commandsIn(run, "error").map((line) => line.replace(run.runner.workspace, "WORKSPACE"));
    expect([...ending(run), said]).toMatchInlineSnapshot(`
      [
        0,
        "error",
        "none",
        "::notice::error: No file matches the report "no.xml".",
        [
          "::error::No file matches the report "no.xml". It was looked for in WORKSPACE. Give pytest \`--junitxml=report.xml\` in the step before and the same path here, or leave the input out. (report-not-found)",
        ],
      ]
    `);
  });
});
