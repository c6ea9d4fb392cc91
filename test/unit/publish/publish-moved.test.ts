import { expect, test } from "vitest";
import { git, treeEntry } from "../../support/git-repository.ts";
import type { Files } from "../../support/git-repository.ts";
import type { JournalEntry } from "../../support/github/journal.ts";
import type { IsMeant } from "./faults.ts";
import { AFTER, BEFORE } from "./sample-case.ts";
import { FILE, open, PLAN, run, type Scene, steady } from "./scene.ts";

const isReview: IsMeant = ({ method, path }) => method === "POST" && path.endsWith("/reviews");
const isMove: IsMeant = ({ method, path }) => method === "PATCH" && path.endsWith("/git/refs/heads/feature");
const EXECUTABLE = { ...PLAN, head: { [FILE]: { mode: "100755", content: BEFORE } } };
const OBJECTS = ["POST /repos/octo/shop/git/blobs 201", "POST /repos/octo/shop/git/trees 201"];

/** Something happens between our look and the first write of a kind. */
async function openWith(plan: typeof PLAN, isMeant: IsMeant, happen: (scene: Scene) => void): Promise<Scene> {
  let isDue = true;
  const before = (entry: JournalEntry): null => {
    if (isDue && isMeant(entry)) {
      isDue = false;
      happen(scene);
    }
    return null;
  };
  const scene = await open(plan, { before });
  return scene;
}

const push =
  (files: Files) =>
  ({ github }: Scene): void => {
    github.push("feature", files);
  };

test("a commit from objects, and the branch moved elsewhere: it goes on top, with the mode", async () => {
  const scene = await openWith(EXECUTABLE, isMove, push({ "late.txt": "x\n" }));
  expect(await run(scene, { mode: "commit" })).toMatchObject({ publishedAs: "commit", reason: "" });
  expect(scene.github.headFiles("feature")).toMatchObject({ [FILE]: AFTER, "late.txt": "x\n" });
  expect(treeEntry(scene.github.state.base.directory, "feature", FILE)?.mode).toBe("100755");
  const made = [...OBJECTS, "POST /repos/octo/shop/git/commits 201"];
  expect(scene.github.writes()).toEqual([
    ...made,
    "PATCH /repos/octo/shop/git/refs/heads/feature 422",
    ...made,
    "PATCH /repos/octo/shop/git/refs/heads/feature 200",
    "POST /repos/octo/shop/issues/1/comments 201",
  ]);
});

test("a commit from objects, and the branch moved in the same file: nothing is suggested on the old lines", async () => {
  const scene = await openWith(EXECUTABLE, isMove, push({ [FILE]: { mode: "100755", content: `${BEFORE}# late\n` } }));
  expect(await run(scene, { mode: "commit" })).toMatchObject({
    publishedAs: "summary",
    reason: "The pull request moved on while the tests ran: `shop/plants.py` is not what was tested.",
  });
  expect(scene.github.writes()).toEqual([
    ...OBJECTS,
    "POST /repos/octo/shop/git/commits 201",
    "PATCH /repos/octo/shop/git/refs/heads/feature 422",
  ]);
});

test("a review, and the branch was force-pushed: the patch of a commit that is gone goes into no comment", async () => {
  const scene = await openWith(PLAN, isReview, ({ github }) => {
    github.resetBranch("feature", git(github.state.base.directory, ["rev-parse", "main"]).trim());
    github.push("feature", { [FILE]: `${BEFORE}# other\n` });
  });
  expect(await run(scene)).toMatchObject({
    publishedAs: "summary",
    reason: "The pull request moved on while the tests ran: `shop/plants.py` is not what was tested.",
  });
  expect(scene.github.writes()).toEqual(["POST /repos/octo/shop/pulls/1/reviews 422"]);
});

test("a review, and the conversation was locked: nothing more is sent", async () => {
  const scene = await openWith(PLAN, isReview, ({ github }) =>
    Object.assign(github.state.pulls[0] ?? {}, { locked: true }),
  );
  expect(await run(scene)).toMatchObject({
    publishedAs: "summary",
    reason: "The conversation of the pull request is locked.",
  });
  expect(scene.github.writes()).toEqual(["POST /repos/octo/shop/pulls/1/reviews 422"]);
});

test("a commit counts though the comment that explains it is refused", async () => {
  const scene = await open(PLAN, { permissions: { contents: "write", pull_requests: "read" } });
  expect(steady(await run(scene, { mode: "commit" }), scene)).toMatchInlineSnapshot(`
    {
      "commitSha": "SHA",
      "publishedAs": "commit",
      "pullRequestUrl": "URL/octo/shop/pull/1",
      "reason": "GitHub did not take the comment: the token may not do this; the job needs \`permissions: pull-requests: write\` (Resource not accessible by integration).",
      "reviewUrl": "URL/octo/shop/commit/SHA",
    }
  `);
  expect(scene.github.writes()).toMatchInlineSnapshot(`
    [
      "mutation createCommitOnBranch 200",
      "POST /repos/octo/shop/issues/1/comments 403",
    ]
  `);
  expect(scene.github.headFiles("feature")[FILE]).toBe(AFTER);
});
