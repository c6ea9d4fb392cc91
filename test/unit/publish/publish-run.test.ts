import { afterEach, describe, expect, test } from "vitest";
import type { RunContext } from "../../../src/domain/run-context.ts";
import type { PullRequest } from "../../../src/domain/pull-request.ts";
import { createReviewHost } from "../../../src/io/github-host.ts";
import type { Log } from "../../../src/ports.ts";
import { publish } from "../../../src/publish-run.ts";
import type { PublishMode } from "../../../src/publish/choose.ts";
import { startGithub } from "../../support/github/server.ts";
import type { Github, PullRequestPlan } from "../../support/github/server.ts";
import type { Switches } from "../../support/github/switches.ts";
import { AFTER, BEFORE, CASE, GUIDES } from "./sample-case.ts";

const FILE = "shop/plants.py";
const SILENT: Log = { section: async (_, work) => work(), info: () => {}, warning: () => {} };
const OLD = BEFORE.replace("session.query(Plant).all()", "[]");
/** The base has an older endpoint: what the patch mends is part of the diff. */
const PLAN: PullRequestPlan = {
  base: { [FILE]: OLD },
  head: { [FILE]: BEFORE },
};

let github: Github | null = null;
afterEach(async () => {
  await github?.stop();
  github = null;
});

interface Scene {
  readonly github: Github;
  readonly number: number;
  readonly context: RunContext;
  readonly headSha: string;
}

async function open(plan: PullRequestPlan = PLAN, switches: Partial<Switches> = {}): Promise<Scene> {
  const started = await startGithub({ permissions: { contents: "write", pull_requests: "write" }, ...switches });
  github = started;
  const pull = started.openPullRequest(plan);
  const head = pull.head.repository;
  const record: PullRequest = {
    number: pull.number,
    state: "open",
    locked: false,
    headSha: pull.headSha,
    headRef: "feature",
    headRepository: head === null ? null : `${head.owner}/${head.name}`,
    baseSha: "",
    baseRef: "main",
    baseRepository: "octo/shop",
    isDefaultBase: true,
    url: "",
  };
  const context: RunContext = {
    eventName: "pull_request",
    owner: "octo",
    repository: "shop",
    apiUrl: started.apiUrl,
    serverUrl: started.serverUrl,
    sha: pull.mergeSha ?? "",
    ref: `refs/pull/${pull.number}/merge`,
    headBranch: "feature",
    headSha: pull.headSha,
    pullRequest: record,
    actor: "octo",
    workflow: "CI",
    job: "test",
    runId: "1",
  };
  return { github: started, number: pull.number, context, headSha: pull.headSha };
}

async function run(
  { context, github: server }: Scene,
  { mode = "suggest", after = AFTER, before = BEFORE }: { mode?: PublishMode; after?: string; before?: string } = {},
) {
  const patch = { changes: [{ path: FILE, before, after }] };
  const found = { ...CASE, patch };
  const host = createReviewHost(context, server.token);
  const publication = await publish({ case: found, patch, context, mode, host, log: SILENT, guides: GUIDES });
  expect(server.requestProblems()).toEqual([]);
  return publication;
}

/** Without the port and the commit ids, which differ from run to run. */
function steady<T>(value: T, { github: server }: Scene): T {
  const text = JSON.stringify(value)
    .replaceAll(server.serverUrl, "URL")
    .replace(/\b[0-9a-f]{40}\b/g, "SHA");
  return JSON.parse(text) as T;
}

