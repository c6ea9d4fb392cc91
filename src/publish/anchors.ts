import type { LineHunk } from "../text/line-diff.ts";
import type { CommentableRange } from "./hunks.ts";

export type Anchors =
  | { readonly kind: "anchored"; readonly hunks: readonly LineHunk[] }
  /** `line` is one-based, in the head's text. */
  | { readonly kind: "outside"; readonly line: number; readonly reason: string };

/** More lines than this are not worth repeating just to have something to hang a suggestion on. */
const MOST_WIDENINGS = 3;

/**
 * Widens each hunk of the patch until GitHub can show it as a suggestion: at least one line is replaced, the new lines
 * are not all blank (GitHub reads such a block in two ways), and all of it lies in one hunk of the pull request. Hunks
 * that would share a line become one. All or none.
 */
export function anchorHunks({
  hunks,
  ranges,
  newLines,
}: {
  readonly hunks: readonly LineHunk[];
  readonly ranges: readonly CommentableRange[];
  /** The wanted text's lines. */
  readonly newLines: readonly string[];
}): Anchors {
  let current = hunks;
  for (let round = 0; round <= hunks.length * MOST_WIDENINGS; round++) {
    const index = current.findIndex((hunk) => !isShowable(hunk, newLines));
    if (index === -1) return checkInside(current, ranges);
    const wider = widen(current, index, ranges);
    const best = wider.find(({ hunk }) => isShowable(hunk, newLines)) ?? wider[0];
    if (best === undefined) return outside(current[index]);
    current = best.hunks;
  }
  return { kind: "outside", line: (current[0]?.beforeStart ?? 0) + 1, reason: "Only blank lines change here." };
}

function checkInside(hunks: readonly LineHunk[], ranges: readonly CommentableRange[]): Anchors {
  const stray = hunks.find((hunk) => !isInside(hunk, ranges));
  return stray === undefined ? { kind: "anchored", hunks } : outside(stray);
}

function outside(hunk: LineHunk | undefined): Anchors {
  return {
    kind: "outside",
    line: (hunk?.beforeStart ?? 0) + 1,
    reason: "GitHub takes suggestions only on lines of the pull request's diff.",
  };
}

function isShowable(hunk: LineHunk, newLines: readonly string[]): boolean {
  return (
    hunk.beforeEnd > hunk.beforeStart &&
    newLines.slice(hunk.afterStart, hunk.afterEnd).some((line) => line.trim() !== "")
  );
}

function isInside(hunk: LineHunk, ranges: readonly CommentableRange[]): boolean {
  return ranges.some((range) => range.start <= hunk.beforeStart && hunk.beforeEnd <= range.end);
}

interface Widened {
  readonly hunk: LineHunk;
  readonly hunks: readonly LineHunk[];
}

/** One line more above, one line more below; a neighbour that holds this line is taken in whole. */
function widen(hunks: readonly LineHunk[], index: number, ranges: readonly CommentableRange[]): readonly Widened[] {
  const hunk = hunks[index];
  if (hunk === undefined) return [];
  const above = hunks[index - 1];
  const below = hunks[index + 1];
  const up =
    above?.beforeEnd === hunk.beforeStart
      ? replace(hunks, index - 1, join(above, hunk))
      : replaceOne(hunks, index, { ...hunk, beforeStart: hunk.beforeStart - 1, afterStart: hunk.afterStart - 1 });
  const down =
    below?.beforeStart === hunk.beforeEnd
      ? replace(hunks, index, join(hunk, below))
      : replaceOne(hunks, index, { ...hunk, beforeEnd: hunk.beforeEnd + 1, afterEnd: hunk.afterEnd + 1 });
  return [up, down].filter((widened) => isInside(widened.hunk, ranges));
}

function join(first: LineHunk, second: LineHunk): LineHunk {
  return {
    beforeStart: first.beforeStart,
    beforeEnd: second.beforeEnd,
    afterStart: first.afterStart,
    afterEnd: second.afterEnd,
  };
}

/** Two hunks from `index` become one. */
function replace(hunks: readonly LineHunk[], index: number, hunk: LineHunk): Widened {
  return { hunk, hunks: [...hunks.slice(0, index), hunk, ...hunks.slice(index + 2)] };
}

function replaceOne(hunks: readonly LineHunk[], index: number, hunk: LineHunk): Widened {
  return { hunk, hunks: [...hunks.slice(0, index), hunk, ...hunks.slice(index + 1)] };
}
