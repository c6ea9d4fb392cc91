import { describe, expect, test } from "vitest";
import { readEvent } from "../../../src/context/event.ts";
import type { EventReading } from "../../../src/context/event.ts";

const ENVIRONMENT = {
  GITHUB_REPOSITORY: "shop/backend",
  GITHUB_EVENT_NAME: "pull_request",
  GITHUB_API_URL: "https://ghe.example/api/v3/",
  GITHUB_SERVER_URL: "https://ghe.example",
  GITHUB_SHA: "m".repeat(40),
  GITHUB_REF: "refs/pull/7/merge",
  GITHUB_REF_TYPE: "branch",
  GITHUB_ACTOR: "ada",
  GITHUB_WORKFLOW: "CI",
  GITHUB_JOB: "test",
  GITHUB_RUN_ID: "99",
};

const PULL_REQUEST = {
  number: 7,
  state: "open",
  locked: false,
  html_url: "https://ghe.example/shop/backend/pull/7",
  head: { sha: "h".repeat(40), ref: "feature/x", repo: { full_name: "shop/backend" } },
  base: { sha: "b".repeat(40), ref: "main", repo: { full_name: "shop/backend", default_branch: "main" } },
};

function read(environment: Record<string, string>, payload: unknown): EventReading {
  return readEvent({
    environment: { ...ENVIRONMENT, ...environment },
    payload: JSON.stringify(payload),
    runsCode: true,
  });
}

/** Branch and head commit, or kind and reason. */
function short(reading: EventReading): unknown {
  if (reading.kind === "run") return [reading.context.headBranch, reading.context.headSha];
  return reading.kind === "broken" ? reading.problems.map((problem) => `${problem.code}: ${problem.what}`) : reading;
}

test("a pull request, whole", () => {
  expect(read({}, { action: "opened", pull_request: PULL_REQUEST })).toEqual({
    kind: "run",
    context: {
      eventName: "pull_request",
      owner: "shop",
      repository: "backend",
      apiUrl: "https://ghe.example/api/v3",
      serverUrl: "https://ghe.example",
      sha: "m".repeat(40),
      ref: "refs/pull/7/merge",
      upstreamEvent: null,
      headRepository: "shop/backend",
      headBranch: "feature/x",
      headSha: "h".repeat(40),
      pullRequest: {
        number: 7,
        state: "open",
        locked: false,
        headSha: "h".repeat(40),
        headRef: "feature/x",
        headRepository: "shop/backend",
        isMerged: false,
        maintainerCanModify: false,
        body: "",
        baseSha: "b".repeat(40),
        baseRef: "main",
        baseRepository: "shop/backend",
        isDefaultBase: true,
        url: "https://ghe.example/shop/backend/pull/7",
      },
      actor: "ada",
      actors: ["ada"],
      workflow: "CI",
      job: "test",
      runId: "99",
      actionPages: null,
    },
  });
});

test.each([
  [
    { GITHUB_ACTION_REPOSITORY: "org/autofix-action", GITHUB_ACTION_REF: "v1" },
    "https://ghe.example/org/autofix-action/blob/v1/docs",
  ],
  [{ GITHUB_ACTION_REPOSITORY: "org/autofix-action", GITHUB_ACTION_REF: "v1](http://evil" }, null],
  [{ GITHUB_ACTION_REPOSITORY: "", GITHUB_ACTION_REF: "v1" }, null],
])("the action's own pages by %j", (environment, pages) => {
  const reading = read(environment, { action: "opened", pull_request: PULL_REQUEST });
  expect(reading.kind === "run" ? reading.context.actionPages : reading).toBe(pages);
});

test("a fork whose repository is gone still reads under pull_request", () => {
  const reading = read({}, { pull_request: { ...PULL_REQUEST, head: { ...PULL_REQUEST.head, repo: null } } });
  expect(reading.kind === "run" && reading.context.pullRequest?.headRepository).toBe(null);
});

const FORK = { ...PULL_REQUEST, head: { ...PULL_REQUEST.head, repo: { full_name: "eve/backend" } } };
const RUN = { head_branch: "feature/x", head_sha: "r".repeat(40), head_repository: { full_name: "shop/backend" } };

