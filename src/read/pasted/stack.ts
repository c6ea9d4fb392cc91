import { indentOf, isExceptionLine, isMarkLine, parseFrameLine, parseHeader } from "./lines.ts";
import type { FrameLine } from "./lines.ts";
import { relationOf } from "../traceback/traceback.ts";

/** Lines that all begin with the same marks, or with none. */
export interface Region {
  readonly lines: readonly string[];
  readonly prefix: string;
}

export interface Stack {
  readonly frames: readonly FrameLine[];
  readonly next: number;
}

/** Lines of code below a frame, when indents are lost: Python 3.13 prints whole statements. */
const MAX_CODE_LINES = 10;
const MAX_BLANKS = 3;

/** The line without the prefix; null where the prefix ends and so the traceback. */
export function bodyLine({ lines, prefix }: Region, index: number): string | null {
  const line = lines[index];
  if (line === undefined) {
    return null;
  }
  if (line.startsWith(prefix)) {
    return line.slice(prefix.length);
  }
  return line.trim() === "" || line.trimEnd() === prefix.trimEnd() ? "" : null;
}

/** The next line that is not blank, but not far away. */
export function skipBlanks(region: Region, start: number): number {
  let index = start;
  while (index < start + MAX_BLANKS && bodyLine(region, index)?.trim() === "") {
    index += 1;
  }
  return index;
}

/** The lines from one on, without the prefix; null ends them. */
export function* bodyLines(region: Region, start: number): Generator<string | null> {
  for (let index = start; index < region.lines.length; index += 1) {
    yield bodyLine(region, index);
  }
}

interface StackState {
  readonly frames: FrameLine[];
  /** Lines since the last frame that are code or may be it. */
  code: number;
  /** Code is indented deeper than its frame, so what isn't is no code. */
  isIndented: boolean;
  /** Blank lines stand between the stack's own lines. */
  isSpaced: boolean;
}

/** Reads frames up to the exception: the first line that is indented no deeper than they are. */
export function readStack(text: Region, start: number): Stack {
  const state: StackState = { frames: [], code: 0, isIndented: false, isSpaced: false };
  let index = start;
  for (; index < text.lines.length; index += 1) {
    const line = bodyLine(text, index);
    if (line === null || !takeStackLine(state, { text, index, line })) {
      break;
    }
  }
  return { frames: state.frames, next: index };
}

interface StackLine {
  readonly text: Region;
  readonly index: number;
  readonly line: string;
}

function takeStackLine(state: StackState, at: StackLine): boolean {
  if (at.line.trim() === "") {
    return isInside(state, at);
  }
  const frame = parseFrameLine(at.line);
  if (frame !== null) {
    state.frames.push(frame);
    state.code = 0;
    return true;
  }
  return !startsOther(at.line) && takeCode(state, at);
}

function startsOther(line: string): boolean {
  return parseHeader(line) !== null || relationOf(line.trim()) !== undefined;
}

function takeCode(state: StackState, at: StackLine): boolean {
  const column = state.frames.at(-1)?.column ?? 0;
  if (indentOf(at.line) > column) {
    state.isIndented ||= state.frames.length > 0;
    return true;
  }
  if (state.frames.length === 0 || isMarkLine(at.line)) {
    return state.frames.length > 0;
  }
  state.code += 1;
  const isFirst = state.code === 1 && !state.isIndented && indentOf(at.line) === column;
  return state.code <= MAX_CODE_LINES && isCode(at, isFirst);
}

/** Texts whose lines are all set apart by blank ones are read too; else a blank line ends the stack. */
function isInside(state: StackState, { text, index }: StackLine): boolean {
  const next = bodyLine(text, skipBlanks(text, index));
  if (next === null) {
    return false;
  }
  const isOwn = parseFrameLine(next) !== null || indentOf(next) > 3 || isMarkLine(next);
  state.isSpaced ||= isOwn;
  return isOwn || (state.isSpaced && isExceptionLine(next));
}

/**
 * Code that is not indented: indents are lost, or a long line was broken. Where the first line below a frame and a
 * later one both look like exceptions, the first is the code.
 */
function isCode({ text, index, line }: StackLine, isFirst: boolean): boolean {
  const isException = isExceptionLine(line);
  for (let next = index + 1; next <= index + MAX_CODE_LINES; next += 1) {
    const later = bodyLine(text, next);
    if (later === null || later.trim() === "" || startsOther(later)) {
      break;
    }
    if (parseFrameLine(later) !== null || isExceptionLine(later)) {
      return isFirst || !isException;
    }
  }
  return isFirst && !isException;
}
