import type { Failure, ReportCounts, ReportedWarning } from "../../domain/failure.ts";
import { splitLines, stripColours } from "../../text/report-text.ts";
import { withoutLogPrefixes } from "./job-log.ts";
import { MAX_FAILURES } from "../read-result.ts";
import type { ReadFailure, ReadResult } from "../read-result.ts";
import { readLaterEnd, readSessionEnd } from "./session-end.ts";
import { mergeSessions } from "./session-merge.ts";
import { readSessionRoot } from "./session-root.ts";
import type { SessionRoot } from "./session-root.ts";
import { sumsUpSubtests } from "../subtests.ts";
import { bareFailure, failureOfEntry, failureOfLine, failureOfSection, namesOf } from "./failure.ts";
import { matchCrashLines, readCrashLines } from "./line.ts";
import { entriesFromLetters, passedTests, readProgress, runningTest } from "./progress.ts";
import { readCounts, readNotes } from "./test-outcome.ts";
import { parseRule, screenWidth } from "./rule.ts";
import { readSections } from "./section.ts";
import type { Section } from "./section.ts";
import { splitSessions } from "./session.ts";
import { nodeIdAlone, nodeIdsOf, readSummary } from "./summary.ts";
import type { Summary, SummaryEntry } from "./summary.ts";
import { notesOfWarnings, readWarnings } from "./warning.ts";

/**
 * Reads what pytest printed (stdout, or stdout and stderr one after the other), pytest 6 to 9, as it is or within a
 * job's log, which may hold several sessions. Node ids are those of the short summary, so they are relative to the
 * folder pytest was started in.
 */
export function readTerminal(text: string, report: string): TerminalResult {
  return readPlainTerminal(withoutLogPrefixes(stripColours(text)), report);
}

/** The same of a text without colours and a log's prefixes. */
export function readPlainTerminal(text: string, report: string): TerminalResult {
  const lines = splitLines(text);
  const sessions = splitSessions(lines).map((part) => readSession(part, report));
  const { failures, counts } = mergeSessions(sessions);
  const root = commonRoot(sessions);
  return {
    failures: failures.slice(0, MAX_FAILURES).map((failure): ReadFailure => ({ failure, address: null })),
    counts,
    warnings: sessions.flatMap(({ warnings }) => warnings),
    notes: [
      ...new Set(sessions.flatMap(({ notes }) => notes)),
      ...(failures.length > MAX_FAILURES
        ? [`${report} holds more than ${MAX_FAILURES} failures; the rest is only counted.`]
        : []),
    ],
    ...(root === null ? {} : { root }),
  };
}

/** Of the sessions that failed; null where they differ, or one does not tell. */
function commonRoot(sessions: readonly Session[]): SessionRoot | null {
  const [first = null, ...others] = sessions.flatMap(({ failures, root }) => (failures.length === 0 ? [] : [root]));
  const isSame = others.every((root) => JSON.stringify(root) === JSON.stringify(first));
  return isSame ? first : null;
}

/** What the terminal tells beyond other reports. */
export interface TerminalResult extends ReadResult {
  readonly warnings: readonly ReportedWarning[];
}

interface Session {
  readonly failures: readonly Failure[];
  readonly counts: ReportCounts;
  readonly notes: readonly string[];
  readonly warnings: readonly ReportedWarning[];
  readonly root: SessionRoot | null;
}

function readSession(lines: readonly string[], report: string): Session {
  const width = screenWidth(lines);
  const summary = readSummary(lines, width);
  const body = lines.slice(0, summary.start);
  const { entries, sections } = readEntriesAndSections(body, summary, width);
  const named = new Set(sections.map((section) => section.entry?.summary));
  const isNameless = sections.some(({ entry }) => entry === null);
  const alone = entries.filter((entry) => !named.has(entry) && !(isNameless && nodeIdAlone(entry) === ""));
  const told = [
    ...sections.map((section) => failureOfSection(section, report)),
    ...failuresWithoutSection(alone, { body, width, report }),
  ];
  const found = withoutSums(told);
  const hasNothing = found.length === 0 && (summary.totals?.size ?? 0) === 0;
  const seen = distinct(found);
  const ends = readSessionEnd(outsideSections(lines, summary, width), report, hasNothing);
  const later = ends.length > 0 ? [] : readLaterEnd(summary.rest, report);
  const failures = distinct([...withCrashes(seen, ends), ...later]);
  const all = failures.length > 0 || summary.totals !== null ? failures : suspects(lines, report);
  const warnings = readWarnings(lines, width);
  return {
    failures: all,
    counts: withoutUntold(readCounts(summary, all, found.length - seen.length), told.length - found.length),
    notes: [
      ...readNotes({ lines, summary, failures: all, told: told.length, hasNothing, report }),
      ...notesOfWarnings(warnings, report),
    ],
    warnings,
    root: readSessionRoot(lines),
  };
}

