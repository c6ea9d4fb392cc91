import type { ExceptionInfo, Failure, ReportCounts } from "../domain/failure.ts";
import { splitLines, stripColours, textOrNull } from "../text/report-text.ts";
import { readConftestErrors } from "./conftest-error.ts";
import { parseExceptionText } from "./exception-text.ts";
import { MAX_FAILURES } from "./read-result.ts";
import type { ReadFailure, ReadResult } from "./read-result.ts";
import { screenWidth } from "./terminal-rule.ts";
import { readSections } from "./terminal-section.ts";
import type { Section } from "./terminal-section.ts";
import { countsOf, messageOf, nodeIdAlone, readSummary } from "./terminal-summary.ts";
import type { Summary, SummaryEntry } from "./terminal-summary.ts";
import { isWorkerLine, parseTraceback } from "./traceback.ts";
import type { Traceback } from "./traceback.ts";

/**
 * Reads what pytest printed (stdout, or stdout and stderr one after the other), pytest 6 to 9. Node ids are those of
 * the short summary, so they are relative to the folder pytest was started in.
 */
export function readTerminal(text: string, report: string): ReadResult {
  const lines = splitLines(stripColours(text));
  const width = screenWidth(lines);
  const summary = readSummary(lines, width);
  const sections = readSections(lines.slice(0, summary.start), { entries: summary.entries, width });
  const named = new Set(sections.map((section) => section.entry?.summary));
  const failures = distinct([
    ...sections.map((section) => failureOfSection(section, report)),
    ...summary.entries.filter((entry) => !named.has(entry)).map((entry) => failureOfEntry(entry, report)),
    ...(sections.length === 0 ? readConftestErrors(lines, report) : []),
  ]);
  return {
    failures: failures.slice(0, MAX_FAILURES).map((failure): ReadFailure => ({ failure, address: null })),
    counts: readCounts(summary, failures),
    notes: readNotes({ summary, failures, report }),
  };
}

function failureOfSection({ kind, phase, title, entry, lines, captured }: Section, report: string): Failure {
  const traceback = parseTraceback(lines.join("\n"));
  const said = entry === null ? null : parseExceptionText(messageOf(entry.summary, entry.nodeId)).type;
  const nodeId = entry?.nodeId ?? null;
  return {
    nodeId,
    file: nodeId === null ? (phase === "collect" ? title : null) : fileOf(nodeId),
    testName: phase === "collect" ? null : nodeId === null ? title : testNameOf(nodeId),
    phase,
    kind,
    ...traceback,
    exception: withSummary(traceback, { said, text: bareText(lines) }),
    capturedStdout: capturedText(captured, "stdout"),
    capturedStderr: capturedText(captured, "stderr"),
    capturedLog: capturedText(captured, "log"),
    source: { report, format: "text" },
  };
}

function bareText(lines: readonly string[]): string {
  return lines
    .filter((line) => !isWorkerLine(line))
    .join("\n")
    .trim();
}

/** The summary names the type where the section is bare text (`pytest.fail(pytrace=False)`), whatever that looks like. */
function withSummary(
  { exception, frames }: Traceback,
  { said, text }: { readonly said: string | null; readonly text: string },
): ExceptionInfo {
  const { type, message } = exception;
  if (said === null || type === said || type?.endsWith(`.${said}`) === true) {
    return exception;
  }
  return frames.length === 0 && !/^E {3}/m.test(text) ? { type: said, message: text } : { type: type ?? said, message };
}

/** A failure of which only the summary tells (`--tb=no`, `--tb=line`, output cut at the head). */
function failureOfEntry(entry: SummaryEntry, report: string): Failure {
  const nodeId = nodeIdAlone(entry);
  const text = messageOf(entry, nodeId);
  const said = parseExceptionText(text);
  const isCut = text.endsWith("...");
  const isFile = !nodeId.includes("::");
  return {
    nodeId,
    file: fileOf(nodeId),
    testName: isFile ? null : testNameOf(nodeId),
    phase: isFile ? "collect" : entry.kind === "error" ? "setup" : "call",
    kind: entry.kind,
    exception: { type: text === "" ? null : said.type, message: isCut || text === "" ? null : said.message },
    chain: [],
    frames: [],
    capturedStdout: null,
    capturedStderr: null,
    capturedLog: null,
    source: { report, format: "text" },
  };
}

function capturedText(captured: Section["captured"], stream: string): string | null {
  const blocks = captured.filter(({ title }) => title.startsWith(`Captured ${stream} `));
  return textOrNull(blocks.map(({ lines }) => lines.join("\n").trimEnd()).join("\n"));
}

function fileOf(nodeId: string): string {
  return nodeId.split("::", 1)[0] ?? nodeId;
}

/** The last name of the id; parameters may hold `::` themselves. */
function testNameOf(nodeId: string): string {
  const bracket = nodeId.indexOf("[");
  const names = bracket < 0 ? nodeId : nodeId.slice(0, bracket);
  return nodeId.slice(names.lastIndexOf("::") + 2);
}

/** pytest prints a file's collection error twice when two collectors met it. */
function distinct(failures: readonly Failure[]): readonly Failure[] {
  const seen = new Set<string>();
  return failures.filter((failure) => {
    const { nodeId, testName, phase, exception, frames } = failure;
    const key = JSON.stringify([nodeId, testName, phase, exception, frames]);
    return !seen.has(key) && seen.add(key);
  });
}

function readCounts({ totals }: Summary, failures: readonly Failure[]): ReportCounts {
  if (totals !== null) {
    return countsOf(totals, failures.filter(({ phase }) => phase === "teardown").length);
  }
  const errors = failures.filter(({ kind }) => kind === "error").length;
  return { tests: failures.length, failures: failures.length - errors, errors, skipped: 0 };
}

function readNotes({
  summary,
  failures,
  report,
}: {
  readonly summary: Summary;
  readonly failures: readonly Failure[];
  readonly report: string;
}): string[] {
  const notes: string[] = [];
  if (summary.totals === null && failures.every(({ phase }) => phase !== "collect")) {
    notes.push(
      failures.length === 0
        ? `${report} holds no pytest result: no failure and no closing line.`
        : `${report} breaks off before pytest's closing line; what was read up to there is used.`,
    );
  }
  if (summary.totals?.size === 0) {
    notes.push(`${report} says that no tests ran.`);
  }
  if (failures.length > MAX_FAILURES) {
    notes.push(`${report} holds more than ${MAX_FAILURES} failures; the rest is only counted.`);
  }
  return notes;
}