describe("suggest", () => {
  test("one review; the clicks give the tested bytes; a second run writes nothing", async () => {
    const scene = await open();
    const publication = await run(scene);
    expect(steady(publication, scene)).toMatchInlineSnapshot(`
      {
        "commitSha": null,
        "publishedAs": "suggestions",
        "pullRequestUrl": "URL/octo/shop/pull/1",
        "reason": "",
        "reviewUrl": "URL/octo/shop/pull/1#pullrequestreview-1001",
      }
    `);
    expect(scene.github.writes()).toEqual(["POST /repos/octo/shop/pulls/1/reviews 200"]);
    expect(await run(scene)).toEqual({ ...publication, reviewUrl: expect.stringContaining("#discussion_r") });
    expect(scene.github.writes()).toHaveLength(1);
    const review = scene.github.state.reviews[0];
    expect(steady([review?.state, review?.body], scene)).toMatchSnapshot("review");
    expect(scene.github.apply(review?.id ?? 0).kind).toBe("applied");
    expect(scene.github.headFiles("feature")[FILE]).toBe(AFTER);
    expect(await run(scene)).toMatchObject({ publishedAs: "summary", reason: "The branch already holds this patch." });
  });

  test("tested on the merge: base lines stay out of the suggestion", async () => {
    const scene = await open();
    scene.github.push("main", { [FILE]: `# of the base\n${OLD}` });
    const publication = await run(scene, { before: `# of the base\n${BEFORE}`, after: `# of the base\n${AFTER}` });
    expect(publication.publishedAs).toBe("suggestions");
    expect(scene.github.apply(scene.github.state.reviews[0]?.id ?? 0).kind).toBe("applied");
    expect(scene.github.headFiles("feature")[FILE]).toBe(AFTER);
  });

  test("a change outside of the diff: one comment with the whole patch, changed only when it says something new", async () => {
    const scene = await open({ ...PLAN, head: { "other.py": "x = 1\n" }, base: { [FILE]: BEFORE } });
    const publication = await run(scene);
    expect(steady(publication, scene)).toMatchInlineSnapshot(`
      {
        "commitSha": null,
        "publishedAs": "comment",
        "pullRequestUrl": "URL/octo/shop/pull/1",
        "reason": "\`shop/plants.py\`: the pull request does not touch this file, so GitHub takes no suggestion on it.",
        "reviewUrl": "URL/octo/shop/pull/1#issuecomment-1001",
      }
    `);
    expect(await run(scene)).toEqual(publication);
    expect(scene.github.writes()).toEqual(["POST /repos/octo/shop/issues/1/comments 201"]);
    expect(steady(scene.github.state.issueComments[0]?.body ?? "", scene)).toMatchSnapshot("comment");
    await run(scene, { after: AFTER.replace("select(Plant)", "select(Plant).limit(9)") });
    expect(scene.github.writes()[1]).toMatch(/^PATCH \/repos\/octo\/shop\/issues\/comments\/\d+ 200$/);
    expect(scene.github.state.issueComments).toHaveLength(1);
  });

  test("a marker that somebody else copied is not ours", async () => {
    const scene = await open({ ...PLAN, head: { "other.py": "x = 1\n" }, base: { [FILE]: BEFORE } });
    await run(scene);
    const [comment] = scene.github.state.issueComments;
    if (comment !== undefined) Object.assign(comment, { author: scene.github.state.identities.human });
    await run(scene);
    expect(scene.github.state.issueComments.map(({ author }) => author.login)).toEqual(["octo", "github-actions[bot]"]);
  });

  test("of several suggestions only those that are missing are posted again", async () => {
    const after = AFTER.replace("return plants", "return list(plants)").replace("router =", "api =");
    const wide = await open({ base: { [FILE]: "" }, head: { [FILE]: BEFORE } });
    expect((await run(wide, { after })).publishedAs).toBe("suggestions");
    const [first] = wide.github.state.reviewComments.splice(0, 1);
    expect((await run(wide, { after })).publishedAs).toBe("suggestions");
    expect(wide.github.state.reviewComments.map(({ body }) => body)).toContain(first?.body);
    expect(wide.github.state.reviewComments).toHaveLength(2);
    expect(wide.github.applyComments(wide.github.state.reviewComments.map(({ id }) => id)).kind).toBe("applied");
    expect(wide.github.headFiles("feature")[FILE]).toBe(after);
  });

  test("a pending review of ours is in the way: a comment then", async () => {
    const scene = await open();
    const { bot } = scene.github.state.identities;
    const pending = {
      id: 1,
      pull: scene.number,
      author: bot,
      body: "",
      state: "PENDING",
      commitId: scene.headSha,
    } as const;
    scene.github.state.reviews.push({ ...pending, submittedAt: null });
    expect(await run(scene)).toMatchObject({
      publishedAs: "comment",
      reason: "A pending review under our own name blocks new ones.",
    });
  });

  test("a review that GitHub refuses costs one rung", async () => {
    const refusal = { status: 422, body: { message: "Unprocessable Entity", errors: ["Line could not be resolved"] } };
    const scene = await open(PLAN, {
      before: ({ method, path }) => (method === "POST" && path.endsWith("/reviews") ? refusal : null),
    });
    expect(steady(await run(scene), scene)).toMatchInlineSnapshot(`
      {
        "commitSha": null,
        "publishedAs": "comment",
        "pullRequestUrl": "URL/octo/shop/pull/1",
        "reason": "GitHub did not take the review: it finds it invalid (Unprocessable Entity: "Line could not be resolved").",
        "reviewUrl": "URL/octo/shop/pull/1#issuecomment-1001",
      }
    `);
  });

  test("a lost answer is looked up, not sent again", async () => {
    const scene = await open(PLAN, {
      after: ({ method, path }) => (method === "POST" && path.endsWith("/reviews") ? { status: 502, body: {} } : null),
    });
    expect((await run(scene)).publishedAs).toBe("suggestions");
    expect(scene.github.state.reviews).toHaveLength(1);
  });

  test("a lost answer to a comment is looked up too", async () => {
    const scene = await open(
      { ...PLAN, head: { "other.py": "x = 1\n" }, base: { [FILE]: BEFORE } },
      {
        after: ({ method, path }) =>
          method === "POST" && path.endsWith("/comments") ? { status: 502, body: {} } : null,
      },
    );
    expect((await run(scene)).publishedAs).toBe("comment");
    expect(scene.github.state.issueComments).toHaveLength(1);
  });

  test("a read-only token ends in the summary, with the permission to ask for", async () => {
    const scene = await open(PLAN, { permissions: { contents: "read", pull_requests: "read" } });
    expect(steady(await run(scene), scene)).toMatchInlineSnapshot(`
      {
        "commitSha": null,
        "publishedAs": "summary",
        "pullRequestUrl": "URL/octo/shop/pull/1",
        "reason": "GitHub did not take the review: the token may not do this; the job needs \`permissions: pull-requests: write\` (Resource not accessible by integration). GitHub did not take the comment: the token may not do this; the job needs \`permissions: pull-requests: write\` (Resource not accessible by integration).",
        "reviewUrl": null,
      }
    `);
  });

  test("new commits elsewhere are fine, on the same file they are not", async () => {
    const scene = await open();
    scene.github.push("feature", { "README.md": "# Other\n" });
    expect((await run(scene)).publishedAs).toBe("suggestions");
    scene.github.push("feature", { [FILE]: `${BEFORE}# more\n` });
    const before = scene.github.writes().length;
    expect(await run(scene)).toMatchObject({
      publishedAs: "summary",
      reason: "The pull request moved on while the tests ran: `shop/plants.py` is not what was tested.",
    });
    expect(scene.github.writes()).toHaveLength(before);
  });
});

