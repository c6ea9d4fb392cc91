import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { pythonEnvironment } from "../support/python-env.ts";
import { heal, healAgain, type Healing } from "./support/heal.ts";
import { runPytest } from "./support/project.ts";

/* The way of every end-to-end test, walked with an action that knows the answer. */

let action: string;
let healing: Healing | undefined;

beforeEach(() => {
  action = mkdtempSync(path.join(tmpdir(), "action-"));
  mkdirSync(path.join(action, "dist"));
  writeFileSync(path.join(action, "action.yml"), DESCRIPTION);
  writeFileSync(path.join(action, "dist", "index.js"), SCRIPT);
});

afterEach(async () => {
  rmSync(action, { recursive: true, force: true });
  await healing?.github.stop();
});

const DESCRIPTION = `name: probe
description: Suggests one known line
inputs:
  token: { description: token, default: "\${{ github.token }}" }
  line: { description: the right line, required: true }
runs: { using: node24, main: dist/index.js }
`;

const SCRIPT = `
const { execFileSync } = require("node:child_process");
const { appendFileSync, readFileSync } = require("node:fs");
const { pull_request: pull, repository } = JSON.parse(readFileSync(process.env.GITHUB_EVENT_PATH, "utf8"));
const git = (...words) => execFileSync("git", words, { encoding: "utf8" });
const parents = git("cat-file", "-p", "HEAD").split("\\n").filter((line) => line.startsWith("parent")).length;
const failed = /failures="1"/.test(readFileSync("report.xml", "utf8"));
const changed = git("status", "--porcelain").split("\\n").filter(Boolean).sort().join();
const body = { event: "COMMENT", body: "x", commit_id: pull.head.sha, comments: [{ path: "shop.py", line: 2,
  body: "\`\`\`suggestion\\n" + process.env.INPUT_LINE + "\\n\`\`\`" }] };
fetch(process.env.GITHUB_API_URL + "/repos/" + repository.full_name + "/pulls/" + pull.number + "/reviews", {
  method: "POST", headers: { authorization: "Bearer " + process.env.INPUT_TOKEN }, body: JSON.stringify(body),
}).then(({ status }) =>
  appendFileSync(process.env.GITHUB_OUTPUT, "facts=" + JSON.stringify({ parents, failed, changed, status }) + "\\n"));
`;

it("opens a pull request, lets its tests fail, heals it, and sees green on the new head", async () => {
  const python = await pythonEnvironment("pytest", ["pytest==8.4.2"]);
  const project = {
    "shop.py": "def total():\n    return 1\n",
    "test_shop.py": "from shop import total\n\n\ndef test_total():\n    assert total() == 2\n",
    ".gitignore": "__pycache__/\n.pytest_cache/\n",
  };
  const request = { project, python, action, inputs: { line: "    return 2" } };
  healing = await heal(request);
  const { github, outputs, exitCode } = healing;
  expect([exitCode, outputs, github.writes()]).toEqual([
    1,
    { facts: JSON.stringify({ parents: 2, failed: true, changed: "?? report.xml", status: 200 }) },
    ["POST /repos/octo/shop/pulls/1/reviews 200"],
  ]);
  expect(github.apply(github.state.reviews[0]?.id ?? 0).kind).toBe("applied");
  const head = github.headFiles("feature");
  expect(head["shop.py"]).toBe("def total():\n    return 2\n");
  expect((await runPytest(head, python)).exitCode).toBe(0);
  const again = await healAgain(healing, request);
  expect([again.exitCode, again.outputs, github.writes().length]).toEqual([0, {}, 1]);
});
