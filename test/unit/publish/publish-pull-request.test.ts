import { expect, test } from "vitest";
import { git } from "../../support/git-repository.ts";
import { problem } from "../../support/github/reply.ts";
import { answers, type IsMeant, LOST, SECONDARY } from "./faults.ts";
import { AFTER, BEFORE } from "./sample-case.ts";
import { FILE, open, PLAN, run, type Scene, steady } from "./scene.ts";

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

test("a draft where there are none: opened for review, and that is said", async () => {
  const scene = await open(PLAN, { hasDrafts: false });
  const end = await run(scene, { mode: "pull-request", options: { isDraft: true } });
  expect([end.publishedAs, end.reason.split(". ")[0], scene.github.state.pulls[1]?.isDraft, made(scene)]).toEqual([
    "pull-request",
    "This repository has no drafts, so the pull request is none",
    false,
    { ...ONE, own: [["feature", []]] },
  ]);
  expect(scene.github.writes().slice(-2)).toEqual([
    "POST /repos/octo/shop/pulls 422",
    "POST /repos/octo/shop/pulls 201",
  ]);
});

test("a patch larger than its text may be: opened all the same", async () => {
  const scene = await open(PLAN);
  const after = BEFORE + Array.from({ length: 6000 }, (_, index) => `line_${index} = ${index} * 7\n`).join("");
  expect(await run(scene, { mode: "pull-request", after })).toMatchObject({ publishedAs: "pull-request" });
  const body = scene.github.state.pulls[1]?.body ?? "";
  expect([body.length <= 65_536, /more lines not shown/.test(body), made(scene)]).toEqual([
    true,
    true,
    { texts: [after], own: [["feature", []]] },
  ]);
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

test("somebody pushes to our branch while the commit is written: that stays, without a try to move it", async () => {
  let left = 1;
  const scene = await open(PLAN, {
    before: (entry) => {
      const own = scene.github.state.pulls[1]?.head.ref;
      const isDue = own !== undefined && entry.path.endsWith("/git/commits") && entry.method === "POST" && left-- > 0;
      if (isDue) scene.github.push(own, { [FILE]: `${AFTER}# by hand\n` });
      return null;
    },
  });
  await run(scene, OWN);
  const before = scene.github.writes().length;
  const { publishedAs, reason } = await run(scene, { ...OWN, after: OTHER });
  expect([publishedAs, reason.replace(/autofix\/[^`]+/, "OURS"), scene.github.writes().slice(before)]).toEqual([
    "suggestions",
    "The branch `OURS` holds commits of others, so it is left as it is.",
    [
      "POST /repos/octo/shop/git/blobs 201",
      "POST /repos/octo/shop/git/trees 201",
      "POST /repos/octo/shop/git/commits 201",
      "POST /repos/octo/shop/pulls/1/reviews 200",
    ],
  ]);
  expect(made(scene)).toEqual({ texts: [`${AFTER}# by hand\n`], own: [["feature", []]] });
});

test("a new patch whose page can't be written: it is on the pull request that is there", async () => {
  const scene = await open(PLAN);
  await run(scene, OWN);
  Object.assign(scene.github.state.switches, { permissions: { contents: "write", pull_requests: "read" } });
  const before = scene.github.writes().length;
  const end = await run(scene, { ...OWN, after: OTHER });
  expect(steady(end, scene)).toMatchInlineSnapshot(`
    {
      "commitSha": "SHA",
      "publishedAs": "pull-request",
      "pullRequestUrl": "URL/octo/shop/pull/2",
      "reason": "GitHub did not change the pull request's title and text: the token may not do this; the job needs \`permissions: pull-requests: write\` (Resource not accessible by integration). Checks on it may wait until someone approves them: GitHub does not start them by itself for a workflow's own token. The token of an app in \`github-token\`, or a workflow named in \`dispatch-workflow\`, changes that.",
      "reviewUrl": "URL/octo/shop/pull/2",
    }
  `);
  expect(
    scene.github
      .writes()
      .slice(before)
      .map((line) => line.replace(/autofix\/\S+/, "OURS")),
  ).toEqual([
    "POST /repos/octo/shop/git/blobs 201",
    "POST /repos/octo/shop/git/trees 201",
    "POST /repos/octo/shop/git/commits 201",
    "PATCH /repos/octo/shop/git/refs/heads/OURS 200",
    "PATCH /repos/octo/shop/pulls/2 403",
  ]);
  expect(made(scene)).toEqual({ texts: [OTHER], own: [["feature", []]] });
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

test.each([
  ["a file that is no workflow", { dispatchable: [] }],
  [
    "a workflow that nobody may start by hand",
    answers("before", isStart, [problem(422, "Workflow does not have 'workflow_dispatch' trigger")]),
  ],
] as const)("the checks that are started: %s: the pull request stands, and why they wait is said", async (_, more) => {
  const scene = await open(PLAN, { ...STARTED, ...more });
  const end = await run(scene, STARTING);
  expect([end.publishedAs, end.reason, scene.github.journal.filter(isStart).length]).toMatchSnapshot();
});
