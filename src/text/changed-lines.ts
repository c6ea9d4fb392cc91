import { diffLines, splitLines } from "./line-diff.ts";

/** How many lines a patch of one file adds and removes, together: a replaced line counts twice, as in a diff. */
export function changedLines(before: string, after: string): number {
  const hunks = diffLines(splitLines(before), splitLines(after));
  return hunks.reduce((sum, hunk) => sum + hunk.beforeEnd - hunk.beforeStart + hunk.afterEnd - hunk.afterStart, 0);
}
