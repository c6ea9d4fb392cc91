import type { Edit, FileChange } from "../domain/patch.ts";
import { diffLines, splitLines } from "./line-diff.ts";

/** The edits, whole lines each, that make the text after out of the one before. */
export function editsBetween({ path, before, after }: FileChange): Edit[] {
  const [from, to] = [splitLines(before), splitLines(after)];
  const starts = [0];
  for (const line of from) starts.push((starts.at(-1) ?? 0) + line.length);
  return diffLines(from, to).map((hunk) => ({
    path,
    start: starts[hunk.beforeStart] ?? before.length,
    end: starts[hunk.beforeEnd] ?? before.length,
    text: to.slice(hunk.afterStart, hunk.afterEnd).join(""),
  }));
}
