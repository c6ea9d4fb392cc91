import { describe, expect, test } from "vitest";
import type { PullRequest } from "../../../src/domain/pull-request.ts";
import type { RunContext } from "../../../src/domain/run-context.ts";
import {
  choosePullRequest,
  compareHeads,
  preflight,
  refusePullRequest,
  refuseTested,
} from "../../../src/publish/choose.ts";
import { describeFailure } from "../../../src/publish/host-sentence.ts";
import { writtenBy } from "../../../src/publish/marker.ts";
import { PATCH } from "./sample-case.ts";

const OPEN: PullRequest = {
  number: 4,
  state: "open",
  isMerged: false,
  locked: false,
  headSha: "h",
  headRef: "feature",
  headRepository: "o/r",
  baseSha: "b",
  baseRef: "main",
  baseRepository: "o/r",
  isDefaultBase: true,
  maintainerCanModify: false,
  body: "",
  url: "u",
};

const CONTEXT: RunContext = {
  eventName: "pull_request",
  owner: "o",
  repository: "r",
  apiUrl: "",
  serverUrl: "",
  sha: "m",
  ref: "refs/pull/4/merge",
  upstreamEvent: null,
  headRepository: "o/r",
  headBranch: "feature",
  headSha: "h",
  pullRequest: OPEN,
  actor: "ada",
  actors: ["ada"],
  workflow: "CI",
  job: "test",
  runId: "1",
  actionPages: null,
};

const FORK =
  "The pull request comes from a fork, so this run may not write to it: a second workflow on `workflow_run` can publish what this one found.";
const ASK = { mode: "suggest", patch: PATCH, context: CONTEXT, hasToken: true } as const;
const workflowPatch = { changes: [{ path: ".github/workflows/ci.yml", before: "a\n", after: "b\n" }] };

describe("before GitHub is asked anything", () => {
  test.each<[string, Parameters<typeof preflight>[0], unknown]>([
    ["all is well", ASK, { kind: "go", branch: "feature" }],
    ["no patch", { ...ASK, patch: null }, ""],
    ["report", { ...ASK, mode: "report" }, ""],
    ["report, fork", { ...ASK, mode: "report", hasToken: false }, ""],
    ["no token", { ...ASK, hasToken: false }, "No token was given, so nothing can be written to the pull request."],
    ["fork", { ...ASK, context: { ...CONTEXT, pullRequest: { ...OPEN, headRepository: "eve/r" } } }, FORK],
    [
      "tag",
      { ...ASK, context: { ...CONTEXT, eventName: "push", pullRequest: null, headBranch: null } },
      "Under `push` there is no branch to publish to.",
    ],
    [
      "workflow file",
      { ...ASK, patch: workflowPatch },
      "The patch touches `.github/workflows/ci.yml`, which is never published.",
    ],
  ])("%s", (...[, request, expected]) => {
    const result = preflight(request);
    expect(result.kind === "stop" ? result.reason : result).toEqual(expected);
  });
});

test.each<[Partial<PullRequest>, string | null]>([
  [{}, null],
  [{ headRepository: null }, "The fork that this pull request came from is gone."],
  [{ headRepository: "eve/r" }, FORK],
  [{ state: "closed" }, "The pull request is closed."],
  [{ locked: true }, "The conversation of the pull request is locked."],
])("a pull request with %j", (change, reason) => {
  expect(refusePullRequest({ ...OPEN, ...change }, CONTEXT)).toBe(reason);
});

test.each(["workflow_run", "pull_request_target", "issue_comment"])("under %s a fork takes reviews", (eventName) => {
  expect(refusePullRequest({ ...OPEN, headRepository: "eve/r" }, { ...CONTEXT, eventName })).toBe(null);
});

describe("what was tested belongs to the pull request", () => {
  const refusal = "The commit that was tested is not the branch's head: `x` was checked out, the head is `newest`.";
  test.each<[string, string | null, string, string | null]>([
    ["no git", null, "pull_request", null],
    ["the head of the event", "h", "push", null],
    ["the head now", "newest", "push", null],
    ["the merge", "m", "pull_request", null],
    ["the merge, for a review", "m", "pull_request_review", null],
    ["the merge, for a comment of a review", "m", "pull_request_review_comment", null],
    ["another commit", "x", "pull_request", refusal],
    ["the default branch", "m", "workflow_run", refusal.replace("`x`", "`m`")],
    ["the base", "m", "pull_request_target", refusal.replace("`x`", "`m`")],
  ])("%s", (...[, sha, eventName, expected]) => {
    expect(refuseTested(sha, { ...CONTEXT, eventName }, "newest")).toBe(expected);
  });
});

describe("the pull request of a branch", () => {
  const other = { ...OPEN, number: 2, isDefaultBase: false };
  test.each<[string, PullRequest[], unknown]>([
    ["none", [], { kind: "none" }],
    ["another branch", [{ ...OPEN, headRef: "feature-2" }], { kind: "none" }],
    ["a branch of that name in another fork of the owner", [{ ...OPEN, headRepository: "o/r-2" }], { kind: "none" }],
    ["one", [OPEN], { kind: "chosen", pullRequest: OPEN, note: "" }],
    [
      "two: into the default branch",
      [other, OPEN],
      {
        kind: "chosen",
        pullRequest: OPEN,
        note: "The branch has other open pull requests too (2); this is written to one only.",
      },
    ],
    [
      "two: else the oldest",
      [{ ...other, number: 9 }, other],
      {
        kind: "chosen",
        pullRequest: other,
        note: "The branch has other open pull requests too (9); this is written to one only.",
      },
    ],
  ])("%s", (...[, candidates, expected]) => {
    expect(choosePullRequest(candidates, { repository: "o/r", branch: "feature" })).toEqual(expected);
  });
});

test("heads are the same only where every file is there and equal", () => {
  const text = new Map([["a", "1"]]);
  expect(compareHeads(["a"], text, new Map([["a", "1"]]))).toEqual({ kind: "same" });
  const moved = { kind: "stop", reason: "The pull request moved on while the tests ran: `a` is not what was tested." };
  expect(compareHeads(["a"], text, new Map([["a", "2"]]))).toEqual(moved);
  expect(compareHeads(["a"], new Map(), new Map())).toEqual(moved);
});

test.each([
  ["github-actions[bot]", ["github-actions[bot]", "github-actions", "eve"], ["github-actions[bot]"]],
  ["github-actions", ["github-actions[bot]", "eve"], ["github-actions[bot]"]],
  ["ada", ["ada", "eve", "ada-2"], ["ada"]],
])("what %s wrote", (viewer, authors, own) => {
  expect(
    writtenBy(
      viewer,
      authors.map((author) => ({ author })),
    ).map(({ author }) => author),
  ).toEqual(own);
});

test("a sentence for each failure", () => {
  const kinds = ["denied", "invalid", "stale", "missing", "unavailable"] as const;
  const sentences = kinds.map((kind) =>
    describeFailure("did not take the review", { kind, message: "words", needs: "pull_requests=write" }),
  );
  expect([...sentences, describeFailure("did not x", { kind: "denied", message: "", needs: null })])
    .toMatchInlineSnapshot(`
    [
      "GitHub did not take the review: the token may not do this; the job needs \`permissions: pull-requests: write\` (words).",
      "GitHub did not take the review: it finds it invalid (words).",
      "GitHub did not take the review: the pull request moved on meanwhile (words).",
      "GitHub did not take the review: not found, or not visible to the token (words).",
      "GitHub did not take the review: no usable answer came (words).",
      "GitHub did not x: the token may not do this.",
    ]
  `);
});
