import type { ExceptionInfo, Frame } from "../../domain/failure.ts";
import { readDoctestMessage } from "./doctest-text.ts";
import { parseExceptionText } from "./exception-text.ts";
import { withoutRunner } from "./segment.ts";
import type { TracebackSegment } from "./segment.ts";

const LOCATION = /^([^\s>][^\n]*?):(\d+):(?: (.*))?$/s;
/** A line of `reprfuncargs` or `--showlocals`; its value may look like anything. */
const VARIABLE = /^[\p{L}_][\p{L}\p{N}_]* *= /u;
const TYPE_NAME = /^[\p{L}_][\p{L}\p{N}_.]*$/u;
const MARKED = /^E(?: {3}|\s*$)/;
/** A variable named `E`: pytest pads names to ten characters. */
const VARIABLE_NAMED_E = /^E {10}= /;
const AFTER_LOCATION = /^(?:$|_ _|___|!!!)/;

/**
 * Reads one exception in pytest's own styles. `long` and `auto` put the location below the code
 * (`path:line: Type`, or nothing after the colon for outer entries); `short` puts it above (`path:line: in function`).
 * The exception is the last block of `E` lines. Null when there is neither a location nor an `E` line.
 */
export function parsePytestSegment(lines: readonly string[]): TracebackSegment | null {
  const frames: Frame[] = [];
  let typeName: string | null = null;
  let marked: readonly string[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const block = markedBlock(lines, index);
    if (block.length > 0) {
      marked = block;
      index += block.length - 1;
      continue;
    }
    const location = parseLocation(lines, index);
    if (location !== null) {
      frames.push(location.frame);
      typeName = location.typeName ?? typeName;
    }
  }
  if (frames.length === 0 && marked.length === 0) {
    return null;
  }
  const found = assemble(frames, marked, typeName);
  return marked.length > 0 ? found : { ...found, exception: { type: typeName, message: readDoctestMessage(lines) } };
}

/** True when a line begins the marked text of an exception. */
export function startsMarkedBlock(line: string): boolean {
  return line.startsWith("E   ") && !VARIABLE_NAMED_E.test(line);
}

function assemble(printed: readonly Frame[], marked: readonly string[], typeName: string | null): TracebackSegment {
  const frames = withoutRunner(printed);
  if (marked.length === 0) {
    return { exception: { type: typeName, message: null }, frames };
  }
  const { type, message, place } = parseExceptionText(withoutMarks(marked));
  const exception: ExceptionInfo = { type: type ?? typeName, message };
  return { exception, frames: place === null ? frames : [...frames, place] };
}

function markedBlock(lines: readonly string[], start: number): readonly string[] {
  const first = lines[start] ?? "";
  if (!startsMarkedBlock(first)) {
    return [];
  }
  let end = start + 1;
  while (end < lines.length && MARKED.test(lines[end] ?? "")) {
    end += 1;
  }
  return lines.slice(start, end);
}

/** All lines of a block share one indent; a SyntaxError's first line has two more, so the smallest one counts. */
function withoutMarks(marked: readonly string[]): string {
  const bodies = marked.map((line) => line.slice(1));
  const indents = bodies.filter((body) => body.trim() !== "").map((body) => body.length - body.trimStart().length);
  const indent = indents.reduce((smallest, next) => Math.min(smallest, next), Number.MAX_SAFE_INTEGER);
  return bodies.map((body) => body.slice(indent)).join("\n");
}

interface Location {
  readonly frame: Frame;
  /** Only the innermost location of the long style names the exception's type, without its module. */
  readonly typeName: string | null;
}

function parseLocation(lines: readonly string[], index: number): Location | null {
  const line = lines[index] ?? "";
  const match = line.startsWith(" ") || VARIABLE.test(line) ? null : LOCATION.exec(line);
  if (match?.[1] === undefined) {
    return null;
  }
  const place = { path: match[1], line: Number(match[2]) };
  const rest = match[3] ?? "";
  if (rest.startsWith("in ")) {
    return { frame: { ...place, function: rest.slice("in ".length) }, typeName: null };
  }
  return standsAlone(lines, index) ? longLocation(place, rest) : null;
}

function longLocation(place: { readonly path: string; readonly line: number }, rest: string): Location | null {
  const frame = { ...place, function: null };
  if (rest === "") {
    return { frame, typeName: null };
  }
  return TYPE_NAME.test(rest) ? { frame, typeName: rest } : null;
}

/** The long style puts a blank line before a location, and nothing but a separator or the end after it. */
function standsAlone(lines: readonly string[], index: number): boolean {
  return (lines[index - 1] ?? "") === "" && AFTER_LOCATION.test(lines[index + 1] ?? "");
}
