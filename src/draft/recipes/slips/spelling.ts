import { distance } from "../../../text/near.ts";

/** Letters that may be wrong in a name of this length: short names are too easily another word. */
const SHORT = 4;
const MAX_DISTANCE = 2;

/**
 * True when one name is most likely the other one misspelt: the same number of words, the words that differ at least four
 * letters long and at most a third of their letters wrong. `min_size` is no misspelt `max_size`, `part1` no `part2`.
 */
export function isMisspelt(wrong: string, right: string): boolean {
  const [left, other] = [wordsOf(wrong), wordsOf(right)];
  if (wrong === right || left.length !== other.length) return false;
  const differing = left.flatMap((text, index) => (text === other[index] ? [] : [[text, other[index] ?? ""] as const]));
  const distances = differing.map(([first, second]) => distance(first, second));
  const isClose = differing.every(([first, second], index) => isCloseEnough(first, second, distances[index] ?? 0));
  return isClose && distances.reduce((sum, wrongLetters) => sum + wrongLetters, 0) <= MAX_DISTANCE;
}

function isCloseEnough(first: string, second: string, wrongLetters: number): boolean {
  const shorter = Math.min(first.length, second.length);
  const isOnlyDigits = first.replaceAll(/\d/g, "") === second.replaceAll(/\d/g, "");
  return shorter >= SHORT && !isOnlyDigits && wrongLetters <= Math.max(1, Math.floor(shorter / 3));
}

function wordsOf(name: string): string[] {
  return name.split("_");
}
