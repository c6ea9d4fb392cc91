import { describe, expect, test } from "vitest";
import type { HostCommit } from "../../../src/domain/pull-request.ts";
import { groupIds, patchIdOf, readTrailer, renderTrailer } from "../../../src/publish/commit-trailer.ts";
import { guardLoop, mendedBefore, stoppedByPeople } from "../../../src/publish/loop-guard.ts";
import type { History, LoopFacts } from "../../../src/publish/loop-guard.ts";
import { renderMarker } from "../../../src/publish/marker.ts";
import { sampleComment } from "./sample-comment.ts";

const VIEWER = "github-actions[bot]";
const [PATCH_A, PATCH_B] = ["a".repeat(16), "b".repeat(16)];
const [GROUP_A, GROUP_B] = ["1".repeat(16), "2".repeat(16)];

function sha(name: string): string {
  return Buffer.from(name).toString("hex").padEnd(40, "0");
}

function human(name: string, message = "Work"): HostCommit {
  return { sha: sha(name), author: "octo", message };
}

function ours(name: string, trailer: { attempt?: number; patchId?: string; groups?: string[] } = {}): HostCommit {
  const { attempt = 1, patchId = PATCH_A, groups = [GROUP_A] } = trailer;
  const message = `Make 1 failing test pass\n\n- why\n\n${renderTrailer({ attempt, patchId, groups })}\n`;
  return { sha: sha(name), author: VIEWER, message };
}

/** Our comment that holds the record of our commits. */
function record(...names: readonly (readonly [string, string])[]) {
  const body = renderMarker({
    kind: "comment",
    scope: "0".repeat(16),
    key: "0".repeat(16),
    run: "0".repeat(16),
    groups: [],
    commits: names.map(([name, patchId]) => ({ sha: sha(name), patchId })),
  });
  return sampleComment({ author: VIEWER, body });
}

function guard(facts: Partial<LoopFacts>) {
  return guardLoop({
    commits: [],
    comments: [],
    viewer: VIEWER,
    testedSha: facts.commits?.at(-1)?.sha ?? "",
    patchId: PATCH_B,
    groups: [GROUP_B],
    maxCommits: 2,
    ...facts,
  });
}

describe("a commit may be made", () => {
  test.each<[string, Partial<LoopFacts>, number]>([
    ["nothing of ours is there", { commits: [human("x")] }, 1],
    ["one of ours, another failure, a person's commit after it", { commits: [ours("o"), human("x")] }, 2],
    ["a trailer under another name counts for nothing", { commits: [{ ...ours("o"), author: "octo" }, human("x")] }, 1],
    [
      "a marker under another name too",
      { commits: [human("x")], comments: [{ ...record(["o", PATCH_A]), author: "octo" }] },
      1,
    ],
    ["a commit of ours without a trailer is another tool's", { commits: [{ ...ours("o"), message: "Format" }] }, 1],
    [
      "a rebase gives it another id, and it is one commit all the same",
      { commits: [ours("rebased"), human("x")], comments: [record(["o", PATCH_A])] },
      2,
    ],
    [
      "a squash keeps its trailer further down",
      {
        commits: [human("s", `All of it (#2)\r\n\r\n* Work\r\n\r\n  Autofix-Patch: ${PATCH_A}\r\n`)],
        comments: [record(["o", PATCH_A])],
      },
      2,
    ],
    ["a revert of somebody else's commit", { commits: [ours("o"), human("x", `This reverts commit ${sha("y")}.`)] }, 2],
  ])("%s", (_, facts, attempt) => {
    expect(guard(facts)).toMatchObject({ kind: "go", attempt });
  });
});

describe("no commit, but suggestions", () => {
  test.each<[string, Partial<LoopFacts>, string]>([
    [
      "the newest commit is ours",
      { commits: [human("x"), ours("o")] },
      "The newest commit of the branch is our own: one after the other could go on for ever.",
    ],
    [
      "as many as allowed",
      { commits: [ours("o"), ours("p", { attempt: 2, patchId: "c".repeat(16) }), human("x")] },
      "This pull request has 2 commits of ours, and `max-commits` is 2.",
    ],
    [
      "as many as allowed, by the number in the last one",
      { commits: [ours("p", { attempt: 2 }), human("x")] },
      "This pull request has 2 commits of ours, and `max-commits` is 2.",
    ],
    ["none are allowed", { maxCommits: 0 }, "This pull request has 0 commits of ours, and `max-commits` is 0."],
    [
      "no list",
      { commits: null },
      "GitHub would not list the pull request's commits, so nobody knows how many are ours.",
    ],
    [
      "a list that is not whole",
      { commits: Array.from({ length: 250 }, (_, index) => human(`x${index}`)) },
      "The pull request has 250 commits or more; GitHub does not list them all.",
    ],
  ])("%s", (_, facts, reason) => {
    expect(guard(facts)).toMatchObject({ kind: "no-commit", reason });
  });
});

