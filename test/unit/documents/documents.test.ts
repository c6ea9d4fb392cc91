import { expect, test } from "vitest";
import { decodeCase, renderCase } from "../../../src/documents/case-schema.ts";
import { resultOf, resultSchema } from "../../../src/documents/result.ts";
import type { Case, RunSummary } from "../../../src/domain/case.ts";
import { NOT_PUBLISHED } from "../../../src/domain/outcome.ts";
import { endingOf, EXIT, statusAfter } from "../../../src/outcome.ts";
import { failure } from "../../support/runs.ts";

const run: RunSummary = {
  command: "pytest",
  exitCode: 0,
  passed: 1,
  failed: 0,
  errors: 0,
  skipped: 0,
  durationSeconds: 1.5,
};
const healed: Case = {
  version: 1,
  sha: "a".repeat(40),
  groups: [
    {
      key: "k",
      verdict: "reproducible",
      reason: "fails",
      evidence: [],
      selection: null,
      failures: [failure("t.py::a")],
    },
  ],
  attempts: [
    {
      groupKey: "k",
      origin: { kind: "recipe", id: "first" },
      paths: ["a.py"],
      rationale: "why",
      verdict: { kind: "refused", reasons: [{ rule: "size", path: "a.py", line: 3, reason: "too long" }] },
    },
    {
      groupKey: "k",
      origin: { kind: "recipe", id: "second" },
      paths: ["a.py"],
      rationale: "why",
      verdict: { kind: "plausible" },
    },
  ],
  healed: [
    {
      key: "k",
      failures: [failure("t.py::a")],
      steps: [
        {
          origin: { kind: "recipe", id: "second" },
          rationale: "why",
          leftAlone: [{ path: "b.py", line: 1, note: "same" }],
        },
      ],
    },
  ],
  patch: { changes: [{ path: "a.py", before: "x\n", after: "y\n" }] },
  verification: {
    targets: ["t.py::a"],
    repeat: 2,
    targeted: run,
    fullBefore: run,
    fullAfter: run,
    failsAgainWhenReverted: true,
  },
  flaky: [],
  remainingFailures: ["t.py::b"],
  notes: [],
};
const nothing: Case = {
  ...healed,
  groups: [],
  attempts: [],
  healed: [],
  patch: null,
  verification: null,
  remainingFailures: [],
};
const group = (verdict: Case["groups"][number]["verdict"], reason: string): Case["groups"][number] => ({
  key: "k",
  verdict,
  reason,
  evidence: [],
  selection: null,
  failures: [],
});

test("a case comes back from its file as it was", () => {
  expect(decodeCase(renderCase(healed))).toEqual({ kind: "case", case: healed });
});

test.each([
  ["no JSON", "{", "it is not JSON"],
  ["another version", renderCase(healed).replace('"version": 1', '"version": 2'), "version: Invalid input: expected 1"],
  ["a field nobody knows", renderCase(healed).replace('"sha"', '"extra": 1, "sha"'), ': Unrecognized key: "extra"'],
  [
    "a verdict nobody gives",
    renderCase(healed).replace('"kind": "plausible"', '"kind": "proven"'),
    "attempts.1.verdict.kind: Invalid discriminator value. Expected 'plausible' | 'refused' | 'mismatch' | 'rejected'",
  ],
])("a case file with %s is refused", (_name, text, reason) => {
  expect(decodeCase(text)).toEqual({ kind: "invalid", reason });
});

