import { afterEach, describe, expect, it } from "vitest";
import { gitOrNull } from "../../support/git-repository.ts";
import { startGithub, type Github } from "../../support/github/server.ts";
import { call, lines, pick, pickAll, refusal } from "./client.ts";

let github: Github;
afterEach(() => github.stop());

describe("pull requests", () => {
  it("are shown with both sides and the merge commit's id", async () => {
    github = await startGithub();
    const pull = github.openPullRequest({ base: { "a.py": "a\n" }, head: { "a.py": "b\nc\n", "n.py": "n\n" } });
    const { body } = await call(github, "GET /repos/octo/shop/pulls/1");
    const keys = ["number", "state", "merge_commit_sha", "additions", "deletions", "changed_files", "commits"];
    const { head, base } = pick(body, "head", "base");
    expect([pick(body, ...keys), pick(head, "ref", "sha", "label"), pick(base, "ref", "label")]).toEqual([
      {
        number: 1,
        state: "open",
        merge_commit_sha: pull.mergeSha,
        additions: 3,
        deletions: 1,
        changed_files: 2,
        commits: 1,
      },
      { ref: "feature", sha: pull.headSha, label: "octo:feature" },
      { ref: "main", label: "octo:main" },
    ]);
  });

  it("have a real merge commit that follows both branches, and none on a conflict", async () => {
    github = await startGithub();
    const pull = github.openPullRequest({ base: { "a.py": lines(20) }, head: { "a.py": `${lines(20)}end\n` } });
    const { directory } = github.state.base;
    const base = github.push("main", { "a.py": `top\n${lines(20)}` });
    const parents = gitOrNull(directory, ["log", "-1", "--format=%P", "refs/pull/1/merge"]);
    const merged = github.headFiles("refs/pull/1/merge")["a.py"];
    github.push("main", { "a.py": "all different\n" });
    expect([parents, merged, pull.mergeSha, gitOrNull(directory, ["rev-parse", "refs/pull/1/merge"])]).toEqual([
      `${base} ${pull.headSha}`,
      `top\n${lines(20)}end\n`,
      null,
      null,
    ]);
  });

  it("of a fork have another head repository, and null once it is deleted", async () => {
    github = await startGithub();
    const pull = github.openPullRequest({ head: { "n.py": "n\n" }, fromFork: true });
    const before = pick((await call(github, "GET /repos/octo/shop/pulls/1")).body, "head")["head"];
    pull.head.repository = null;
    const after = pick((await call(github, "GET /repos/octo/shop/pulls/1")).body, "head")["head"];
    expect([
      pick(before, "label"),
      pick(pick(before, "repo")["repo"], "full_name", "fork"),
      pick(after, "repo"),
    ]).toEqual([{ label: "contributor:feature" }, { full_name: "contributor/shop", fork: true }, { repo: null }]);
  });

  it("are found by head branch, state and commit", async () => {
    github = await startGithub();
    const first = github.openPullRequest({ head: { "a.py": "a\n" }, branch: "one" });
    const second = github.openPullRequest({ head: { "b.py": "b\n" }, branch: "two" });
    second.state = "closed";
    const byHead = await call(github, "GET /repos/octo/shop/pulls?head=octo:one&state=open");
    const closed = await call(github, "GET /repos/octo/shop/pulls?state=closed");
    const none = await call(github, "GET /repos/octo/shop/pulls?head=octo:two");
    const byCommit = await call(github, `GET /repos/octo/shop/commits/${first.headSha}/pulls`);
    expect([byHead, closed, none, byCommit].map((answer) => pickAll(answer.body, "number"))).toEqual([
      [{ number: 1 }],
      [{ number: 2 }],
      [],
      [{ number: 1 }],
    ]);
  });
});

