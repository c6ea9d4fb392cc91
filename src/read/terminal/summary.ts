import type { ReportCounts } from "../../domain/failure.ts";
import { parseRule, startsSession } from "./rule.ts";
import type { Rule } from "./rule.ts";

/** One `FAILED id - message` or `ERROR id - message` line with the lines its message goes on for. */
export interface SummaryEntry {
  readonly kind: "failure" | "error";
  /** `[name] (i=1)` of a subtest, "" where the line leaves its name out; null for a test. */
  readonly subtest: string | null;
  /** Node id and message, not yet told apart: parameters may hold ` - ` too. */
  readonly text: string;
  readonly more: readonly string[];
}

export interface Summary {
  readonly entries: readonly SummaryEntry[];
  /** Index of the line where the sections end: the summary's header, the last line, or the end of the text. */
  readonly start: number;
  readonly totals: Totals | null;
  /** What comes after pytest's last line. */
  readonly rest: readonly string[];
  /** With `-qq` pytest prints neither its first line nor its last. */
  readonly isQuiet: boolean;
}

/** Counts of pytest's last line by its own words (`failed`, `passed`, `error`, …). */
export type Totals = ReadonlyMap<string, number>;

export const SUMMARY_TITLE = "short test summary info";
const REGIONS = new Set(["ERRORS", "FAILURES", "PASSES"]);
/** `s`: to JavaScript U+2028 ends a line, to pytest it does not. */
const ENTRY = /^(FAILED|ERROR) (.+)$/s;
/** A subtest by the name it was given and its values: pytest 9, and pytest-subtests before it. */
const SUBTEST = /^(?:SUBFAILED(\[.*?\])? ?(\(.*?\))?|(\[.*?\])? ?(\(.*?\))? ?SUBFAIL) (.+)$/s;
const TOTALS =
  /^(?:=+ )?((?:\d+ [a-z ]+, )*\d+ [a-z ]+|no tests (?:ran|collected)(?:, \d+ [a-z]+)?) in \d+(?:\.\d+)?s(?: \([\d:, day]+\))?(?: =+)?$/;
/** Stands for the name of a subtest in the titles of an entry that leaves it out; no line holds it. */
const ANY_SUBTEST = "\n";
const MAX_TOTALS = 500;
const MAX_SEPARATORS = 50;

/** Finds pytest's last summary: what looks like one further up, or above a section, was printed by a test. */
export function readSummary(lines: readonly string[], width: number | null): Summary {
  const end = lastOwn(lines, width, isTotals);
  const header = lastOwn(lines, width, (line) => parseRule(line, width)?.title === SUMMARY_TITLE);
  const stop = end > header ? end : lines.length;
  return {
    entries: header < 0 ? [] : readEntries(lines.slice(header + 1, stop)),
    start: header < 0 ? stop : header,
    totals: end < 0 ? null : readTotals(lines[end] ?? ""),
    rest: end < 0 ? [] : lines.slice(end + 1),
    isQuiet: header >= 0 && !lines.some(startsSession),
  };
}

/** The last such line; -1 where a section comes behind it. */
function lastOwn(lines: readonly string[], width: number | null, isSuch: (line: string) => boolean): number {
  const last = lines.findLastIndex(isSuch);
  const isFollowed = last >= 0 && lines.slice(last + 1).some((line) => belongsToSection(parseRule(line, width)));
  return isFollowed ? -1 : last;
}

/** True for the headers that come before pytest's summary, never behind it. */
function belongsToSection(rule: Rule | null): boolean {
  if (rule === null) return false;
  const { sign, title } = rule;
  return sign === "_" || (sign === "-" ? title.startsWith("Captured ") : REGIONS.has(title));
}

/** True for the last line that pytest prints: `==== 1 failed in 0.05s ====`. */
export function isTotals(line: string): boolean {
  return line.length < MAX_TOTALS && TOTALS.test(line);
}

/** An entry with the node id that it has if its section has a certain title. */
export interface NamedEntry {
  readonly nodeId: string;
  readonly summary: SummaryEntry;
}

