/** `File "path", line 3, in name`, with or without what stands before it. */
export interface FrameLine {
  /** Where `File` begins: count of characters before it. */
  readonly column: number;
  readonly path: string;
  readonly line: number;
  /** Null for the place of a SyntaxError. */
  readonly function: string | null;
}

export interface HeaderLine {
  /** What stands before the header on its line: a mark of a log, quotation marks, blanks. */
  readonly prefix: string;
  /** Of an ExceptionGroup's tree. */
  readonly isGroup: boolean;
  readonly rest: string;
}

export const HEADER = "Traceback (most recent call last):";
/** Marks that mail, Markdown and comments put before quoted lines. */
const FRAME = /^((?:[>|#*]+ ?)?\s*)File "([^\n]+)", line (\d+)(?:, in (\S.*))?\s*$/;
const EXCEPTION = /^\s*([\p{L}_][\p{L}\p{N}_]*(?:\.(?:[\p{L}_][\p{L}\p{N}_]*|<locals>))*)(: |:$|$)/u;
const MARKS = /^\s*(?:[~^\s]+|\.\.\.|\[Previous line repeated \d+ more times?\])\s*$/;
/** What begins the next record of a log, or the words of whoever runs the program: no message begins a line so. */
const RECORD_STARTS = [
  /^\[?(?:\d{4}[-/]\d\d[-/]\d\d|\d\d:\d\d:\d\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d )/,
  /^\[?(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|CRITICAL|FATAL)(?:[\]:|\s]|$)/,
  /^(?:##\[|::\w+|```|~~~|>>> |\$ |npm ERR!|make(?:\[\d+\])?: |\{")/,
  /^\d{1,3}(?:\.\d{1,3}){3}[ :]/,
  /^\[\d{1,2}\/(?:[A-Z][a-z]{2}|\d\d)\/\d{4}[ :]\d\d:/,
  /^(?:Exception ignored in|Exception in thread|Exception in callback|Process \S+:$|Error: Process completed with)/,
  /^(?:={3,}|-{10,}|_{5,})(?:$| )/,
];
const LONGEST_PREFIX = 300;

/** Finds the header of a traceback, wherever on the line it stands. */
export function parseHeader(line: string): HeaderLine | null {
  const at = line.slice(0, LONGEST_PREFIX + HEADER.length).indexOf(HEADER);
  if (at < 0) {
    return null;
  }
  const before = line.slice(0, at);
  const prefix = before.replace(/(?:\+ )?Exception Group $/, "");
  return { prefix, isGroup: before.slice(prefix.length).startsWith("+"), rest: line.slice(at + HEADER.length).trim() };
}

/** A line that is a frame and nothing else. */
export function parseFrameLine(line: string): FrameLine | null {
  const match = line.includes('File "') ? FRAME.exec(line) : null;
  if (match?.[2] === undefined) {
    return null;
  }
  const name = match[4]?.trimEnd() ?? null;
  return { column: match[1]?.length ?? 0, path: match[2], line: Number(match[3]), function: name };
}

/** The frame as Python prints it. */
export function printFrame({ path, line, function: name }: Omit<FrameLine, "column">): string {
  return `  File "${path}", line ${line}${name === null ? "" : `, in ${name}`}`;
}

/**
 * True for `pkg.mod.Type: message` and for a type alone. Python prints no other line after a stack; a single word in
 * small letters is rather a sentence or a command (`make: …`), and levels of a log are no types.
 */
export function isExceptionLine(line: string): boolean {
  const match = EXCEPTION.exec(line);
  return match?.[1] !== undefined && isTypeName(match[1], match[2] !== "") && !startsRecord(line.trimStart());
}

/** Whether a dotted name can be that of an exception. */
export function isTypeName(name: string, hasMessage: boolean): boolean {
  const last = name.slice(name.lastIndexOf(".") + 1);
  return /^[\p{Lu}\p{Lo}_]/u.test(last) || (hasMessage && name.includes("."));
}

/** True for `~~^~~`, for an ellipsis, and for Python's note on repeated frames. */
export function isMarkLine(line: string): boolean {
  return MARKS.test(line);
}

export function startsRecord(line: string): boolean {
  return RECORD_STARTS.some((start) => start.test(line));
}

export function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
