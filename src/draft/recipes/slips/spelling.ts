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
  const distances = differing.map(([first, second]) => distanceOf(first, second));
  const isClose = differing.every(([first, second], index) => isCloseEnough(first, second, distances[index] ?? 0));
  return isClose && distances.reduce((sum, distance) => sum + distance, 0) <= MAX_DISTANCE;
}

function isCloseEnough(first: string, second: string, distance: number): boolean {
  const shorter = Math.min(first.length, second.length);
  const isOnlyDigits = first.replaceAll(/\d/g, "") === second.replaceAll(/\d/g, "");
  return shorter >= SHORT && !isOnlyDigits && distance <= Math.max(1, Math.floor(shorter / 3));
}

function wordsOf(name: string): string[] {
  return name.split("_");
}

/** Letters put in, left out, exchanged, or swapped with their neighbours; more than `left` of them are not counted. */
function distanceOf(first: string, second: string, left = MAX_DISTANCE): number {
  const same = first.split("").findIndex((letter, index) => letter !== second[index]);
  const start = same === -1 ? first.length : same;
  const [one, other] = [first.slice(start), second.slice(start)];
  if (one === "" || other === "" || left === 0) return one === other ? 0 : Math.max(one.length, other.length, 1);
  const isSwapped = one[0] === other[1] && one[1] === other[0];
  return (
    1 +
    Math.min(
      distanceOf(one.slice(1), other, left - 1),
      distanceOf(one, other.slice(1), left - 1),
      distanceOf(one.slice(1), other.slice(1), left - 1),
      isSwapped ? distanceOf(one.slice(2), other.slice(2), left - 1) : Infinity,
    )
  );
}
