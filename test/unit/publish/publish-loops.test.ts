import { describe, expect, test } from "vitest";
import { readTrailer } from "../../../src/publish/commit-trailer.ts";
import { AFTER, BEFORE } from "./sample-case.ts";
import { FILE, PLAN, open, run, steady } from "./scene.ts";
import type { Scene, Wanted } from "./scene.ts";

const OUTSIDE = { ...PLAN, head: { "other.py": "x = 1\n" }, base: { [FILE]: BEFORE } };
const COMMENTS = "/repos/octo/shop/issues/1/comments";
const OTHER = AFTER.replace("select(Plant)", "select(Plant).limit(9)");

/** The scene as a later run sees it: at the branch's newest commit. */
function later(scene: Scene, runId = "2"): Scene {
  const [pull] = scene.github.state.pulls;
  const headSha = pull?.headSha ?? "";
  return { ...scene, headSha, context: { ...scene.context, headSha, sha: pull?.mergeSha ?? "", runId } };
}

function messages({ github }: Scene): readonly string[] {
  return github.state.issueComments.map(({ body }) => body);
}

describe("one comment for one set of failures", () => {
  test("legs of a matrix leave each other's comment alone; the same failure is published once", async () => {
    const scene = await open(OUTSIDE);
    await run(scene, { groups: ["a"] });
    const [first] = messages(scene);
    expect((await run(scene, { groups: ["b"], after: OTHER })).publishedAs).toBe("comment");
    expect((await run(scene, { groups: ["a"], after: OTHER })).publishedAs).toBe("comment");
    expect(messages(scene)).toEqual([first, expect.stringContaining("limit(9)")]);
    expect(scene.github.writes()).toEqual([`POST ${COMMENTS} 201`, `POST ${COMMENTS} 201`]);
  });

  test("a leg that mends all of another one's failures and more takes over", async () => {
    const scene = await open(OUTSIDE);
    await run(scene, { groups: ["a"] });
    await run(scene, { groups: ["a", "b"], after: OTHER });
    expect(messages(scene)).toEqual([expect.stringContaining("limit(9)")]);
  });

  test("a later run writes over it, and writes nothing that is there", async () => {
    const scene = await open(OUTSIDE);
    await run(scene, { groups: ["a"] });
    await run(later(scene), { groups: ["c"], after: OTHER });
    await run(later(scene, "3"), { groups: ["c"], after: OTHER });
    expect(messages(scene)).toEqual([expect.stringContaining("limit(9)")]);
    expect(scene.github.writes()).toHaveLength(2);
  });

  test("two runs at once leave one comment", async () => {
    const scene = await open(OUTSIDE);
    const both = await Promise.all([run(scene), run(scene)]);
    expect(both.map(({ publishedAs }) => publishedAs)).toEqual(["comment", "comment"]);
    expect(messages(scene)).toHaveLength(1);
  });

  test("two runs at once leave one set of suggestions", async () => {
    const scene = await open();
    await Promise.all([run(scene), run(scene)]);
    const { reviewComments, reviews, minimized } = scene.github.state;
    expect([reviewComments.length, reviews.length - minimized.size]).toEqual([1, 1]);
  });
});

describe("what earlier runs suggested", () => {
  test("another suggestion for the same failure folds the old one away, with its review, once", async () => {
    const scene = await open();
    await run(scene);
    await run(later(scene), { after: OTHER });
    const count = scene.github.writes().length;
    await run(later(scene), { after: OTHER });
    expect(scene.github.writes().slice(0, count)).toEqual([
      "POST /repos/octo/shop/pulls/1/reviews 200",
      "POST /repos/octo/shop/pulls/1/reviews 200",
      "mutation minimizeComment 200",
      "mutation minimizeComment 200",
    ]);
    expect(scene.github.writes()).toHaveLength(count);
  });

  test("what a person answered stays", async () => {
    const scene = await open();
    await run(scene);
    scene.github.reply(scene.github.state.reviewComments[0]?.id ?? 0, "No, we want all of them.");
    await run(later(scene), { after: OTHER });
    expect(scene.github.state.minimized.size).toBe(0);
  });

  test("another leg's suggestion for the same failure is enough", async () => {
    const scene = await open();
    await run(scene);
    expect((await run(scene, { after: OTHER })).publishedAs).toBe("suggestions");
    expect(scene.github.writes()).toHaveLength(1);
  });

  test("a token that may not fold changes nothing about the result", async () => {
    const refusal = { status: 200, body: { errors: [{ type: "FORBIDDEN", message: "no" }] } };
    const scene = await open(PLAN, {
      before: ({ body }) => (JSON.stringify(body).includes("minimizeComment") ? refusal : null),
    });
    await run(scene);
    expect((await run(later(scene), { after: OTHER })).publishedAs).toBe("suggestions");
  });
});

