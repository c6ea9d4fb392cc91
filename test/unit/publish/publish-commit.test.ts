import { describe, expect, test } from "vitest";
import { treeEntry } from "../../support/git-repository.ts";
import { createReviewHost } from "../../../src/io/github-host.ts";
import { publish } from "../../../src/publish-run.ts";
import { AFTER, BEFORE, CASE } from "./sample-case.ts";
import { FILE, PLAN, OPTIONS, SILENT, open, run, steady, trees } from "./scene.ts";
import type { Scene } from "./scene.ts";

describe("commit", () => {
  test("the tested bytes on the branch, and a comment that explains it", async () => {
    const scene = await open(PLAN, trees("100644"));
    expect(steady(await run(scene, { mode: "commit" }), scene)).toMatchInlineSnapshot(`
      {
        "commitSha": "SHA",
        "publishedAs": "commit",
        "pullRequestUrl": "URL/octo/shop/pull/1",
        "reason": "",
        "reviewUrl": "URL/octo/shop/pull/1#issuecomment-1001",
      }
    `);
    expect(scene.github.headFiles("feature")[FILE]).toBe(AFTER);
    expect(scene.github.writes()).toEqual([
      "mutation createCommitOnBranch 200",
      "POST /repos/octo/shop/issues/1/comments 201",
    ]);
  });

  const executable = { ...PLAN, head: { [FILE]: { mode: "100755", content: BEFORE } } };

  test("an executable file stays so: the commit is built from objects", async () => {
    const scene = await open(executable);
    expect(steady(await run(scene, { mode: "commit" }), scene)).toMatchInlineSnapshot(`
      {
        "commitSha": "SHA",
        "publishedAs": "commit",
        "pullRequestUrl": "URL/octo/shop/pull/1",
        "reason": "",
        "reviewUrl": "URL/octo/shop/pull/1#issuecomment-1001",
      }
    `);
    const { directory } = scene.github.state.base;
    expect([treeEntry(directory, "feature", FILE)?.mode, scene.github.headFiles("feature")[FILE]]).toEqual([
      "100755",
      AFTER,
    ]);
    expect(scene.github.writes()).toEqual([
      "POST /repos/octo/shop/git/blobs 201",
      "POST /repos/octo/shop/git/trees 201",
      "POST /repos/octo/shop/git/commits 201",
      "PATCH /repos/octo/shop/git/refs/heads/feature 200",
      "POST /repos/octo/shop/issues/1/comments 201",
    ]);
  });

  test("where GitHub does not sign what is built from objects, an executable file is suggested", async () => {
    const scene = await open(executable, { signsCommits: false });
    expect(await run(scene, { mode: "commit" })).toMatchObject({
      publishedAs: "suggestions",
      reason:
        "A file is executable: with this token only an unsigned commit would keep that, and we leave signed commits only.",
    });
    expect(scene.github.headFiles("feature")[FILE]).toBe(BEFORE);
  });

  test("modes that can't be read, or lines that can't be placed, cost the rung", async () => {
    const unknown = await open(PLAN, {
      before: ({ path }) => (path.includes("/git/trees/") ? { status: 500, body: {} } : null),
    });
    expect((await run(unknown, { mode: "commit" })).reason).toBe(
      "GitHub would not list the modes of the files, and a commit could change them.",
    );
    await unknown.github.stop();
    const unplaced = await open(PLAN, trees("100644"));
    const [before, after] = [BEFORE, AFTER].map((text) => text.replace("async def list_plants", "async def list_all"));
    expect((await run(unplaced, { mode: "commit", before: before ?? "", after: after ?? "" })).publishedAs).toBe(
      "comment",
    );
  });

  test("no answer and no commit: the summary says so", async () => {
    const scene = await open(PLAN, {
      before: (request) =>
        JSON.stringify(request.body ?? "").includes("createCommitOnBranch")
          ? { status: 502, body: {} }
          : (trees("100644").before?.(request) ?? null),
    });
    expect((await run(scene, { mode: "commit" })).publishedAs).toBe("summary");
    expect(scene.github.headFiles("feature")[FILE]).toBe(BEFORE);
  });

  test("without contents: write it is suggestions, and says why", async () => {
    const scene = await open(PLAN, { ...trees("100644"), permissions: { contents: "read", pull_requests: "write" } });
    expect(steady(await run(scene, { mode: "commit" }), scene)).toMatchInlineSnapshot(`
      {
        "commitSha": null,
        "publishedAs": "suggestions",
        "pullRequestUrl": "URL/octo/shop/pull/1",
        "reason": "GitHub did not take the commit: the token may not do this; the job needs \`permissions: contents: write\` (Resource not accessible by integration).",
        "reviewUrl": "URL/octo/shop/pull/1#pullrequestreview-1001",
      }
    `);
  });

  test("a lost answer: the branch that now holds the patch counts", async () => {
    const scene = await open(PLAN, {
      ...trees("100644"),
      after: ({ write }) => (write?.includes("createCommitOnBranch") === true ? { status: 502, body: {} } : null),
    });
    expect((await run(scene, { mode: "commit" })).publishedAs).toBe("commit");
  });

  test("a branch that moved in the last moment stops it", async () => {
    const scene = await open(PLAN, {
      before: (request) => {
        if (request.path === "/graphql" && JSON.stringify(request.body).includes("createCommitOnBranch")) {
          scene.github.push("feature", { "late.txt": "x\n" });
        }
        return trees("100644").before?.(request) ?? null;
      },
    });
    expect(steady(await run(scene, { mode: "commit" }), scene)).toMatchInlineSnapshot(`
      {
        "commitSha": null,
        "publishedAs": "summary",
        "pullRequestUrl": "URL/octo/shop/pull/1",
        "reason": "GitHub did not take the commit: the pull request moved on meanwhile (Expected branch to point to "SHA" but it did not. Pull and try again.).",
        "reviewUrl": null,
      }
    `);
  });
});

describe("no writes at all", () => {
  test("report mode and no patch", async () => {
    const scene = await open();
    const publication = { publishedAs: "summary", reason: "", commitSha: null, pullRequestUrl: null, reviewUrl: null };
    expect(await run(scene, { mode: "report" })).toEqual(publication);
    const host = createReviewHost(scene.context, scene.github.token);
    const request = {
      case: { ...CASE, sha: scene.headSha },
      patch: null,
      context: scene.context,
      mode: "suggest" as const,
      host,
      options: OPTIONS,
      diff: async () => Promise.resolve(null),
      log: SILENT,
      guides: [],
    };
    expect(await publish(request)).toEqual(publication);
    expect(scene.github.journal).toEqual([]);
  });

  test("a fork", async () => {
    const scene = await open({ ...PLAN, fromFork: true });
    expect((await run(scene)).reason).toBe(
      "The pull request comes from a fork, so this run may not write to it: a second workflow on `workflow_run` can publish what this one found.",
    );
    expect(scene.github.journal).toEqual([]);
  });

  test("without a pull request in the event, the branch's is found", async () => {
    const scene = await open();
    const onBranch = (branch: string): Scene => ({
      ...scene,
      context: { ...scene.context, eventName: "workflow_dispatch", pullRequest: null, headBranch: branch },
    });
    expect((await run(onBranch("feature"))).publishedAs).toBe("suggestions");
  });
});
