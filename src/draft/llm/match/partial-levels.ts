import type { BlockText } from "../reply/reply.ts";
import { exactLines, shiftedLines, trimmedLines } from "./line-levels.ts";
import { type FileLines, type Found, foundOf, linesOf, NOT_FOUND, type Replacement } from "./level.ts";

const ELISION = /^[ \t]*(?:#[ \t]*)?(?:\.\.\.|…)[ \t]*$/;

/** L5: `...` on a line of its own stands for lines left out; the pieces between are in order, each found once. */
export function elidedLines(file: FileLines, { search, replace }: BlockText): Found {
  const [wanted, given] = [piecesOf(search), piecesOf(replace)];
  if (wanted.length < 2 || wanted.length !== given.length) return NOT_FOUND;
  const pieces = wanted
    .map((piece, index) => ({ search: piece, replace: given[index] ?? "" }))
    .filter((piece) => piece.search !== "" || piece.replace !== "");
  const found = pieces.map((piece) => placeOf(file, piece));
  const places = found.flatMap((place) => place ?? []);
  const isOrdered = places.every(({ start }, index) => start >= (places[index - 1]?.end ?? 0));
  if (places.length < pieces.length || !isOrdered) return NOT_FOUND;
  const changed = places.filter(({ start, end, text }) => file.text.slice(start, end) !== text);
  return changed.length === 0 ? NOT_FOUND : foundOf([changed]);
}

/** By the strictest level that knows the piece at all; undefined when that finds it more than once. */
function placeOf(file: FileLines, piece: BlockText): Replacement | undefined {
  const found = [exactLines, trimmedLines, shiftedLines].map((level) => level(file, piece));
  const first = found.find(({ kind }) => kind !== "none");
  return first?.kind === "one" ? first.replacements[0] : undefined;
}

function piecesOf(text: string): string[] {
  const pieces = [""];
  for (const line of linesOf(text)) {
    if (ELISION.test(line)) pieces.push("");
    else pieces[pieces.length - 1] += `${line}\n`;
  }
  return pieces;
}

/** L6: part of one line, on both sides, that the file has just once. */
export function partOfLine(file: FileLines, block: BlockText): Found {
  const [search = "", ...more] = linesOf(block.search.trim());
  const [replace = "", ...others] = linesOf(block.replace.trim());
  if (search.length < 4 || more.length + others.length > 0) return NOT_FOUND;
  const starts: number[] = [];
  for (let at = file.text.indexOf(search); at >= 0; at = file.text.indexOf(search, at + 1)) starts.push(at);
  return foundOf(starts.map((start) => [{ start, end: start + search.length, text: replace }]));
}
