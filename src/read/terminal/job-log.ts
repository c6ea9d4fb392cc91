import { splitLines } from "../../text/report-text.ts";
import { escapePattern, loosePattern, prefixParts } from "./log-prefix.ts";
import { parseRule } from "./rule.ts";

/** A line that pytest or Python begins itself, and what a job's log put in front of it. */
interface Anchor {
  readonly index: number;
  readonly prefix: string;
}

/** Lines with one and the same prefix, times and running numbers aside. */
interface Stream {
  readonly pattern: RegExp;
  /** The same prefix with another label: a neighbour's line, as `db-1 | ` is to `app-1 | `. */
  readonly neighbour: RegExp | null;
}

/** What lines begin with that pytest or Python print where no rule is drawn. */
const WEAK_ANCHORS = [
  /^(?:Traceback|Exception Group Traceback) \(most recent call last\):\s*$/,
  /^ImportError while loading conftest '/,
  /^INTERNALERROR> /,
  /^Fatal Python error: /,
  /^ERROR: (?:usage: |file or directory not found: |not found: )/,
  /^(?:\d+ [a-z]+, )*\d+ [a-z]+ in \d+\.\d+s/,
];
const WEAK_WORDS = ["Traceback (", "Exception Group T", "ImportError while l", "INTERNALERROR> ", "Fatal Python error"];
/** pytest's own prefix of an internal error's traceback. */
const INTERNAL_MARK = "INTERNALERROR> ";
const MORE_WORDS = ["ERROR: ", " in "];
const MAX_PREFIX = 200;
const MAX_STREAMS = 60;
/** How far around an anchor lines are looked at, and how many of them must have its prefix. */
const WINDOW = 3;
const SHARE = 0.6;

/**
 * Takes out what a CI service or a tool put before each line: times, job and step names, container names, line
 * numbers. Which prefix that is, the text says itself: it is what stands before the lines that pytest draws, or before
 * `Traceback (most recent call last):`, and before most lines around those. All else stays as it is, so a program's
 * own output is not mutilated; lines of several streams that are mixed line by line come out one stream after the
 * other. Terminal colours must have been taken out before. Without such a prefix the text comes back unchanged, save
 * for byte order marks.
 */
export function withoutLogPrefixes(text: string): string {
  const plain = text.includes("\uFEFF") ? text.replaceAll(/(^|[\n\t])\uFEFF/g, "$1") : text;
  const lines = splitLines(plain);
  const streams = findStreams(lines);
  return streams.length === 0 ? plain : unmix(lines, streams).join("\n");
}

function findStreams(lines: readonly string[]): readonly Stream[] {
  const strong = lines.flatMap((line, index) => anchorAt(index, rulePrefix(line)));
  const anchors = strong.length > 0 ? strong : lines.flatMap((line, index) => anchorAt(index, weakPrefix(line)));
  const bare = anchors.filter(({ prefix }) => prefix === "");
  return collect(
    anchors.filter(({ prefix }) => prefix !== ""),
    ({ prefix }) => patternOf(prefix, () => true),
  )
    .filter((group) => isOnItsOwn(group, bare))
    .slice(0, MAX_STREAMS)
    .flatMap((group) => streamsOf(lines, group));
}

/** Not printed by a test of a session that has no prefix, and no indented part of a text that has none. */
function isOnItsOwn(group: readonly Anchor[], bare: readonly Anchor[]): boolean {
  const isWithin =
    bare.some(({ index }) => index < firstIndex(group)) && bare.some(({ index }) => index > lastIndex(group));
  return !isWithin && (bare.length === 0 || group.some(({ prefix }) => prefix.trim() !== ""));
}

function firstIndex(group: readonly Anchor[]): number {
  return group[0]?.index ?? 0;
}

function lastIndex(group: readonly Anchor[]): number {
  return group.at(-1)?.index ?? 0;
}

/**
 * A number that differs each time is a counter, any other is part of a name. Where there are too few lines to tell,
 * the lines around them do.
 */
function streamsOf(lines: readonly string[], group: readonly Anchor[]): readonly Stream[] {
  const numbers = group.map(({ prefix }) => numbersOf(prefix));
  const counters = new Set(
    (numbers[0] ?? []).flatMap((_, position) => {
      const values = new Set(numbers.map((row) => row[position]));
      return values.size >= 3 && values.size === group.length ? [position] : [];
    }),
  );
  const split = collect(group, ({ prefix }) => patternOf(prefix, (position) => counters.has(position)));
  const streams = regularStreams(lines, split, (position) => counters.has(position));
  return streams.length > 0 ? streams : regularStreams(lines, [group], () => true);
}

function regularStreams(
  lines: readonly string[],
  groups: readonly (readonly Anchor[])[],
  isCounter: (position: number) => boolean,
): readonly Stream[] {
  return groups.flatMap((group) => {
    const stream = streamOf(group[0]?.prefix ?? "", isCounter);
    return isRegular(lines, group, stream) ? [stream] : [];
  });
}

