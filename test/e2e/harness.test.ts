import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { runAct } from "../support/act/run-act.ts";
import { pullRequestEvent, workflowDispatchEvent } from "../support/github/events.ts";
import { startGithub, type Github } from "../support/github/server.ts";

/* Proves the harness with an action that fits on a page, so that a failure elsewhere is the product's. */

let github: Github;
let action: string;

beforeEach(async () => {
  github = await startGithub();
  action = mkdtempSync(path.join(tmpdir(), "action-"));
  mkdirSync(path.join(action, "dist"));
  writeFileSync(path.join(action, "action.yml"), DESCRIPTION);
  writeFileSync(path.join(action, "dist", "index.js"), SCRIPT);
});

afterEach(async () => {
  rmSync(action, { recursive: true, force: true });
  await github.stop();
});

const DESCRIPTION = `name: probe
description: Posts one review
inputs:
  token: { description: token, default: "\${{ github.token }}" }
  note: { description: text, default: "" }
runs: { using: node24, main: dist/index.js }
`;

const SCRIPT = `
const { readFileSync, existsSync } = require("node:fs");
const event = JSON.parse(readFileSync(process.env.GITHUB_EVENT_PATH, "utf8"));
const facts = {
  node: process.version.split(".")[0], sha: process.env.GITHUB_SHA, event: process.env.GITHUB_EVENT_NAME,
  ref: process.env.GITHUB_REF, repository: process.env.GITHUB_REPOSITORY, head: event.pull_request?.head.sha ?? null,
  report: existsSync("report.xml"), inputs: event.inputs ?? null,
};
fetch(process.env.GITHUB_API_URL + "/repos/" + process.env.GITHUB_REPOSITORY + "/pulls/1/reviews", {
  method: "POST",
  headers: { authorization: "Bearer " + process.env.INPUT_TOKEN, "content-type": "application/json" },
  body: JSON.stringify({ event: "COMMENT", body: process.env.INPUT_NOTE + JSON.stringify(facts) }),
}).then((response) => console.log("posted", response.status));
`;

const WORKFLOW = `name: CI
on: [pull_request, workflow_dispatch]
permissions: { contents: read, pull-requests: write }
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - run: node --version
      - id: tests
        run: touch report.xml; cat app.py; exit 3
      - if: failure() && steps.tests.outcome == 'failure'
        uses: example/probe@v1
        with: { note: "seen " }
`;

function open(): void {
  github.openPullRequest({
    base: { "app.py": "one\n", ".github/workflows/ci.yml": WORKFLOW },
    head: { "new.py": "two\n" },
  });
  github.push("main", { "app.py": "moved on\n" });
}

it("runs a workflow on the merge commit of a pull request, on Node 24, against the GitHub of the test", async () => {
  open();
  const pull = github.state.pulls[0];
  const event = pull === undefined ? null : pullRequestEvent(github, pull);
  const run = event === null ? null : await runAct({ github, event, actions: { "example/probe@v1": action } });
  const facts = {
    node: "v24",
    sha: pull?.mergeSha,
    event: "pull_request",
    ref: "refs/pull/1/merge",
    repository: "octo/shop",
    head: pull?.headSha,
    report: true,
    inputs: null,
  };
  expect([run?.exitCode, github.state.reviews.map((review) => review.body), github.writes()]).toEqual([
    1,
    [`seen ${JSON.stringify(facts)}`],
    ["POST /repos/octo/shop/pulls/1/reviews 200"],
  ]);
});

it("runs a workflow by hand on a branch", async () => {
  open();
  const event = workflowDispatchEvent(github, { branch: "feature", inputs: { mode: "commit" } });
  await runAct({ github, event, actions: { "example/probe@v1": action } });
  const facts = {
    node: "v24",
    sha: github.state.pulls[0]?.headSha,
    event: "workflow_dispatch",
    ref: "refs/heads/feature",
    repository: "octo/shop",
    head: null,
    report: true,
    inputs: { mode: "commit" },
  };
  expect(github.state.reviews.map((review) => review.body)).toEqual([`seen ${JSON.stringify(facts)}`]);
});
