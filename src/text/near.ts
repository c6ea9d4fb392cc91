/**
 * True when one letter more, less, exchanged or swapped with its neighbour makes one name of the other. Short names and
 * mere digits do not count: `boto` and `boto3` are two packages.
 */
export function isNear(left: string, right: string): boolean {
  const shorter = Math.min(left.length, right.length);
  if (shorter < 4 || Math.abs(left.length - right.length) > 1 || letters(left) === letters(right)) return false;
  const start = common(left, right, shorter);
  const end = common(reversed(left), reversed(right), shorter - start);
  const one = left.slice(start, left.length - end);
  const other = right.slice(start, right.length - end);
  return Math.max(one.length, other.length) <= 1 || (one.length === 2 && one === reversed(other));
}

function letters(name: string): string {
  return name.replaceAll(/\d/g, "");
}

/** How many characters both begin with, at most `limit`. */
function common(left: string, right: string, limit: number): number {
  let count = 0;
  while (count < limit && left[count] === right[count]) count += 1;
  return count;
}

function reversed(text: string): string {
  return text.split("").toReversed().join("");
}