/** All entries by every title that their sections may have, in the order of the summary. */
export function indexByTitle(entries: readonly SummaryEntry[]): ReadonlyMap<string, NamedEntry[]> {
  const index = new Map<string, NamedEntry[]>();
  for (const summary of entries) {
    const suffix = summary.subtest === null ? "" : ` ${summary.subtest || ANY_SUBTEST}`;
    for (const nodeId of candidates(summary.text)) {
      for (const title of titlesOf(nodeId)) {
        const named = index.get(title + suffix) ?? [];
        named.push({ nodeId, summary });
        index.set(title + suffix, named);
      }
    }
  }
  return index;
}

/** The titles that a subtest's section may stand under in the index where the summary leaves its name out. */
export function subtestTitles(title: string): readonly string[] {
  const ends = [...title.matchAll(/ [[(]/g)].slice(0, MAX_SEPARATORS);
  return ends.map(({ index }) => `${title.slice(0, index)} ${ANY_SUBTEST}`);
}

/**
 * The node id of an entry without a section: up to the first ` - ` outside the brackets of parameters; where those
 * don't match, up to the first behind a closing one.
 */
export function nodeIdAlone({ text }: SummaryEntry): string {
  const all = candidates(text);
  const matching = all.find((nodeId) => count(nodeId, "[") === count(nodeId, "]"));
  return matching ?? all.find((nodeId) => nodeId.endsWith("]")) ?? text;
}

/** Every node id that an entry may begin with, shortest first. */
export function nodeIdsOf({ text }: SummaryEntry): readonly string[] {
  return candidates(text);
}

/** What pytest says of the exception in an entry; "" when the line had no room for it. */
export function messageOf({ text, more }: SummaryEntry, nodeId: string): string {
  const first = text.slice(nodeId.length).replace(/^ - /, "");
  return [first, ...more].join("\n").trimEnd();
}

/** Tests as pytest counts them; errors of a teardown belong to a test that is counted already. */
export function countsOf(totals: Totals, teardownErrors: number): ReportCounts {
  const total = (...words: string[]): number => words.reduce((sum, word) => sum + (totals.get(word) ?? 0), 0);
  const errors = total("error", "errors");
  const ran = total("passed", "failed", "skipped", "xfailed", "xpassed");
  return {
    tests: ran + Math.max(errors - teardownErrors, 0),
    failures: total("failed"),
    errors,
    skipped: total("skipped", "xfailed"),
  };
}

/** The counts of a closing line by pytest's words. */
export function readTotals(line: string): Totals {
  return new Map([...line.matchAll(/(\d+) ([a-z]+)/g)].map(([, amount, word]) => [word ?? "", Number(amount)]));
}

function readEntries(lines: readonly string[]): SummaryEntry[] {
  const entries: (SummaryEntry & { more: string[] })[] = [];
  for (const line of lines) {
    const entry = readEntry(line);
    if (entry !== null) {
      entries.push({ ...entry, more: [] });
    } else if (!/^!+ .* !+$/.test(line)) {
      entries.at(-1)?.more.push(line);
    }
  }
  return entries;
}

function readEntry(line: string): Omit<SummaryEntry, "more"> | null {
  const match = ENTRY.exec(line);
  if (match?.[2] !== undefined) {
    return { kind: match[1] === "FAILED" ? "failure" : "error", subtest: null, text: match[2] };
  }
  const subtest = SUBTEST.exec(line);
  if (subtest?.[5] === undefined) {
    return null;
  }
  const label = subtest
    .slice(1, 5)
    .filter((part) => part !== undefined)
    .join(" ");
  return { kind: "failure", subtest: label, text: subtest[5] };
}

/** Every place where the id may end, shortest first. */
function candidates(text: string): string[] {
  const ends: string[] = [];
  let at = text.indexOf(" - ");
  while (at >= 0 && ends.length < MAX_SEPARATORS) {
    ends.push(text.slice(0, at));
    at = text.indexOf(" - ", at + 1);
  }
  return [...ends, text];
}

/** Titles that pytest gives the section of a test (classes joined by dots), a doctest, or a file (a worker died). */
function titlesOf(nodeId: string): string[] {
  const split = nodeId.indexOf("::");
  if (split < 0) {
    return [nodeId];
  }
  const rest = nodeId.slice(split + 2);
  const bracket = rest.indexOf("[");
  const names = bracket < 0 ? rest : rest.slice(0, bracket);
  const parameters = bracket < 0 ? "" : rest.slice(bracket);
  return [names.replaceAll("::", ".") + parameters, `[doctest] ${rest}`, nodeId.slice(0, split)];
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}
