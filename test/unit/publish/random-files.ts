/** A seeded source of choices, so that a failing round can be run again. */
export interface RandomSource {
  below(limit: number): number;
  pick<T>(values: readonly T[]): T;
  chance(share: number): boolean;
}

export function randomSource(seed: number): RandomSource {
  let state = seed >>> 0;
  const next = (): number => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return { below, pick: (values) => values[below(values.length)] as never, chance: (share) => next() < share };
}

const LINES = [
  "",
  "",
  "    return x",
  "    pass",
  "```",
  "``` js",
  "x = 1",
  "def f():",
  "\tindented",
  "# @me #1",
  "a\\",
];

export function randomLine(random: RandomSource, serial: () => number): string {
  return random.chance(0.5) ? `line ${serial()}` : random.pick(LINES);
}

/** Replaces, deletes or inserts runs of lines; `near` makes them cluster. */
export function editLines(
  lines: readonly string[],
  {
    random,
    serial,
    near,
    edits,
  }: { random: RandomSource; serial: () => number; near: readonly number[]; edits: number },
): { readonly lines: readonly string[]; readonly touched: readonly number[] } {
  const result = [...lines];
  const touched: number[] = [];
  for (let count = 0; count < edits; count++) {
    const around =
      near.length > 0 && random.chance(0.7) ? random.pick(near) + random.below(9) - 4 : random.below(result.length + 1);
    const position = Math.max(0, Math.min(result.length, around));
    const removed = random.below(4);
    const added = Array.from({ length: random.below(4) }, () => randomLine(random, serial));
    result.splice(position, removed, ...added);
    touched.push(position);
  }
  return { lines: result, touched };
}
