import type { Failure, Phase } from "../../domain/failure.ts";
import { parseRule } from "./rule.ts";
import type { Rule } from "./rule.ts";
import { placesOf, REGIONS } from "./section-places.ts";
import type { Places } from "./section-places.ts";
import { indexByTitle, subtestTitles } from "./summary.ts";
import type { NamedEntry, SummaryEntry } from "./summary.ts";

/** The part of the output about one failure. */
export interface Section {
  readonly kind: Failure["kind"];
  readonly phase: Phase;
  /** Name of the test with its classes, or path of the file that could not be collected. */
  readonly title: string;
  readonly entry: NamedEntry | null;
  readonly lines: string[];
  readonly captured: CapturedBlock[];
}

export interface CapturedBlock {
  /** As pytest titles it, `Captured stdout call`. */
  readonly title: string;
  readonly lines: string[];
}

interface Scan {
  readonly sections: Section[];
  /** Entries whose section was not seen yet, by kind. */
  readonly unused: Readonly<Record<Failure["kind"], Set<SummaryEntry>>>;
  readonly byTitle: Map<string, NamedEntry[]>;
  /** Headlines whose sections were held against the entries of their title. */
  readonly matched: Set<string>;
  /** Of these kinds the entries are known. */
  readonly named: ReadonlySet<Failure["kind"]>;
  readonly expected: Readonly<Record<Failure["kind"], number>> | null;
  readonly places: Places;
  /** Index of the line that is read. */
  line: number;
  region: Failure["kind"] | null;
  /** Kind of the section that is open, where no region's headline is above it. */
  openKind: Failure["kind"] | null;
  /** The region of a session that the test printed began, and none of its sections was seen yet. */
  isInnerRegion: boolean;
}

/** The letters of a file between two sections that are printed at once. */
const LETTERS = /^\S+\.\w+ [.FEsxXRu]+(?: +\[ *\d+%\])?$/;
const ERROR_TITLE = /^ERROR (?:at (setup|teardown) of|(collecting)) (.+)$/s;

/**
 * Cuts the output into the sections below `= ERRORS =` and `= FAILURES =`. Programs print look-alikes of every header,
 * whole pytest sessions even: inside captured output a header counts only when the final summary names such a test and
 * it was not seen yet.
 */
export function readSections(
  lines: readonly string[],
  {
    entries,
    width,
    expected,
  }: {
    readonly entries: readonly SummaryEntry[];
    readonly width: number | null;
    /** How many sections there are, as pytest's last line counts them; null without such a line. */
    readonly expected: Readonly<Record<Failure["kind"], number>> | null;
  },
): readonly Section[] {
  const scan: Scan = {
    sections: [],
    unused: {
      failure: new Set(entries.filter(({ kind }) => kind === "failure")),
      error: new Set(entries.filter(({ kind }) => kind === "error")),
    },
    byTitle: new Map(indexByTitle(entries)),
    matched: new Set(),
    named: new Set(entries.map(({ kind }) => kind)),
    expected,
    places: placesOf(lines, width),
    line: 0,
    region: null,
    openKind: null,
    isInnerRegion: false,
  };
  for (const [index, line] of lines.entries()) {
    scan.line = index;
    const rule = parseRule(line, width);
    const isTaken = rule !== null && takeRule(scan, rule);
    if (!isTaken) {
      addLine(scan, line);
    }
  }
  return scan.sections;
}

/** True when the line is a header of pytest's own. */
function takeRule(scan: Scan, rule: Rule): boolean {
  if (rule.sign === "=") {
    return takeRegion(scan, rule.title);
  }
  if (rule.sign === "_") {
    const kind = scan.region ?? kindWithoutRegion(scan, rule.title);
    if (kind !== null && scan.region === null) dropLost(scan, kind, rule.title);
    return kind !== null && takeSection(scan, kind, rule.title);
  }
  return rule.sign === "-" && takeCaptured(scan, rule.title);
}

/**
 * A log cut at its head has lost the region's headline, and some plugins print each failure at once without one: then a
 * section is one whose test the summary names.
 */
function kindWithoutRegion(scan: Scan, headline: string): Failure["kind"] | null {
  const kind = ERROR_TITLE.test(headline) ? "error" : "failure";
  const { title } = readTitle(kind, headline);
  const isNamed = (scan.byTitle.get(title) ?? []).some(({ summary }) => scan.unused[kind].has(summary));
  return isNamed && !scan.places.regions.has(kind) ? kind : null;
}