/** The sums of failed subtests, where the subtests themselves are told. */
function withoutSums(failures: readonly Failure[]): readonly Failure[] {
  const isSum = ({ exception }: Failure): boolean => sumsUpSubtests(exception.message);
  const told = new Set(failures.filter((failure) => !isSum(failure)).map(({ nodeId }) => nodeId));
  return failures.filter((failure) => !isSum(failure) || failure.nodeId === null || !told.has(failure.nodeId));
}

function withoutUntold(counts: ReportCounts, untold: number): ReportCounts {
  return { ...counts, failures: Math.max(counts.failures - untold, 0) };
}

/** Names come from the summary, from the lines of `-v`, or from the letters behind each file. */
function readEntriesAndSections(
  body: readonly string[],
  summary: Summary,
  width: number | null,
): { readonly entries: readonly SummaryEntry[]; readonly sections: readonly Section[] } {
  const known = new Set(summary.entries.flatMap((entry) => nodeIdsOf(entry).map((nodeId) => entry.kind + nodeId)));
  const progress = readProgress(body).filter(({ kind, text }) => !known.has(kind + text));
  const entries = [...summary.entries, ...progress];
  const expected = {
    failure: summary.totals?.get("failed") ?? 0,
    error: (summary.totals?.get("error") ?? 0) + (summary.totals?.get("errors") ?? 0),
  };
  const counted = summary.totals === null ? null : expected;
  const sections = ownSections(readSections(body, { entries, width, expected: counted }), entries, expected);
  const guessed = entries.length === 0 ? entriesFromLetters(body, sections) : [];
  return guessed.length === 0
    ? { entries, sections }
    : { entries: guessed, sections: readSections(body, { entries: guessed, width, expected: counted }) };
}

/**
 * Without the sections of a session that a test printed unhindered (`-s`): the summary names as many tests as pytest
 * counts, and all of them have their own.
 */
function ownSections(
  sections: readonly Section[],
  entries: readonly SummaryEntry[],
  { failure, error }: Readonly<Record<Failure["kind"], number>>,
): readonly Section[] {
  const named = sections.filter(({ entry }) => entry !== null);
  return named.length > 0 && named.length === entries.length && entries.length >= failure + error ? named : sections;
}

function failuresWithoutSection(
  entries: readonly SummaryEntry[],
  { body, width, report }: { readonly body: readonly string[]; readonly width: number | null; readonly report: string },
): Failure[] {
  const crashes = readCrashLines(body, width);
  const failed = entries.filter(({ kind }) => kind === "failure");
  const matched = matchCrashLines(failed, crashes);
  const ran = new Set([...failed.map(nodeIdAlone), ...passedTests(body)]);
  return [
    ...(failed.length === 0 ? crashes.map((crash) => failureOfLine(crash, report)) : []),
    ...entries.map((entry) => failureOfEntry(entry, { crash: matched.get(entry) ?? null, ran }, report)),
  ];
}

/** What stands before the first region and after the last one: in between, tests may have printed anything. */
function outsideSections(lines: readonly string[], { start }: Summary, width: number | null): readonly string[] {
  const first = lines.findIndex((line) => /^(?:ERRORS|FAILURES|PASSES)$/.test(parseRule(line, width)?.title ?? ""));
  const banner = lines.slice(0, start).findLastIndex((line) => line.startsWith("!!!"));
  const end = banner > start - 5 && banner >= 0 ? banner : start;
  return first < 0 || first > end ? lines : [...lines.slice(0, first), ...lines.slice(end)];
}

/** What a worker of pytest-xdist printed when it died belongs to the test that it ran, which has a section. */
function withCrashes(failures: readonly Failure[], ends: readonly Failure[]): readonly Failure[] {
  const isCrash = ({ exception }: Failure): boolean =>
    /^worker '.*' crashed while running /.test(exception.message ?? "");
  const isFatal = ({ exception }: Failure): boolean => exception.message?.startsWith("Fatal Python error: ") === true;
  const fatal = ends.find(isFatal);
  if (fatal === undefined || !failures.some(isCrash)) {
    return [...failures, ...ends];
  }
  const isOnly = failures.filter(isCrash).length === 1;
  const told = failures.map((failure) => (isOnly && isCrash(failure) ? { ...failure, frames: fatal.frames } : failure));
  return [...told, ...ends.filter((end) => !isFatal(end))];
}

/** An output that breaks off while a test runs: the process died, or the job was killed. */
function suspects(lines: readonly string[], report: string): Failure[] {
  const nodeId = runningTest(lines);
  return nodeId === null ? [] : [{ ...bareFailure(report), ...namesOf(nodeId), phase: "call" }];
}

/** pytest prints a file's collection error twice when two collectors met it; subtests may well fail alike. */
function distinct(failures: readonly Failure[]): readonly Failure[] {
  const seen = new Set<string>();
  return failures.filter((failure) => {
    const { nodeId, phase, exception, frames } = failure;
    if (phase !== "collect") return true;
    const key = JSON.stringify([nodeId, exception, nodeId === null ? frames : null]);
    const isTold = nodeId !== null && exception.type === null && seen.has(nodeId);
    const isTwin = isTold || seen.has(key);
    seen.add(key);
    if (nodeId !== null) seen.add(nodeId);
    return !isTwin;
  });
}
