import { afterEach, describe, expect, it } from "vitest";
import { git, treeEntry } from "../../support/git-repository.ts";
import { startGithub, type Github } from "../../support/github/server.ts";
import type { Switches } from "../../support/github/switches.ts";
import { pick, query, type Answer } from "./client.ts";

let github: Github;
afterEach(() => github.stop());

const DOCUMENT = `mutation($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid signature { isValid } } ref { name } }
}`;

const encode = (text: string): string => Buffer.from(text).toString("base64");

async function start(switches: Partial<Switches> = {}): Promise<void> {
  github = await startGithub({ permissions: { contents: "write" }, ...switches });
  github.openPullRequest({
    base: {
      "a.py": "a\n",
      "run.sh": { mode: "100755", content: "#!/bin/sh\n" },
      "link.py": { mode: "120000", content: "a.py" },
    },
    head: { "a.py": "b\n" },
  });
}

function headSha(): string {
  return github.state.pulls[0]?.headSha ?? "";
}

function commit(fileChanges: unknown, more: Record<string, unknown> = {}): Promise<Answer> {
  const branch = { repositoryNameWithOwner: "octo/shop", branchName: "feature" };
  const message = { headline: "Fix it", body: "Because." };
  return query(github, DOCUMENT, { input: { branch, expectedHeadOid: headSha(), message, fileChanges, ...more } });
}

function errors(answer: Answer): unknown {
  const list = pick(answer.body, "errors")["errors"];
  return Array.isArray(list) ? list.map((error: unknown) => pick(error, "type", "message")) : [];
}

describe("rule 8: createCommitOnBranch", () => {
  it("commits additions and deletions on the branch, as the token's identity, signed by the platform", async () => {
    await start();
    const before = headSha();
    const answer = await commit({
      additions: [
        { path: "a.py", contents: encode("fixed é\r\n") },
        { path: "new/b.py", contents: encode("") },
      ],
      deletions: [{ path: "link.py" }],
    });
    expect(answer.body).toEqual({
      data: {
        createCommitOnBranch: { commit: { oid: headSha(), signature: { isValid: true } }, ref: { name: "feature" } },
      },
    });
    expect([
      github.headFiles("feature"),
      git(github.state.base.directory, ["log", "-1", "--format=%P%n%an%n%cn%n%B", "feature"]),
    ]).toEqual([
      { "a.py": "fixed é\r\n", "new/b.py": "", "run.sh": "#!/bin/sh\n" },
      `${before}\ngithub-actions[bot]\nGitHub\nFix it\n\nBecause.\n`,
    ]);
    expect(github.writes()).toEqual(["mutation createCommitOnBranch 200"]);
  });

  it("writes mode 100644 whatever was there (whether an existing executable keeps its bit is unverified)", async () => {
    await start();
    const additions = ["run.sh", "link.py"].map((path) => ({ path, contents: encode("x\n") }));
    await commit({ additions });
    expect(["run.sh", "link.py"].map((path) => treeEntry(github.state.base.directory, "feature", path)?.mode)).toEqual([
      "100644",
      "100644",
    ]);
  });

  it("makes an empty commit of no change", async () => {
    await start();
    const before = headSha();
    await commit({});
    expect([
      headSha() === before,
      git(github.state.base.directory, ["diff", "--name-only", before, "feature"]),
    ]).toEqual([false, ""]);
  });

  it("refuses when the head moved", async () => {
    await start();
    const expected = headSha();
    const now = github.push("feature", { "a.py": "c\n" });
    const answer = await commit(
      { additions: [{ path: "a.py", contents: encode("x\n") }] },
      { expectedHeadOid: expected },
    );
    const message = `Expected branch to point to "${expected}" but it did not.  Pull and try again.`;
    expect([answer.status, errors(answer), headSha(), github.writes()]).toEqual([
      200,
      [{ type: "STALE_DATA", message }],
      now,
      ["mutation createCommitOnBranch STALE_DATA"],
    ]);
  });

  it.each([
    ["a path given twice", { additions: [{ path: "a.py", contents: "" }], deletions: [{ path: "a.py" }] }],
    ["bad base64", { additions: [{ path: "a.py", contents: "abc" }] }],
    ["URL-safe base64", { additions: [{ path: "a.py", contents: "_-==" }] }],
    ["deleting what is not there", { deletions: [{ path: "nope.py" }] }],
    ["a path out of the repository", { additions: [{ path: "../x", contents: "" }] }],
  ])("refuses %s without a commit (texts not documented)", async (_, changes) => {
    await start();
    const before = headSha();
    const answer = await commit(changes);
    expect([answer.status, errors(answer), headSha()]).toEqual([
      200,
      [{ type: "UNPROCESSABLE", message: expect.any(String) }],
      before,
    ]);
  });

  it("refuses a branch and a repository that are not there (texts unverified)", async () => {
    await start();
    const branch = await commit({}, { branch: { repositoryNameWithOwner: "octo/shop", branchName: "nope" } });
    const repository = await commit({}, { branch: { repositoryNameWithOwner: "octo/nope", branchName: "feature" } });
    const fork = await commit({}, { branch: { repositoryNameWithOwner: "contributor/shop", branchName: "main" } });
    expect([branch, repository, fork].map(errors)).toEqual([
      [{ type: "NOT_FOUND", message: 'Could not resolve to a branch named "nope".' }],
      [{ type: "NOT_FOUND", message: "Could not resolve to a Repository with the name 'octo/nope'." }],
      [{ type: "FORBIDDEN", message: "Resource not accessible by integration" }],
    ]);
  });

  it("refuses an input that the schema does not allow", async () => {
    await start();
    const answer = await commit({}, { expectedHeadOid: undefined });
    expect([errors(answer), github.requestProblems().length]).toEqual([
      [{ message: expect.stringContaining("expectedHeadOid") }],
      1,
    ]);
  });

  it("refuses workflow files", async () => {
    await start();
    const additions = [{ path: ".github/workflows/ci.yml", contents: encode("on: push\n") }];
    expect(errors(await commit({ additions }))).toEqual([
      {
        type: "UNPROCESSABLE",
        message:
          "refusing to allow a GitHub App to create or update workflow `.github/workflows/ci.yml` without `workflows` permission",
      },
    ]);
  });

  it.each([
    [
      "ruleset",
      "Repository rule violations found for refs/heads/feature\n\nChanges must be made through a pull request.",
    ],
    ["classic", "Protected branch update failed for refs/heads/feature."],
  ] as const)("refuses a branch protected by a %s rule (text second-hand)", async (protection, message) => {
    await start({ protection, protectedBranches: ["feature"] });
    expect(errors(await commit({}))).toEqual([{ type: "UNPROCESSABLE", message }]);
  });
});
