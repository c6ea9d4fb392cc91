import type { Failure, Phase } from "../domain/failure.ts";
import { parseRule } from "./terminal-rule.ts";
import type { Rule } from "./terminal-rule.ts";
import { indexByTitle, isTotals, subtestTitles } from "./terminal-summary.ts";
import type { NamedEntry, SummaryEntry } from "./terminal-summary.ts";

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
  readonly byTitle: ReadonlyMap<string, NamedEntry[]>;
  /** Of these kinds the entries are known. */
  readonly named: ReadonlySet<Failure["kind"]>;
  readonly expected: Readonly<Record<Failure["kind"], number>>;
  /** For each line the closing line that follows it within the same captured output; -1 where none does. */
  readonly printedUpTo: readonly number[];
  /** Index of the line that is read. */
  line: number;
  region: Failure["kind"] | null;
  /** The region of a session that the test printed began, and none of its sections was seen yet. */
  isInnerRegion: boolean;
}

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
    /** How many sections there are, as pytest's last line counts them. */
    readonly expected: Readonly<Record<Failure["kind"], number>>;
  },
): readonly Section[] {
  const scan: Scan = {
    sections: [],
    unused: {
      failure: new Set(entries.filter(({ kind }) => kind === "failure")),
      error: new Set(entries.filter(({ kind }) => kind === "error")),
    },
    byTitle: indexByTitle(entries),
    named: new Set(entries.map(({ kind }) => kind)),
    expected,
    printedUpTo: findPrintedEnds(lines, width),
    line: 0,
    region: null,
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

/** Captured output begins with a rule of its own: what closes a session further down belongs to another test. */
function findPrintedEnds(lines: readonly string[], width: number | null): readonly number[] {
  let end = -1;
  return lines
    .map((_, index) => {
      const at = lines.length - 1 - index;
      const own = lines[at] ?? "";
      if (isTotals(own)) end = at;
      else if (parseRule(own, width)?.sign === "-") end = -1;
      return end;
    })
    .toReversed();
}

/** True when the line is a header of pytest's own. */
function takeRule(scan: Scan, rule: Rule): boolean {
  if (rule.sign === "=") {
    return takeRegion(scan, rule.title);
  }
  if (rule.sign === "_") {
    return scan.region !== null && takeSection(scan, scan.region, rule.title);
  }
  return rule.sign === "-" && takeCaptured(scan, rule.title);
}

function takeRegion(scan: Scan, title: string): boolean {
  const isOpen = scan.region !== null && isInCaptured(scan) && hasMore(scan, scan.region);
  if (isOpen) {
    scan.isInnerRegion = title === "ERRORS" || title === "FAILURES";
    return false;
  }
  scan.region = title === "ERRORS" ? "error" : title === "FAILURES" ? "failure" : null;
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
  if (section !== undefined) {
    (section.captured.at(-1) ?? section).lines.push(line);
  }
}

function currentSection({ region, sections }: Scan): Section | undefined {
  const last = sections.at(-1);
  return last?.kind === region ? last : undefined;
}

function isInCaptured(scan: Scan): boolean {
  return (currentSection(scan)?.captured.length ?? 0) > 0;
}

/** True above the closing line of a session that the test printed. */
function isPrinted({ printedUpTo, line }: Scan): boolean {
  return line < (printedUpTo[line] ?? 0);
}

function hasMore({ unused, named, expected, sections }: Scan, kind: Failure["kind"]): boolean {
  return (
    unused[kind].size > 0 || (!named.has(kind) && sections.filter((one) => one.kind === kind).length < expected[kind])
  );
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
