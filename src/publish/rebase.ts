import type { FileChange, Patch } from "../domain/patch.ts";
import { alignLines, alignLinesFromEnd, diffLines, splitLines } from "../text/line-diff.ts";
import type { LineHunk } from "../text/line-diff.ts";

export type Rebased =
  | { readonly kind: "rebased"; readonly patch: Patch }
  /** `line` is one-based, in the text that was checked out. */
  | { readonly kind: "unplaceable"; readonly path: string; readonly line: number; readonly reason: string };

/**
 * The patch against the head's texts. On `pull_request` the tests ran on a merge of head and base, whose lines can
 * stand elsewhere than in the head. A hunk is placed only where the lines it touches and one line on either side are
 * the same, next to each other and in one possible place; nothing of the base gets into the result.
 */
export function rebaseOntoHead(patch: Patch, headTexts: ReadonlyMap<string, string>): Rebased {
  const changes: FileChange[] = [];
  for (const change of patch.changes) {
    const head = headTexts.get(change.path);
    if (head === undefined)
      return unplaceable(change.path, 1, "The head of the pull request has no such file, or not as plain text.");
    const placed = head === change.before ? change : placeFile(change, head);
    if ("kind" in placed) return placed;
    changes.push(placed);
  }
  return { kind: "rebased", patch: { changes } };
}

function placeFile(change: FileChange, head: string): FileChange | Exclude<Rebased, { kind: "rebased" }> {
  const before = splitLines(change.before);
  const after = splitLines(change.after);
  const headLines = splitLines(head);
  const placement = { partners: alignLines(before, headLines), fromEnd: alignLinesFromEnd(before, headLines) };
  const result = [...headLines];
  for (const hunk of [...diffLines(before, after)].reverse()) {
    const start = placeHunk(hunk, placement, headLines.length);
    if (start === null) {
      return unplaceable(
        change.path,
        hunk.beforeStart + 1,
        "The lines around this change are not the same in the head of the pull request as in its merge with the base.",
      );
    }
    result.splice(start, hunk.beforeEnd - hunk.beforeStart, ...after.slice(hunk.afterStart, hunk.afterEnd));
  }
  return { path: change.path, before: head, after: result.join("") };
}

interface Placement {
  readonly partners: readonly (number | null)[];
  readonly fromEnd: readonly (number | null)[];
}

/** Where the hunk's first line stands in the head; null when it is changed, torn apart or could stand in two places. */
function placeHunk(hunk: LineHunk, { partners, fromEnd }: Placement, headLength: number): number | null {
  const first = partnerOf(hunk.beforeStart - 1, partners, headLength);
  if (first === null) return null;
  for (let index = hunk.beforeStart - 1; index <= hunk.beforeEnd; index++) {
    const partner = partnerOf(index, partners, headLength);
    const isSame = partner === first + index - (hunk.beforeStart - 1);
    if (!isSame || partner !== partnerOf(index, fromEnd, headLength)) return null;
  }
  return first + 1;
}

/** The ends of the file count as lines: what was first or last must be so in the head too. */
function partnerOf(index: number, partners: readonly (number | null)[], headLength: number): number | null {
  if (index === -1) return -1;
  return index === partners.length ? headLength : (partners[index] ?? null);
}

function unplaceable(path: string, line: number, reason: string): Exclude<Rebased, { kind: "rebased" }> {
  return { kind: "unplaceable", path, line, reason };
}

/** One sentence on a patch that has no place in the head. */
export function describeUnplaceable({ path, line, reason }: Extract<Rebased, { kind: "unplaceable" }>): string {
  return `\`${path}:${line}\`: ${reason}`;
}
