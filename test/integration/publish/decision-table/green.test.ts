import { describe, expect, test } from "vitest";
import { readEvent } from "../../../../src/context/event.ts";
import type { Case } from "../../../../src/domain/case.ts";
import { createReviewHost } from "../../../../src/io/github-host.ts";
import { foldWhenGreen } from "../../../../src/publish-green.ts";
import { pullRequestEvent } from "../../../support/github/events.ts";
import type { Github } from "../../../support/github/server.ts";
import type { PullRequest } from "../../../support/github/state.ts";
import { stillClock } from "../../../support/still-clock.ts";
import { CASE, GROUP } from "../../../unit/publish/sample-case.ts";
import { SILENT } from "../../../unit/publish/scene.ts";
import { play, PLAN, withPull } from "./row.ts";

const WORKFLOW = "on: pull_request\njobs:\n  test:\n    steps:\n      - uses: acme/heal@v1\n";
const MATRIX = WORKFLOW.replace(
  "    steps",
  "    strategy:\n      matrix:\n        python: ['3.9', '3.13']\n    steps",
);
const CI = ".github/workflows/ci.yml";

const GREEN: Case = {
  ...CASE,
  groups: [],
  attempts: [],
  healed: [],
  patch: null,
  verification: null,
  flaky: [],
  remainingFailures: [],
  notes: [],
};

interface Scene {
  readonly server: Github;
  readonly pull: PullRequest;
}

/** A pull request with a suggestion of an earlier run, and a newer commit that leaves its lines alone. */
async function suggested(workflow = WORKFLOW): Promise<Scene> {
  const scene = await withPull({ ...PLAN, base: { ...PLAN.base, [CI]: workflow } });
  await red(scene);
  push(scene);
  return scene;
}

function push({ server }: Scene): void {
  server.push("feature", { "mended.py": `x = ${server.journal.length}\n` });
}

function eventOf({ server, pull }: Scene, runId: string) {
  const event = pullRequestEvent(server, pull);
  const more = {
    GITHUB_RUN_ID: runId,
    GITHUB_WORKFLOW_SHA: pull.mergeSha ?? "",
    GITHUB_ACTION_REPOSITORY: "Acme/heal",
  };
  return { ...event, environment: { ...event.environment, ...more } };
}

async function red(scene: Scene, runId = "1"): Promise<readonly string[]> {
  return (await play(scene.server, { event: eventOf(scene, runId) })).writes;
}

/** The writes of a run in which all tests pass; `found` = what it found all the same. */
async function green(
  scene: Scene,
  found: Partial<Case> = {},
  environment: Readonly<Record<string, string>> = {},
  whileTestsRan: () => void = () => {},
): Promise<readonly string[]> {
  const { server } = scene;
  const before = server.writes().length;
  const event = eventOf(scene, "2");
  const reading = readEvent({
    environment: { ...event.environment, ...environment },
    payload: JSON.stringify(event.payload),
    runsCode: true,
  });
  if (reading.kind !== "run") throw new Error(reading.kind);
  whileTestsRan();
  const { context } = reading;
  const host = createReviewHost(context, server.token, stillClock());
  await foldWhenGreen({ case: { ...GREEN, sha: event.checkout.sha, ...found }, context, host, log: SILENT });
  expect(server.requestProblems()).toEqual([]);
  return server.writes().slice(before);
}

const REVIEW = ["POST /repos/octo/shop/pulls/1/reviews 200"];
/** The suggestion, and the review that held nothing else. */
const FOLDED = ["mutation minimizeComment 200", "mutation minimizeComment 200"];

