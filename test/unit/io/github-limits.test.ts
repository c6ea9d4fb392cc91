import { onTestFinished, describe, expect, test } from "vitest";
import { createReviewHost } from "../../../src/io/github-host.ts";
import type { ReviewHost } from "../../../src/ports.ts";
import type { JournalEntry } from "../../support/github/journal.ts";
import type { Reply } from "../../support/github/reply.ts";
import { problem } from "../../support/github/reply.ts";
import { startGithub } from "../../support/github/server.ts";
import type { Github } from "../../support/github/server.ts";
import { stillClock } from "../../support/still-clock.ts";
import type { StillClock } from "../../support/still-clock.ts";

const SECONDARY = "You have exceeded a secondary rate limit and have been temporarily blocked from content creation.";

interface Scene {
  readonly github: Github;
  readonly host: ReviewHost;
  readonly clock: StillClock;
}

/** A GitHub whose answers to some requests are these, one after the other, before it answers itself. */
async function open(isMeant: (entry: JournalEntry) => boolean, replies: readonly Reply[]): Promise<Scene> {
  const left = [...replies];
  const before = (entry: JournalEntry): Reply | null => (isMeant(entry) ? (left.shift() ?? null) : null);
  const github = await startGithub({ permissions: { contents: "write", pull_requests: "write" }, before });
  onTestFinished(() => github.stop());
  github.openPullRequest({ base: { "a.py": "a\n" }, head: { "a.py": "b\n" } });
  const clock = stillClock();
  const context = { apiUrl: github.apiUrl, owner: "octo", repository: "shop" };
  return { github, clock, host: createReviewHost(context, github.token, clock) };
}

const isFiles = ({ path }: JournalEntry): boolean => path.endsWith("/files");

describe("what only reads", () => {
  test.each<[string, readonly Reply[], readonly number[]]>([
    [
      "retry-after",
      [problem(403, SECONDARY, { "retry-after": "5" }), problem(429, "x", { "retry-after": "7" })],
      [5, 7],
    ],
    ["no retry-after", [problem(403, SECONDARY), problem(403, SECONDARY)], [60, 120]],
    ["a server error, as a web page", [{ status: 502, body: "<html>", contentType: "text/html" }], [1]],
  ])("is asked again after %s", async (_, replies, sleeps) => {
    const { host, clock } = await open(isFiles, replies);
    expect(await host.changedFiles(1)).toMatchObject({ kind: "ok", value: [{ path: "a.py" }] });
    expect(clock.sleeps).toEqual(sleeps);
  });

  test("is given up in the end", async () => {
    const { host, clock } = await open(
      isFiles,
      Array.from({ length: 9 }, () => problem(403, SECONDARY)),
    );
    expect(await host.changedFiles(1)).toEqual({ kind: "limited", message: SECONDARY, needs: null });
    expect(clock.sleeps).toEqual([60, 120]);
  });

  test("is not asked again for an hour, nor after a refusal", async () => {
    const hour = problem(403, "API rate limit exceeded", { "retry-after": "3600" });
    const { host, clock, github } = await open(isFiles, [hour, problem(404, "Not Found")]);
    expect((await host.changedFiles(1)).kind).toBe("limited");
    expect((await host.changedFiles(1)).kind).toBe("missing");
    expect([clock.sleeps, github.journal.length]).toEqual([[], 2]);
  });

  test("in GraphQL too", async () => {
    const lost = { status: 200, body: { errors: [{ message: "Something went wrong while executing your query." }] } };
    const { host, clock } = await open(({ path }) => path === "/graphql", [lost]);
    expect(await host.viewer()).toEqual({ kind: "ok", value: "github-actions[bot]" });
    expect(clock.sleeps).toEqual([1]);
  });
});

test("a write is sent once, whatever comes back; writes keep a second apart", async () => {
  const { host, clock, github } = await open(({ method }) => method === "POST", [problem(403, SECONDARY)]);
  expect((await host.createComment(1, "x")).kind).toBe("limited");
  expect((await host.createComment(1, "x")).kind).toBe("ok");
  expect(github.writes()).toEqual([
    "POST /repos/octo/shop/issues/1/comments 403",
    "POST /repos/octo/shop/issues/1/comments 201",
  ]);
  expect(clock.sleeps).toEqual([1]);
});
