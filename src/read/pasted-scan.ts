import { isGroupLine } from "./exception-group.ts";
import { isFlat, unflatten } from "./pasted-flat.ts";
import {
  HEADER,
  indentOf,
  isExceptionLine,
  isMarkLine,
  parseFrameLine,
  parseHeader,
  printFrame,
} from "./pasted-lines.ts";
import type { FrameLine } from "./pasted-lines.ts";
import { collectMessage } from "./pasted-message.ts";
import { relationOf } from "./traceback.ts";

export interface PastedText {
  readonly lines: readonly string[];
  /** It was one string of a log's record: nothing else follows the traceback in it. */
  readonly isWhole: boolean;
}

/** One exception, as Python prints it, and where the text goes on. */
interface Block {
  readonly lines: readonly string[];
  readonly next: number;
  readonly prefix: string;
}

interface Stack {
  readonly frames: readonly FrameLine[];
  readonly next: number;
}

/** Lines of code below a frame, when indents are lost: Python 3.13 prints whole statements. */
const MAX_CODE_LINES = 10;
const MAX_BLANKS = 3;

/**
 * Finds the tracebacks of a text, each with its whole chain, and prints them as Python does: marks before each line,
 * other indents and code are gone. Text around them is left out.
 */
export function scanTracebacks(text: PastedText): readonly string[] {
  const found: string[] = [];
  for (let index = 0; index < text.lines.length;) {
    const chain = readChain(text, index);
    if (chain === null) {
      index += 1;
    } else {
      found.push(chain.lines.join("\n"));
      index = chain.next;
    }
  }
  return found;
}

function readChain(text: PastedText, start: number): Block | null {
  let block = readBlock(text, start);
  const lines: string[] = [];
  let last: Block | null = null;
  while (block !== null) {
    lines.push(...block.lines);
    last = block;
    const link = readLink(text.lines, block);
    block = link === null ? null : readBlock(text, link.next);
    lines.push(...(link === null || block === null ? [] : ["", link.sentence, ""]));
  }
  return last === null ? null : { ...last, lines };
}

interface Link {
  readonly sentence: string;
  readonly next: number;
}

function readLink(lines: readonly string[], { next, prefix }: Block): Link | null {
  const at = skipBlanks({ lines, prefix }, next);
  const sentence = bodyLine({ lines, prefix }, at)?.trim() ?? "";
  return relationOf(sentence) === undefined ? null : { sentence, next: skipBlanks({ lines, prefix }, at + 1) };
}

function readBlock(text: PastedText, start: number): Block | null {
  const line = text.lines[start] ?? "";
  if (isFlat(line)) {
    return { lines: unflatten(line), next: start + 1, prefix: "" };
  }
  const header = parseHeader(line);
  if (header?.rest === "") {
    const region = { lines: text.lines, prefix: prefixInForce(text.lines, start, header.prefix) };
    return header.isGroup ? readGroup(region, start) : readException({ ...text, ...region }, start + 1);
  }
  const frame = parseFrameLine(line);
  return frame === null ? null : readHeadless({ ...text, prefix: /^(?:[>|#*]+ ?)?/.exec(line)?.[0] ?? "" }, start);
}

interface Region {
  readonly lines: readonly string[];
  readonly prefix: string;
}

/** What stands before the header stands before all lines, or it was only the first line's (`ERROR:root:Traceback …`). */
function prefixInForce(lines: readonly string[], header: number, prefix: string): string {
  return lines[header + 1]?.startsWith(prefix) === true ? prefix : "";
}

/** The line without the prefix; null where the prefix ends and so the traceback. */
function bodyLine({ lines, prefix }: Region, index: number): string | null {
  const line = lines[index];
  if (line === undefined) {
    return null;
  }
  if (line.startsWith(prefix)) {
    return line.slice(prefix.length);
  }
  return line.trim() === "" || line.trimEnd() === prefix.trimEnd() ? "" : null;
}

function skipBlanks(region: Region, start: number): number {
  let index = start;
  while (index < start + MAX_BLANKS && bodyLine(region, index)?.trim() === "") {
    index += 1;
  }
  return index;
}

function readGroup(region: Region, start: number): Block | null {
  const tree: string[] = [];
  let next = start + 1;
  for (; next < region.lines.length; next += 1) {
    const line = bodyLine(region, next);
    if (line === null || !isGroupLine(line)) {
      break;
    }
    tree.push(line);
  }
  return tree.length === 0 ? null : { lines: [`+ Exception Group ${HEADER}`, ...tree], next, prefix: region.prefix };
}

function readException(text: PastedText & Region, start: number): Block | null {
  const { frames, next } = readStack(text, start);
  const message = readMessage(text, next);
  const lines = [HEADER, ...frames.map(printFrame), ...message];
  return lines.length === 1 ? null : { lines, next: next + message.length, prefix: text.prefix };
}

/** Without a header a single frame is no evidence, unless an exception follows: prose names files and lines too. */
function readHeadless(text: PastedText & Region, start: number): Block | null {
  const block = readException(text, start);
  const [, first = "", second] = block?.lines ?? [];
  const isPlace = parseFrameLine(first)?.function === null;
  const isEvident = isPlace ? /^(?:SyntaxError|IndentationError|TabError)\b/.test(second ?? "") : second !== undefined;
  return isEvident ? block : null;
}

function readMessage(text: PastedText & Region, start: number): readonly string[] {
  const first = bodyLine(text, start);
  return first !== null && isExceptionLine(first)
    ? collectMessage({ lines: bodyLines(text, start), isWhole: text.isWhole })
    : [];
}

function* bodyLines(region: Region, start: number): Generator<string | null> {
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
}

/** Reads frames up to the exception: the first line that is indented no deeper than they are. */
function readStack(text: PastedText & Region, start: number): Stack {
  const state: StackState = { frames: [], code: 0, isIndented: false };
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
  readonly text: PastedText & Region;
  readonly index: number;
  readonly line: string;
}

function takeStackLine(state: StackState, at: StackLine): boolean {
  if (at.line.trim() === "") {
    return isInside(at);
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
function isInside({ text, index }: StackLine): boolean {
  const next = bodyLine(text, skipBlanks(text, index));
  return (
    next !== null && (parseFrameLine(next) !== null || indentOf(next) > 3 || isMarkLine(next) || isExceptionLine(next))
  );
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