describe("a review that was never submitted", () => {
  async function pending(scene: Scene, body: string): Promise<void> {
    const { bot } = scene.github.state.identities;
    const facts = { author: bot, body: "", state: "PENDING", commitId: scene.headSha, submittedAt: null } as const;
    scene.github.state.reviews.push({ ...facts, id: 1, pull: scene.number });
    if (body !== "") {
      const [comment] = scene.github.state.reviewComments;
      if (comment !== undefined) scene.github.state.reviewComments.push({ ...comment, id: 2, reviewId: 1, body });
    }
  }

  test("of ours is deleted, and the review goes through", async () => {
    const scene = await open();
    await pending(scene, "");
    expect((await run(scene)).publishedAs).toBe("suggestions");
    expect(scene.github.writes()).toEqual([
      "DELETE /repos/octo/shop/pulls/1/reviews/1 200",
      "POST /repos/octo/shop/pulls/1/reviews 200",
    ]);
  });

  test("with a comment that is not ours stays, and it is a comment", async () => {
    const scene = await open();
    await run(scene);
    await pending(scene, "draft of another tool");
    expect(await run(later(scene), { after: OTHER, groups: ["z"] })).toMatchObject({
      publishedAs: "comment",
      reason: "A pending review under our own name blocks new ones.",
    });
    expect(scene.github.state.reviews.map(({ state }) => state)).toContain("PENDING");
  });
});

describe("commits", () => {
  async function committed(wanted: Wanted = {}): Promise<Scene> {
    const scene = await open(PLAN);
    expect((await run(scene, { mode: "commit", ...wanted })).publishedAs).toBe("commit");
    return scene;
  }

  /** What a person pushes afterwards; the file is broken again in another way. */
  function breakAgain(scene: Scene, text = BEFORE): Scene {
    scene.github.push("feature", { [FILE]: text });
    return later(scene);
  }

  test("say which attempt they are, and what they mend", async () => {
    const { github } = await committed();
    const [, body] = /^([\s\S]+)$/.exec(github.state.issueComments[0]?.body ?? "") ?? [];
    const made = github.journal.find(({ write }) => write?.includes("createCommitOnBranch") === true);
    const message = JSON.stringify(made?.body).replaceAll("\\n", "\n");
    expect(message).toContain("\n\nAutofix-Attempt: 1\nAutofix-Patch: ");
    expect(body).toMatch(/ commits=[0-9a-f]{40}:[0-9a-f]{16} -->/);
    expect(readTrailer("x")).toBeNull();
  });

  test("none on top of our own: another failure there is suggested", async () => {
    const scene = later(await committed());
    const publication = await run(scene, {
      mode: "commit",
      before: AFTER,
      after: AFTER.replace("return plants", "return list(plants)"),
      groups: ["k2"],
    });
    expect(publication).toMatchObject({
      publishedAs: "suggestions",
      reason: "The newest commit of the branch is our own: one after the other could go on for ever.",
    });
  });

  test("the same failure after our own commit: nothing more", async () => {
    const scene = later(await committed());
    const before = scene.github.writes().length;
    const publication = await run(scene, { mode: "commit", before: AFTER, after: OTHER });
    expect([publication.publishedAs, steady(publication.reason.replace(/`[0-9a-f]{12}`/, "ID"), scene)]).toEqual([
      "summary",
      "The same failure is back after our own commit ID. Nothing more is written to this pull request.",
    ]);
    expect(scene.github.writes()).toHaveLength(before);
  });

  test.each<[string, (scene: Scene) => Scene, string]>([
    [
      "undone by hand",
      (scene) => breakAgain(scene),
      "Our commit ID made this very change, and it was undone. Nothing more is written to this pull request.",
    ],
    [
      "thrown away by a force-push",
      (scene) => {
        scene.github.resetBranch("feature", scene.headSha);
        return breakAgain(scene, `${BEFORE}# more\n`);
      },
      "Our commit ID was taken out of the branch. Nothing more is written to this pull request.",
    ],
  ])("%s: off, in every mode", async (_, undo, reason) => {
    const scene = undo(await committed());
    const before = scene.github.headFiles("feature")[FILE] ?? "";
    const patch = {
      before,
      after: before.replace("session.query(Plant).all()", "(await session.scalars(select(Plant))).all()"),
    };
    const count = scene.github.writes().length;
    for (const mode of ["commit", "suggest"] as const) {
      const publication = await run(scene, { mode, ...patch, groups: ["k1"] });
      expect([publication.publishedAs, publication.reason.replace(/`[0-9a-f]{12}`/, "ID")]).toEqual([
        "summary",
        reason,
      ]);
    }
    expect(scene.github.writes()).toHaveLength(count);
  });

  test("as many as allowed, then suggestions; the comment keeps the record", async () => {
    const scene = breakAgain(await committed(), `${BEFORE}# more\n`);
    const wanted = { mode: "commit", before: `${BEFORE}# more\n`, after: `${OTHER}# more\n`, groups: ["k2"] } as const;
    expect(await run(scene, { ...wanted, options: { maxCommits: 1 } })).toMatchObject({
      publishedAs: "suggestions",
      reason: "This pull request has 1 commits of ours, and `max-commits` is 1.",
    });
    expect((await run(scene, wanted)).publishedAs).toBe("commit");
    expect(messages(scene)[0]).toMatch(/ commits=[0-9a-f:]+,[0-9a-f:]+ -->/);
  });

  test("another leg was faster: nothing is written", async () => {
    const scene = await committed();
    const before = scene.github.writes().length;
    const publication = await run(scene, { mode: "commit", after: `${BEFORE}# other\n` });
    expect(publication.publishedAs).toBe("summary");
    expect(scene.github.writes()).toHaveLength(before);
  });
});
