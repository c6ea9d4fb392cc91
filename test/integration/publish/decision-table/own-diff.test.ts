import { describe, expect, test } from "vitest";
import { pullRequestEvent } from "../../../support/github/events.ts";
import type { JournalEntry } from "../../../support/github/journal.ts";
import type { Github } from "../../../support/github/server.ts";
import type { PullRequest } from "../../../support/github/state.ts";
import type { Switches } from "../../../support/github/switches.ts";
import { AFTER, BEFORE, FILE, play, PLAN, withPull, WRITER } from "./row.ts";

/** GitHub lists the file, and leaves its diff out. */
const NO_PATCH: Partial<Switches> = { ...WRITER, maxPatchLines: 1 };
/** GitHub answers nothing but this to some requests. */
const refusing = (part: string, status: number): Partial<Switches> => ({
  ...NO_PATCH,
  before: ({ path }: JournalEntry) =>
    new RegExp(part).test(path) ? { status, body: { message: "Sorry, the diff is too large." } } : null,
});
const NO_LIST = refusing("/files$", 422);

const SUGGESTED = {
  end: {
    publishedAs: "suggestions",
    pullRequestUrl: "URL/octo/shop/pull/1",
    reviewUrl: "URL/octo/shop/pull/1#pullrequestreview-1001",
  },
  writes: ["POST /repos/octo/shop/pulls/1/reviews 200"],
};

const commented = (reason: string): object => ({
  end: {
    publishedAs: "comment",
    pullRequestUrl: "URL/octo/shop/pull/1",
    reason,
    reviewUrl: "URL/octo/shop/pull/1#issuecomment-1001",
  },
  writes: ["POST /repos/octo/shop/issues/1/comments 201"],
});
const NO_DIFF = `\`${FILE}\`: GitHub shows no diff of this file, so it takes no suggestion on it.`;
const UNLISTED = "GitHub would not list the pull request's files.";

/** What a person gets who clicks all that was suggested. */
function clicked(server: Github, pull: PullRequest): string | undefined {
  server.apply(server.state.reviews[0]?.id ?? 0);
  return server.headFiles(`refs/pull/${pull.number}/head`)[FILE];
}

describe("row 19: GitHub gives no diff of the file", () => {
  const renamed = { base: { "shop/old.py": `${BEFORE}# tail\n` }, head: { "shop/old.py": null, [FILE]: BEFORE } };
  test.each([
    ["its patch is left out", PLAN, NO_PATCH],
    ["the list is refused", PLAN, NO_LIST],
    ["406 for the list", PLAN, refusing("/files$", 406)],
    ["an added file", { base: { "other.py": "" }, head: { [FILE]: BEFORE } }, NO_PATCH],
  ])("%s: suggestions by a diff of our own", async (_, plan, switches) => {
    const { server, pull } = await withPull(plan, switches);
    expect(await play(server, { event: pullRequestEvent(server, pull) })).toEqual(SUGGESTED);
    expect(clicked(server, pull)).toBe(AFTER);
  });

  test("a renamed file: compared with its old name where GitHub tells it, and only there", async () => {
    const told = await withPull(renamed, NO_PATCH);
    expect(await play(told.server, { event: pullRequestEvent(told.server, told.pull) })).toEqual(SUGGESTED);
    const untold = await withPull(renamed, NO_LIST);
    expect(await play(untold.server, { event: pullRequestEvent(untold.server, untold.pull) })).toEqual(
      commented(UNLISTED),
    );
  });

  test("lines outside of it, the base having gone on since: the whole patch in a comment", async () => {
    const far = `${BEFORE}${"x = 1\n".repeat(20)}`;
    const { server, pull } = await withPull({ base: { [FILE]: far }, head: { [FILE]: `${far}y = 2\n` } }, NO_PATCH);
    const event = pullRequestEvent(server, pull);
    // Against this commit every line would be new.
    server.push("main", { [FILE]: "# rewritten\n" });
    expect(await play(server, { event })).toEqual(
      commented(`\`${FILE}\`: line 8: GitHub takes suggestions only on lines of the pull request's diff.`),
    );
  });

  test.each([
    ["no merge base is to be had", refusing("/compare/", 404), NO_DIFF],
    ["nor the list", refusing("/compare/|/files$", 404), UNLISTED],
  ])("%s: the whole patch in a comment", async (_, switches, reason) => {
    const { server, pull } = await withPull(PLAN, switches);
    expect(await play(server, { event: pullRequestEvent(server, pull) })).toEqual(commented(reason));
  });

  test("no git on the machine: the whole patch in a comment", async () => {
    const { server, pull } = await withPull(PLAN, NO_PATCH);
    const event = pullRequestEvent(server, pull);
    expect(await play(server, { event, diff: async () => Promise.resolve(null) })).toEqual(commented(NO_DIFF));
  });

  test("GitHub's diff is another than ours after all: it refuses the review, and the comment has the patch", async () => {
    const { server, pull } = await withPull(PLAN, {
      ...NO_PATCH,
      before: ({ method, path }) =>
        method === "POST" && path.endsWith("/reviews")
          ? { status: 422, body: { message: "Unprocessable Entity", errors: ["Line could not be resolved"] } }
          : null,
    });
    expect(await play(server, { event: pullRequestEvent(server, pull) })).toEqual({
      ...commented(
        'GitHub did not take the review: it finds it invalid (Unprocessable Entity: "Line could not be resolved").',
      ),
      writes: ["POST /repos/octo/shop/pulls/1/reviews 422", "POST /repos/octo/shop/issues/1/comments 201"],
    });
  });

  test("a file that the pull request does not touch, and no list: the comment", async () => {
    const { server, pull } = await withPull({ base: { [FILE]: BEFORE }, head: { "b.py": "x = 1\n" } }, NO_LIST);
    expect(await play(server, { event: pullRequestEvent(server, pull) })).toEqual(commented(UNLISTED));
  });
});
