import type { Range } from "./secret-places.ts";

/** A text without some parts of it, and where its characters stood before. */
export interface TextView {
  readonly text: string;
  /** A range of the view as a range of the whole text, with the parts that were taken out inside it. */
  readonly back: (range: Range) => Range;
}

/** The text without these parts, which are in order and do not overlap. */
export function without(text: string, gaps: readonly Range[]): TextView {
  if (gaps.length === 0) return { text, back: (range) => range };
  const kept: string[] = [];
  // Where in the view each gap was, and how much is gone up to there.
  const places = new Uint32Array(gaps.length);
  const gone = new Uint32Array(gaps.length);
  let [from, removed] = [0, 0];
  gaps.forEach(({ start, end }, index) => {
    kept.push(text.slice(from, start));
    places[index] = start - removed;
    removed += end - start;
    gone[index] = removed;
    from = end;
  });
  kept.push(text.slice(from));
  const offset = (at: number): number => at + (gone[lastUpTo(places, at)] ?? 0);
  return { text: kept.join(""), back: ({ start, end }) => ({ start: offset(start), end: offset(end - 1) + 1 }) };
}

/** Index of the last place that is not behind this one; -1 when all are. */
function lastUpTo(places: Uint32Array, at: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const MARGIN = /[ \t]{0,200}(?:(?:[E>|│┃+]|\d{1,6})[ \t]{1,40})?["']?/y;

/** The ends of lines with the margins that reports, boxes and strings of programs put around them. */
export function lineBreaks(text: string): Range[] {
  const breaks: Range[] = [];
  let before = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) {
    if (at < before) continue;
    MARGIN.lastIndex = at + 1;
    const end = at + 1 + (MARGIN.exec(text)?.[0].length ?? 0);
    breaks.push({ start: lineEnd(text, before, at), end });
    before = end;
  }
  return breaks;
}

/** Before the blanks, the frame, the backslash and the quote with which a line may end. */
function lineEnd(text: string, from: number, to: number): number {
  let at = to;
  const skip = (signs: string, most: number): void => {
    for (let count = 0; count < most && at > from && signs.includes(text[at - 1] ?? "-"); count++) at--;
  };
  skip("\r", 1);
  skip("\\│┃|", 1);
  skip(" \t", 200);
  skip("\"'", 1);
  return at;
}
