import { getOctokit } from "@actions/github";
import { afterEach, describe, expect, it } from "vitest";
import { problem } from "../../support/github/reply.ts";
import { startGithub, type Github } from "../../support/github/server.ts";
import { call } from "./client.ts";

let github: Github;
afterEach(() => github.stop());

describe("rule 18: the journal", () => {
  it("lists exactly the requests that meant to change something, with how they ended", async () => {
    github = await startGithub();
    github.openPullRequest({ base: { "a.py": "a\n" }, head: { "a.py": "b\n" } });
    const octokit = getOctokit(github.token, { baseUrl: github.apiUrl });
    const place = { owner: "octo", repo: "shop" };
    await octokit.paginate(octokit.rest.pulls.listFiles, { ...place, pull_number: 1, per_page: 1 });
    const comments = [{ path: "a.py", line: 1, body: "x" }];
    await octokit.rest.pulls.createReview({ ...place, pull_number: 1, event: "COMMENT", body: "x", comments });
    await octokit.rest.issues.createComment({ ...place, issue_number: 1, body: "x" });
    await octokit.graphql("{ viewer { login } }");
    await call(github, "POST /repos/octo/shop/issues/1/comments", { body: { body: 1 } });
    expect([github.writes(), github.requestProblems(), github.journal.length]).toEqual([
      [
        "POST /repos/octo/shop/pulls/1/reviews 200",
        "POST /repos/octo/shop/issues/1/comments 201",
        "POST /repos/octo/shop/issues/1/comments 422",
      ],
      ["POST /repos/octo/shop/issues/1/comments: body/body must be string"],
      5,
    ]);
  });

  it("records a parameter that GitHub would silently ignore", async () => {
    github = await startGithub();
    await call(github, "GET /repos/octo/shop/pulls?perpage=100");
    expect(github.requestProblems()).toEqual(["GET /repos/octo/shop/pulls: query perpage is not described"]);
  });

  it("can lose the answer of a request that had its effect, or answer without one", async () => {
    let lost = 0;
    github = await startGithub({
      after: (entry) => (entry.method === "POST" && lost++ === 0 ? problem(502, "Server Error") : null),
      before: (entry) => (entry.method === "PATCH" ? problem(403, "You have exceeded a secondary rate limit") : null),
    });
    github.openPullRequest({ head: { "a.py": "b\n" } });
    const comments = "/repos/octo/shop/issues/1/comments";
    const first = await call(github, `POST ${comments}`, { body: { body: "x" } });
    const second = await call(github, `POST ${comments}`, { body: { body: "y" } });
    const id = github.state.issueComments[0]?.id ?? 0;
    const patch = await call(github, `PATCH /repos/octo/shop/issues/comments/${id}`, { body: { body: "z" } });
    expect([
      first.status,
      second.status,
      patch.status,
      github.state.issueComments.map((comment) => comment.body),
    ]).toEqual([502, 201, 403, ["x", "y"]]);
  });
});
