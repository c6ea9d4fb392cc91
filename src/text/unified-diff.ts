import type { FileChange } from "../domain/patch.ts";
import { diffLines, splitLines } from "./line-diff.ts";
import type { LineHunk } from "./line-diff.ts";

/**
 * The changes as text that `git apply` takes: paths below `a/` and `b/`, line endings as they are, a mark where the
 * last line has no ending. Files without a change are left out; no change at all gives an empty text.
 */
export function unifiedDiff(changes: readonly FileChange[], contextLines = 3): string {
  return changes
    .filter((change) => change.before !== change.after)
    .map((change) => fileDiff(change, contextLines))
    .join("");
}

function fileDiff({ path, before, after }: FileChange, contextLines: number): string {
  const oldLines = splitLines(before);
  const newLines = splitLines(after);
  const groups = groupNearby(diffLines(oldLines, newLines), 2 * contextLines);
  const hunks = groups.map((group) => renderHunk(group, { oldLines, newLines, contextLines }));
  const [oldName, newName] = [quotePath(`a/${path}`), quotePath(`b/${path}`)];
  // A blank in a name makes git look for a tab as the end of the name.
  const end = path.includes(" ") ? "\t\n" : "\n";
  return `diff --git ${oldName} ${newName}\n--- ${oldName}${end}+++ ${newName}${end}${hunks.join("")}`;
}

/** Hunks whose context would touch become one. */
function groupNearby(hunks: readonly LineHunk[], distance: number): readonly (readonly LineHunk[])[] {
  const groups: LineHunk[][] = [];
  for (const hunk of hunks) {
    const last = groups.at(-1);
    const end = last?.at(-1)?.beforeEnd;
    if (last !== undefined && end !== undefined && hunk.beforeStart - end <= distance) last.push(hunk);
    else groups.push([hunk]);
  }
  return groups;
}

interface Sides {
  readonly oldLines: readonly string[];
  readonly newLines: readonly string[];
  readonly contextLines: number;
}

function renderHunk(group: readonly LineHunk[], { oldLines, newLines, contextLines }: Sides): string {
  const first = group[0];
  const last = group.at(-1);
  if (first === undefined || last === undefined) return "";
  const start = Math.max(0, first.beforeStart - contextLines);
  const end = Math.min(oldLines.length, last.beforeEnd + contextLines);
  const newStart = first.afterStart - (first.beforeStart - start);
  const newEnd = last.afterEnd + (end - last.beforeEnd);
  const lines = group.flatMap((hunk, index) => [
    ...markAll(" ", oldLines.slice(group[index - 1]?.beforeEnd ?? start, hunk.beforeStart)),
    ...markAll("-", oldLines.slice(hunk.beforeStart, hunk.beforeEnd)),
    ...markAll("+", newLines.slice(hunk.afterStart, hunk.afterEnd)),
  ]);
  const tail = markAll(" ", oldLines.slice(last.beforeEnd, end));
  return `@@ -${range(start, end)} +${range(newStart, newEnd)} @@\n${lines.concat(tail).join("")}`;
}

function markAll(sign: string, lines: readonly string[]): string[] {
  return lines.map((line) => (line.endsWith("\n") ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`));
}

/** git counts lines from one; an empty range names the line before it. */
function range(start: number, end: number): string {
  const count = end - start;
  if (count === 0) return `${start},0`;
  return count === 1 ? `${start + 1}` : `${start + 1},${count}`;
}

/** git's own quoting of names that hold control characters, quotes or backslashes. */
function quotePath(name: string): string {
  // oxlint-disable-next-line no-control-regex -- these are the very characters to look for
  if (!/[\u0000-\u001f\u007f"\\]/.test(name)) return name;
  // oxlint-disable-next-line no-control-regex -- as above
  const quoted = name.replace(/[\u0000-\u001f\u007f"\\]/g, (character) =>
    character === '"' || character === "\\" ? `\\${character}` : `\\${octal(character)}`,
  );
  return `"${quoted}"`;
}

function octal(character: string): string {
  return character.charCodeAt(0).toString(8).padStart(3, "0");
}
