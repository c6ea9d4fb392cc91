import { afterEach, describe, expect, it } from "vitest";
import { startGithub, type Github } from "../../support/github/server.ts";
import type { Permissions } from "../../support/github/switches.ts";
import { call, query } from "./client.ts";

let github: Github;
afterEach(() => github.stop());

/** A pull request with one suggestion on its only line. */
async function start(permissions: Permissions): Promise<void> {
  github = await startGithub({ permissions });
  const pull = github.openPullRequest({ base: { "a.py": "a\n", "b.py": "b\n" }, head: { "a.py": "c\n" } });
  const comments = [{ path: "a.py", line: 1, side: "RIGHT", body: "x" }];
  const body = { commit_id: pull.headSha, event: "COMMENT", body: "y", comments };
  await call(github, "POST /repos/octo/shop/pulls/1/reviews", { body });
}

const THREADS = `query { repository(owner: "octo", name: "shop") { pullRequest(number: 1) {
  id reviewThreads(first: 9) { totalCount nodes { id isResolved isOutdated path } } } } }`;

interface Threads {
  readonly id: string;
  readonly reviewThreads: { readonly nodes: readonly { readonly id: string; readonly isResolved: boolean }[] };
}

async function threads(): Promise<Threads> {
  const answer = await query(github, THREADS);
  const { data }: { data: { repository: { pullRequest: Threads } } } = JSON.parse(JSON.stringify(answer.body));
  return data.repository.pullRequest;
}

async function resolve(threadId: string): Promise<unknown> {
  const text = "mutation ($id: ID!) { resolveReviewThread(input: { threadId: $id }) { thread { isResolved } } }";
  return (await query(github, text, { id: threadId })).body;
}

describe("rule 14: threads", () => {
  it("are resolved with contents: write, and only GraphQL tells", async () => {
    await start({ contents: "write", pull_requests: "write" });
    const [thread] = (await threads()).reviewThreads.nodes;
    expect(thread).toMatchObject({ isResolved: false, isOutdated: false, path: "a.py" });
    expect(await resolve(thread?.id ?? "")).toEqual({
      data: { resolveReviewThread: { thread: { isResolved: true } } },
    });
    expect((await threads()).reviewThreads.nodes[0]?.isResolved).toBe(true);
    const listed = await call(github, "GET /repos/octo/shop/pulls/1/comments");
    expect(JSON.stringify(listed.body)).not.toMatch(/resolved/i);
  });

  it("are not with pull-requests: write alone", async () => {
    await start({ contents: "read", pull_requests: "write" });
    const [thread] = (await threads()).reviewThreads.nodes;
    expect(await resolve(thread?.id ?? "")).toMatchObject({
      errors: [{ type: "FORBIDDEN", message: "Resource not accessible by integration" }],
    });
  });
});

it("rule 15: a thread outside of the diff is taken and never shown", async () => {
  await start({ contents: "read", pull_requests: "write" });
  const text = `mutation ($id: ID!) { addPullRequestReviewThread(input: {
    pullRequestId: $id, path: "b.py", line: 1, side: RIGHT, body: "x" }) { thread { id } } }`;
  const answer = await query(github, text, { id: (await threads()).id });
  expect([answer.status, answer.body]).toEqual([200, { data: { addPullRequestReviewThread: { thread: null } } }]);
  expect((await threads()).reviewThreads.nodes).toHaveLength(1);
});
