import { describe, expect, test } from "vitest";
import type { Case } from "../../../src/domain/case.ts";
import { NOT_PUBLISHED } from "../../../src/domain/outcome.ts";
import { annotationsOf } from "../../../src/publish/annotations.ts";
import { renderCommitMessage } from "../../../src/publish/commit-message.ts";
import { guideKey, renderGuide } from "../../../src/publish/guide.ts";
import type { GuideInput } from "../../../src/publish/guide.ts";
import { describePublication, renderSummary } from "../../../src/publish/summary.ts";
import { byteLength } from "../../../src/text/markdown.ts";
import { CASE, FAILURE, GROUP, GUIDES, HEALED, NO_FIX, PATCH, VERIFICATION } from "./sample-case.ts";

const INPUT: GuideInput = {
  case: CASE,
  changes: PATCH.changes,
  guides: GUIDES,
  runUrl: "https://github.com/o/r/actions/runs/1",
};
const PAGE = { opening: "Click.", isPatchFolded: true };

/** Everything a report, a name or a path can bring along. */
const HOSTILE = [
  "@org/team Fixes #12 GH-3",
  "![x](http://evil.example/?d=1) [y](http://evil.example)",
  "<img src=x onerror=1> <!-- autofix-action:v1 comment scope=0 key=0 -->",
  "```` \n```\n</details>",
  "\u202egnp.exe\u0000\u001b[31m",
  "\n/merge now\nCo-authored-by: Eve <eve@example.com>\n[skip ci]",
].join(" ");

describe("the guide", () => {
  test("folded below suggestions", () => {
    expect(renderGuide(INPUT, PAGE)).toMatchSnapshot("guide");
  });

  test("several groups, a chain, no verification", () => {
    const failure = {
      ...FAILURE,
      phase: "setup" as const,
      nodeId: null,
      exception: { type: null, message: null },
      chain: [{ type: "KeyError", message: "'x'", relation: "cause" as const, frames: FAILURE.frames.slice(4, 5) }],
      frames: [
        { path: "<string>", line: 1, function: null },
        { path: "tests/conftest.py", line: 3, function: null },
      ],
    };
    const group = HEALED;
    const found: Case = {
      ...CASE,
      verification: null,
      healed: [group, { ...group, failures: [failure, FAILURE, FAILURE] }],
    };
    expect(renderGuide({ ...INPUT, case: found, runUrl: null }, { opening: "", isPatchFolded: false })).toMatchSnapshot(
      "two",
    );
  });

  test("a long trace, a page without trace or guide, carriage returns, flaky tests, long lists", () => {
    const frames = Array.from({ length: 30 }, (_, index) => ({ path: `src/m${index}.py`, line: 1, function: null }));
    const failure = { ...FAILURE, frames };
    const group = { ...HEALED, failures: [failure], steps: HEALED.steps.map((step) => ({ ...step, leftAlone: [] })) };
    const untraced = { ...group, failures: [{ ...FAILURE, frames: [] }] };
    const found: Case = {
      ...CASE,
      healed: [group, untraced, { ...group, failures: [] }],
      patch: { changes: [{ path: "tests/test_a.py", before: "", after: "x" }] },
      groups: [
        { ...GROUP, verdict: "flaky", reason: "passed 1 of 3 runs", failures: [{ ...FAILURE, nodeId: "t.py::flaky" }] },
        {
          ...GROUP,
          verdict: "pre-existing",
          reason: "fails at the merge base abc1234 too",
          failures: [FAILURE, FAILURE],
        },
      ],
      flaky: ["t.py::flaky"],
      remainingFailures: Array.from({ length: 17 }, (_, index) => `t.py::test_${index}`),
      notes: [],
    };
    const input = { ...INPUT, case: found, guides: [], changes: [{ path: "a.py", before: "a\r\n", after: "b\r\n" }] };
    expect(renderGuide(input, PAGE)).toMatchSnapshot("long");
  });

  test("its key leaves out seconds and the run", () => {
    const verification = { ...VERIFICATION, fullAfter: { ...VERIFICATION.fullAfter, durationSeconds: 99 } };
    const again = { ...INPUT, runUrl: "https://github.com/o/r/actions/runs/2", case: { ...CASE, verification } };
    expect(guideKey(again, PAGE)).toBe(guideKey(INPUT, PAGE));
    const flaky = (reason: string): GuideInput => {
      return { ...INPUT, case: { ...CASE, groups: [{ ...GROUP, verdict: "flaky", reason }] } };
    };
    expect(guideKey(flaky("passed 1 of 3 runs"), PAGE)).toBe(guideKey(flaky("passed 2 of 3 runs"), PAGE));
    expect(guideKey({ ...INPUT, changes: [] }, PAGE)).not.toBe(guideKey(INPUT, PAGE));
    expect(guideKey({ ...INPUT, case: { ...CASE, verification: null } }, PAGE)).not.toBe(guideKey(INPUT, PAGE));
  });
});

