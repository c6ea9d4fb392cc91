import { expect, test } from "vitest";
import { git } from "../../support/git-repository.ts";
import { problem } from "../../support/github/reply.ts";
import { answers, type IsMeant, LOST, SECONDARY } from "./faults.ts";
import { AFTER, BEFORE } from "./sample-case.ts";
import { FILE, open, PLAN, run, type Scene } from "./scene.ts";

const LIMITS = [problem(403, SECONDARY), problem(403, SECONDARY, { "retry-after": "30" })];

const sends =
  (verb: "POST" | "PATCH", place: RegExp): IsMeant =>
  ({ method, path }) =>
    method === verb && place.test(path);
const isStart = sends("POST", /\/dispatches$/);
const isMove = sends("PATCH", /\/git\/refs\/heads\/autofix\//);
/** How often it is sent when the first answer is lost: what shows, or would be refused the second time, only once. */
const WRITES: readonly (readonly [string, IsMeant, number])[] = [
  ["objects", sends("POST", /\/git\/commits$/), 2],
  ["branch", sends("POST", /\/git\/refs$/), 1],
  ["pull request", sends("POST", /\/pulls$/), 1],
  ["labels", sends("POST", /\/labels$/), 2],
];
const UPDATES: readonly (readonly [string, IsMeant, number])[] = [
  ["branch", isMove, 1],
  ["pull request", sends("PATCH", /\/pulls\/\d+$/), 2],
];

/** Branches of ours with what they hold, and the pull requests from them. */
function made({ github }: Scene): unknown {
  const { directory } = github.state.base;
  const names = git(directory, ["for-each-ref", "--format=%(refname:short)", "refs/heads/autofix"]).split("\n");
  const own = github.state.pulls.slice(1).map(({ base, labels }) => [base.ref, labels]);
  const texts = names.filter((name) => name !== "").map((name) => `${git(directory, ["show", `${name}:${FILE}`])}\n`);
  return { texts, own };
}

const ONE = { texts: [AFTER], own: [["feature", ["autofix"]]] };

test.each(WRITES)("%s: 502 after it took effect, and another run: one of each", async (_, isMeant, times) => {
  const scene = await open(PLAN, answers("after", isMeant, [LOST]));
  const wanted = { mode: "pull-request", options: { labels: ["autofix"] } } as const;
  expect((await run(scene, wanted)).publishedAs).toBe("pull-request");
  await run(scene, wanted);
  expect([made(scene), scene.github.journal.filter(isMeant).length]).toEqual([ONE, times]);
});

test.each(WRITES)("%s: too fast, with and without a time to wait: it waits", async (_, isMeant) => {
  const scene = await open(PLAN, answers("before", isMeant, LIMITS));
  const end = await run(scene, { mode: "pull-request", options: { labels: ["autofix"] } });
  expect([end.publishedAs, end.reason.includes("labels"), made(scene)]).toEqual(["pull-request", false, ONE]);
});

const OTHER = BEFORE.replace("session.query(Plant).all()", "list(await session.scalars(select(Plant)))");
const OWN = { mode: "pull-request" } as const;

test.each(UPDATES)("%s brought up to date: 502 after it took effect: one of each", async (_, isMeant, times) => {
  const scene = await open(PLAN, answers("after", isMeant, [LOST]));
  await run(scene, OWN);
  expect((await run(scene, { ...OWN, after: OTHER })).publishedAs).toBe("pull-request");
  const one = { texts: [OTHER], own: [["feature", []]] };
  expect([made(scene), scene.github.journal.filter(isMeant).length]).toEqual([one, times]);
});

test.each(UPDATES)("%s brought up to date: too fast: it waits", async (_, isMeant) => {
  const scene = await open(PLAN, answers("before", isMeant, LIMITS));
  await run(scene, OWN);
  expect((await run(scene, { ...OWN, after: OTHER })).publishedAs).toBe("pull-request");
  expect(made(scene)).toEqual({ texts: [OTHER], own: [["feature", []]] });
});

test.each([
  ["too fast", LIMITS[1]],
  ["no answer", LOST],
] as const)("%s, and somebody pushes to our branch before it is sent again: that stays", async (_, reply) => {
  let left = 1;
  const scene = await open(PLAN, {
    before: (entry) => {
      if (!isMove(entry) || left-- === 0) return null;
      scene.github.push(scene.github.state.pulls[1]?.head.ref ?? "", { [FILE]: `${AFTER}# by hand\n` });
      return reply ?? null;
    },
  });
  await run(scene, OWN);
  const { publishedAs, reason } = await run(scene, { ...OWN, after: OTHER });
  expect([publishedAs, reason.replace(/autofix\/[^`]+/, "OURS")]).toEqual([
    "suggestions",
    "The branch `OURS` holds commits of others, so it is left as it is.",
  ]);
  expect(made(scene)).toEqual({ texts: [`${AFTER}# by hand\n`], own: [["feature", []]] });
});

const STARTED = { permissions: { contents: "write", pull_requests: "write", actions: "write" } } as const;
const STARTING = { ...OWN, options: { dispatchWorkflow: "ci.yml" } } as const;

test("the checks that are started: too fast, with and without a time to wait: it waits", async () => {
  const scene = await open(PLAN, { ...STARTED, ...answers("before", isStart, LIMITS) });
  const { reason } = await run(scene, STARTING);
  expect(reason).toBe("`ci.yml` was started on it; other checks do not start by themselves.");
  expect(scene.github.state.runs.filter(({ event }) => event === "workflow_dispatch")).toHaveLength(1);
});

test("the checks that are started: 502 after it took effect: nobody can see it, so it is not sent again", async () => {
  const scene = await open(PLAN, { ...STARTED, ...answers("after", isStart, [LOST]) });
  const { reason } = await run(scene, STARTING);
  expect(reason).toContain("GitHub did not start the workflow `ci.yml`: no usable answer came");
  expect(scene.github.state.runs.filter(({ event }) => event === "workflow_dispatch")).toHaveLength(1);
});
