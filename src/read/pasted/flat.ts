import { HEADER, isTypeName, printFrame } from "./lines.ts";
import { relationOf } from "../traceback/traceback.ts";

/** `File "path", line 3, in` in the middle of a line; a SyntaxError's place has no `in`. */
const FRAME = /File "([^"]{1,4096})", line (\d+)(, in )?/g;
const SENTENCE =
  /(The above exception was the direct cause of the following exception:|During handling of the above exception, another exception occurred:)/;
/** Python's names are one word; Jinja2's frames have names of several. */
const FUNCTION = /^(?:top-level template code|(?:block|macro) (?:'[^']*'|"[^"]*")|[\p{L}_<][^\s,]*)/u;
/** Words of code that a type follows. */
const BEFORE_TYPE = /\b(?:except|raise|class|case|return|yield|await|in|is|as|not|and|or)$/;
const RAISED = /\braise (?:[\p{L}\p{N}_]+\.)*([\p{L}\p{N}_]+)/u;

/** True for a traceback whose line ends became blanks, so that names, code and the exception run together. */
export function isFlat(line: string): boolean {
  const first = line.indexOf('File "');
  if (first < 0) {
    return false;
  }
  const header = line.indexOf(HEADER);
  const frames = [...line.matchAll(FRAME)].filter((match) => match[3] !== undefined);
  return frames.length >= 2 || (frames.length === 1 && header >= 0 && header < first);
}

/** The line as Python had printed it, without the code of the frames. */
export function unflatten(line: string): readonly string[] {
  const header = line.indexOf(HEADER);
  const parts = line.slice(Math.max(header, 0)).split(SENTENCE);
  const lines: string[] = [];
  for (const part of parts) {
    if (relationOf(part) !== undefined) {
      lines.push("", part, "");
    } else {
      lines.push(...unflattenPart(part));
    }
  }
  return lines;
}

function unflattenPart(part: string): readonly string[] {
  const matches = [...part.matchAll(FRAME)];
  const lines: string[] = [HEADER];
  for (const [index, match] of matches.entries()) {
    const next = matches[index + 1]?.index;
    const { frame, code } = readFrame(match, part.slice(match.index + match[0].length, next).trim());
    lines.push(frame);
    const start = next === undefined ? exceptionStart(code) : raisedStart(code);
    if (start !== null) {
      const behind = next === undefined ? "" : ` ${part.slice(next).trim()}`;
      return [...lines, code.slice(start) + behind];
    }
  }
  return lines;
}

function readFrame(match: RegExpExecArray, rest: string): { readonly frame: string; readonly code: string } {
  const name = match[3] === undefined ? null : (FUNCTION.exec(rest)?.[0] ?? null);
  const frame = printFrame({ path: match[1] ?? "", line: Number(match[2]), function: name });
  return { frame, code: rest.slice(name?.length ?? 0).trim() };
}

interface Candidate {
  readonly at: number;
  readonly lastName: string;
  readonly isQuoted: boolean;
}

/**
 * Where the exception begins behind the code of the innermost frame. A type named in a string of that code is no
 * exception, and what the code raises is likelier than anything else.
 */
function exceptionStart(tail: string): number | null {
  const raised = RAISED.exec(tail)?.[1];
  const candidates = findCandidates(tail);
  const open = candidates.filter(({ isQuoted }) => !isQuoted);
  const best = open.find(({ lastName }) => lastName === raised) ?? open[0];
  return (best ?? candidates.find(({ lastName }) => lastName === raised) ?? candidates[0])?.at ?? null;
}

/** What looks like a frame behind the exception that the code raises is part of its message. */
function raisedStart(code: string): number | null {
  const raised = RAISED.exec(code)?.[1];
  const found = raised === undefined ? [] : findCandidates(code);
  return found.find(({ lastName, isQuoted }) => lastName === raised && !isQuoted)?.at ?? null;
}

function findCandidates(tail: string): readonly Candidate[] {
  const candidates: Candidate[] = [];
  let quote = "";
  let scanned = 0;
  for (const match of tail.matchAll(/\S+/g)) {
    quote = quoteAfter(quote, tail.slice(scanned, match.index));
    scanned = match.index;
    const word = match[0];
    const isLast = match.index + word.length === tail.length;
    const isCode = BEFORE_TYPE.test(tail.slice(Math.max(match.index - 10, 0), match.index).trimEnd());
    const name = word.replace(/:$/, "");
    if (!isCode && isDotted(name) && isException({ name, hasColon: name !== word, isLast })) {
      candidates.push({ at: match.index, lastName: name.slice(name.lastIndexOf(".") + 1), isQuoted: quote !== "" });
    }
  }
  return candidates;
}

function isException({ name, hasColon, isLast }: { name: string; hasColon: boolean; isLast: boolean }): boolean {
  return (hasColon || isLast) && isTypeName(name, hasColon);
}

function isDotted(name: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_]*(?:\.(?:[\p{L}_][\p{L}\p{N}_]*|<locals>))*$/u.test(name);
}

/** The quotation mark that is still open after a piece of code; empty when none is. */
function quoteAfter(before: string, code: string): string {
  let quote = before;
  for (const [sign] of code.matchAll(/\\.|["']/g)) {
    if (sign.length === 1) {
      quote = quote === "" ? sign : quote === sign ? "" : quote;
    }
  }
  return quote;
}
