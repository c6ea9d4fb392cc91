import { credentials } from "./credentials.ts";
import { type Range, rangesOf } from "./secret-places.ts";
import { knownShapes } from "./secret-shapes.ts";
import { formsOf } from "./secret-values.ts";
import { lineBreaks, without } from "./text-view.ts";

/** What stands in the place of a secret. */
export const MASK = "***";

/** What a terminal swallows, and what nobody sees: it can stand inside a secret. */
const UNSEEN = new RegExp(
  `(?:${String.fromCharCode(27)}(?:\\[[0-9;?]*[ -/]*[@-~]|\\][^\\x07\\x1b]{0,2000}(?:\\x07|\\x1b\\\\)|[@-_])|(?![\\t\\n\\r])[\\p{Cc}\\p{Cf}]){1,1000}`,
  "gu",
);
/**
 * The text without what looks like a credential, and without the given exact values in any form that they are written
 * in; also where colours or the end of a line stand inside. Every pattern is bounded, so the time is linear in the
 * length of the text. Twice is as once.
 */
export function redact(text: string, secrets: readonly string[]): string {
  return redactBy(text, secrets, () => MASK);
}

/** The same for code whose lines are counted: each secret leaves as many ends of lines as it had. */
export function redactLines(text: string, secrets: readonly string[]): string {
  return redactBy(text, secrets, (secret) => MASK + secret.replaceAll(/[^\r\n]/g, ""));
}

type Mask = (secret: string) => string;

/** A mask ends a value in another place than the secret did, so what is around it may have to be hidden too. */
const MOST_PASSES = 4;

function redactBy(text: string, secrets: readonly string[], maskOf: Mask): string {
  if (text.length < 4) return text;
  const values = formsOf(secrets);
  let hidden = text;
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const next = redactOnce(hidden, values, maskOf);
    if (next === hidden) break;
    hidden = next;
  }
  return hidden;
}

function redactOnce(text: string, values: readonly string[], maskOf: Mask): string {
  const unseen = [...text.matchAll(UNSEEN)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
  const seen = without(text, unseen);
  const found = [
    ...valueRanges(seen.text, values),
    ...acrossLines(seen.text, (joined) => valueRanges(joined, values)),
    ...credentials(seen.text),
  ];
  const masked = mask(text, found.map(seen.back), maskOf);
  // Only now: a whole one at the end of a line must not take the next word along.
  const broken = acrossLines(masked, (joined) => [...knownShapes(joined), ...restsOf(joined)]);
  return mask(masked, broken, maskOf);
}

/** What is found where lines are put together and not in one of them. */
function acrossLines(text: string, find: (joined: string) => readonly Range[]): Range[] {
  const joined = without(text, lineBreaks(text));
  return find(joined.text)
    .filter((range) => lengthOf(joined.back(range)) !== lengthOf(range))
    .map(joined.back);
}

function lengthOf({ start, end }: Range): number {
  return end - start;
}

function valueRanges(text: string, values: readonly string[]): Range[] {
  return values.flatMap((value) => {
    // A password that is a plain word, `postgres`, must not take the front off `postgresql`.
    const isWord = /^(?:[A-Z]?[a-z]{0,15}|[A-Z]{1,15})$/.test(value);
    const ranges: Range[] = [];
    for (let start = text.indexOf(value); start !== -1; start = text.indexOf(value, start + value.length)) {
      const end = start + value.length;
      const isInside = /[A-Za-z0-9]/.test(`${text[start - 1] ?? ""}${text[end] ?? ""}`);
      if (!isWord || !isInside) ranges.push({ start, end });
    }
    return ranges;
  });
}

/** The rest of a credential whose beginning is hidden: what goes on after the end of the line and is no word. */
function restsOf(text: string): Range[] {
  const rests = rangesOf(
    text,
    /(\*\*\*)(?=[A-Za-z+/=_-]{0,60}\d)(?=[\d+/=_-]{0,60}[A-Za-z])[A-Za-z0-9+/=_-]{12,2000}(?![\w(.])/g,
  );
  return rests.map(({ start, end }) => ({ start: start - MASK.length, end }));
}

/** Puts the mask in the place of the ranges, those that overlap in one piece. */
function mask(text: string, ranges: readonly Range[], maskOf: Mask): string {
  const own = ranges.filter(({ start, end }) => end > start).toSorted((a, b) => a.start - b.start);
  const merged: Range[] = [];
  for (const { start, end } of own) {
    const last = merged.at(-1);
    if (last === undefined || start >= last.end) merged.push({ start, end });
    else merged[merged.length - 1] = { start: last.start, end: Math.max(end, last.end) };
  }
  const starts = [0, ...merged.map(({ end }) => end)];
  const parts = merged.flatMap(({ start, end }, index) => [
    text.slice(starts[index], start),
    maskOf(text.slice(start, end)),
  ]);
  return merged.length === 0 ? text : [...parts, text.slice(starts.at(-1))].join("");
}
