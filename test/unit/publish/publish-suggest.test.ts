import { describe, expect, test } from "vitest";
import { AFTER, BEFORE } from "./sample-case.ts";
import { FILE, OLD, PLAN, open, run, steady } from "./scene.ts";

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
    const tested = { before: `# of the base\n${BEFORE}`, after: `# of the base\n${AFTER}` };
    const publication = await run(scene, { ...tested, sha: scene.context.sha });
    expect(publication.publishedAs).toBe("suggestions");
    expect(scene.github.apply(scene.github.state.reviews[0]?.id ?? 0).kind).toBe("applied");
    expect(scene.github.headFiles("feature")[FILE]).toBe(AFTER);
  });

  test("tested on a commit that is neither the head nor its merge: nothing is written", async () => {
    const scene = await open();
    const publication = await run(scene, { sha: "c".repeat(40) });
    expect([publication.publishedAs, steady(publication.reason.replace(scene.headSha.slice(0, 12), "HEAD"), scene)])
      .toMatchInlineSnapshot(`
        [
          "summary",
          "The commit that was tested is not the branch's head: \`cccccccccccc\` was checked out, the head is \`HEAD\`.",
        ]
      `);
    expect(scene.github.writes()).toEqual([]);
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
    const later = { ...scene, context: { ...scene.context, runId: "2" } };
    await run(later, { after: AFTER.replace("select(Plant)", "select(Plant).limit(9)") });
    expect(scene.github.writes()[1]).toMatch(/^PATCH \/repos\/octo\/shop\/issues\/comments\/\d+ 200$/);
    expect(scene.github.state.issueComments).toHaveLength(1);
  });

  test("lines that the head does not have as tested: the whole patch, and why", async () => {
    const scene = await open();
    const merged = BEFORE.replace("async def list_plants", "async def list_all");
    const publication = await run(scene, { before: merged, after: AFTER.replace("list_plants", "list_all") });
    expect(steady(publication, scene)).toMatchInlineSnapshot(`
      {
        "commitSha": null,
        "publishedAs": "comment",
        "pullRequestUrl": "URL/octo/shop/pull/1",
        "reason": "\`shop/plants.py:8\`: The lines around this change are not the same in the head of the pull request as in its merge with the base.",
        "reviewUrl": "URL/octo/shop/pull/1#issuecomment-1001",
      }
    `);
    expect(scene.github.state.issueComments[0]?.body.split("\n\n")[1]).toMatchInlineSnapshot(
      `"\`shop/plants.py:8\`: The lines around this change are not the same in the head of the pull request as in its merge with the base. The patch below is made for the merge with the base: update the branch first. Save the patch below as \`fix.patch\` and run \`git apply fix.patch\`."`,
    );
  });

  test("GitHub lists no files, nor where the branches parted: the whole patch in a comment", async () => {
    const scene = await open(PLAN, {
      before: ({ path }) => (/\/files$|\/compare\//.test(path) ? { status: 500, body: {} } : null),
    });
    expect((await run(scene)).reason).toBe("GitHub would not list the pull request's files.");
  });

  test.each(["/pulls/1", "/comments", "/pulls/1/reviews", "/graphql", "/contents/shop/plants.py"])(
    "no answer from %s: nothing is written",
    async (end) => {
      const scene = await open(PLAN, {
        before: ({ path, method }) =>
          path.endsWith(end) && (method === "GET" || end === "/graphql") ? { status: 500, body: {} } : null,
      });
      expect((await run(scene)).publishedAs).toBe("summary");
      expect(scene.github.writes().filter((line) => line.startsWith("POST"))).toEqual([]);
    },
  );

  test("no answer at all to a write, and nothing there: the summary says so", async () => {
    const scene = await open(PLAN, {
      before: ({ method, path }) => (method === "POST" && path.endsWith("/reviews") ? { status: 502, body: {} } : null),
    });
    expect(steady(await run(scene), scene)).toMatchInlineSnapshot(`
      {
        "commitSha": null,
        "publishedAs": "summary",
        "pullRequestUrl": "URL/octo/shop/pull/1",
        "reason": "GitHub did not take the review: no usable answer came (Unknown error: {}).",
        "reviewUrl": null,
      }
    `);
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
        "reason": "GitHub did not take the review: the token may not do this; the job needs \`permissions: pull-requests: write\` (Resource not accessible by integration).",
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
