import { afterEach, describe, expect, it } from "vitest";
import { startGithub, type Github } from "../../support/github/server.ts";
import type { Switches } from "../../support/github/switches.ts";
import { call, pick, query, refusal } from "./client.ts";

let github: Github;
afterEach(() => github.stop());

const WRITER: Partial<Switches> = { permissions: { contents: "write", pull_requests: "write" } };
const NEW = { title: "Fix", head: "fix", base: "main", body: "why" };

/** A branch `fix` with one commit more than main. */
async function start(switches: Partial<Switches> = {}): Promise<void> {
  github = await startGithub({ ...WRITER, ...switches });
  const main = pick((await call(github, "GET /repos/octo/shop/branches/main")).body, "commit")["commit"];
  const { sha } = pick(main, "sha");
  await call(github, "POST /repos/octo/shop/git/refs", { body: { ref: "refs/heads/fix", sha } });
  github.push("fix", { "a.py": "x\n" });
}

const create = (body: unknown = NEW) => call(github, "POST /repos/octo/shop/pulls", { body });

describe("rule 11: a new pull request", () => {
  it("is made by a bot where the setting allows it, as a draft where that is asked for", async () => {
    await start();
    const made = await create({ ...NEW, draft: true });
    expect([made.status, pick(made.body, "number", "title", "body", "draft", "state", "merged")]).toEqual([
      201,
      { number: 1, title: "Fix", body: "why", draft: true, state: "open", merged: false },
    ]);
    const changed = await call(github, "PATCH /repos/octo/shop/pulls/1", { body: { title: "Better" } });
    expect(pick(changed.body, "title", "body")).toEqual({ title: "Better", body: "why" });
  });

  it("is refused to bots where the setting is off, and made for a person", async () => {
    await start({ actionsMayCreatePulls: false });
    expect(refusal(await create())).toEqual({
      status: 403,
      message: "GitHub Actions is not permitted to create or approve pull requests.",
    });
    const made = await call(github, "POST /repos/octo/shop/pulls", { token: github.humanToken, body: NEW });
    expect(made.status).toBe(201);
  });

  it("is refused twice, without commits, and for branches that are not there", async () => {
    await start();
    await create();
    const answers = [
      await create(),
      await create({ ...NEW, head: "main", base: "fix" }),
      await create({ ...NEW, head: "no" }),
      await create({ ...NEW, base: "no" }),
    ];
    expect(answers.map((answer) => refusal(answer))).toMatchSnapshot();
  });

  it("needs pull-requests: write", async () => {
    await start({ permissions: { contents: "write", pull_requests: "read" } });
    expect(refusal(await create())).toEqual({ status: 403, message: "Resource not accessible by integration" });
  });

  it("may not be found by the requests right after", async () => {
    await start({ unresolvedAfterCreate: 1 });
    await create();
    const label = () => call(github, "POST /repos/octo/shop/issues/1/labels", { body: { labels: ["a", "b"] } });
    const [first, second] = [await label(), await label()];
    expect([first.status, String(pick(first.body, "message")["message"]).slice(0, 25), second.status]).toEqual([
      422,
      "Could not resolve to a no",
      200,
    ]);
  });
});

describe("rule 10: what starts", () => {
  it.each([
    ["a workflow's own token on github.com", { isEnterprise: false }, [["pull_request", true]]],
    ["a workflow's own token on a server", { isEnterprise: true, signsCommits: false }, []],
  ])("for %s", async (_, switches, expected) => {
    github = await startGithub({ ...WRITER, ...switches });
    const pull = github.openPullRequest({ base: { "a.py": "a\n" }, head: { "a.py": "b\n" } });
    await commit(pull.headSha);
    expect(github.state.runs.map(({ event, awaitsApproval = false }) => [event, awaitsApproval])).toEqual(expected);
  });

  it("for a person: push and pull_request", async () => {
    await start();
    await call(github, "POST /repos/octo/shop/pulls", { token: github.humanToken, body: NEW });
    expect(github.state.runs).toEqual([
      { event: "push", ref: "fix", workflow: null },
      { event: "pull_request", ref: "fix", workflow: null },
    ]);
  });

  it("a dispatch starts a run for any token that may", async () => {
    await start({ permissions: { contents: "write", actions: "write" } });
    const dispatch = (file: string, ref: string) =>
      call(github, `POST /repos/octo/shop/actions/workflows/${file}/dispatches`, { body: { ref } });
    const statuses = [await dispatch("ci.yml", "fix"), await dispatch("no.yml", "fix"), await dispatch("ci.yml", "no")];
    expect([statuses.map(({ status }) => status), github.state.runs]).toEqual([
      [204, 404, 422],
      [{ event: "workflow_dispatch", ref: "fix", workflow: "ci.yml" }],
    ]);
  });
});

