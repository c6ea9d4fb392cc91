import { expect, test } from "vitest";
import { pullRequestEvent } from "../../support/github/events.ts";
import { projectFiles } from "../../support/scratch-project.ts";
import { github, outputsOf, runStep } from "./step.ts";

const PROJECT = projectFiles("query-on-async-session");
const CI = ".github/workflows/ci.yml";
const WORKFLOW = "on: pull_request\njobs:\n  test:\n    steps:\n      - uses: acme/heal@v1\n";

test("what was suggested for an earlier commit is folded away once everything passes without it", async () => {
  const server = await github();
  const pull = server.openPullRequest({ base: { [CI]: WORKFLOW }, head: { ...PROJECT, [CI]: WORKFLOW } });
  const run = async () => {
    const event = pullRequestEvent(server, pull);
    const environment = { GITHUB_WORKFLOW_SHA: pull.mergeSha ?? "", GITHUB_ACTION_REPOSITORY: "acme/heal" };
    return runStep({ github: server, event: { ...event, environment: { ...event.environment, ...environment } } });
  };
  await run();
  const suggested = server.writes();
  const tests = Object.keys(PROJECT).filter((path) => /(?:^|\/)test_\w+\.py$/.test(path));
  server.push("feature", Object.fromEntries(tests.map((path) => [path, "def test_nothing():\n    pass\n"])));
  const green = await run();
  expect([green.exitCode, outputsOf(green)["status"], suggested, server.writes().slice(suggested.length)]).toEqual([
    0,
    "skipped",
    ["POST /repos/octo/shop/pulls/1/reviews 200"],
    [...server.state.reviewComments, ...server.state.reviews].map(() => "mutation minimizeComment 200"),
  ]);
});
