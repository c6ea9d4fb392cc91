import { describe, expect, test } from "vitest";
import { git } from "../../support/git-repository.ts";
import { problem } from "../../support/github/reply.ts";
import { answers, type IsMeant, LOST, SECONDARY } from "./faults.ts";
import { AFTER, BEFORE } from "./sample-case.ts";
import { FILE, PLAN, open, run, steady } from "./scene.ts";
import type { Scene } from "./scene.ts";

const OUTSIDE = { ...PLAN, head: { "other.py": "x = 1\n" }, base: { [FILE]: BEFORE } };

const isReview: IsMeant = ({ method, path }) => method === "POST" && path.endsWith("/reviews");
const isComment: IsMeant = ({ method, path }) => method === "POST" && path.endsWith("/comments");
const isCommit: IsMeant = ({ body }) => JSON.stringify(body).includes("createCommitOnBranch");

function counts({ github }: Scene): Record<string, number> {
  const { reviews, reviewComments, issueComments } = github.state;
  const log = git(github.state.base.directory, ["log", "--format=%an", "refs/pull/1/head"]).split("\n");
  const commits = log.filter((name) => name === "github-actions[bot]").length;
  return { reviews: reviews.length, suggestions: reviewComments.length, comments: issueComments.length, commits };
}

const KINDS = [
  ["review", isReview, PLAN, "suggest", { reviews: 1, suggestions: 1, comments: 0, commits: 0 }],
  ["comment", isComment, OUTSIDE, "suggest", { reviews: 0, suggestions: 0, comments: 1, commits: 0 }],
  ["commit", isCommit, PLAN, "commit", { reviews: 0, suggestions: 0, comments: 1, commits: 1 }],
] as const;

/** Ninety seconds by GitHub's own clock. */
const HOUR = {
  "x-ratelimit-remaining": "0",
  "x-ratelimit-reset": "1767607290",
  date: "Mon, 05 Jan 2026 10:00:00 GMT",
};

const PUBLISHED = ["suggestions", "comment"] as const;

describe("exactly one, whatever answer is lost", () => {
  test.each(KINDS)("%s: 502 after it took effect, and another run", async (_, isMeant, plan, mode, expected) => {
    const scene = await open(plan, answers("after", isMeant, [LOST]));
    expect((await run(scene, { mode })).publishedAs).toBe(mode === "commit" ? "commit" : PUBLISHED[expected.comments]);
    await run(scene, { mode });
    expect(counts(scene)).toEqual(expected);
    expect(scene.github.headFiles("feature")[FILE]).toBe(mode === "commit" ? AFTER : BEFORE);
    expect(scene.github.journal.filter(isMeant)).toHaveLength(1);
    expect(scene.github.writes().filter((line) => line.startsWith("DELETE"))).toEqual([]);
  });

  test.each(KINDS)("%s: 502 before, twice: it is sent again", async (_, isMeant, plan, mode, expected) => {
    const scene = await open(plan, answers("before", isMeant, [LOST, LOST]));
    await run(scene, { mode });
    expect(counts(scene)).toEqual(expected);
  });

  test.each(KINDS)("%s: too fast, with and without a time to wait", async (_, isMeant, plan, mode, expected) => {
    const limits = [problem(403, SECONDARY), problem(403, SECONDARY, { "retry-after": "30" })];
    const scene = await open(plan, answers("before", isMeant, limits));
    await run(scene, { mode });
    expect(counts(scene)).toEqual(expected);
  });

  test.each(KINDS)("%s: too fast for longer than we wait: the summary", async (_, isMeant, plan, mode) => {
    const scene = await open(
      plan,
      answers(
        "before",
        isMeant,
        Array.from({ length: 9 }, () => problem(403, SECONDARY)),
      ),
    );
    const publication = await run(scene, { mode });
    expect(publication).toMatchObject({ publishedAs: "summary", commitSha: null });
    expect(publication.reason).toContain("it takes no more requests for now, and waiting did not help");
    expect(counts(scene)).toEqual({ reviews: 0, suggestions: 0, comments: 0, commits: 0 });
  });

  test.each([
    [
      "the old words",
      problem(403, "You have triggered an abuse detection mechanism. Please retry your request again later."),
    ],
    ["a 422", problem(422, "Validation Failed: was submitted too quickly")],
    ["429", problem(429, "Too many requests", { "retry-after": "5" })],
    ["the hour's limit", problem(403, "API rate limit exceeded", HOUR)],
  ])("too fast by %s: one review, sent twice", async (_, reply) => {
    const scene = await open(PLAN, answers("before", isReview, [reply]));
    expect(await run(scene)).toMatchObject({ publishedAs: "suggestions", reason: "" });
    expect(counts(scene)).toEqual({ reviews: 1, suggestions: 1, comments: 0, commits: 0 });
    const path = "POST /repos/octo/shop/pulls/1/reviews";
    expect(scene.github.writes()).toEqual([`${path} ${reply.status}`, `${path} 200`]);
  });

  test("a token that ends between the reads and the write: the summary, and no other try", async () => {
    const scene = await open(PLAN, answers("before", isReview, [problem(401, "Bad credentials")]));
    expect(await run(scene)).toMatchObject({
      publishedAs: "summary",
      reason: "GitHub did not take the review: the token may not do this (Bad credentials).",
    });
    expect(scene.github.writes()).toEqual(["POST /repos/octo/shop/pulls/1/reviews 401"]);
  });

  test("when nobody can say whether it happened, it is not sent again", async () => {
    const scene = await open(PLAN, {
      after: (entry) => (isReview(entry) ? LOST : null),
      before: ({ path, method }) =>
        method === "GET" && path.endsWith("/pulls/1/comments") && scene.github.state.reviews.length > 0 ? LOST : null,
    });
    expect((await run(scene)).publishedAs).toBe("summary");
    expect(counts(scene)).toMatchObject({ reviews: 1, comments: 0 });
  });
});