/** The one read that this GitHub does not model: git's modes. */
function trees(mode: string): Partial<Switches> {
  return {
    before: ({ path }) =>
      path.includes("/git/trees/")
        ? {
            status: 200,
            body: { sha: "s", url: "u", truncated: false, tree: [{ path: FILE, mode, type: "blob", sha: "s" }] },
          }
        : null,
  };
}

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

  test("an executable file is never committed through the API", async () => {
    const scene = await open(PLAN, trees("100755"));
    expect(steady(await run(scene, { mode: "commit" }), scene)).toMatchInlineSnapshot(`
      {
        "commitSha": null,
        "publishedAs": "suggestions",
        "pullRequestUrl": "URL/octo/shop/pull/1",
        "reason": "\`shop/plants.py\` is executable or no plain file, and a commit through the API would change that.",
        "reviewUrl": "URL/octo/shop/pull/1#pullrequestreview-1001",
      }
    `);
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
          github?.push("feature", { "late.txt": "x\n" });
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
      case: CASE,
      patch: null,
      context: scene.context,
      mode: "suggest" as const,
      host,
      log: SILENT,
      guides: [],
    };
    expect(await publish(request)).toEqual(publication);
    expect(scene.github.journal).toEqual([]);
  });

  test("a fork", async () => {
    const scene = await open({ ...PLAN, fromFork: true });
    expect((await run(scene)).reason).toBe("The pull request comes from a fork, so this run may not write to it.");
    expect(scene.github.journal).toEqual([]);
  });

  test("a branch without a pull request; with one it is found", async () => {
    const scene = await open();
    const onBranch = (branch: string): Scene => ({
      ...scene,
      context: { ...scene.context, eventName: "workflow_dispatch", pullRequest: null, headBranch: branch },
    });
    expect((await run(onBranch("main"))).reason).toBe("The branch `main` has no open pull request.");
    expect((await run(onBranch("feature"))).publishedAs).toBe("suggestions");
  });
});
