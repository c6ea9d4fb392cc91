import { git, gitOrNull } from "../git-repository.ts";

export type LineKind = "added" | "deleted" | "context";

export interface DiffLine {
  readonly kind: LineKind;
  /** Line numbers on the two sides; null where the line does not exist there. */
  readonly left: number | null;
  readonly right: number | null;
  /** Lines below the file's first hunk header. */
  readonly position: number;
  /** With its mark. */
  readonly text: string;
}

export interface Hunk {
  readonly header: string;
  readonly lines: readonly DiffLine[];
}

export interface FileDiff {
  readonly path: string;
  readonly previousPath: string | null;
  readonly status: "added" | "removed" | "modified" | "renamed";
  /** Of the blob on the right; of the one on the left for a removed file. */
  readonly sha: string;
  /** From the first hunk header on; null for binary files and pure renames. */
  readonly patch: string | null;
  readonly hunks: readonly Hunk[];
}

const DIFF = ["diff", "--no-color", "--no-ext-diff", "--no-textconv", "--find-renames"];

/** What a pull request shows: the diff from the merge base to the head, three lines of context. Null without a base. */
export function mergeBase(directory: string, base: string, head: string): string | null {
  return gitOrNull(directory, ["merge-base", base, head]);
}

/** The whole diff as the diff media type gives it. */
export function diffText(directory: string, from: string, to: string): string {
  return git(directory, ["-c", "core.quotePath=false", ...DIFF, "-U3", from, to]);
}

/** The diff by file, in git's order. */
export function diffFiles(directory: string, from: string, to: string): readonly FileDiff[] {
  const raw = git(directory, [...DIFF, "--raw", "-z", "--no-abbrev", from, to]);
  const chunks = diffText(directory, from, to)
    .split(/^(?=diff --git )/m)
    .filter((chunk) => chunk !== "");
  const entries = rawEntries(raw);
  let next = 0;
  return entries.map((entry) => {
    const chunk = chunks[next] ?? "";
    // A change of type (file to link) is printed as a removal and an addition.
    next += entry.letter === "T" ? 2 : 1;
    return fileDiff(entry, entry.letter === "T" ? "" : chunk);
  });
}

interface RawEntry {
  readonly letter: string;
  readonly left: string;
  readonly right: string;
  readonly paths: readonly string[];
}

function rawEntries(raw: string): readonly RawEntry[] {
  const words = raw.split("\0");
  const entries: RawEntry[] = [];
  for (let index = 0; index + 1 < words.length;) {
    const [, , left = "", right = "", letters = ""] = (words[index] ?? "").split(" ");
    const letter = letters.charAt(0);
    const count = letter === "R" || letter === "C" ? 2 : 1;
    entries.push({ letter, left, right, paths: words.slice(index + 1, index + 1 + count) });
    index += 1 + count;
  }
  return entries;
}

const STATUS: Readonly<Record<string, FileDiff["status"]>> = { A: "added", D: "removed", R: "renamed" };

function fileDiff(entry: RawEntry, chunk: string): FileDiff {
  const start = chunk.search(/^@@ /m);
  const patch = start === -1 ? null : chunk.slice(start).replace(/\n$/, "");
  return {
    path: entry.paths.at(-1) ?? "",
    previousPath: entry.paths.length === 2 ? (entry.paths[0] ?? null) : null,
    status: STATUS[entry.letter] ?? "modified",
    sha: entry.letter === "D" ? entry.left : entry.right,
    patch,
    hunks: patch === null ? [] : parseHunks(patch),
  };
}

/** Parses a patch that begins with its first hunk header. */
export function parseHunks(patch: string): readonly Hunk[] {
  const hunks: { header: string; lines: DiffLine[] }[] = [];
  let left = 0;
  let right = 0;
  for (const [position, text] of patch.split("\n").entries()) {
    const header = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(text);
    if (header !== null) {
      left = Number(header[1]);
      right = Number(header[2]);
      hunks.push({ header: text, lines: [] });
      continue;
    }
    const kind = kindOf(text);
    if (kind === null) {
      continue;
    }
    const line = { kind, left: kind === "added" ? null : left, right: kind === "deleted" ? null : right };
    hunks.at(-1)?.lines.push({ ...line, position, text });
    left += kind === "added" ? 0 : 1;
    right += kind === "deleted" ? 0 : 1;
  }
  return hunks;
}

function kindOf(text: string): LineKind | null {
  const kinds: Readonly<Record<string, LineKind>> = { "+": "added", "-": "deleted", " ": "context" };
  return kinds[text.charAt(0)] ?? null;
}

/** Counts of added and deleted lines. */
export function countLines(file: FileDiff): { readonly additions: number; readonly deletions: number } {
  const lines = file.hunks.flatMap((hunk) => hunk.lines);
  return {
    additions: lines.filter((line) => line.kind === "added").length,
    deletions: lines.filter((line) => line.kind === "deleted").length,
  };
}

/**
 * Where the lines `first..last` of a file stand in a later commit; null when one of them (or what stands between them)
 * changed or the file is gone.
 */
export function followLines(
  directory: string,
  commits: { readonly from: string; readonly to: string },
  place: { readonly path: string; readonly first: number; readonly last: number },
): number | null {
  if (gitOrNull(directory, ["cat-file", "-e", `${commits.to}:${place.path}`]) === null) {
    return null;
  }
  const diff = git(directory, [...DIFF, "-U0", commits.from, commits.to, "--", place.path]);
  const changes = [...diff.matchAll(/^@@ -(\d+)(?:,(\d+))? \+\d+(?:,(\d+))? @@/gm)].map(
    ([, start, removed, added]) => ({
      start: Number(start),
      removed: Number(removed ?? 1),
      added: Number(added ?? 1),
    }),
  );
  const before = changes.filter((change) => lastLine(change) < place.first);
  const touched = changes.some(
    (change) => !before.includes(change) && change.start < place.last + (change.removed > 0 ? 1 : 0),
  );
  return touched ? null : place.last + before.reduce((sum, change) => sum + change.added - change.removed, 0);
}

/** A pure insertion is printed at the line before it. */
function lastLine(change: { readonly start: number; readonly removed: number }): number {
  return change.removed === 0 ? change.start : change.start + change.removed - 1;
}