describe("the pull request is not what it was", () => {
  test.each<[string, (scene: Scene) => void, string]>([
    [
      "closed",
      ({ github }) => Object.assign(github.state.pulls[0] ?? {}, { state: "closed" }),
      "The pull request is closed.",
    ],
    [
      "locked",
      ({ github }) => Object.assign(github.state.pulls[0] ?? {}, { locked: true }),
      "The conversation of the pull request is locked.",
    ],
    [
      "queued",
      ({ github }) => Object.assign(github.state.pulls[0] ?? {}, { isQueued: true }),
      "The pull request waits in the merge queue.",
    ],
    [
      "its fork deleted",
      ({ github }) => Object.assign(github.state.pulls[0]?.head ?? {}, { repository: null }),
      "The fork that this pull request came from is gone.",
    ],
  ])("%s since the event: nothing is written", async (_, change, reason) => {
    for (const mode of ["suggest", "commit"] as const) {
      const scene = await open(PLAN);
      change(scene);
      expect(await run(scene, { mode })).toMatchObject({ publishedAs: "summary", reason });
      expect(scene.github.writes()).toEqual([]);
      await scene.github.stop();
    }
  });

  test("the branch moved at the last moment, elsewhere: the commit goes on top of it", async () => {
    let isPushed = false;
    const scene = await open(PLAN, {
      before: (entry) => {
        if (isCommit(entry) && !isPushed) {
          isPushed = true;
          scene.github.push("feature", { "late.txt": "x\n" });
        }
        return null;
      },
    });
    expect((await run(scene, { mode: "commit" })).publishedAs).toBe("commit");
    const files = scene.github.headFiles("feature");
    expect([files[FILE], files["late.txt"]]).toEqual([AFTER, "x\n"]);
  });

  test("the branch moved at the last moment, in the same file: nothing", async () => {
    const scene = await open(PLAN, {
      before: (entry) => {
        if (isCommit(entry)) scene.github.push("feature", { [FILE]: `${BEFORE}# late\n` });
        return null;
      },
    });
    expect(await run(scene, { mode: "commit" })).toMatchObject({
      publishedAs: "summary",
      reason: "The pull request moved on while the tests ran: `shop/plants.py` is not what was tested.",
    });
  });

  test("the branch was deleted at the last moment: nothing", async () => {
    const scene = await open(PLAN, {
      before: (entry) => {
        if (isCommit(entry)) {
          scene.github.deleteBranch("feature");
          Object.assign(scene.github.state.pulls[0] ?? {}, { state: "closed" });
        }
        return null;
      },
    });
    expect(await run(scene, { mode: "commit" })).toMatchObject({
      publishedAs: "summary",
      reason: "The pull request is closed.",
    });
    expect(counts(scene)).toEqual({ reviews: 0, suggestions: 0, comments: 0, commits: 0 });
  });
});

