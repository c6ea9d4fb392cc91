import type { FileChange, Patch } from "../domain/patch.ts";
import type { ChangedFile, SuggestionComment } from "../domain/pull-request.ts";
import { diffLines, splitLines } from "../text/line-diff.ts";
import type { LineHunk } from "../text/line-diff.ts";
import { BODY_LIMIT, byteLength } from "../text/markdown.ts";
import { anchorHunks } from "./anchors.ts";
import { fingerprint } from "./fingerprint.ts";
import { readCommentableRanges } from "./hunks.ts";
import { MOST_FILES } from "./missing-diffs.ts";
import { renderMarker } from "./marker.ts";
import type { MarkerSource } from "./marker.ts";
import { applySuggestions, renderSuggestionBlock } from "./suggestion-block.ts";

/** Larger reviews are known to fail as a whole, and nobody clicks through them. */
const MOST_COMMENTS = 30;

export interface KeyedComment {
  /** The same for the same change of the same lines, wherever they stand. */
  readonly key: string;
  readonly comment: SuggestionComment;
}

export type Suggestions =
  | { readonly kind: "suggestible"; readonly comments: readonly KeyedComment[] }
  /** One sentence; it may hold a path. */
  | { readonly kind: "not-suggestible"; readonly reason: string };

/**
 * The patch, which must be against the head's texts, as review comments that a person applies by clicking: all hunks or
 * none. Every range is checked against the pull request's diff, and what all clicks together make of the head is
 * compared with the wanted text, character by character. Sorted by path, then from the bottom up.
 */
export function planSuggestions(patch: Patch, files: readonly ChangedFile[], source: MarkerSource): Suggestions {
  const blocks: Block[] = [];
  for (const change of patch.changes.filter(({ before, after }) => before !== after)) {
    const result = blocksOf(change, files);
    if (typeof result === "string") return refused(`\`${change.path}\`: ${result}`);
    blocks.push(...result);
  }
  if (blocks.length > MOST_COMMENTS)
    return refused(`The patch has ${blocks.length} parts, more than ${MOST_COMMENTS}.`);
  const ordered = blocks.sort((left, right) => compareText(left.path, right.path) || left.line - right.line);
  const comments = [...renderComments(ordered, source)].sort(
    ({ comment: left }, { comment: right }) => compareText(left.path, right.path) || right.line - left.line,
  );
  const wrong = patch.changes.find((change) => !makesWanted(change, comments));
  if (wrong !== undefined) return refused(`\`${wrong.path}\`: applied as GitHub does, the parts give another text.`);
  return { kind: "suggestible", comments };
}

function refused(reason: string): Suggestions {
  return { kind: "not-suggestible", reason };
}

interface Block {
  readonly path: string;
  readonly startLine: number;
  readonly line: number;
  readonly oldLines: readonly string[];
  readonly newLines: readonly string[];
}

/** The file's blocks, or the reason why there can be none. */
function blocksOf(change: FileChange, files: readonly ChangedFile[]): readonly Block[] | string {
  const diff = files.find((file) => file.path === change.path)?.patch;
  if (diff === undefined) {
    return files.length < MOST_FILES
      ? "the pull request does not touch this file, so GitHub takes no suggestion on it."
      : `GitHub lists ${MOST_FILES} files of a pull request only, and this one is not among them.`;
  }
  if (diff === null) return "GitHub shows no diff of this file, so it takes no suggestion on it.";
  if (change.before.endsWith("\n") !== change.after.endsWith("\n")) {
    return "a suggestion can't add or remove the end of the last line.";
  }
  // Applied in the browser, carriage returns come out mixed.
  if (`${change.before}${change.after}`.includes("\r")) return "a suggestion can't carry carriage returns.";
  const oldLines = splitLines(change.before);
  const newLines = splitLines(change.after);
  const readable = readCommentableRanges(diff, oldLines);
  if (readable.kind === "unusable") return readable.reason;
  const anchors = anchorHunks({ hunks: diffLines(oldLines, newLines), ranges: readable.ranges, newLines });
  if (anchors.kind === "outside") return `line ${anchors.line}: ${anchors.reason}`;
  const blocks = anchors.hunks.map((hunk) => toBlock(change.path, hunk, { oldLines, newLines }));
  const isUnsafe = blocks.some(({ newLines: lines }) => lines.some(hasControlCharacter));
  return isUnsafe ? "a suggestion can't carry control characters." : blocks;
}

function hasControlCharacter(line: string): boolean {
  return /\p{Cc}/u.test(line.replaceAll("\t", ""));
}

function toBlock(
  path: string,
  hunk: LineHunk,
  { oldLines, newLines }: { readonly oldLines: readonly string[]; readonly newLines: readonly string[] },
): Block {
  return {
    path,
    startLine: hunk.beforeStart + 1,
    line: hunk.beforeEnd,
    oldLines: oldLines.slice(hunk.beforeStart, hunk.beforeEnd).map(withoutEnd),
    newLines: newLines.slice(hunk.afterStart, hunk.afterEnd).map(withoutEnd),
  };
}

function withoutEnd(line: string): string {
  return line.replace(/\n$/, "");
}

function renderComments(blocks: readonly Block[], source: MarkerSource): readonly KeyedComment[] {
  const seen = new Map<string, number>();
  return blocks.map((block, index) => {
    const content = fingerprint([block.path, block.oldLines.join("\n"), block.newLines.join("\n")]);
    const count = (seen.get(content) ?? 0) + 1;
    seen.set(content, count);
    const key = fingerprint([content, `${count}`]);
    const mark = renderMarker({ ...source, kind: "suggestion", key, commits: [] });
    const remark =
      blocks.length === 1
        ? "The tests pass with this change."
        : `Part ${index + 1} of ${blocks.length} of one patch. The tests pass with all parts applied: add every part to one batch, then commit it.`;
    return {
      key,
      comment: {
        path: block.path,
        line: block.line,
        startLine: block.startLine === block.line ? null : block.startLine,
        body: `${remark}\n\n${renderSuggestionBlock(block.newLines)}\n\n${mark}\n`,
      },
    };
  });
}

function makesWanted({ path, before, after }: FileChange, comments: readonly KeyedComment[]): boolean {
  const own = comments.map(({ comment }) => comment).filter((comment) => comment.path === path);
  if (own.some(({ body }) => byteLength(body) > BODY_LIMIT)) return false;
  const placed = own.map(({ startLine, line, body }) => ({ startLine: startLine ?? line, line, body }));
  return applySuggestions(before, placed) === after;
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