describe("off", () => {
  const id = (name: string): string => `\`${sha(name).slice(0, 12)}\``;
  const end = "Nothing more is written to this pull request.";
  test.each<[string, Partial<LoopFacts>, string]>([
    [
      "reverted",
      { commits: [ours("o"), human("x", `Revert "Make"\n\nThis reverts commit ${sha("o")}.`)] },
      `Our commit ${id("o")} was reverted. ${end}`,
    ],
    [
      "reverted, by a shortened id, and people went on",
      { commits: [ours("o"), human("x", `this reverts commit ${sha("o").slice(0, 9)}`), human("y")] },
      `Our commit ${id("o")} was reverted. ${end}`,
    ],
    [
      "taken out of the branch by force",
      { commits: [human("x")], comments: [record(["o", PATCH_A])] },
      `Our commit ${id("o")} was taken out of the branch. ${end}`,
    ],
    [
      "taken out, and a person speaks of it",
      { commits: [human("x", `Without Autofix-Patch: ${PATCH_A}, it broke`)], comments: [record(["o", PATCH_A])] },
      `Our commit ${id("o")} was taken out of the branch. ${end}`,
    ],
    [
      "undone without git's sentence: the same patch again",
      { commits: [ours("o"), human("x")], patchId: PATCH_A },
      `Our commit ${id("o")} made this very change, and it was undone. ${end}`,
    ],
    [
      "the same failure after our commit",
      { commits: [ours("o"), human("x")], groups: [GROUP_B, GROUP_A] },
      `The same failure is back after our own commit ${id("o")}. ${end}`,
    ],
    [
      "the same failure at our commit",
      { commits: [human("x"), ours("o")], groups: [GROUP_A] },
      `The same failure is back after our own commit ${id("o")}. ${end}`,
    ],
    [
      "another leg was faster",
      { commits: [human("x"), ours("o")], groups: [GROUP_A], testedSha: sha("x") },
      `While the tests ran, our commit ${id("o")} mended this failure.`,
    ],
  ])("%s", (_, facts, reason) => {
    expect(guard(facts)).toEqual({ kind: "off", reason });
  });
});

describe("before anything is run", () => {
  const id = (name: string): string => `\`${sha(name).slice(0, 12)}\``;

  function history(facts: Partial<History>): History {
    return { commits: [], comments: [], viewer: VIEWER, testedSha: facts.commits?.at(-1)?.sha ?? "", ...facts };
  }

  test.each<[string, Partial<History>, string | null]>([
    ["nothing of ours", { commits: [human("x")] }, null],
    ["one of ours that stayed", { commits: [ours("o"), human("x")], comments: [record(["o", PATCH_A])] }, null],
    ["GitHub does not list the commits", { commits: null, comments: [record(["o", PATCH_A])] }, null],
    [
      "reverted",
      { commits: [ours("o"), human("x", `This reverts commit ${sha("o")}.`)] },
      `Our commit ${id("o")} was reverted. Nothing more is written to this pull request.`,
    ],
    [
      "taken out of the branch",
      { commits: [human("x")], comments: [record(["o", PATCH_A])] },
      `Our commit ${id("o")} was taken out of the branch. Nothing more is written to this pull request.`,
    ],
    ["a record under another name", { comments: [{ ...record(["o", PATCH_A]), author: "octo" }] }, null],
  ])("stopped by people: %s", (_, facts, reason) => {
    expect(stoppedByPeople(history(facts))).toBe(reason);
  });

  test("the group that a commit of ours was to mend, once what was tested has that commit", () => {
    const mended = ours("o", { groups: [...groupIds(["mended"])] });
    const facts = history({ commits: [mended, human("x")] });
    expect([
      mendedBefore(facts, "mended"),
      mendedBefore(facts, "another"),
      mendedBefore(history({ commits: [human("x"), mended], testedSha: sha("x") }), "mended"),
      mendedBefore(history({ commits: [{ ...mended, author: "octo" }] }), "mended"),
      mendedBefore(history({ commits: null }), "mended"),
    ]).toEqual([`The same failure is back after our own commit ${id("o")}.`, null, null, null, null]);
  });
});

describe("the trailer", () => {
  test("comes back as it was written, the last one of several", () => {
    const written = { attempt: 2, patchId: PATCH_A, groups: [GROUP_A, GROUP_B] };
    const first = renderTrailer({ attempt: 1, patchId: PATCH_B, groups: [] });
    expect(readTrailer(`Head\n\n${first}\n\n${renderTrailer(written)}\n`)).toEqual(written);
    expect(readTrailer(`Head\r\n\r\n${renderTrailer(written).replaceAll("\n", "\r\n")}`)).toEqual(written);
  });

  test.each([
    "Autofix-Attempt: 1",
    `Autofix-Attempt: x\nAutofix-Patch: ${PATCH_A}\nAutofix-Groups: `,
    ` Autofix-Attempt: 1\nAutofix-Patch: ${PATCH_A}\nAutofix-Groups: ${GROUP_A}`,
    "",
  ])("no trailer: %j", (message) => {
    expect(readTrailer(message)).toBeNull();
  });

  test("the patch's id stays when lines around it change, and changes with the patch", () => {
    const change = { path: "a.py", before: "a\nb\nc\n", after: "a\nB\nc\n" };
    const moved = { path: "a.py", before: "new\na\nb\nc\n", after: "new\na\nB\nc\n" };
    const other = { ...change, after: "a\nX\nc\n" };
    const ids = [change, moved, other].map((one) => patchIdOf({ changes: [one] }));
    expect([ids[0] === ids[1], ids[0] === ids[2]]).toEqual([true, false]);
  });

  test("group keys of any text become fingerprints, in one order", () => {
    expect(groupIds(["k2 -->", "k1", "k1"])).toEqual(groupIds(["k1", "k2 -->"]));
    expect(groupIds(["k2 -->", "k1"])).toEqual([
      expect.stringMatching(/^[0-9a-f]{16}$/),
      expect.stringMatching(/^[0-9a-f]{16}$/),
    ]);
  });
});
