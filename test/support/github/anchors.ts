import type { DiffLine, FileDiff, Hunk } from "./diff.ts";
import type { Anchor, Side } from "./state.ts";

/** Where a client wants a comment; the fields of the API. */
export interface AnchorRequest {
  readonly path: string;
  readonly position?: number | undefined;
  readonly line?: number | undefined;
  readonly side?: Side | undefined;
  readonly start_line?: number | undefined;
  readonly start_side?: Side | undefined;
}

export type AnchorAnswer =
  | { readonly kind: "anchored"; readonly anchor: Anchor }
  | { readonly kind: "refused"; readonly texts: readonly string[] };

export type Wording = "old" | "new";

/*
 * All texts are second-hand (issue threads), none was seen on a live server here. The old text for an unknown path is
 * a guess by analogy.
 */
const LINE_TEXTS: Readonly<Record<Wording, readonly string[]>> = {
  old: [
    "Pull request review thread line must be part of the diff",
    "Pull request review thread diff hunk can't be blank",
  ],
  new: ["Line could not be resolved"],
};
const PATH_TEXTS: Readonly<Record<Wording, readonly string[]>> = {
  old: ["Pull request review thread path is invalid"],
  new: ["Path could not be resolved"],
};
const START_ORDER_TEXT = "Pull request review thread start line must precede the end line.";
const START_HUNK_TEXT = "Pull request review thread start line must be part of the same hunk as the line.";

/** Puts a comment on the pull request's diff, or refuses it as the reviews endpoint does. */
export function resolveAnchor(files: readonly FileDiff[], wanted: AnchorRequest, wording: Wording): AnchorAnswer {
  const file = files.find((candidate) => candidate.path === wanted.path);
  if (file === undefined) {
    return { kind: "refused", texts: PATH_TEXTS[wording] };
  }
  const end = endOf(file, wanted);
  if (end === null) {
    return { kind: "refused", texts: LINE_TEXTS[wording] };
  }
  const start = wanted.start_line;
  const startSide = start === undefined ? null : (wanted.start_side ?? end.side);
  const refusal = start === undefined || startSide === null ? null : startRefusal(end, start, startSide);
  if (refusal !== null) {
    return { kind: "refused", texts: [refusal] };
  }
  const anchor = { path: file.path, side: end.side, line: end.line, startSide, startLine: start ?? null };
  return { kind: "anchored", anchor: { ...anchor, position: end.found.position, diffHunk: hunkUpTo(end) } };
}

interface End {
  readonly hunk: Hunk;
  readonly found: DiffLine;
  readonly side: Side;
  readonly line: number;
}

function endOf(file: FileDiff, wanted: AnchorRequest): End | null {
  const { line, position } = wanted;
  if (line !== undefined) {
    const side = wanted.side ?? "RIGHT";
    return findLine(file, (candidate) => numberOn(candidate, side) === line, side);
  }
  // The position of old clients: a deleted line is commented on the left.
  return findLine(file, (candidate) => candidate.position === position, null);
}

function findLine(file: FileDiff, wanted: (line: DiffLine) => boolean, side: Side | null): End | null {
  for (const hunk of file.hunks) {
    const found = hunk.lines.find(wanted);
    if (found !== undefined) {
      const there = side ?? (found.kind === "deleted" ? "LEFT" : "RIGHT");
      return { hunk, found, side: there, line: numberOn(found, there) ?? 0 };
    }
  }
  return null;
}

function startRefusal(end: End, start: number, startSide: Side): string | null {
  if (startSide === end.side && start >= end.line) {
    return START_ORDER_TEXT;
  }
  const inHunk = end.hunk.lines.find((line) => numberOn(line, startSide) === start);
  if (inHunk === undefined) {
    return START_HUNK_TEXT;
  }
  return inHunk.position < end.found.position ? null : START_ORDER_TEXT;
}

function numberOn(line: DiffLine, side: Side): number | null {
  return side === "RIGHT" ? line.right : line.left;
}

function hunkUpTo(end: End): string {
  const lines = end.hunk.lines.filter((line) => line.position <= end.found.position);
  return [end.hunk.header, ...lines.map((line) => line.text)].join("\n");
}
