/** A place of a file, and what to put there. Offsets count UTF-16 code units. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What a level finds: nothing, one place, or more than one. */
export type Found =
  | { readonly kind: "none" }
  | { readonly kind: "one"; readonly replacements: readonly Replacement[] }
  | { readonly kind: "several"; readonly all: readonly (readonly Replacement[])[] };

export const NOT_FOUND: Found = { kind: "none" };

/** One place or more as a finding. */
export function foundOf(all: readonly (readonly Replacement[])[]): Found {
  const [first, ...others] = all;
  if (!first) return NOT_FOUND;
  return others.length === 0 ? { kind: "one", replacements: first } : { kind: "several", all };
}

/** The text with its line ends as `\n`, as lines without them; a text that ends with a line end has no empty last line. */
export function linesOf(text: string): string[] {
  const lines = text.replaceAll(/\r\n?/g, "\n").split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

/** A file cut into lines, each with where it begins; for what levels compare, and what they replace. */
export interface FileLines {
  readonly text: string;
  readonly lines: readonly string[];
  /** Offset of each line, and behind the last one the length of the text. */
  readonly starts: readonly number[];
  readonly lineEnd: string;
}

export function fileLines(text: string): FileLines {
  const lineEnd = /\r\n|\r|\n/.exec(text)?.[0] ?? "\n";
  const lines: string[] = [];
  const starts: number[] = [];
  for (const match of text.matchAll(/([^\r\n]*)(\r\n|\r|\n|$)/g)) {
    if (match[0] === "" && lines.length > 0) break;
    starts.push(match.index);
    lines.push(match[1] ?? "");
  }
  return { text, lines, starts: [...starts, text.length], lineEnd };
}

/** Replaces whole lines of a file by others, in the file's own line ends; the last line keeps having none where it has none. */
export function replaceLines(
  file: FileLines,
  at: { readonly first: number; readonly count: number },
  by: readonly string[],
): Replacement {
  const start = file.starts[at.first] ?? file.text.length;
  const end = file.starts[at.first + at.count] ?? file.text.length;
  const isEnded = /[\r\n]$/.test(file.text.slice(start, end)) || start === end;
  const text = by.map((line) => line + file.lineEnd).join("");
  return { start, end, text: isEnded || text === "" ? text : text.slice(0, -file.lineEnd.length) };
}

/** Where a run of lines stands in a file, by a comparison of single lines. */
export function runsOf(
  lines: readonly string[],
  wanted: readonly string[],
  isSame: (line: string, other: string) => boolean,
): number[] {
  if (wanted.length === 0) return [];
  const found: number[] = [];
  for (let start = 0; start + wanted.length <= lines.length; start++) {
    if (wanted.every((line, offset) => isSame(lines[start + offset] ?? "", line))) found.push(start);
  }
  return found;
}
