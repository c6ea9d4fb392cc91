import { mkdtempSync, rmSync, appendFileSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { git } from "../../support/git-repository.ts";
import { pullRequestEvent, workflowDispatchEvent } from "../../support/github/events.ts";
import { checkOut, runnerFolder } from "../../support/github/runner.ts";
import { startGithub, type Github } from "../../support/github/server.ts";
import type { PullRequest } from "../../support/github/state.ts";
import { pick } from "./client.ts";

let github: Github;
let pull: PullRequest;
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "runner-"));
  github = await startGithub({ private: true });
  pull = github.openPullRequest({ base: { "a.py": "a\n" }, head: { "b.py": "b\n" } });
  github.push("main", { "a.py": "moved on\n" });
});

afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await github.stop();
});

describe("a runner's view", () => {
  it("of a pull request is the merge commit, one commit deep; the head is in the payload only", async () => {
    const event = pullRequestEvent(github, pull);
    const runner = runnerFolder(event, folder);
    await checkOut(github, event, runner.workspace);
    const payload: unknown = JSON.parse(readFileSync(runner.environment["GITHUB_EVENT_PATH"] ?? "", "utf8"));
    const head = pick(pick(payload, "pull_request")["pull_request"], "head")["head"];
    const { workspace } = runner;
    expect([
      pick(runner.environment, "GITHUB_SHA", "GITHUB_REF", "GITHUB_EVENT_NAME", "GITHUB_HEAD_REF", "GITHUB_BASE_REF"),
      pick(payload, "action", "number"),
      pick(head, "sha", "ref"),
      git(workspace, ["rev-parse", "HEAD"]),
      git(workspace, ["rev-list", "--count", "HEAD"]),
      git(workspace, ["ls-files"]),
      readFileSync(path.join(workspace, "a.py"), "utf8"),
    ]).toEqual([
      {
        GITHUB_SHA: pull.mergeSha,
        GITHUB_REF: "refs/pull/1/merge",
        GITHUB_EVENT_NAME: "pull_request",
        GITHUB_HEAD_REF: "feature",
        GITHUB_BASE_REF: "main",
      },
      { action: "synchronize", number: 1 },
      { sha: pull.headSha, ref: "feature" },
      pull.mergeSha,
      "1",
      "a.py\nb.py",
      "moved on\n",
    ]);
  });

  it.each([
    [false, "refs/heads/feature"],
    [true, "feature"],
  ])("of a run by hand is the head of its branch (short ref: %s)", async (shortRef, ref) => {
    const event = workflowDispatchEvent(github, { branch: "feature", inputs: { mode: "report" }, shortRef });
    const { workspace, environment } = runnerFolder(event, folder);
    await checkOut(github, event, workspace);
    expect([
      pick(event.payload, "ref", "inputs"),
      pick(environment, "GITHUB_SHA", "GITHUB_REF"),
      git(workspace, ["symbolic-ref", "HEAD"]),
      git(workspace, ["rev-parse", "HEAD"]),
    ]).toEqual([
      { ref, inputs: { mode: "report" } },
      { GITHUB_SHA: pull.headSha, GITHUB_REF: "refs/heads/feature" },
      "refs/heads/feature",
      pull.headSha,
    ]);
  });

  it("of a pull request in conflict does not exist", () => {
    github.push("main", { "b.py": "another b\n" });
    expect(() => pullRequestEvent(github, pull)).toThrow("is in conflict");
  });

  it("reads outputs of one line and of several", () => {
    const runner = runnerFolder(pullRequestEvent(github, pull), folder);
    appendFileSync(runner.environment["GITHUB_OUTPUT"] ?? "", "a=1=2\nb<<END\none\n\ntwo\nEND\nc=\n");
    expect([runner.outputs(), runner.summary()]).toEqual([{ a: "1=2", b: "one\n\ntwo", c: "" }, ""]);
  });
});