/** Of tests with one name the first ones have lost their sections, where the head of the log is cut off. */
function dropLost({ byTitle, places, matched }: Scan, kind: Failure["kind"], headline: string): void {
  const { title } = readTitle(kind, headline);
  const named = byTitle.get(title);
  if (named === undefined || matched.has(headline)) return;
  matched.add(headline);
  const sections = places.rules.get(headline) ?? [];
  const entries = named.filter(({ summary }) => summary.kind === kind);
  const lost = new Set(entries.slice(0, Math.max(entries.length - sections.length, 0)));
  byTitle.set(
    title,
    named.filter((entry) => !lost.has(entry)),
  );
}

function takeRegion(scan: Scan, title: string): boolean {
  const isNext = scan.region === "error" && REGIONS.get(title) === "failure" && scan.expected === null;
  const isOpen = scan.region !== null && !isNext && isInCaptured(scan) && hasMore(scan, scan.region);
  if (isOpen) {
    scan.isInnerRegion = REGIONS.has(title);
    return false;
  }
  scan.region = REGIONS.get(title) ?? null;
  scan.openKind = null;
  return true;
}

function takeSection(scan: Scan, kind: Failure["kind"], headline: string): boolean {
  const { phase, title } = readTitle(kind, headline);
  const entry = findEntry(scan, kind, title) ?? findSubtest(scan, kind, title);
  const isInner = scan.named.has(kind) || scan.isInnerRegion || isPrinted(scan);
  scan.isInnerRegion = false;
  if (entry === null && isInner && isInCaptured(scan)) {
    return false;
  }
  if (entry !== null) {
    scan.unused[kind].delete(entry.summary);
  }
  scan.openKind = kind;
  scan.sections.push({ kind, phase, title, entry, lines: [], captured: [] });
  return true;
}

/** Name of the test or file in a section's headline. */
export function readHeadline(headline: string): string {
  return readTitle("error", headline).title;
}

function takeCaptured(scan: Scan, title: string): boolean {
  const section = currentSection(scan);
  section?.captured.push({ title, lines: [] });
  return section !== undefined;
}

function addLine(scan: Scan, line: string): void {
  const section = currentSection(scan);
  const isBetween = scan.region === null && LETTERS.test(line);
  if (section !== undefined && !isBetween) {
    (section.captured.at(-1) ?? section).lines.push(line);
  }
}

function currentSection({ region, openKind, sections }: Scan): Section | undefined {
  const last = sections.at(-1);
  return last?.kind === (region ?? openKind) ? last : undefined;
}

function isInCaptured(scan: Scan): boolean {
  return (currentSection(scan)?.captured.length ?? 0) > 0;
}

/** True above the closing line of a session that the test printed. */
function isPrinted({ places, line }: Scan): boolean {
  return line < (places.printedUpTo[line] ?? 0);
}

function hasMore({ unused, named, expected, sections, places, line }: Scan, kind: Failure["kind"]): boolean {
  if (named.has(kind)) return unused[kind].size > 0;
  if (expected === null) return line < places.lastRule;
  return sections.filter((one) => one.kind === kind).length < expected[kind];
}

function readTitle(kind: Failure["kind"], headline: string): { readonly phase: Phase; readonly title: string } {
  const match = kind === "error" ? ERROR_TITLE.exec(headline) : null;
  const phase = match?.[1] === "setup" || match?.[1] === "teardown" ? match[1] : null;
  if (match?.[3] === undefined) {
    return { phase: "call", title: headline };
  }
  return { phase: phase ?? "collect", title: match[3] };
}

function findSubtest(scan: Scan, kind: Failure["kind"], title: string): NamedEntry | null {
  for (const name of subtestTitles(title)) {
    const entry = findEntry(scan, kind, name);
    if (entry !== null) return entry;
  }
  return null;
}

function findEntry({ unused, byTitle }: Scan, kind: Failure["kind"], title: string): NamedEntry | null {
  const named = byTitle.get(title) ?? [];
  while (named.length > 0) {
    const first = named.findIndex(({ summary }) => summary.kind === kind);
    const [entry] = first < 0 ? [] : named.splice(first, 1);
    if (entry === undefined) {
      return null;
    }
    if (unused[kind].has(entry.summary)) {
      return entry;
    }
  }
  return null;
}
