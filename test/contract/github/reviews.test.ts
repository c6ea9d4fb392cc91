import { afterEach, describe, expect, it } from "vitest";
import { startGithub, type Github } from "../../support/github/server.ts";
import type { Switches } from "../../support/github/switches.ts";
import { call, lines, pick, pickAll, refusal, type Answer } from "./client.ts";

let github: Github;
afterEach(() => github.stop());

/** A pull request that changes line 10 and line 40 of a file of 50 lines: two hunks, 7..13 and 37..43. */
async function start(switches: Partial<Switches> = {}): Promise<Github> {
  github = await startGithub(switches);
  const before = lines(50);
  const after = before.replace("line 10\n", "changed 10\n").replace("line 40\n", "changed 40\n");
  github.openPullRequest({ base: { "app.py": before, "other.py": "x\n" }, head: { "app.py": after } });
  return github;
}

const REVIEWS = "POST /repos/octo/shop/pulls/1/reviews";

function review(comments: readonly Record<string, unknown>[], more: Record<string, unknown> = {}): Promise<Answer> {
  const full = comments.map((comment) => ({ body: "note", ...comment }));
  return call(github, REVIEWS, { body: { event: "COMMENT", body: "summary", comments: full, ...more } });
}

describe("rule 3: comments hang on lines of the diff", () => {
  it.each([
    ["an added line", { path: "app.py", line: 10, side: "RIGHT" }],
    ["the first line of context", { path: "app.py", line: 7 }],
    ["the last line of context", { path: "app.py", line: 43 }],
    ["a deleted line on the left", { path: "app.py", line: 10, side: "LEFT" }],
    ["several lines of one hunk", { path: "app.py", line: 12, start_line: 8, side: "RIGHT", start_side: "RIGHT" }],
    ["from a deleted line to the added one", { path: "app.py", line: 10, start_line: 10, start_side: "LEFT" }],
    ["a position of old clients", { path: "app.py", position: 5 }],
  ])("accepts %s", async (_, comment) => {
    await start();
    const answer = await review([comment]);
    expect([answer.status, pick(answer.body, "state", "body", "commit_id")]).toEqual([
      200,
      { state: "COMMENTED", body: "summary", commit_id: github.state.pulls[0]?.headSha },
    ]);
  });

  it.each([
    ["a line above the hunk", { path: "app.py", line: 6 }],
    ["a line between hunks", { path: "app.py", line: 25 }],
    ["a line after the file", { path: "app.py", line: 999 }],
    ["no line at all", { path: "app.py" }],
  ])("refuses %s (text of the new generation, second-hand)", async (_, comment) => {
    await start();
    expect(refusal(await review([comment]))).toEqual({
      status: 422,
      message: "Unprocessable Entity",
      errors: ["Line could not be resolved"],
    });
  });

  it("refuses a line outside the diff with one joined string (text of the old generation, second-hand)", async () => {
    await start({ wording: "old" });
    expect(refusal(await review([{ path: "app.py", line: 25 }]))).toEqual({
      status: 422,
      message: "Unprocessable Entity",
      errors: [
        "Pull request review thread line must be part of the diff and Pull request review thread diff hunk can't be blank",
      ],
    });
  });

  it("posts nothing when one comment of several is wrong", async () => {
    await start();
    const answer = await review([
      { path: "app.py", line: 10 },
      { path: "app.py", line: 25 },
    ]);
    const reviews = await call(github, "GET /repos/octo/shop/pulls/1/reviews");
    const comments = await call(github, "GET /repos/octo/shop/pulls/1/comments");
    expect([answer.status, reviews.body, comments.body]).toEqual([422, [], []]);
  });
});

