import { afterEach, describe, expect, it } from "vitest";
import { startGithub, type Github } from "../../support/github/server.ts";
import type { Permissions, Switches } from "../../support/github/switches.ts";
import { call, pick, query, refusal } from "./client.ts";

let github: Github;
afterEach(() => github.stop());

async function start(switches: Partial<Switches> = {}): Promise<void> {
  github = await startGithub(switches);
  github.openPullRequest({ base: { "a.py": "a\n" }, head: { "a.py": "b\n" } });
}

const WRITES: readonly (readonly [string, Permissions, unknown])[] = [
  ["POST /repos/octo/shop/pulls/1/reviews", { pull_requests: "write" }, { event: "COMMENT", body: "x" }],
  ["POST /repos/octo/shop/issues/1/comments", { pull_requests: "write" }, { body: "x" }],
];

describe("rule 1: tokens and permissions", () => {
  it("answers 401 to a wrong token, and to a write or /user without one", async () => {
    await start();
    const wrong = await call(github, "GET /repos/octo/shop", { token: "nobody" });
    const missing = await call(github, "GET /user", { token: null });
    const write = await call(github, "POST /repos/octo/shop/issues/1/comments", { token: null, body: { body: "x" } });
    const graphql = await call(github, "POST /graphql", { token: null, body: { query: "{viewer{login}}" } });
    expect([refusal(wrong), refusal(missing), refusal(write), graphql.status]).toEqual([
      { status: 401, message: "Bad credentials" },
      { status: 401, message: "Requires authentication" },
      { status: 401, message: "Requires authentication" },
      401,
    ]);
  });

  it.each(WRITES)("refuses %s to a read-only token and names the need", async (route, permissions, body) => {
    await start({ permissions: { contents: "read", pull_requests: "read" } });
    const answer = await call(github, route, { body });
    expect([refusal(answer), answer.headers.get("x-accepted-github-permissions"), permissions]).toEqual([
      { status: 403, message: "Resource not accessible by integration" },
      "pull_requests=write",
      { pull_requests: "write" },
    ]);
  });

  it.each(WRITES)("accepts %s with the permission", async (route, permissions, body) => {
    await start({ permissions });
    expect([200, 201]).toContain((await call(github, route, { body })).status);
  });

  it("does not take issues: write for a comment on a pull request (seen in issue threads)", async () => {
    await start({ permissions: { issues: "write", pull_requests: "read" } });
    const answer = await call(github, "POST /repos/octo/shop/issues/1/comments", { body: { body: "x" } });
    expect(answer.status).toBe(403);
  });

  it("lets anybody read a public repository", async () => {
    await start({ permissions: {} });
    const bot = await call(github, "GET /repos/octo/shop/pulls/1/files");
    const nobody = await call(github, "GET /repos/octo/shop/pulls/1", { token: null });
    expect([bot.status, nobody.status]).toEqual([200, 200]);
  });

  it("hides a private repository from people without a token and asks tokens for the permission", async () => {
    await start({ private: true, permissions: { contents: "read" } });
    const nobody = await call(github, "GET /repos/octo/shop/pulls/1", { token: null });
    const enough = await call(github, "GET /repos/octo/shop/pulls/1");
    const lacking = await call(github, "GET /repos/octo/shop/pulls/1/files");
    expect([refusal(nobody), enough.status, refusal(lacking)]).toEqual([
      { status: 404, message: "Not Found" },
      200,
      { status: 403, message: "Resource not accessible by integration" },
    ]);
  });

  it("answers 404 for what is not there", async () => {
    await start();
    const repository = await call(github, "GET /repos/octo/other/pulls");
    const pull = await call(github, "GET /repos/octo/shop/pulls/99");
    const route = await call(github, "GET /nowhere");
    expect([repository.status, pull.status, route.status]).toEqual([404, 404, 404]);
  });

  it("answers 400 to a body that is no JSON and to an unknown version of the API", async () => {
    await start();
    const headers = { "x-github-api-version": "1999-01-01" };
    const version = await call(github, "GET /repos/octo/shop", { headers });
    const body = await fetch(`${github.apiUrl}/repos/octo/shop/issues/1/comments`, {
      method: "POST",
      headers: { authorization: `Bearer ${github.token}` },
      body: "{",
    });
    const known = await call(github, "GET /repos/octo/shop", { headers: { "x-github-api-version": "2022-11-28" } });
    expect([version.status, body.status, known.status]).toEqual([400, 400, 200]);
  });

  it("answers 200 with FORBIDDEN where GraphQL is refused", async () => {
    await start({ permissions: { contents: "read" } });
    const document = `mutation($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid } } }`;
    const branch = { repositoryNameWithOwner: "octo/shop", branchName: "feature" };
    const input = { branch, expectedHeadOid: github.state.pulls[0]?.headSha, message: { headline: "x" } };
    const answer = await query(github, document, { input });
    expect([answer.status, answer.body, github.writes()]).toEqual([
      200,
      {
        data: { createCommitOnBranch: null },
        errors: [
          {
            type: "FORBIDDEN",
            path: ["createCommitOnBranch"],
            locations: [{ line: 1, column: 48 }],
            message: "Resource not accessible by integration",
          },
        ],
      },
      ["mutation createCommitOnBranch FORBIDDEN"],
    ]);
  });
});