function anchorAt(index: number, prefix: string | null): Anchor[] {
  return prefix === null || prefix.length > MAX_PREFIX ? [] : [{ index, prefix }];
}

/** What stands before a rule that goes on to the end of the line. */
function rulePrefix(line: string): string | null {
  const start = line.endsWith("===") ? line.indexOf("===") : -1;
  return start >= 0 && start <= MAX_PREFIX && parseRule(line.slice(start), null) !== null ? line.slice(0, start) : null;
}

function weakPrefix(line: string): string | null {
  const head = line.slice(0, 2 * MAX_PREFIX);
  const starts = [...WEAK_WORDS.map((word) => head.indexOf(word)), ...totalStarts(head)];
  const start = starts.find((at) => at >= 0 && WEAK_ANCHORS.some((anchor) => anchor.test(head.slice(at))));
  if (start === undefined) {
    return null;
  }
  const marked = head.lastIndexOf(INTERNAL_MARK, start);
  const prefix = head.slice(0, marked >= 0 && marked + INTERNAL_MARK.length === start ? marked : start);
  return isPartOfTraceback(prefix) ? null : prefix;
}

/** Where a usage error or a bare closing line (`-q`) may begin. */
function totalStarts(head: string): number[] {
  if (!MORE_WORDS.some((word) => head.includes(word))) {
    return [];
  }
  return [head.indexOf("ERROR: "), ...[...head.matchAll(/(?<=^|[ \t])\d+ [a-z]/g)].map(({ index }) => index)];
}

/** Marks of pytest, of a group's tree and of the group's header are no log's prefix. */
function isPartOfTraceback(prefix: string): boolean {
  return /^[\s|+-]*[|+][\s|+-]*$/.test(prefix) || /^E\s+$/.test(prefix);
}

function numbersOf(prefix: string): readonly string[] {
  return prefixParts(prefix).flatMap(({ kind, text }) => (kind === "number" ? [text] : []));
}

function patternOf(prefix: string, isCounter: (position: number) => boolean): string {
  let position = -1;
  return prefixParts(prefix)
    .map(({ kind, text, pattern }) => {
      position += kind === "number" ? 1 : 0;
      return kind === "number" && !isCounter(position) ? escapePattern(text) : pattern;
    })
    .join("");
}

function streamOf(prefix: string, isCounter: (position: number) => boolean): Stream {
  return {
    pattern: prefixPattern(patternOf(prefix, isCounter)),
    neighbour: /[|\]]/.test(prefix) ? prefixPattern(loosePattern(prefix)) : null,
  };
}

/** Blanks at the end of an empty line are often lost. */
function prefixPattern(source: string): RegExp {
  return new RegExp(`^(?:${source}|${source.replace(/ +$/, "")}$)`, "u");
}

function isRegular(lines: readonly string[], group: readonly Anchor[], { pattern, neighbour }: Stream): boolean {
  let [own, all] = [0, 0];
  for (const { index } of group) {
    for (const line of [
      ...lines.slice(Math.max(index - WINDOW, 0), index),
      ...lines.slice(index + 1, index + 1 + WINDOW),
    ]) {
      const isOwn = pattern.test(line.slice(0, 2 * MAX_PREFIX));
      own += isOwn ? 1 : 0;
      all += isOwn || !(neighbour?.test(line.slice(0, 2 * MAX_PREFIX)) ?? false) ? 1 : 0;
    }
  }
  return own > 0 && own >= all * SHARE;
}

function unmix(lines: readonly string[], streams: readonly Stream[]): readonly string[] {
  const outputs: string[][] = [[], ...streams.map((): string[] => [])];
  const order = new Set([0]);
  let current = 0;
  for (const line of lines) {
    const found = findStream(line, streams, current);
    if (found !== null) {
      current = found.number;
      order.add(current);
      outputs[current]?.push(line.slice(found.length));
    } else if (!streams.some(({ neighbour }) => neighbour?.test(line.slice(0, 2 * MAX_PREFIX)) ?? false)) {
      outputs[current]?.push(line);
    }
  }
  return [...order].flatMap((number) => outputs[number] ?? []);
}

/** Lines mostly go on with the stream of the one before. Streams count from one. */
function findStream(
  line: string,
  streams: readonly Stream[],
  current: number,
): { readonly number: number; readonly length: number } | null {
  const head = line.slice(0, 2 * MAX_PREFIX);
  for (const number of [current, ...streams.map((_, index) => index + 1)]) {
    const match = streams[number - 1]?.pattern.exec(head);
    if (match) {
      return { number, length: match[0].length };
    }
  }
  return null;
}

function collect<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key) ?? [];
    group.push(item);
    groups.set(key, group);
  }
  return [...groups.values()];
}
