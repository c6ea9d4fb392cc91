/** Lines `[beforeStart, beforeEnd)` become lines `[afterStart, afterEnd)`; zero-based; one side may be empty. */
export interface LineHunk {
  readonly beforeStart: number;
  readonly beforeEnd: number;
  readonly afterStart: number;
  readonly afterEnd: number;
}

/** Steps (insertions plus deletions) after which the search gives up: 16 MB of memory at most. */
const MOST_STEPS = 2000;

/**
 * Lines with their endings, so that joining them gives the text back. Only a line feed ends a line, as in git: a lone
 * carriage return stays inside its line. A last line without an ending is a line; an empty text has none.
 */
export function splitLines(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/**
 * The smallest set of changed line ranges, in order, never touching each other. Two texts that differ in more than
 * 2000 lines with a counterpart elsewhere come back as one replaced range: right, but not the smallest.
 */
export function diffLines(before: readonly string[], after: readonly string[]): readonly LineHunk[] {
  const partners = alignLines(before, after);
  const hunks: LineHunk[] = [];
  let beforeStart = 0;
  let afterStart = 0;
  const close = (beforeEnd: number, afterEnd: number): void => {
    if (beforeEnd > beforeStart || afterEnd > afterStart) {
      hunks.push({ beforeStart, beforeEnd, afterStart, afterEnd });
    }
    beforeStart = beforeEnd + 1;
    afterStart = afterEnd + 1;
  };
  for (const [index, partner] of partners.entries()) {
    if (partner !== null) close(index, partner);
  }
  close(before.length, after.length);
  return hunks;
}

/** For each line of `before`, the index of the same line in `after`, or null where it is gone. Earliest match first. */
export function alignLines(before: readonly string[], after: readonly string[]): readonly (number | null)[] {
  const partners: (number | null)[] = Array.from({ length: before.length }, () => null);
  const head = commonHead(before, after);
  const tail = commonTail(before, after, head);
  for (let index = 0; index < head; index++) partners[index] = index;
  for (let index = 1; index <= tail; index++) partners[before.length - index] = after.length - index;
  const left = keepShared(before, after, { head, tail });
  const right = keepShared(after, before, { head, tail });
  for (const [leftIndex, rightIndex] of longestCommon(left.lines, right.lines)) {
    partners[left.positions[leftIndex] ?? 0] = right.positions[rightIndex] ?? 0;
  }
  return partners;
}

/** The same as `alignLines` but searched from the end: where both agree, repeated lines leave no choice. */
export function alignLinesFromEnd(before: readonly string[], after: readonly string[]): readonly (number | null)[] {
  const partners = alignLines([...before].reverse(), [...after].reverse());
  return [...partners].reverse().map((partner) => (partner === null ? null : after.length - 1 - partner));
}

function commonHead(before: readonly string[], after: readonly string[]): number {
  const most = Math.min(before.length, after.length);
  let count = 0;
  while (count < most && before[count] === after[count]) count++;
  return count;
}

function commonTail(before: readonly string[], after: readonly string[], head: number): number {
  const most = Math.min(before.length, after.length) - head;
  let count = 0;
  while (count < most && before[before.length - 1 - count] === after[after.length - 1 - count]) count++;
  return count;
}

interface SharedLines {
  readonly lines: readonly string[];
  /** Where each of them stands in the whole text. */
  readonly positions: readonly number[];
}

/** Lines between head and tail that occur on the other side too; the rest can never be part of a match. */
function keepShared(
  lines: readonly string[],
  others: readonly string[],
  { head, tail }: { head: number; tail: number },
): SharedLines {
  const known = new Set(others.slice(head, others.length - tail));
  const positions: number[] = [];
  for (let index = head; index < lines.length - tail; index++) {
    if (known.has(lines[index] ?? "")) positions.push(index);
  }
  return { lines: positions.map((position) => lines[position] ?? ""), positions };
}

/**
 * Pairs of equal lines, as many as possible (Myers 1986, greedy, forward), last pair first. Empty when it takes more
 * than `MOST_STEPS` steps.
 */
function longestCommon(left: readonly string[], right: readonly string[]): readonly (readonly [number, number])[] {
  const rounds: Int32Array[] = [];
  const most = Math.min(left.length + right.length, MOST_STEPS);
  for (let steps = 0; steps <= most; steps++) {
    const round = advance(rounds[steps - 1], left, right);
    rounds.push(round);
    const end = left.length - right.length;
    if (Math.abs(end) <= steps && furthest(round, end) >= left.length) return traceBack(rounds, left, right);
  }
  return [];
}

/** How far each diagonal gets with one more step than `previous`; diagonal k is at index k + steps. */
function advance(previous: Int32Array | undefined, left: readonly string[], right: readonly string[]): Int32Array {
  const steps = previous === undefined ? 0 : (previous.length + 1) / 2;
  const round = new Int32Array(2 * steps + 1).fill(-1);
  for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
    let x = previous === undefined ? 0 : startOf(previous, diagonal).x;
    while (x < left.length && x - diagonal < right.length && left[x] === right[x - diagonal]) x++;
    round[diagonal + steps] = x;
  }
  return round;
}

/** Where a path on this diagonal leaves the round before: one line down (insertion) or right (deletion). */
function startOf(previous: Int32Array, diagonal: number): { readonly x: number; readonly from: number } {
  const above = furthest(previous, diagonal + 1);
  const before = furthest(previous, diagonal - 1);
  return before < above ? { x: above, from: diagonal + 1 } : { x: before + 1, from: diagonal - 1 };
}

function furthest(round: Int32Array, diagonal: number): number {
  return round[diagonal + (round.length - 1) / 2] ?? -1;
}

function traceBack(
  rounds: readonly Int32Array[],
  left: readonly string[],
  right: readonly string[],
): readonly (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  let x = left.length;
  let diagonal = x - right.length;
  for (let steps = rounds.length - 1; steps >= 0; steps--) {
    const previous = rounds[steps - 1];
    const start = previous === undefined ? { x: 0, from: 0 } : startOf(previous, diagonal);
    for (let index = x - 1; index >= start.x; index--) pairs.push([index, index - diagonal]);
    x = previous === undefined ? 0 : furthest(previous, start.from);
    diagonal = start.from;
  }
  return pairs;
}