describe("branch and commit by event", () => {
  const sha = "m".repeat(40);
  test.each<[string, Record<string, string>, unknown, unknown]>([
    [
      "dispatch, full ref",
      { GITHUB_EVENT_NAME: "workflow_dispatch", GITHUB_REF: "refs/heads/a/b" },
      { ref: "a/b" },
      ["a/b", sha],
    ],
    [
      "dispatch, short ref in the payload only",
      { GITHUB_EVENT_NAME: "workflow_dispatch", GITHUB_REF: "" },
      { ref: "a/b" },
      ["a/b", sha],
    ],
    [
      "dispatch on a tag",
      { GITHUB_EVENT_NAME: "workflow_dispatch", GITHUB_REF: "refs/tags/v1" },
      { ref: "v1" },
      [null, sha],
    ],
    [
      "dispatch on a short tag",
      { GITHUB_EVENT_NAME: "workflow_dispatch", GITHUB_REF: "", GITHUB_REF_TYPE: "tag" },
      { ref: "v1" },
      [null, sha],
    ],
    ["push", { GITHUB_EVENT_NAME: "push", GITHUB_REF: "refs/heads/main" }, { ref: "refs/heads/main" }, ["main", sha]],
    ["schedule", { GITHUB_EVENT_NAME: "schedule", GITHUB_REF: "refs/heads/main" }, {}, ["main", sha]],
    [
      "merge queue",
      { GITHUB_EVENT_NAME: "merge_group", GITHUB_REF: "refs/heads/gh-readonly-queue/main/pr-1-abc" },
      {},
      [null, sha],
    ],
    ["workflow_run", { GITHUB_EVENT_NAME: "workflow_run" }, { workflow_run: RUN }, ["feature/x", "r".repeat(40)]],
    [
      "pull_request_target of the same repository",
      { GITHUB_EVENT_NAME: "pull_request_target" },
      { pull_request: PULL_REQUEST },
      ["feature/x", "h".repeat(40)],
    ],
  ])("%s", (...[, environment, payload, expected]) => {
    expect(short(read(environment, payload))).toEqual(expected);
  });
});

describe("what does not run", () => {
  test.each<[string, Record<string, string>, unknown]>([
    ["fork under pull_request_target", { GITHUB_EVENT_NAME: "pull_request_target" }, { pull_request: FORK }],
    [
      "fork under workflow_run",
      { GITHUB_EVENT_NAME: "workflow_run" },
      { workflow_run: { ...RUN, head_repository: { full_name: "eve/backend" } } },
    ],
    [
      "deleted fork under workflow_run",
      { GITHUB_EVENT_NAME: "workflow_run" },
      { workflow_run: { ...RUN, head_repository: null } },
    ],
    ["comment", { GITHUB_EVENT_NAME: "issue_comment" }, {}],
    ["deleted branch", { GITHUB_EVENT_NAME: "push", GITHUB_REF: "refs/heads/x" }, { deleted: true }],
    ["no pull request in the payload", {}, {}],
    ["no run in the payload", { GITHUB_EVENT_NAME: "workflow_run" }, {}],
    ["not GitHub's shape", {}, { pull_request: { number: "7" } }],
    ["no repository", { GITHUB_REPOSITORY: "" }, { pull_request: PULL_REQUEST }],
    ["odd repository", { GITHUB_REPOSITORY: "a/b/c" }, { pull_request: PULL_REQUEST }],
  ])("%s", (name, environment, payload) => {
    expect(short(read(environment, payload))).toMatchSnapshot(name);
  });

  test("no payload file and no repository: both problems at once", () => {
    expect(short(readEvent({ environment: {}, payload: null, runsCode: true }))).toMatchSnapshot("nothing");
    expect(short(readEvent({ environment: ENVIRONMENT, payload: "{nonsense", runsCode: true }))).toMatchSnapshot(
      "nonsense",
    );
  });
});

test("addresses fall back to github.com", () => {
  const reading = read({ GITHUB_API_URL: "file:///x", GITHUB_SERVER_URL: "" }, { pull_request: PULL_REQUEST });
  expect(reading.kind === "run" && [reading.context.apiUrl, reading.context.serverUrl]).toEqual([
    "https://api.github.com",
    "https://github.com",
  ]);
});