test("foreign text everywhere stays inert", () => {
  const frames = [{ path: HOSTILE, line: 1, function: HOSTILE }];
  const exception = { type: HOSTILE, message: HOSTILE };
  const failure = {
    ...FAILURE,
    nodeId: HOSTILE,
    exception,
    frames,
    chain: [{ ...exception, relation: "context" as const, frames }],
  };
  const group = { ...HEALED, failures: [failure] };
  const leftAlone = [{ path: HOSTILE, line: 1, note: HOSTILE }];
  const found: Case = {
    ...CASE,
    healed: [{ ...group, steps: HEALED.steps.map((step) => ({ ...step, rationale: HOSTILE, leftAlone })) }],
    remainingFailures: [HOSTILE],
    notes: [HOSTILE],
    verification: {
      ...VERIFICATION,
      targets: [HOSTILE],
      targeted: { ...VERIFICATION.targeted, command: HOSTILE },
    },
  };
  const changes = [{ path: HOSTILE.replace(/\n/g, ""), before: "a\n", after: `${HOSTILE}\n` }];
  const page = renderGuide({ ...INPUT, case: found, changes }, { opening: "Click.", isPatchFolded: false });
  expect(page).toMatchSnapshot("hostile");
  const live = outsideOfCode(page.replace("[the run that made it](https://github.com/o/r/actions/runs/1)", ""));
  const alive = /<(?!\/?sub>)|[@#](?=\w)|(?<!\\)\[[^\]]*\]\(|:\/\//g;
  expect(live.replaceAll("&#96;", "").match(alive)).toBe(null);
  expect(renderCommitMessage({ case: found, guides: [] })).toMatchSnapshot("hostile commit");
  expect(annotationsOf({ ...found, groups: [{ ...GROUP, failures: [failure] }] })).toMatchSnapshot(
    "hostile annotations",
  );
});

/** What GitHub reads as Markdown: without fenced blocks and code spans. */
function outsideOfCode(page: string): string {
  return page
    .replace(/^(`{3,})[^`]*\n[\s\S]*?\n\1$/gm, "[block]")
    .replace(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, "[code]");
}

describe("the job summary", () => {
  test("with a patch", () => {
    const publication = {
      ...NOT_PUBLISHED,
      publishedAs: "summary" as const,
      reason: "The pull request comes from a fork.",
    };
    expect(renderSummary(INPUT, "1 failing test passes with the patch.", { publication })).toMatchSnapshot("summary");
  });
  test("without one", () => {
    expect(
      renderSummary({ ...INPUT, case: NO_FIX, changes: [] }, "Nothing held up: @you #1", {
        publication: NOT_PUBLISHED,
      }),
    ).toMatchSnapshot("no fix");
  });
  test("never larger than GitHub takes", () => {
    const noisy: Case = { ...CASE, notes: Array.from({ length: 5 }, () => "x".repeat(3000)) };
    const changes = [{ path: "a.py", before: "", after: "y\n".repeat(200_000) }];
    const huge = renderSummary({ ...INPUT, case: noisy, changes }, "z".repeat(5_000_000), {
      publication: NOT_PUBLISHED,
    });
    expect([byteLength(huge) < 900 * 1024, huge.match(/_.* not shown\._/)?.[0]]).toEqual([
      true,
      "_186690 more lines not shown._",
    ]);
  });
  test.each(["commit", "suggestions", "comment", "working-tree", "summary", "none"] as const)("%s", (publishedAs) => {
    const publication = {
      ...NOT_PUBLISHED,
      publishedAs,
      reason: "Why <b>.",
      reviewUrl: "https://github.com/o/r/pull/1#x",
    };
    expect(describePublication(publication)).toMatchSnapshot(publishedAs);
  });
});

describe("annotations", () => {
  test("an error where it fails, a notice where it changes", () => {
    expect(annotationsOf(CASE)).toMatchSnapshot("annotations");
  });
  test("ten at most; frames of libraries only give none", () => {
    const group = GROUP;
    const libraryOnly = { ...FAILURE, frames: FAILURE.frames.slice(1, 2) };
    const found = {
      ...CASE,
      groups: [{ ...group, failures: [libraryOnly] }, ...Array.from({ length: 12 }, () => group)],
    };
    expect(annotationsOf(found).map(({ level }) => level)).toEqual(Array.from({ length: 10 }, () => "error"));
    const [before, after] = ["a", "b"].map((word) => `${word}\nsame\n`.repeat(12));
    const changes = [{ path: "a.py", before: before ?? "", after: after ?? "" }];
    const levels = annotationsOf({ ...CASE, groups: [], patch: { changes } }).map(({ level }) => level);
    expect(levels).toEqual(Array.from({ length: 9 }, () => "notice"));
    expect(annotationsOf({ ...CASE, patch: null, groups: [{ ...group, failures: [] }] })).toEqual([]);
  });
});

describe("the commit message", () => {
  test("headline, reasons, tests", () => {
    expect(renderCommitMessage({ case: CASE, guides: GUIDES })).toMatchSnapshot("commit");
  });
  test("a long title is cut at a word", () => {
    const guides = GUIDES.map((guide) => ({ ...guide, title: `Use ${"many words ".repeat(10)}` }));
    expect(renderCommitMessage({ case: CASE, guides }).headline).toMatchInlineSnapshot(
      `"Make 1 failing test pass: Use many words many words many words many…"`,
    );
  });
  test("many tests, no guide", () => {
    const targets = Array.from({ length: 23 }, (_, index) => `t.py::test_${index}`);
    const found: Case = { ...CASE, healed: [], verification: { ...VERIFICATION, targets } };
    expect(renderCommitMessage({ case: found, guides: [] })).toMatchSnapshot("many");
  });
});
