import { expect, test } from "vitest";
import { planPatch } from "../../../src/apply/plan.ts";
import type { CandidatePatch, Edit } from "../../../src/domain/patch.ts";
import { applyEdits } from "../../../src/text/apply-edits.ts";

const edit = (start: number, end: number, text: string, path = "a.py"): Edit => ({ path, start, end, text });
const candidate = (...edits: Edit[]): CandidatePatch => ({
  origin: { kind: "recipe", id: "r" },
  edits,
  rationale: "",
  leftAlone: [],
  mayEditTests: false,
});
const texts = new Map([["a.py", "abcdef"]]);

test("edits count from the text given, in any order", () => {
  expect(applyEdits("abcdef", [edit(4, 6, "Z"), edit(0, 1, "XY"), edit(2, 2, "-")])).toBe("XYb-cdZ");
});

test("insertions at one place keep their order, before an edit that starts there", () => {
  expect(applyEdits("abc", [edit(1, 1, "1"), edit(1, 1, "2"), edit(1, 2, "B")])).toBe("a12Bc");
});

test.each([
  ["overlap", [edit(0, 3, ""), edit(2, 4, "")], "overlaps the edit before it"],
  ["lie outside", [edit(5, 9, "")], "lies outside the file"],
  ["run backwards", [edit(3, 1, "")], "lies outside the file"],
])("edits that %s are a conflict", (_name, edits, reason) => {
  expect(applyEdits("abcdef", edits)).toMatchObject({ kind: "conflict", reason });
});

test("a patch keeps what an earlier one did, and always names the text as checked out", () => {
  const earlier = {
    changes: [
      { path: "a.py", before: "abc", after: "abcdef" },
      { path: "b.py", before: "1", after: "2" },
    ],
  };
  expect(planPatch(candidate(edit(0, 1, "A")), texts, earlier)).toEqual({
    kind: "applied",
    patch: {
      changes: [
        { path: "a.py", before: "abc", after: "Abcdef" },
        { path: "b.py", before: "1", after: "2" },
      ],
    },
  });
});

test("a file that comes back to what it was is no change, and no change at all is a mismatch", () => {
  const earlier = { changes: [{ path: "a.py", before: "Abcdef", after: "abcdef" }] };
  expect(planPatch(candidate(edit(0, 1, "A")), texts, earlier)).toEqual({
    kind: "mismatch",
    path: "",
    reason: "the edits change nothing",
  });
});

test("a file that was never shown, or edits that collide, do not fit", () => {
  const none = { changes: [] };
  expect(planPatch(candidate(edit(0, 0, "x", "c.py")), texts, none)).toEqual({
    kind: "mismatch",
    path: "c.py",
    reason: "the file was not shown to the drafter",
  });
  expect(planPatch(candidate(edit(0, 3, ""), edit(1, 2, "")), texts, none)).toEqual({
    kind: "mismatch",
    path: "a.py",
    reason: "an edit overlaps the edit before it",
  });
});
