import type { BlockText } from "../reply/reply.ts";
import { type FileLines, type Found, foundOf, linesOf, NOT_FOUND, replaceLines } from "./level.ts";

const ENOUGH = 0.92;
const LEAD = 0.05;
/** Longer search texts cost too much to compare with every place. */
const MAX_LINES = 200;

/**
 * L8: a run of as many lines, give or take one in ten, that begins and ends alike and is alike enough, with no other place
 * nearly as much so. Only for a result that Python can read, and only to be suggested.
 */
export function alikeLines(file: FileLines, block: BlockText): Found {
  const wanted = linesOf(block.search);
  if (wanted.length < 3 || wanted.length > MAX_LINES) return NOT_FOUND;
  const slack = Math.floor(wanted.length / 10);
  const places = file.lines.flatMap((line, first) => {
    if (line.trim() !== wanted[0]?.trim()) return [];
    return Array.from({ length: 2 * slack + 1 }, (_, index) => wanted.length - slack + index).flatMap((count) => {
      const own = file.lines.slice(first, first + count);
      const isAnchored = own.length === count && own.at(-1)?.trim() === wanted.at(-1)?.trim();
      return isAnchored ? [{ first, count, ratio: likeness(own, wanted) }] : [];
    });
  });
  const [best, ...others] = places.toSorted((a, b) => b.ratio - a.ratio);
  const runnerUp = others.find(({ first }) => first !== best?.first);
  if (!best || best.ratio < ENOUGH || (runnerUp && runnerUp.ratio > best.ratio - LEAD)) return NOT_FOUND;
  return foundOf([[replaceLines(file, best, linesOf(block.replace))]]);
}

/** Twice the characters in common, in order, over all of them; by the longest common subsequence of each pair of lines. */
export function likeness(own: readonly string[], wanted: readonly string[]): number {
  const [first, second] = [own.join("\n"), wanted.join("\n")];
  const total = first.length + second.length;
  return total === 0 ? 1 : (2 * commonLength(first.slice(0, 8000), second.slice(0, 8000))) / total;
}

function commonLength(first: string, second: string): number {
  let before = new Uint16Array(second.length + 1);
  for (const character of first) {
    const row = new Uint16Array(second.length + 1);
    for (let index = 1; index <= second.length; index++) {
      const isSame = character === second[index - 1];
      row[index] = isSame ? (before[index - 1] ?? 0) + 1 : Math.max(before[index] ?? 0, row[index - 1] ?? 0);
    }
    before = row;
  }
  return before[second.length] ?? 0;
}
