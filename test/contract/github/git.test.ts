import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { gitEnvironment } from "../../support/git-repository.ts";
import { startGithub, type Github } from "../../support/github/server.ts";
import type { Switches } from "../../support/github/switches.ts";
import { call, pick, pickAll, refusal } from "./client.ts";

let github: Github;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "clone-"));
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await github.stop();
});

interface Run {
  readonly exitCode: number;
  readonly output: string;
}

/** The server lives in this process, so git must not block it. */
function run(...words: readonly string[]): Promise<Run> {
  const person = ["-c", "user.name=t", "-c", "user.email=t@example.com"];
  return new Promise((resolve) => {
    execFile("git", [...person, ...words], { cwd: folder, env: gitEnvironment() }, (error, stdout, stderr) => {
      resolve({ exitCode: error === null ? 0 : Number(error.code), output: stdout + stderr });
    });
  });
}

async function start(switches: Partial<Switches> = {}): Promise<void> {
  github = await startGithub(switches);
  github.openPullRequest({ base: { "a.py": "a\n" }, head: { "a.py": "b\n" } });
}

function remote(token: string | null = github.token, repository = "octo/shop"): string {
  const login = token === null ? "" : `x-access-token:${token}@`;
  return `${github.serverUrl.replace("//", `//${login}`)}/${repository}.git`;
}

/** Clones a branch and commits one change to it. */
async function change(file: string, branch = "feature"): Promise<void> {
  await run("clone", "--quiet", "--branch", branch, remote(), ".");
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), "changed\n");
  await run("add", ".");
  await run("commit", "--quiet", "-m", "Change");
}

describe("git over HTTP", () => {
  it("clones, and fetches the merge commit of a pull request as the checkout action does", async () => {
    await start();
    const clone = await run("clone", "--quiet", "--branch", "feature", remote(null), ".");
    const fetched = await run(
      "fetch",
      "--quiet",
      "--depth=1",
      "origin",
      "+refs/pull/1/merge:refs/remotes/pull/1/merge",
    );
    const merge = await run("rev-parse", "refs/remotes/pull/1/merge");
    expect([clone.exitCode, fetched.exitCode, merge.output.trim()]).toEqual([0, 0, github.state.pulls[0]?.mergeSha]);
  });

  it("asks for a token in a private repository", async () => {
    await start({ private: true });
    const nobody = await run("clone", "--quiet", remote(null), "no");
    const bot = await run("clone", "--quiet", remote(), "yes");
    expect([nobody.exitCode, bot.exitCode]).toEqual([128, 0]);
  });
});

describe("rule 9: pushes", () => {
  it("take a fast-forward with contents: write, and the pull request follows", async () => {
    await start({ permissions: { contents: "write" } });
    await change("a.py");
    const pushed = await run("push", "--quiet", "origin", "HEAD:feature");
    const { body } = await call(github, "GET /repos/octo/shop/pulls/1");
    const sha = (await run("rev-parse", "HEAD")).output.trim();
    expect([pushed.exitCode, pick(pick(body, "head")["head"], "sha"), github.writes()]).toEqual([
      0,
      { sha },
      ["git push refs/heads/feature 200"],
    ]);
  });

  it("are denied without contents: write", async () => {
    await start({ permissions: { contents: "read", pull_requests: "write" } });
    await change("a.py");
    const pushed = await run("push", "origin", "HEAD:feature");
    expect([pushed.exitCode, pushed.output.includes("The requested URL returned error: 403")]).toEqual([128, true]);
  });

  it("are denied to forks, unless the switch allows what maintainers may", async () => {
    await start({ permissions: { contents: "write" } });
    github.openPullRequest({ head: { "a.py": "c\n" }, fromFork: true, branch: "theirs" });
    await change("a.py");
    const denied = await run("push", "--force", remote(github.token, "contributor/shop"), "HEAD:theirs");
    const owner = await run("push", "--force", remote(github.contributorToken, "contributor/shop"), "HEAD:theirs");
    await github.stop();
    await start({ permissions: { contents: "write" }, pushToForks: true });
    github.openPullRequest({ head: { "a.py": "c\n" }, fromFork: true, branch: "theirs" });
    const allowed = await run("push", "--force", remote(github.token, "contributor/shop"), "HEAD:theirs");
    expect([denied.exitCode, owner.exitCode, allowed.exitCode]).toEqual([128, 0, 0]);
  });

  it.each([
    ["ruleset", "error: GH013: Repository rule violations found for refs/heads/feature."],
    ["classic", "error: GH006: Protected branch update failed for refs/heads/feature."],
  ] as const)("to a branch under a %s rule are rejected (text second-hand)", async (protection, text) => {
    await start({ permissions: { contents: "write" }, protection, protectedBranches: ["feature"] });
    await change("a.py");
    const pushed = await run("push", "origin", "HEAD:feature");
    expect([pushed.exitCode, pushed.output.includes(`remote: ${text}`), github.writes()]).toEqual([
      1,
      true,
      ["git push refs/heads/feature rejected"],
    ]);
  });

  it("of workflow files are rejected for bots, not for people", async () => {
    await start({ permissions: { contents: "write" } });
    await change(".github/workflows/ci.yml");
    const bot = await run("push", "origin", "HEAD:feature");
    const human = await run("push", remote(github.humanToken), "HEAD:feature");
    const text = "refusing to allow a GitHub App to create or update workflow `.github/workflows/ci.yml`";
    expect([bot.exitCode, bot.output.includes(text), human.exitCode]).toEqual([1, true, 0]);
  });
});

