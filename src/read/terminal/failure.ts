import { testNameOf } from "../../text/junit-address.ts";
import type { ExceptionInfo, Failure, Frame } from "../../domain/failure.ts";
import { textOrNull } from "../../text/report-text.ts";
import { parseExceptionText } from "../traceback/exception-text.ts";
import type { CrashLine } from "./line.ts";
import type { Section } from "./section.ts";
import { nodeIdOfSection } from "./test-place.ts";
import { messageOf, nodeIdAlone } from "./summary.ts";
import type { SummaryEntry } from "./summary.ts";
import { isWorkerLine, parseTraceback } from "../traceback/traceback.ts";
import type { Traceback } from "../traceback/traceback.ts";

/** Stands for a file's path where a folder's conftest could not be imported. */
const SESSION = "test session";

/** A failure about which only its place in the text is known yet. */
export function bareFailure(report: string): Failure {
  return {
    nodeId: null,
    file: null,
    testName: null,
    phase: "collect",
    kind: "error",
    exception: { type: null, message: null },
    chain: [],
    frames: [],
    capturedStdout: null,
    capturedStderr: null,
    capturedLog: null,
    source: { report, format: "text" },
  };
}

/** What a node id says by itself. */
export function namesOf(nodeId: string): Pick<Failure, "nodeId" | "file" | "testName"> {
  return { nodeId, file: fileOf(nodeId), testName: nodeId.includes("::") ? testNameOf(nodeId) : null };
}

export function failureOfSection(section: Section, report: string): Failure {
  const { kind, phase, title, entry, lines, captured } = section;
  const traceback = parseTraceback(lines.join("\n"));
  const said = entry === null ? null : parseExceptionText(messageOf(entry.summary, entry.nodeId)).type;
  const nodeId = nodeIdOf(section, traceback);
  return {
    ...bareFailure(report),
    nodeId,
    file: nodeId === null ? (phase === "collect" && title !== SESSION ? title : null) : fileOf(nodeId),
    testName: phase === "collect" ? null : nodeId === null ? title : testNameOf(nodeId),
    phase,
    kind,
    ...traceback,
    exception: withSummary(traceback, { said, text: bareText(lines) }),
    capturedStdout: capturedText(captured, "stdout"),
    capturedStderr: capturedText(captured, "stderr"),
    capturedLog: capturedText(captured, "log"),
  };
}

function nodeIdOf(section: Section, { frames }: Traceback): string | null {
  const { entry, phase, title } = section;
  if (entry !== null && entry.nodeId !== "") return entry.nodeId;
  return phase === "collect" && /\.\w+$/.test(title) ? title : nodeIdOfSection(section, frames);
}

/**
 * A failure of which only the summary tells (`--tb=no`, output cut at the head), and perhaps one line. `ran` are the
 * tests that came to their call: an error of theirs is one of their teardown.
 */
export function failureOfEntry(
  entry: SummaryEntry,
  { crash, ran }: { readonly crash: CrashLine | null; readonly ran: ReadonlySet<string> },
  report: string,
): Failure {
  const nodeId = nodeIdAlone(entry);
  const isFile = !nodeId.includes("::");
  const errorPhase = ran.has(nodeId) ? "teardown" : "setup";
  return {
    ...bareFailure(report),
    ...(nodeId === "" ? {} : namesOf(nodeId)),
    phase: isFile ? "collect" : entry.kind === "error" ? errorPhase : "call",
    kind: entry.kind,
    exception: exceptionOf(messageOf(entry, nodeId), crash),
    frames: framesOf(crash),
  };
}

/** A failure of which only its line tells (`--tb=line -rN`). */
export function failureOfLine(crash: CrashLine, report: string): Failure {
  return {
    ...bareFailure(report),
    phase: "call",
    kind: "failure",
    exception: exceptionOf("", crash),
    frames: framesOf(crash),
  };
}

function framesOf(crash: CrashLine | null): readonly Frame[] {
  return crash === null || crash.frame === null ? [] : [crash.frame];
}

/** The summary has all lines of a message, but on a narrow screen less than the first. */
function exceptionOf(text: string, crash: CrashLine | null): ExceptionInfo {
  const isCut = text.endsWith("...");
  if (crash !== null && (text === "" || isCut)) {
    const { type, message } = parseExceptionText(crash.text);
    return { type, message };
  }
  const { type, message } = parseExceptionText(text);
  return { type: text === "" ? null : type, message: isCut || text === "" ? null : message };
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

function capturedText(captured: Section["captured"], stream: string): string | null {
  const blocks = captured.filter(({ title }) => title.startsWith(`Captured ${stream} `));
  return textOrNull(blocks.map(({ lines }) => lines.join("\n").trimEnd()).join("\n"));
}

function fileOf(nodeId: string): string {
  return nodeId.split("::", 1)[0] ?? nodeId;
}
