import { describe, expect, test } from "vitest";
import { pullRequestEvent } from "../../../support/github/events.ts";
import {
  issueCommentEvent,
  pullRequestTargetEvent,
  reviewEvent,
  workflowRunEvent,
} from "../../../support/github/privileged-events.ts";
import { AFTER, ELSEWHERE, FILE, PLAN, play, withPull, WRITER } from "./row.ts";

const FORK = { ...PLAN, fromFork: true };

describe("rows 8 to 10: a publisher on workflow_run", () => {
  test("8: a fork's pull request gets the review", async () => {
    const { server, pull } = await withPull(FORK);
    const event = workflowRunEvent(server, pull);
    expect(await play(server, { event, tested: pull.headSha, runsCode: false })).toMatchInlineSnapshot(`
      {
        "end": {
          "publishedAs": "suggestions",
          "pullRequestUrl": "URL/octo/shop/pull/1",
          "reviewUrl": "URL/octo/shop/pull/1#pullrequestreview-1001",
        },
        "writes": [
          "POST /repos/octo/shop/pulls/1/reviews 200",
        ],
      }
    `);
    expect(server.apply(server.state.reviews[0]?.id ?? 0).kind).toBe("applied");
  });

  test("8: the fork's run tested the merge commit, which nobody can look up by the event", async () => {
    const { server, pull } = await withPull(FORK);
    const event = workflowRunEvent(server, pull);
    const tested = pull.mergeSha ?? "";
    expect(await play(server, { event, tested, runsCode: false })).toMatchObject({
      end: { publishedAs: "suggestions" },
    });
    expect(await play(server, { event, tested: "c".repeat(40), runsCode: false })).toMatchInlineSnapshot(`
      {
        "end": {
          "publishedAs": "summary",
          "reason": "The commit that was tested is not the branch's head: \`SHORT\` was checked out, the head is \`SHORT\`.",
        },
        "writes": [],
      }
    `);
  });

  test("8: not in the diff: the whole patch", async () => {
    const { server, pull } = await withPull({ ...ELSEWHERE, fromFork: true });
    const event = workflowRunEvent(server, pull);
    expect(await play(server, { event, tested: pull.headSha, runsCode: false })).toMatchObject({
      end: { publishedAs: "comment" },
      writes: ["POST /repos/octo/shop/issues/1/comments 201"],
    });
  });

  test("8: closed meanwhile: no pull request of our own into its branch", async () => {
    const { server, pull } = await withPull();
    const event = workflowRunEvent(server, pull);
    pull.state = "closed";
    expect(await play(server, { event, tested: pull.headSha, runsCode: false })).toMatchInlineSnapshot(`
      {
        "end": {
          "publishedAs": "summary",
          "reason": "The branch \`feature\` has no open pull request any more.",
        },
        "writes": [],
      }
    `);
  });

  test("8: the fork is gone", async () => {
    const { server, pull } = await withPull(FORK);
    pull.head.repository = null;
    const event = workflowRunEvent(server, pull);
    expect(await play(server, { event, tested: pull.headSha, runsCode: false })).toMatchInlineSnapshot(`
      {
        "end": {
          "publishedAs": "summary",
          "reason": "The fork that this branch is in is gone.",
        },
        "writes": [],
      }
    `);
  });

  test("9: the same repository, mode commit", async () => {
    const { server, pull } = await withPull();
    const event = workflowRunEvent(server, pull);
    expect(await play(server, { event, mode: "commit", tested: pull.headSha, runsCode: false })).toMatchObject({
      end: { publishedAs: "commit" },
      writes: ["mutation createCommitOnBranch 200", "POST /repos/octo/shop/issues/1/comments 201"],
    });
    expect(server.headFiles("feature")[FILE]).toBe(AFTER);
  });

  test("10: mode commit on a fork stays suggestions, unless it is asked for", async () => {
    const { server, pull } = await withPull(FORK);
    const row = {
      event: workflowRunEvent(server, pull),
      mode: "commit",
      tested: pull.headSha,
      runsCode: false,
    } as const;
    expect(await play(server, row)).toMatchInlineSnapshot(`
      {
        "end": {
          "publishedAs": "suggestions",
          "pullRequestUrl": "URL/octo/shop/pull/1",
          "reason": "The branch is in a fork, and \`commit-to-forks\` is off.",
          "reviewUrl": "URL/octo/shop/pull/1#pullrequestreview-1001",
        },
        "writes": [
          "POST /repos/octo/shop/pulls/1/reviews 200",
        ],
      }
    `);
  });

  test("10: asked for, and GitHub refuses: one rung down", async () => {
    const { server, pull } = await withPull(FORK);
    const row = {
      event: workflowRunEvent(server, pull),
      mode: "commit",
      tested: pull.headSha,
      runsCode: false,
    } as const;
    expect(await play(server, { ...row, options: { mayCommitToForks: true } })).toMatchInlineSnapshot(`
      {
        "end": {
          "publishedAs": "suggestions",
          "pullRequestUrl": "URL/octo/shop/pull/1",
          "reason": "GitHub did not take the commit: the token may not do this; the job needs \`permissions: contents: write\` (Resource not accessible by integration).",
          "reviewUrl": "URL/octo/shop/pull/1#pullrequestreview-1001",
        },
        "writes": [
          "mutation createCommitOnBranch FORBIDDEN",
          "POST /repos/octo/shop/pulls/1/reviews 200",
        ],
      }
    `);
  });

  test("10: asked for, and GitHub takes it", async () => {
    const { server, pull } = await withPull(FORK, { ...WRITER, pushToForks: true });
    const row = {
      event: workflowRunEvent(server, pull),
      mode: "commit",
      tested: pull.headSha,
      runsCode: false,
    } as const;
    expect(await play(server, { ...row, options: { mayCommitToForks: true } })).toMatchInlineSnapshot(`
      {
        "end": {
          "commitSha": "SHA",
          "publishedAs": "commit",
          "pullRequestUrl": "URL/octo/shop/pull/1",
          "reviewUrl": "URL/octo/shop/pull/1#issuecomment-1001",
        },
        "writes": [
          "mutation createCommitOnBranch 200",
          "POST /repos/octo/shop/issues/1/comments 201",
        ],
      }
    `);
    expect(server.headFiles("refs/pull/1/head")[FILE]).toBe(AFTER);
  });
});

