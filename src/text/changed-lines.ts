/**
 * How many lines a patch of one file touches: the longer side of what lies between the common first and last lines.
 * An upper bound, cheap and never too low for one hunk.
 */
export function changedLines(before: string, after: string): number {
  const [old, fresh] = [before.split("\n"), after.split("\n")];
  const shorter = Math.min(old.length, fresh.length);
  let head = 0;
  while (head < shorter && old[head] === fresh[head]) head++;
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail) === fresh.at(-1 - tail)) tail++;
  const [left, right] = [old.slice(head, old.length - tail), fresh.slice(head, fresh.length - tail)];
  return Math.max(missingFrom(left, right), missingFrom(right, left));
}

/** Lines of `left` that `right` does not have, counted as often as they occur. */
function missingFrom(left: readonly string[], right: readonly string[]): number {
  const available = new Map<string, number>();
  for (const line of right) available.set(line, (available.get(line) ?? 0) + 1);
  let missing = 0;
  for (const line of left) {
    const count = available.get(line) ?? 0;
    if (count === 0) missing++;
    else available.set(line, count - 1);
  }
  return missing;
}
