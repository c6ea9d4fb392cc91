import type { Edit } from "../../../domain/patch.ts";

/** A text as its lines, without their ends, which are kept beside them. */
export interface SourceLines {
  readonly path: string;
  readonly lines: readonly string[];
  readonly starts: readonly number[];
  /** The line end of the file's first line. */
  readonly end: string;
}

/** One line (zero-based) as it should be; a further line below it where there is one. */
export interface LineChange {
  readonly index: number;
  readonly text: string;
}

/** Cuts a text into lines as Python counts them. */
export function linesOf(path: string, text: string): SourceLines {
  const ends = [...text.matchAll(/\r\n|\r|\n/g)];
  const starts = [0, ...ends.map((match) => match.index + match[0].length)];
  const lines = starts.map((start, at) => text.slice(start, ends[at]?.index ?? text.length));
  return { path, lines, starts, end: ends[0]?.[0] ?? "\n" };
}

/** Edits that replace what differs of the lines, and no more. */
export function editsFor({ path, lines, starts }: SourceLines, changes: readonly LineChange[]): Edit[] {
  return changes.map(({ index, text }) => {
    const old = lines[index] ?? "";
    let start = 0;
    while (start < old.length && old[start] === text[start]) start += 1;
    let end = 0;
    while (end < Math.min(old.length, text.length) - start && old.at(-1 - end) === text.at(-1 - end)) end += 1;
    const at = starts[index] ?? 0;
    return { path, start: at + start, end: at + old.length - end, text: text.slice(start, text.length - end) };
  });
}

/** The blanks a line begins with. */
export function indentOf(line: string): string {
  return /^[ \t]*/.exec(line)?.[0] ?? "";
}

/** False for an empty line and for one that only holds a comment. */
export function isCode(line: string): boolean {
  return /^\s*[^\s#]/.test(line);
}

/** What a scan of one line tells: its code ends here, and a string begins there that nothing ends. */
export interface Scan {
  /** Offset behind the last character that is no comment and no blank. */
  readonly end: number;
  /** Opening quote of a string that does not end on the line; -1 when there is none. */
  readonly open: number;
  /** Brackets and `=` outside of strings, with the depth at which they stand. */
  readonly marks: readonly { readonly at: number; readonly char: string; readonly depth: number }[];
}

/** Reads one line; a text in three quotes is not known to be one. */
export function scan(line: string): Scan {
  const marks: { at: number; char: string; depth: number }[] = [];
  let depth = 0;
  for (let at = 0; at < line.length; at++) {
    const char = line[at] ?? "";
    if (char === "#") return { end: line.slice(0, at).trimEnd().length, open: -1, marks };
    if (char === '"' || char === "'") {
      const close = closing(line, at);
      if (close === -1) return { end: line.trimEnd().length, open: at, marks };
      at = close;
    } else if ("([{)]}=".includes(char)) {
      if (")]}".includes(char)) depth -= 1;
      marks.push({ at, char, depth });
      if ("([{".includes(char)) depth += 1;
    }
  }
  return { end: line.trimEnd().length, open: -1, marks };
}

function closing(line: string, open: number): number {
  for (let at = open + 1; at < line.length; at++) {
    if (line[at] === "\\") at += 1;
    else if (line[at] === line[open]) return at;
  }
  return -1;
}