describe("rules of the branch", () => {
  test.each(["ruleset", "classic"] as const)("protected by %s: suggestions, and why", async (protection) => {
    const scene = await open(PLAN, { protectedBranches: ["feature"], protection });
    const publication = await run(scene, { mode: "commit" });
    expect(publication.publishedAs).toBe("suggestions");
    expect(steady(publication.reason, scene)).toMatchSnapshot(protection);
  });
});

describe("GitHub Enterprise Server", () => {
  test.each(["suggest", "commit"] as const)("%s goes to its own addresses, and only there", async (mode) => {
    const scene = await open(PLAN, { isEnterprise: true });
    expect(await run(scene, { mode })).toMatchObject({ publishedAs: mode === "commit" ? "commit" : "suggestions" });
    // The server takes off `/api/v3` and serves nothing elsewhere.
    const places = new Set(scene.github.journal.map(({ path }) => path.split("/").slice(0, 3).join("/")));
    expect([...places].sort()).toEqual(["/api/graphql", "/repos/octo"]);
  });

  test("an older one that knows no merge queue", async () => {
    const unknown = { errors: [{ message: "Field 'isInMergeQueue' doesn't exist on type 'PullRequest'" }] };
    const scene = await open(PLAN, {
      isEnterprise: true,
      before: ({ body }) => (JSON.stringify(body).includes("isInMergeQueue") ? { status: 200, body: unknown } : null),
    });
    expect((await run(scene)).publishedAs).toBe("suggestions");
  });
});

describe("large pull requests", () => {
  test("more than 300 files, and the file on the last page: no diff of the whole is asked for", async () => {
    const many = Object.fromEntries(Array.from({ length: 310 }, (_, index) => [`a/f${index}.txt`, "x\n"]));
    const scene = await open({ ...PLAN, head: { ...many, ...PLAN.head } });
    expect((await run(scene)).publishedAs).toBe("suggestions");
    expect(
      scene.github.journal.filter(({ path }) => path.endsWith("/files")).map(({ query }) => query["page"]),
    ).toEqual([undefined, "2", "3", "4"]);
  });

  test("a patch larger than a comment may be: cut, counted, and where the rest is", async () => {
    const after = BEFORE + Array.from({ length: 6000 }, (_, index) => `line_${index} = ${index} * 7\n`).join("");
    const scene = await open(OUTSIDE);
    expect((await run(scene, { after })).publishedAs).toBe("comment");
    const body = scene.github.state.issueComments[0]?.body ?? "";
    expect(body.length).toBeLessThanOrEqual(65_536);
    expect(body).toMatch(/more lines not shown/);
    expect((await run(scene, { after })).publishedAs).toBe("comment");
    expect(scene.github.writes()).toHaveLength(1);
  });

  test("many failures in the marker: the comment still fits", async () => {
    const after = BEFORE + Array.from({ length: 6000 }, (_, index) => `line_${index} = ${index} * 7\n`).join("");
    const groups = Array.from({ length: 300 }, (_, index) => `group ${index} -->`);
    const scene = await open(OUTSIDE);
    expect((await run(scene, { after, groups })).publishedAs).toBe("comment");
    expect(scene.github.state.issueComments[0]?.body.length).toBeLessThanOrEqual(65_536);
  });
});
