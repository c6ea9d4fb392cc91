import type { BlockText } from "../reply/reply.ts";
import { type FileLines, type Found, foundOf, linesOf, replaceLines, runsOf } from "./level.ts";

/** L0: the very lines, whatever ends them. */
export function exactLines(file: FileLines, block: BlockText): Found {
  return byLines(file, block, (line, other) => line === other);
}

/** L1: blanks at the ends of lines do not count; tabs inside do. */
export function trimmedLines(file: FileLines, block: BlockText): Found {
  return byLines(file, block, (line, other) => line.trimEnd() === other.trimEnd());
}

function byLines(file: FileLines, block: BlockText, isSame: (line: string, other: string) => boolean): Found {
  const [search, replace] = [linesOf(block.search), linesOf(block.replace)];
  const starts = runsOf(file.lines, search, isSame);
  return foundOf(starts.map((first) => [replaceLines(file, { first, count: search.length }, replace)]));
}

/** L2: blank lines around the search text do not count. */
export function withoutBlankEdges(file: FileLines, { search, replace }: BlockText): Found {
  return trimmedLines(file, { search: unedged(search), replace: unedged(replace) });
}

function unedged(text: string): string {
  const lines = linesOf(text);
  const isText = (line: string): boolean => line.trim() !== "";
  const own = lines.slice(Math.max(0, lines.findIndex(isText)), lines.findLastIndex(isText) + 1);
  return own.map((line) => `${line}\n`).join("");
}

/** L3: all lines stand further in or out by one and the same prefix; the replacement is moved alike. */
export function shiftedLines(file: FileLines, block: BlockText): Found {
  return shifted(file, block, (line) => line.trimEnd());
}

/** L4: blanks inside lines count as one, and blank lines not at all; the shift must be constant still. */
export function collapsedLines(file: FileLines, block: BlockText): Found {
  const { search, replace } = { search: unedged(block.search), replace: unedged(block.replace) };
  const wanted = linesOf(search).filter((line) => line.trim() !== "");
  const own = file.lines.flatMap((line, index) => (line.trim() === "" ? [] : [{ line, index }]));
  const places = runsOf(
    own.map(({ line }) => collapsed(line)),
    wanted.map(collapsed),
    (line, other) => line === other,
  );
  return foundOf(
    places.flatMap((start) => {
      const found = own.slice(start, start + wanted.length);
      const shift = shiftBetween(
        found.map(({ line }) => line),
        wanted,
      );
      const first = found[0]?.index ?? 0;
      const count = (found.at(-1)?.index ?? first) - first + 1;
      return shift ? [[replaceLines(file, { first, count }, moved(linesOf(replace), shift))]] : [];
    }),
  );
}

function collapsed(line: string): string {
  return line.trim().replaceAll(/\s+/g, " ");
}

function shifted(file: FileLines, block: BlockText, form: (line: string) => string): Found {
  const wanted = linesOf(unedged(block.search));
  const replace = linesOf(unedged(block.replace));
  const starts = runsOf(file.lines, wanted, (line, other) => form(line).trimStart() === form(other).trimStart());
  return foundOf(
    starts.flatMap((first) => {
      const shift = shiftBetween(file.lines.slice(first, first + wanted.length), wanted);
      return shift ? [[replaceLines(file, { first, count: wanted.length }, moved(replace, shift))]] : [];
    }),
  );
}

/** What to take from the beginning of each line, and what to put there. */
interface Shift {
  readonly drop: string;
  readonly add: string;
}

/** The one shift by which every line of the file differs from its line of the search text; undefined when there is none. */
function shiftBetween(lines: readonly string[], wanted: readonly string[]): Shift | undefined {
  const pairs = lines.flatMap((line, index) =>
    line.trim() === "" ? [] : [[indentOf(line), indentOf(wanted[index] ?? "")] as const],
  );
  const shifts = pairs.map(([own, other]): Shift | undefined => {
    if (own.endsWith(other)) return { drop: "", add: own.slice(0, own.length - other.length) };
    return other.endsWith(own) ? { drop: other.slice(0, other.length - own.length), add: "" } : undefined;
  });
  const [first] = shifts;
  const isConstant = shifts.every((shift) => shift && first && shift.drop === first.drop && shift.add === first.add);
  return isConstant ? first : undefined;
}

function indentOf(line: string): string {
  return /^[ \t]*/.exec(line)?.[0] ?? "";
}

function moved(lines: readonly string[], { drop, add }: Shift): string[] {
  return lines.map((line) =>
    line.trim() === "" ? "" : add + (line.startsWith(drop) ? line.slice(drop.length) : line),
  );
}