describe("rule 9: references over REST", () => {
  const refs = "/repos/octo/shop/git/refs";

  it("are read, made once, and moved forward only", async () => {
    await start({ permissions: { contents: "write" } });
    const sha = github.state.pulls[0]?.headSha;
    const base = pick((await call(github, "GET /repos/octo/shop/git/ref/heads/main")).body, "object")["object"];
    const made = await call(github, `POST ${refs}`, { body: { ref: "refs/heads/fix", sha } });
    const again = await call(github, `POST ${refs}`, { body: { ref: "refs/heads/fix", sha } });
    const back = await call(github, `PATCH ${refs}/heads/fix`, { body: pick(base, "sha") });
    const forced = await call(github, `PATCH ${refs}/heads/fix`, { body: { ...pick(base, "sha"), force: true } });
    const forward = await call(github, `PATCH ${refs}/heads/fix`, { body: { sha } });
    const missing = await call(github, "GET /repos/octo/shop/git/ref/heads/nope");
    expect([made.status, refusal(again), refusal(back), forced.status, forward.status, missing.status]).toEqual([
      201,
      { status: 422, message: "Reference already exists" },
      { status: 422, message: "Update is not a fast forward" },
      200,
      200,
      404,
    ]);
  });

  it("of protected branches are refused (text second-hand)", async () => {
    await start({ permissions: { contents: "write" }, protectedBranches: ["main"] });
    const body = { sha: github.state.pulls[0]?.headSha };
    expect(refusal(await call(github, `PATCH ${refs}/heads/main`, { body }))).toEqual({
      status: 422,
      message: "Repository rule violations found for refs/heads/main\n\nChanges must be made through a pull request.",
    });
  });
});

describe("trees", () => {
  const files = {
    "app/run.sh": { mode: "100755", content: "#!/bin/sh\n" },
    "link.py": { mode: "120000", content: "a.py" },
  };
  const trees = "GET /repos/octo/shop/git/trees";

  it("tell every file's mode, of a commit, a tree or a branch", async () => {
    await start();
    const sha = github.push("feature", files);
    const { body } = await call(github, `${trees}/${sha}?recursive=1`);
    const app = pickAll(pick(body, "tree")["tree"], "path", "sha").find(({ path: name }) => name === "app");
    const inner = await call(github, `${trees}/${String(app?.["sha"])}`);
    const flat = await call(github, `${trees}/feature`);
    expect([
      pick(body, "sha", "truncated"),
      pickAll(pick(body, "tree")["tree"], "path", "mode", "type", "size"),
      pickAll(pick(inner.body, "tree")["tree"], "path", "mode"),
      pickAll(pick(flat.body, "tree")["tree"], "path"),
      (await call(github, `${trees}/nope`)).status,
    ]).toEqual([
      { sha, truncated: false },
      [
        { path: "a.py", mode: "100644", type: "blob", size: 2 },
        { path: "app", mode: "040000", type: "tree" },
        { path: "app/run.sh", mode: "100755", type: "blob", size: 10 },
        { path: "link.py", mode: "120000", type: "blob", size: 4 },
      ],
      [{ path: "run.sh", mode: "100755" }],
      [{ path: "a.py" }, { path: "app" }, { path: "link.py" }],
      404,
    ]);
  });

  it("say when they are cut short", async () => {
    await start({ maxTreeEntries: 2 });
    const sha = github.push("feature", files);
    const { body } = await call(github, `${trees}/${sha}?recursive=1`);
    expect([pick(body, "truncated"), pickAll(pick(body, "tree")["tree"], "path")]).toEqual([
      { truncated: true },
      [{ path: "a.py" }, { path: "app" }],
    ]);
  });
});