describe("rule 2: who am I", () => {
  it("refuses GET /user to an installation token, answers a person", async () => {
    await start();
    const bot = await call(github, "GET /user");
    const human = await call(github, "GET /user", { token: github.humanToken });
    expect([refusal(bot), pick(human.body, "login", "type")]).toEqual([
      { status: 403, message: "Resource not accessible by integration" },
      { login: "octo", type: "User" },
    ]);
  });

  it("names the bot with its suffix as viewer and in REST, without it as a GraphQL author", async () => {
    github = await startGithub();
    github.openPullRequest({ head: { "a.py": "x\n" }, author: "bot" });
    const viewer = await query(github, "{ viewer { login } }");
    const author = await query(
      github,
      `{ repository(owner: "octo", name: "shop") { pullRequest(number: 1) { author { __typename login } } } }`,
    );
    const rest = await call(github, "GET /repos/octo/shop/pulls/1");
    expect([viewer.body, author.body, pick(pick(rest.body, "user")["user"], "login", "type")]).toEqual([
      { data: { viewer: { login: "github-actions[bot]" } } },
      { data: { repository: { pullRequest: { author: { __typename: "Bot", login: "github-actions" } } } } },
      { login: "github-actions[bot]", type: "Bot" },
    ]);
  });

  it("refuses a field that GitHub's schema does not have", async () => {
    await start();
    const answer = await query(github, "{ viewer { nickname } }");
    expect([answer.status, answer.body, github.requestProblems()]).toEqual([
      200,
      { errors: [{ message: 'Cannot query field "nickname" on type "User". Did you mean "name"?' }] },
      ['POST /graphql: Cannot query field "nickname" on type "User". Did you mean "name"?'],
    ]);
  });
});

describe("the server checks itself", () => {
  it("answers 599 and fails the test for a field that it does not model", async () => {
    await start();
    const answer = await query(github, "{ viewer { bio } }");
    await expect(github.stop()).rejects.toThrow("This server does not model User.bio");
    expect(answer.status).toBe(599);
    await start();
  });

  it("answers 599 and fails the test for a reply that breaks GitHub's description", async () => {
    await start();
    github.state.issueComments.push({
      id: 1,
      number: 1,
      author: github.state.identities.human,
      createdAt: "yesterday",
      updatedAt: "2026-01-01T00:00:00Z",
      body: "x",
    });
    const answer = await call(github, "GET /repos/octo/shop/issues/1/comments");
    await expect(github.stop()).rejects.toThrow("created_at must match format");
    expect(answer.status).toBe(599);
    await start();
  });
});