describe("the files of a pull request", () => {
  it("come with status, counts and patch; binary files and pure renames without one", async () => {
    github = await startGithub();
    github.openPullRequest({
      base: { "a.py": "a\n", "gone.py": "g\n", "old.py": lines(9), "sub dir/ü.py": "u\n" },
      head: {
        "a.py": "b\n",
        "gone.py": null,
        "old.py": null,
        "new.py": lines(9),
        "picture.png": Uint8Array.of(0, 1, 2, 255),
        "sub dir/ü.py": "v",
      },
    });
    const { body } = await call(github, "GET /repos/octo/shop/pulls/1/files");
    expect(pickAll(body, "filename", "status", "additions", "deletions", "patch", "previous_filename")).toEqual([
      { filename: "a.py", status: "modified", additions: 1, deletions: 1, patch: "@@ -1 +1 @@\n-a\n+b" },
      { filename: "gone.py", status: "removed", additions: 0, deletions: 1, patch: "@@ -1 +0,0 @@\n-g" },
      { filename: "new.py", status: "renamed", additions: 0, deletions: 0, previous_filename: "old.py" },
      { filename: "picture.png", status: "added", additions: 0, deletions: 0 },
      {
        filename: "sub dir/ü.py",
        status: "modified",
        additions: 1,
        deletions: 1,
        patch: "@@ -1 +1 @@\n-u\n+v\n\\ No newline at end of file",
      },
    ]);
  });

  it("come in pages of 30 with links, 100 at most", async () => {
    github = await startGithub();
    const names = Array.from({ length: 101 }, (_, index) => [`f${String(index).padStart(3, "0")}.py`, "x\n"]);
    github.openPullRequest({ head: Object.fromEntries(names) });
    const path = "/repos/octo/shop/pulls/1/files";
    const first = await call(github, `GET ${path}`);
    const last = await call(github, `GET ${path}?page=4`);
    const large = await call(github, `GET ${path}?per_page=500`);
    const url = `${github.apiUrl}${path}`;
    expect([pickAll(first.body, "filename").length, first.headers.get("link")]).toEqual([
      30,
      `<${url}?page=2>; rel="next", <${url}?page=4>; rel="last"`,
    ]);
    expect([pickAll(last.body, "filename").length, last.headers.get("link")]).toEqual([
      11,
      `<${url}?page=3>; rel="prev", <${url}?page=1>; rel="first"`,
    ]);
    expect(pickAll(large.body, "filename").length).toBe(100);
  });

  it("come as one diff, refused with 406 beyond the limits (texts second-hand)", async () => {
    github = await startGithub({ maxDiffFiles: 2, maxDiffLines: 30 });
    github.openPullRequest({ base: { "a.py": "a\n" }, head: { "a.py": "b\n" } });
    github.openPullRequest({ head: { "b.py": "x\n", "c.py": "x\n", "d.py": "x\n" }, branch: "many" });
    github.openPullRequest({ head: { "e.py": lines(40) }, branch: "long" });
    const headers = { accept: "application/vnd.github.diff" };
    const [small, many, long] = await Promise.all(
      [1, 2, 3].map((number) => call(github, `GET /repos/octo/shop/pulls/${number}`, { headers })),
    );
    const advice = "Consider using 'List pull requests files' API or locally cloning the repository instead.";
    expect([small?.body, many === undefined || refusal(many), long === undefined || refusal(long)]).toEqual([
      expect.stringMatching(
        /^diff --git a\/a\.py b\/a\.py\nindex \w+\.\.\w+ 100644\n--- a\/a\.py\n\+\+\+ b\/a\.py\n@@ -1 \+1 @@\n-a\n\+b\n$/,
      ),
      { status: 406, message: `Sorry, the diff exceeded the maximum number of files (2). ${advice}` },
      { status: 406, message: `Sorry, the diff exceeded the maximum number of lines (30). ${advice}` },
    ]);
  });
});

describe("issue comments", () => {
  it("are listed in order, changed by id, and limited in length", async () => {
    github = await startGithub();
    github.openPullRequest({ head: { "a.py": "a\n" } });
    const comments = "/repos/octo/shop/issues/1/comments";
    const first = await call(github, `POST ${comments}`, { body: { body: "one" } });
    await call(github, `POST ${comments}`, { token: github.humanToken, body: { body: "two" } });
    const { id } = pick(first.body, "id");
    const patched = await call(github, `PATCH /repos/octo/shop/issues/comments/${String(id)}`, {
      body: { body: "uno" },
    });
    const long = await call(github, `POST ${comments}`, { body: { body: "x".repeat(65_537) } });
    const listed = await call(github, `GET ${comments}`);
    expect([first.status, patched.status, refusal(long), pickAll(listed.body, "body")]).toEqual([
      201,
      200,
      {
        status: 422,
        message: "Validation Failed",
        errors: [
          {
            resource: "IssueComment",
            code: "unprocessable",
            field: "data",
            message: "Body is too long (maximum is 65536 characters)",
          },
        ],
      },
      [{ body: "uno" }, { body: "two" }],
    ]);
  });
});

describe("contents", () => {
  it("come as base64, raw bytes, a folder or 404", async () => {
    github = await startGithub();
    github.openPullRequest({ base: { "src/a.py": "é\n", "src/b.py": "b\n" }, head: { "src/a.py": "ä\n" } });
    const path = "/repos/octo/shop/contents/src";
    const file = await call(github, `GET ${path}%2Fa.py?ref=feature`);
    const raw = await call(github, `GET ${path}/a.py`, { headers: { accept: "application/vnd.github.raw+json" } });
    const folder = await call(github, `GET ${path}`);
    const missing = await call(github, `GET ${path}/c.py`);
    const { sha } = pick(file.body, "sha");
    const blob = await call(github, `GET /repos/octo/shop/git/blobs/${String(sha)}`);
    const content = Buffer.from("ä\n").toString("base64");
    expect([
      pick(file.body, "path", "encoding", "content"),
      raw.body,
      pickAll(folder.body, "path"),
      missing.status,
      pick(blob.body, "content", "size"),
    ]).toEqual([
      { path: "src/a.py", encoding: "base64", content: `${content}\n` },
      "é\n",
      [{ path: "src/a.py" }, { path: "src/b.py" }],
      404,
      { content: `${content}\n`, size: 3 },
    ]);
  });
});
