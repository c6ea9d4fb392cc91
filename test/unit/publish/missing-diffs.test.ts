import { expect, test } from "vitest";
import { completeFiles, MOST_FILES, missingDiffs } from "../../../src/publish/missing-diffs.ts";

const PATHS = ["new.py", "old.py", "shown.py", "elsewhere.py"];
const LISTED = [
  { path: "new.py", patch: null, isAdded: true as const },
  { path: "old.py", patch: null, previousPath: "older.py" },
  { path: "shown.py", patch: "@@ -1 +1 @@\n-a\n+b" },
];

test("what GitHub left out, and what it is compared with; what it does not list is untouched unless the list is full", () => {
  const missing = [
    { path: "new.py", before: null },
    { path: "old.py", before: "older.py" },
  ];
  expect(missingDiffs(PATHS, LISTED)).toEqual(missing);
  const filler = Array.from({ length: MOST_FILES - LISTED.length }, (_, index) => ({ path: `f${index}`, patch: "" }));
  expect(missingDiffs(PATHS, [...LISTED, ...filler])).toEqual([
    ...missing,
    { path: "elsewhere.py", before: "elsewhere.py" },
  ]);
  expect(missingDiffs(["a.py"], null)).toEqual([{ path: "a.py", before: "a.py" }]);
});

test("diffs of our own take the place of what was left out", () => {
  const made = [{ path: "old.py", patch: "own" }];
  expect(completeFiles(LISTED, made)).toEqual([LISTED[0], LISTED[2], ...made]);
  expect([completeFiles(null, made), completeFiles(null, []), completeFiles(LISTED, [])]).toEqual([made, null, LISTED]);
});