describe("row 11: a fork's code is never run with a write token", () => {
  test.each([
    ["pull_request_target", pullRequestTargetEvent],
    ["workflow_run", workflowRunEvent],
  ])("%s", async (_, eventOf) => {
    const { server, pull } = await withPull(FORK);
    const named = { users: ["contributor"] };
    expect(await play(server, { event: eventOf(server, pull), allowed: named })).toMatchSnapshot();
    expect(server.journal).toEqual([]);
  });

  test("issue_comment by somebody who may write", async () => {
    const { server, pull } = await withPull(FORK);
    const event = issueCommentEvent(server, pull, server.state.identities.human);
    expect(await play(server, { event })).toMatchInlineSnapshot(`
      {
        "end": "refused: A fork's code would run with this repository's write token and secrets under \`issue_comment\`. Use the \`pull_request\` event for forks.",
        "writes": [],
      }
    `);
  });

  test("a ready patch may be published under pull_request_target", async () => {
    const { server, pull } = await withPull(FORK);
    const event = pullRequestTargetEvent(server, pull);
    expect(await play(server, { event, tested: pull.headSha, runsCode: false })).toMatchObject({
      end: { publishedAs: "suggestions" },
    });
  });
});

describe("who may start it", () => {
  test("issue_comment: write access, or a name", async () => {
    const { server, pull } = await withPull();
    const { human, contributor } = server.state.identities;
    const by = (actor: typeof human) => ({ event: issueCommentEvent(server, pull, actor), tested: pull.headSha });
    expect(await play(server, by(contributor))).toMatchInlineSnapshot(`
      {
        "end": "skipped: \`contributor\` has no write access, which \`issue_comment\` needs here; \`allow-users\` can name people without.",
        "writes": [],
      }
    `);
    expect(await play(server, { ...by(human), token: null })).toMatchInlineSnapshot(`
      {
        "end": "skipped: Without \`github-token\` nobody can say whether \`octo\` may start this.",
        "writes": [],
      }
    `);
    expect(await play(server, by(human))).toMatchObject({ end: { publishedAs: "suggestions" } });
    const named = { users: ["Contributor"] };
    expect(await play(server, { ...by(contributor), allowed: named })).toMatchObject({
      end: { publishedAs: "suggestions" },
      writes: [],
    });
  });

  test("a review by somebody without write access does not start a run; with write access it does", async () => {
    const { server, pull } = await withPull();
    const { human, contributor } = server.state.identities;
    for (const name of ["pull_request_review", "pull_request_review_comment"]) {
      expect(await play(server, { event: reviewEvent(server, pull, { name, actor: contributor }) })).toMatchSnapshot(
        name,
      );
    }
    const event = reviewEvent(server, pull, { name: "pull_request_review", actor: human });
    expect(await play(server, { event })).toMatchObject({ end: { publishedAs: "suggestions" } });
  });

  test("a maintainer's permission is enough, a reader's is not", async () => {
    const { server, pull } = await withPull(PLAN, { ...WRITER, contributorPermission: "write" });
    const { contributor } = server.state.identities;
    const event = issueCommentEvent(server, pull, contributor);
    expect(await play(server, { event, tested: pull.headSha })).toMatchObject({ end: { publishedAs: "suggestions" } });
  });

  test("a bot only by its name", async () => {
    const { server, pull } = await withPull();
    const bot = { ...server.state.identities.bot, login: "renovate[bot]" };
    const row = { event: issueCommentEvent(server, pull, bot), tested: pull.headSha };
    expect(await play(server, row)).toMatchInlineSnapshot(`
      {
        "end": "skipped: \`renovate[bot]\` is a bot that \`allow-bots\` does not name.",
        "writes": [],
      }
    `);
    expect(await play(server, { ...row, allowed: { users: ["renovate[bot]"] } })).toMatchObject({ writes: [] });
    expect(await play(server, { ...row, allowed: { bots: ["renovate"] } })).toMatchObject({
      end: { publishedAs: "suggestions" },
    });
  });

  test("a push to a pull request asks nobody", async () => {
    const { server, pull } = await withPull();
    await play(server, { event: pullRequestEvent(server, pull) });
    expect(server.journal.filter(({ path }) => path.endsWith("/permission"))).toEqual([]);
  });
});
