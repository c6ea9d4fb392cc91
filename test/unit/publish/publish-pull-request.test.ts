import { expect, test } from "vitest";
import { git } from "../../support/git-repository.ts";
import type { JournalEntry } from "../../support/github/journal.ts";
import { problem, type Reply } from "../../support/github/reply.ts";
import type { Switches } from "../../support/github/switches.ts";
import { AFTER } from "./sample-case.ts";
import { FILE, open, PLAN, run, type Scene } from "./scene.ts";

const SECONDARY = "You have exceeded a secondary rate limit and have been temporarily blocked from content creation.";
const LOST: Reply = { status: 502, body: "<html>Bad gateway</html>", contentType: "text/html" };
const LIMITS = [problem(403, SECONDARY), problem(403, SECONDARY, { "retry-after": "30" })];

type IsMeant = (entry: JournalEntry) => boolean;
const posts =
  (end: RegExp): IsMeant =>
  ({ method, path }) =>
    method === "POST" && end.test(path);
const WRITES: readonly (readonly [string, IsMeant])[] = [
  ["objects", posts(/\/git\/commits$/)],
  ["branch", posts(/\/git\/refs$/)],
  ["pull request", posts(/\/pulls$/)],
  ["labels", posts(/\/labels$/)],
];

/** The first requests of a kind get these answers, before (instead of) or after what they do. */
function answers(when: "before" | "after", isMeant: IsMeant, replies: readonly Reply[]): Partial<Switches> {
  const left = [...replies];
  return { [when]: (entry: JournalEntry) => (isMeant(entry) ? (left.shift() ?? null) : null) };
}

/** Branches of ours with what they hold, and the pull requests from them. */
function made({ github }: Scene): unknown {
  const { directory } = github.state.base;
  const names = git(directory, ["for-each-ref", "--format=%(refname:short)", "refs/heads/autofix"]).split("\n");
  const own = github.state.pulls.slice(1).map(({ base, labels }) => [base.ref, labels]);
  const texts = names.filter((name) => name !== "").map((name) => `${git(directory, ["show", `${name}:${FILE}`])}\n`);
  return { texts, own };
}

const ONE = { texts: [AFTER], own: [["feature", ["autofix"]]] };

test.each(WRITES)("%s: 502 after it took effect, and another run: one of each", async (_, isMeant) => {
  const scene = await open(PLAN, answers("after", isMeant, [LOST]));
  const wanted = { mode: "pull-request", options: { labels: ["autofix"] } } as const;
  expect((await run(scene, wanted)).publishedAs).toBe("pull-request");
  await run(scene, wanted);
  expect(made(scene)).toEqual(ONE);
});

test.each(WRITES)("%s: too fast, with and without a time to wait: it waits", async (_, isMeant) => {
  const scene = await open(PLAN, answers("before", isMeant, LIMITS));
  const end = await run(scene, { mode: "pull-request", options: { labels: ["autofix"] } });
  expect([end.publishedAs, end.reason.includes("labels"), made(scene)]).toEqual(["pull-request", false, ONE]);
});
