import type { ChangedHunk } from "../domain/branch.ts";

/** More nobody looks at. */
const MAX_HUNKS = 2000;

/** The hunks of a unified diff as git writes it; of files that are gone or have a quoted (unusual) name none. */
export function hunksOf(diff: string): ChangedHunk[] {
  // A line of a file never stands at the beginning of its line: its sign does.
  return diff
    .split(/(?:^|\n)(?=diff --git )/)
    .flatMap(hunksOfFile)
    .slice(0, MAX_HUNKS);
}

function hunksOfFile(text: string): ChangedHunk[] {
  const [head = "", ...hunks] = text.split(/\n(?=@@ )/);
  const path = /\n\+\+\+ b\/([^\t\n]+)/.exec(head)?.[1];
  return path === undefined ? [] : hunks.flatMap((hunk) => hunkOf(path, hunk) ?? []);
}

function hunkOf(path: string, hunk: string): ChangedHunk | undefined {
  const [header = "", ...lines] = hunk.replace(/\n$/, "").split("\n");
  const [, start, count = "1"] = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/.exec(header) ?? [];
  if (start === undefined) return undefined;
  const first = Number(start);
  return { path, first, last: first + Number(count) - 1, text: lines.join("\n") };
}