test("the result holds the outputs, what was tried and what was seen", () => {
  const files = { patchPath: "/t/fix.patch", caseFile: "/t/case.json", reportPath: null };
  const result = resultOf({ status: "fixed", reason: "done", case: healed, publication: NOT_PUBLISHED, files });
  expect(resultSchema.parse(result)).toEqual({
    status: "fixed",
    reason: "done",
    fixedTests: ["t.py::a"],
    remainingFailures: ["t.py::b"],
    groups: ["k"],
    source: ["second"],
    ...files,
    publishedAs: "none",
    commitSha: null,
    pullRequestUrl: null,
    reviewUrl: null,
    attempts: 2,
    tokensUsed: 0,
    cost: 0,
    changedFiles: ["a.py"],
    candidates: [
      { origin: "first", verdict: "refused", reasons: ["size: a.py:3 too long"] },
      { origin: "second", verdict: "plausible", reasons: [] },
    ],
    baseline: {
      groups: [{ key: "k", verdict: "reproducible", reason: "fails", evidence: [], tests: ["t.py::a"] }],
      flaky: [],
    },
  });
});

test("a run that ended before any test has a result too", () => {
  const files = { patchPath: null, caseFile: null, reportPath: null };
  const result = resultOf({ status: "error", reason: "no Python", case: null, publication: NOT_PUBLISHED, files });
  expect(resultSchema.safeParse(result).success).toBe(true);
});

const flaky = { ...group("flaky", "passed 2 of 3 runs on unchanged code"), failures: [failure("t.py::a")] };
test.each([
  [healed, "fixed", "1 failing test passes with the patch; 1 still fails."],
  [nothing, "skipped", "No test fails: there is nothing to mend."],
  [{ ...nothing, notes: ["All green, and yet red."] }, "no-fix", "All green, and yet red."],
  [
    { ...nothing, groups: [flaky] },
    "flaky",
    "1 test does not fail each time (t.py::a): passed 2 of 3 runs on unchanged code.",
  ],
  [{ ...nothing, groups: [group("environment", "No database.")] }, "environment", "No database."],
  [
    { ...nothing, groups: [flaky, group("environment", "No database."), group("environment", "No disk.")] },
    "environment",
    "No database. Causes in all: 1 flaky, 2 environment.",
  ],
  [
    { ...nothing, groups: [flaky, group("test-at-fault", "It asks for a fixture x.")] },
    "no-fix",
    "The test itself is at fault: It asks for a fixture x. Causes in all: 1 flaky, 1 test-at-fault.",
  ],
  [
    { ...nothing, groups: [group("order-dependent", "passes alone")] },
    "no-fix",
    "The order of the tests decides: passes alone.",
  ],
  [
    { ...nothing, groups: [group("reproducible", "y"), group("pre-existing", "z")] },
    "no-fix",
    "No recipe knows 2 failures of this kind.",
  ],
  [
    { ...nothing, groups: [group("environment", "No disk."), group("reproducible", "y")] },
    "no-fix",
    "No recipe knows 1 failure of this kind. No disk. Causes in all: 1 environment, 1 reproducible.",
  ],
  [{ ...nothing, groups: [group("reproducible", "y")], notes: ["It broke others."] }, "no-fix", "It broke others."],
] as const)("how a case ends (%#)", (document, status, reason) => {
  expect(endingOf(document)).toEqual({ status, reason });
});

test("a patch is fixed where it is in the code, suggested where it awaits a person; a run without one keeps its status", () => {
  const published = (publishedAs: "commit" | "suggestions" | "comment" | "summary" | "working-tree" | "none") => ({
    ...NOT_PUBLISHED,
    publishedAs,
  });
  const fixed = { status: "fixed" as const, reason: "" };
  expect(
    (["commit", "working-tree", "suggestions", "comment", "summary"] as const).map((as) =>
      statusAfter(fixed, published(as)),
    ),
  ).toEqual(["fixed", "fixed", "suggested", "suggested", "suggested"]);
  expect(statusAfter({ status: "no-fix", reason: "" }, NOT_PUBLISHED)).toBe("no-fix");
});

test("the exit states", () => {
  expect(
    Object.entries(EXIT).map(([status, { commandLine, failsJob }]) => `${status} ${commandLine} ${failsJob}`),
  ).toEqual([
    "fixed 0 never",
    "suggested 0 never",
    "skipped 0 never",
    "no-fix 1 never",
    "flaky 1 never",
    "environment 1 never",
    "refused 1 on-error",
    "error 2 on-error",
  ]);
});