describe("rule 4: what else a review must keep to", () => {
  it.each([
    ["start equal to end", { line: 10, start_line: 10 }, "start line must precede the end line."],
    ["start after end", { line: 10, start_line: 11 }, "start line must precede the end line."],
    ["start after end, in a later hunk", { line: 10, start_line: 40 }, "start line must precede the end line."],
    ["start in another hunk", { line: 40, start_line: 10 }, "start line must be part of the same hunk as the line."],
  ])("refuses %s", async (_, place, text) => {
    await start();
    expect(refusal(await review([{ path: "app.py", ...place }])).errors).toEqual([
      `Pull request review thread ${text}`,
    ]);
  });

  it.each([
    ["new", "Path could not be resolved"],
    ["old", "Pull request review thread path is invalid"],
  ] as const)("refuses a file outside the pull request (%s generation, old text unverified)", async (wording, text) => {
    await start({ wording });
    expect(refusal(await review([{ path: "other.py", line: 1 }])).errors).toEqual([text]);
  });

  it("refuses a commit that is not in the pull request, the merge commit too (text unverified)", async () => {
    await start();
    const foreign = await review([], { commit_id: "0".repeat(40) });
    const merge = await review([], { commit_id: github.state.pulls[0]?.mergeSha });
    const text = ["The commitOID is not part of the pull request"];
    expect([refusal(foreign).errors, refusal(merge).errors]).toEqual([text, text]);
  });

  it("refuses an empty review and a change request without words, accepts either one of body and comments", async () => {
    await start();
    const empty = await review([], { body: "" });
    const wordless = await review([{ path: "app.py", line: 10 }], { body: "", event: "REQUEST_CHANGES" });
    const commentOnly = await review([{ path: "app.py", line: 10 }], { body: "" });
    const bodyOnly = await review([]);
    expect([empty.status, wordless.status, commentOnly.status, bodyOnly.status]).toEqual([422, 422, 200, 200]);
  });

  it("refuses bodies over 65,536 characters", async () => {
    await start();
    const long = await review([], { body: "x".repeat(65_537) });
    const longComment = await review([{ path: "app.py", line: 10, body: "x".repeat(65_537) }]);
    const longest = await review([], { body: "x".repeat(65_536) });
    const text = ["Body is too long (maximum is 65536 characters)"];
    expect([refusal(long).errors, refusal(longComment).errors, longest.status]).toEqual([text, text, 200]);
  });

  it("accepts an older commit; the comment moves with its lines or becomes outdated", async () => {
    await start();
    const old = github.state.pulls[0]?.headSha;
    const now = github.push("feature", {
      "app.py": `new first\n${lines(50).replace("line 10\n", "again 10\n").replace("line 40\n", "changed 40\n")}`,
    });
    const answer = await review(
      [
        { path: "app.py", line: 10 },
        { path: "app.py", line: 41, start_line: 39 },
      ],
      { commit_id: old },
    );
    const listed = await call(github, "GET /repos/octo/shop/pulls/1/comments");
    const keys = ["line", "start_line", "original_line", "position", "commit_id", "original_commit_id"];
    expect([answer.status, pickAll(listed.body, ...keys)]).toEqual([
      200,
      [
        {
          line: null,
          start_line: null,
          original_line: 10,
          position: null,
          commit_id: old,
          original_commit_id: old,
        },
        { line: 42, start_line: 40, original_line: 41, position: 15, commit_id: now, original_commit_id: old },
      ],
    ]);
  });

  it("refuses what the schema does not know, and keeps a record of it", async () => {
    await start();
    const answer = await review([], { event: "SUGGEST" });
    expect([answer.status, github.requestProblems(), github.state.reviews]).toEqual([
      422,
      ["POST /repos/octo/shop/pulls/1/reviews: body/event must be equal to one of the allowed values"],
      [],
    ]);
  });
});

describe("rule 5: pending, own, locked and closed", () => {
  it("keeps a review without event pending: hidden from others, and in the way of every later review", async () => {
    await start();
    const pending = await review([{ path: "app.py", line: 10 }], { event: undefined });
    const second = await review([]);
    const seenByHuman = await call(github, "GET /repos/octo/shop/pulls/1/reviews", { token: github.humanToken });
    const seenByBot = await call(github, "GET /repos/octo/shop/pulls/1/reviews");
    const comments = await call(github, "GET /repos/octo/shop/pulls/1/comments");
    expect(pick(pending.body, "state", "submitted_at")).toEqual({ state: "PENDING" });
    expect(refusal(second).errors).toEqual(["User can only have one pending review per pull request"]);
    expect([seenByHuman.body, pickAll(seenByBot.body, "state"), comments.body]).toEqual([
      [],
      [{ state: "PENDING" }],
      [],
    ]);
  });

  it("lets its author delete a pending review, but no submitted one", async () => {
    await start();
    const { id } = pick((await review([], { event: undefined })).body, "id");
    const byHuman = await call(github, `DELETE /repos/octo/shop/pulls/1/reviews/${String(id)}`, {
      token: github.humanToken,
    });
    const byBot = await call(github, `DELETE /repos/octo/shop/pulls/1/reviews/${String(id)}`);
    const submitted = pick((await review([])).body, "id");
    const late = await call(github, `DELETE /repos/octo/shop/pulls/1/reviews/${String(submitted["id"])}`);
    expect([byHuman.status, byBot.status, late.status]).toEqual([404, 200, 422]);
  });

  it("refuses verdicts on one's own pull request, not comments", async () => {
    github = await startGithub({ actionsMayApprove: true });
    github.openPullRequest({ head: { "a.py": "x\n" }, author: "bot" });
    const approve = await review([], { event: "APPROVE" });
    const request = await review([], { event: "REQUEST_CHANGES" });
    const comment = await review([]);
    expect([refusal(approve).errors, refusal(request).errors, comment.status]).toEqual([
      ["Can not approve your own pull request"],
      ["Can not request changes on your own pull request"],
      200,
    ]);
  });

  it("lets the bot approve only when the repository allows it", async () => {
    await start();
    const refused = await review([], { event: "APPROVE" });
    await github.stop();
    await start({ actionsMayApprove: true });
    const accepted = await review([], { event: "APPROVE" });
    expect([refusal(refused).message, accepted.status]).toEqual([
      "GitHub Actions is not permitted to create or approve pull requests.",
      200,
    ]);
  });

  it("refuses the bot on a locked conversation, not a person with write access", async () => {
    await start();
    const pull = github.state.pulls[0];
    if (pull !== undefined) {
      pull.locked = true;
    }
    const bot = await review([]);
    const body = { event: "COMMENT", body: "hello" };
    const human = await call(github, REVIEWS, { token: github.humanToken, body });
    expect([refusal(bot).errors, human.status]).toEqual([["Pull request review lock prevents review"], 200]);
  });

  it("accepts comments on a closed pull request", async () => {
    await start();
    const pull = github.state.pulls[0];
    if (pull !== undefined) {
      pull.state = "closed";
    }
    expect((await review([{ path: "app.py", line: 10 }])).status).toBe(200);
  });
});
