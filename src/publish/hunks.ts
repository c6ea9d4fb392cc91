/** Lines `[start, end)` of the head's text, zero-based, that GitHub lets a review comment on: one hunk's right side. */
export interface CommentableRange {
  readonly start: number;
  readonly end: number;
}

export type CommentableRanges =
  | { readonly kind: "ranges"; readonly ranges: readonly CommentableRange[] }
  | { readonly kind: "unusable"; readonly reason: string };

interface HunkHeader {
  readonly oldCount: number;
  readonly newStart: number;
  readonly newCount: number;
}

/**
 * Reads the `patch` that GitHub lists for a file of a pull request: added and context lines can be commented on, others
 * are refused with the whole review. Every such line is compared with the head's text (`headLines` with their endings),
 * so a diff of another commit, or one cut off, is never used.
 */
export function readCommentableRanges(patch: string, headLines: readonly string[]): CommentableRanges {
  const lines = patch.split("\n");
  const ranges: CommentableRange[] = [];
  let index = 0;
  while (index < lines.length && !(index === lines.length - 1 && lines[index] === "")) {
    const header = readHeader(lines[index] ?? "");
    if (header === null) return { kind: "unusable", reason: "GitHub's diff of this file has a part we can't read." };
    const end = readHunk(header, { lines, from: index + 1, headLines });
    if (end === null) {
      return { kind: "unusable", reason: "GitHub's diff of this file is not of the head commit that we read." };
    }
    const start = header.newStart - 1;
    if (header.newCount > 0) ranges.push({ start, end: start + header.newCount });
    index = end;
  }
  return { kind: "ranges", ranges };
}

function readHeader(line: string): HunkHeader | null {
  const match = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
  if (match === null) return null;
  return { oldCount: Number(match[1] ?? 1), newStart: Number(match[2]), newCount: Number(match[3] ?? 1) };
}

interface HunkLines {
  readonly lines: readonly string[];
  readonly from: number;
  readonly headLines: readonly string[];
}

/** The index after the hunk's last line; null when its counts or its right side don't fit. */
function readHunk(header: HunkHeader, { lines, from, headLines }: HunkLines): number | null {
  const body = takeLines(header, lines.slice(from));
  const isWhole = body !== null && body.oldCount === header.oldCount && body.right.length === header.newCount;
  if (!isWhole || !isTextAt(body.right, headLines.slice(header.newStart - 1))) return null;
  const end = from + body.length;
  // "\ No newline at end of file"
  return lines[end]?.startsWith("\\") ? end + 1 : end;
}

interface HunkBody {
  readonly oldCount: number;
  readonly right: readonly string[];
  readonly length: number;
}

/** Lines until both counts of the header are reached; null when there are not enough. */
function takeLines(header: HunkHeader, lines: readonly string[]): HunkBody | null {
  const right: string[] = [];
  let oldCount = 0;
  let length = 0;
  while (oldCount < header.oldCount || right.length < header.newCount) {
    const line = lines[length] ?? "";
    if (!/^[-+ \\]/.test(line)) return null;
    if (/^[- ]/.test(line)) oldCount += 1;
    if (/^[+ ]/.test(line)) right.push(line.slice(1));
    length += 1;
  }
  return { oldCount, right, length };
}

function isTextAt(right: readonly string[], headLines: readonly string[]): boolean {
  return right.every((text, offset) => text === withoutEnd(headLines[offset]));
}

function withoutEnd(line: string | undefined): string | undefined {
  return line?.replace(/\n$/, "");
}