describe("row 20: all tests pass", () => {
  test("an earlier suggestion is folded away once; the same failure later is suggested anew", async () => {
    const scene = await suggested();
    expect(await green(scene)).toEqual(FOLDED);
    expect(await green(scene)).toEqual([]);
    push(scene);
    expect(await red(scene, "3")).toEqual(REVIEW);
    expect(scene.server.state.reviewComments.map(({ id }) => id)).toHaveLength(2);
    expect(await red(scene, "4")).toEqual([]);
  });

  test("what a person hid for another reason is not suggested anew", async () => {
    const scene = await suggested();
    const [comment] = scene.server.state.reviewComments;
    await green(scene);
    for (const id of scene.server.state.minimized.keys()) scene.server.state.minimized.set(id, "resolved");
    expect([comment === undefined, await red(scene, "3")]).toEqual([false, []]);
  });

  test("a green leg of a matrix folds nothing of what another leg found", async () => {
    expect(await green(await suggested(MATRIX))).toEqual([]);
  });

  test.each([
    ["a workflow that is called", `${WORKFLOW}  more:\n    uses: ./.github/workflows/tests.yml\n`],
    ["a workflow that others call", WORKFLOW.replace("on: pull_request", "on: [pull_request, workflow_call]")],
    ["two steps of ours", `${WORKFLOW}      - uses: acme/heal@v1\n`],
    ["a step that an anchor repeats", WORKFLOW.replace("- uses", "- &step\n        uses")],
    ["a step behind another action", WORKFLOW.replace("acme/heal@v1", "./wrapped")],
  ])("%s: nobody knows who else found it, nothing is folded", async (_, workflow) => {
    expect(await green(await suggested(workflow))).toEqual([]);
  });

  test("what was suggested for this very commit stays: chance decides there", async () => {
    const scene = await withPull({ ...PLAN, base: { ...PLAN.base, [CI]: WORKFLOW } });
    await red(scene);
    expect(await green(scene)).toEqual([]);
  });

  test("what a person answered stays", async () => {
    const scene = await suggested();
    scene.server.reply(scene.server.state.reviewComments[0]?.id ?? 0, "Why not all of them?");
    expect(await green(scene)).toEqual([]);
  });

  test.each<[string, Partial<Case>]>([
    ["a failing test", { remainingFailures: ["t.py::test_a"] }],
    ["a cause without a patch", { groups: [GROUP] }],
    ["a reported failure that did not show again", { flaky: ["t.py::test_a"] }],
    ["a run that did not end well", { notes: ["pytest was stopped."] }],
    ["another commit than the head", { sha: "0".repeat(40) }],
    ["no commit", { sha: null }],
  ])("%s: nothing is folded", async (_, found) => {
    expect(await green(await suggested(), found)).toEqual([]);
  });

  test.each([
    ["another job", { GITHUB_JOB: "lint" }],
    ["a workflow of another repository", { GITHUB_WORKFLOW_REF: `octo/other/${CI}@refs/heads/main` }],
    ["a file that is not there", { GITHUB_WORKFLOW_REF: "octo/shop/.github/workflows/none.yml@refs/heads/main" }],
    ["no commit of the workflow", { GITHUB_WORKFLOW_SHA: "" }],
    ["a local action", { GITHUB_ACTION_REPOSITORY: "" }],
  ])("%s: nothing is folded", async (_, environment) => {
    expect(await green(await suggested(), {}, environment)).toEqual([]);
  });

  test("the head moved while the tests ran, or the pull request was closed: nothing is folded", async () => {
    const moved = await suggested();
    expect(await green(moved, {}, {}, () => push(moved))).toEqual([]);
    const closed = await suggested();
    closed.pull.state = "closed";
    expect(await green(closed)).toEqual([]);
  });

  test("a person's words with our marker, and a review that holds more, stay", async () => {
    const scene = await suggested();
    const { state } = scene.server;
    const [own] = state.reviewComments;
    if (own === undefined) throw new Error("no suggestion");
    state.reviewComments.push({ ...own, id: 900, author: state.identities.human });
    expect(await green(scene)).toEqual(FOLDED.slice(0, 1));
    expect([...state.minimized.keys()]).toHaveLength(1);
  });
});