async function commit(expectedHeadOid: string): Promise<unknown> {
  const answer = await query(
    github,
    "mutation ($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { signature { isValid } } } }",
    {
      input: {
        branch: { repositoryNameWithOwner: "octo/shop", branchName: "feature" },
        expectedHeadOid,
        message: { headline: "Fix" },
        fileChanges: { additions: [{ path: "a.py", contents: Buffer.from("c\n").toString("base64") }] },
      },
    },
  );
  return pick(answer.body, "data")["data"];
}

describe("rule 16: a GitHub Enterprise Server", () => {
  it("has its API below its pages, and signs nothing where signing is off", async () => {
    github = await startGithub({ ...WRITER, isEnterprise: true, signsCommits: false });
    expect([github.apiUrl, github.graphqlUrl].map((url) => url.replace(github.serverUrl, ""))).toEqual([
      "/api/v3",
      "/api/graphql",
    ]);
    const repository = await call(github, "GET /repos/octo/shop");
    expect([repository.status, pick(repository.body, "full_name")]).toEqual([200, { full_name: "octo/shop" }]);
    const outside = await fetch(`${github.serverUrl}/repos/octo/shop`);
    const graphql = await fetch(`${github.serverUrl}/graphql`, { method: "POST", body: "{}" });
    expect([outside.status, graphql.status]).toEqual([404, 404]);
  });
});

describe("rule 8: commits from objects", () => {
  async function fromObjects(extra: Readonly<Record<string, unknown>> = {}): Promise<unknown> {
    const post = async (path: string, body: unknown): Promise<unknown> =>
      (await call(github, `POST /repos/octo/shop/git/${path}`, { body })).body;
    const blob = pick(await post("blobs", { content: "eAo=", encoding: "base64" }), "sha")["sha"];
    const head = github.state.pulls[0]?.headSha ?? "";
    const parent = (await call(github, `GET /repos/octo/shop/git/commits/${head}`)).body;
    const base = pick(pick(parent, "tree")["tree"], "sha")["sha"];
    const entry = { path: "run.sh", mode: "100755", type: "blob", sha: blob };
    const tree = pick(await post("trees", { base_tree: base, tree: [entry] }), "sha")["sha"];
    return pick(await post("commits", { message: "m", tree, parents: [head], ...extra }), "verification");
  }

  it("are signed for a bot that leaves out who made them, and for nobody else", async () => {
    github = await startGithub(WRITER);
    github.openPullRequest({ base: { "a.py": "a\n" }, head: { "a.py": "b\n" } });
    expect(await fromObjects()).toMatchObject({ verification: { verified: true, reason: "valid" } });
    const author = { name: "n", email: "n@example.com", date: "2026-01-01T00:00:00Z" };
    expect(await fromObjects({ author })).toMatchObject({ verification: { verified: false, reason: "unsigned" } });
  });

  it("name what is missing", async () => {
    github = await startGithub(WRITER);
    const none = "0".repeat(40);
    const answers = [
      await call(github, "POST /repos/octo/shop/git/trees", {
        body: { tree: [{ path: "a", mode: "100644", type: "blob", sha: none }] },
      }),
      await call(github, "POST /repos/octo/shop/git/commits", { body: { message: "m", tree: none, parents: [] } }),
      await call(github, "GET /repos/octo/shop/branches/no"),
    ];
    expect(answers.map((answer) => refusal(answer))).toMatchSnapshot();
  });
});

it("says what somebody may do in the repository", async () => {
  github = await startGithub(WRITER);
  const ask = async (login: string): Promise<unknown> => {
    const answer = await call(github, `GET /repos/octo/shop/collaborators/${login}/permission`);
    return [answer.status, pick(answer.body, "permission")];
  };
  expect([await ask("octo"), await ask("contributor"), await ask("nobody")]).toEqual([
    [200, { permission: "admin" }],
    [200, { permission: "read" }],
    [404, {}],
  ]);
});
