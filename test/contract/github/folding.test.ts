import { afterEach, describe, expect, it } from "vitest";
import { startGithub, type Github } from "../../support/github/server.ts";
import type { Switches } from "../../support/github/switches.ts";
import { call, pickAll, query, refusal } from "./client.ts";

const REVIEWS = "/repos/octo/shop/pulls/1/reviews";
const IDS = "query($ids: [ID!]!) { nodes(ids: $ids) { id ... on Minimizable { isMinimized minimizedReason } } }";
const MINIMIZE =
  "mutation($input: MinimizeCommentInput!) { minimizeComment(input: $input) { minimizedComment { isMinimized } } }";

let github: Github;
afterEach(() => github.stop());

async function start(switches: Partial<Switches> = {}): Promise<void> {
  github = await startGithub(switches);
  github.openPullRequest({ base: { "a.py": "a\n" }, head: { "a.py": "b\n" } });
}

async function review(event?: string): Promise<unknown> {
  const comments = [{ path: "a.py", line: 1, body: "x" }];
  const body = event === undefined ? { comments } : { event, body: "guide", comments };
  return (await call(github, `POST ${REVIEWS}`, { body })).body;
}

describe("rule 14: folding away", () => {
  it("takes comments and reviews with pull-requests: write, and shows it in GraphQL only", async () => {
    await start({ permissions: { pull_requests: "write" } });
    await review("COMMENT");
    const listed = pickAll((await call(github, "GET /repos/octo/shop/pulls/1/comments")).body, "node_id");
    const ids = [
      listed[0]?.["node_id"],
      pickAll((await call(github, `GET ${REVIEWS}`)).body, "node_id")[0]?.["node_id"],
    ];
    const input = { subjectId: ids[0], classifier: "OUTDATED" };
    const done = await query(github, MINIMIZE, { input });
    const now = await query(github, IDS, { ids });
    expect([done.body, now.body, github.writes().at(-1)]).toEqual([
      { data: { minimizeComment: { minimizedComment: { isMinimized: true } } } },
      {
        data: {
          nodes: [
            { id: ids[0], isMinimized: true, minimizedReason: "outdated" },
            { id: ids[1], isMinimized: false, minimizedReason: null },
          ],
        },
      },
      "mutation minimizeComment 200",
    ]);
  });

  it("refuses a read-only token, and an id that nothing has", async () => {
    await start({ permissions: { pull_requests: "read" } });
    github.state.issueComments.push({
      id: 7,
      number: 1,
      author: github.state.identities.human,
      body: "x",
      createdAt: "2026-01-01T00:00:00Z",
      updatedAt: "2026-01-01T00:00:00Z",
    });
    const [comment] = pickAll((await call(github, "GET /repos/octo/shop/issues/1/comments")).body, "node_id");
    const send = async (subjectId: unknown) =>
      query(github, MINIMIZE, { input: { subjectId, classifier: "OUTDATED" } });
    await send(comment?.["node_id"]);
    await send("nothing");
    expect(github.writes()).toEqual(["mutation minimizeComment FORBIDDEN", "mutation minimizeComment NOT_FOUND"]);
  });
});

describe("what a run before left", () => {
  it("lists the comments of a pending review to its author only, and deletes it", async () => {
    await start();
    await review();
    const path = `${REVIEWS}/${github.state.reviews[0]?.id}`;
    const own = await call(github, `GET ${path}/comments`);
    const other = await call(github, `GET ${path}/comments`, { token: github.humanToken });
    expect([pickAll(own.body, "body"), other.status]).toEqual([[{ body: "x" }], 404]);
    expect((await call(github, `DELETE ${path}`)).status).toBe(200);
    expect([github.state.reviews, github.state.reviewComments]).toEqual([[], []]);
  });

  it("deletes one comment of a review", async () => {
    await start();
    await review("COMMENT");
    const path = `/repos/octo/shop/pulls/comments/${github.state.reviewComments[0]?.id}`;
    const answers = [await call(github, `DELETE ${path}`), await call(github, `DELETE ${path}`)];
    expect([answers.map(({ status }) => status), github.state.reviewComments]).toEqual([[204, 404], []]);
  });

  it("says which comment an answer answers", async () => {
    await start();
    await review("COMMENT");
    const id = github.state.reviewComments[0]?.id ?? 0;
    github.reply(id, "no");
    const listed = await call(github, "GET /repos/octo/shop/pulls/1/comments");
    expect(pickAll(listed.body, "body", "in_reply_to_id")).toEqual([{ body: "x" }, { body: "no", in_reply_to_id: id }]);
  });
});

describe("more of a pull request", () => {
  it("lists its commits, oldest first, with who wrote them", async () => {
    await start();
    github.push("feature", { "b.py": "b\n" });
    const commits = await call(github, "GET /repos/octo/shop/pulls/1/commits");
    const shown = Array.isArray(commits.body)
      ? commits.body.map((item: { author: { login: string }; commit: { message: string }; sha: string }) => [
          item.author.login,
          item.commit.message.trim(),
          item.sha === github.state.pulls[0]?.headSha,
        ])
      : [];
    expect(shown).toEqual([
      ["octo", "Change 1 files", false],
      ["octo", "Change 1 files", true],
    ]);
  });

  it("says in GraphQL whether it waits in a merge queue", async () => {
    await start();
    const [pull] = github.state.pulls;
    const ask = async () =>
      query(github, `{ repository(owner: "octo", name: "shop") { pullRequest(number: 1) { isInMergeQueue } } }`);
    const before = await ask();
    if (pull !== undefined) pull.isQueued = true;
    expect([before.body, (await ask()).body]).toEqual(
      [false, true].map((isInMergeQueue) => ({ data: { repository: { pullRequest: { isInMergeQueue } } } })),
    );
  });

  it("still answers an unknown pull request with 404", async () => {
    await start();
    expect(refusal(await call(github, "GET /repos/octo/shop/pulls/9/commits"))).toEqual({
      status: 404,
      message: "Not Found",
    });
  });
});
