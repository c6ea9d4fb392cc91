import type { ExceptionInfo, Failure, Frame } from "../../domain/failure.ts";
import { readConftestErrors } from "./conftest-error.ts";
import { parseExceptionText } from "../traceback/exception-text.ts";
import { bareFailure, namesOf } from "./failure.ts";
import { runningTest } from "./progress.ts";
import { parseTraceback } from "../traceback/traceback.ts";
import type { Traceback } from "../traceback/traceback.ts";

const INTERNAL = "INTERNALERROR>";
/** The prompt of argparse; pytest puts `ERROR: ` before its usage. */
const ARGUMENT_ERROR = /^[^:]{1,300}: error: (.+)$/s;
const BANNER = /^!{3,} (.+) !{3,}$/s;
/** Said of failures that have sections of their own. */
const STOPPED = /^(?:stopping after \d+ failures|Interrupted: |xdist\.dsession\.Interrupted: )/;
const KEYBOARD_PLACE = /^(\S.*):(\d+): KeyboardInterrupt$/s;
const FATAL = /^(.*)Fatal Python error: (.+)$/s;
const CURRENT_THREAD = /^Current thread 0x[0-9a-fA-F]+(?: \[.*\])? \(most recent call first\):$/;
const STACK_LINE = /^ {2}File "(.+)", line (\d+) in (.+)$/s;
/** Behind the running test, or a line of its own. */
const TIMEOUT = " Timeout +++";
const MAIN_STACK = /^~+ Stack of MainThread \(\d+\) ~+$/;
const NO_PYTEST = /(?:^|: )No module named '?pytest'?$/;
/** A text without any of this may be a log of anything. */
const OF_PYTEST = /\bpy\.?test\b|^=* ?no tests (?:ran|collected)\b/;
const MAX_LINE = 20_000;

/**
 * What ended a session that no test's section tells of: an internal error, a crash of the interpreter, a timeout that
 * kills the process, Ctrl+C, and, where `hasNothing` says that no test failed, wrong arguments, a conftest or plugin
 * that can't be imported. `lines` are those outside the sections.
 */
export function readSessionEnd(lines: readonly string[], report: string, hasNothing: boolean): readonly Failure[] {
  const short = lines.map((line) => (line.length > MAX_LINE ? line.slice(0, MAX_LINE) : line));
  const ends = [
    ...readInternalError(short, report),
    ...readFatalError(short, report),
    ...readTimeout(short, report),
    ...readBanner(short, report),
  ];
  if (ends.length > 0 || !hasNothing) {
    return ends;
  }
  const conftest = readConftestErrors(lines, report);
  return conftest.length > 0 ? conftest : readUsageErrors(short, report);
}

/**
 * What a run of pytest left behind a finished one that did not come to its first line: wrong arguments, or a conftest
 * that can't be imported. `lines` are those behind the closing line.
 */
export function readLaterEnd(lines: readonly string[], report: string): readonly Failure[] {
  const prompts = lines.flatMap((line, index) => (line.length > MAX_LINE ? [] : (argumentError(lines, index) ?? [])));
  const wrong = prompts.map((text): Failure => ({ ...bareFailure(report), exception: said(text) }));
  return [...wrong, ...readConftestErrors(lines, report)];
}

function readInternalError(lines: readonly string[], report: string): Failure[] {
  const marked = lines.filter((line) => line.startsWith(INTERNAL));
  if (marked.length === 0) {
    return [];
  }
  const text = marked.map((line) => line.slice(INTERNAL.length).replace(/^ /, "")).join("\n");
  const traceback = parseTraceback(text.trimEnd());
  return [{ ...bareFailure(report), ...(tracebackWithin(traceback.exception.message ?? "") ?? traceback) }];
}

/** pytest-xdist hands on what went wrong in a worker as the message of an assertion, two blanks further in. */
function tracebackWithin(message: string): Traceback | null {
  const [first, ...rest] = message.split("\n");
  if (first !== "Traceback (most recent call last):") {
    return null;
  }
  const inner = rest.filter((line) => line === "" || line.startsWith("  ")).map((line) => line.slice(2));
  return parseTraceback([first, ...inner].join("\n"));
}

/** What Python's faulthandler prints: the innermost frame first. */
function readFatalError(lines: readonly string[], report: string): Failure[] {
  const start = lines.findIndex((line) => FATAL.test(line));
  const match = FATAL.exec(lines[start] ?? "");
  if (match?.[2] === undefined) {
    return [];
  }
  const header = lines.findIndex((line, index) => index > start && CURRENT_THREAD.test(line));
  const frames = header < 0 ? [] : framesAfter(lines, header).reverse();
  const failure = { ...bareFailure(report), exception: said(`Fatal Python error: ${match[2]}`), frames };
  return [withTest(failure, [...lines.slice(0, start), match[1] ?? ""])];
}

/** With `-v` the running test is named before. */
function withTest(failure: Failure, before: readonly string[]): Failure {
  const nodeId = runningTest(before);
  return nodeId === null ? failure : { ...failure, ...namesOf(nodeId), phase: "call" };
}

function framesAfter(lines: readonly string[], header: number): Frame[] {
  const frames: Frame[] = [];
  for (const line of lines.slice(header + 1)) {
    const match = STACK_LINE.exec(line);
    if (match?.[1] === undefined) {
      break;
    }
    frames.push({ path: match[1], line: Number(match[2]), function: match[3] ?? null });
  }
  return frames;
}

/** pytest-timeout's thread method prints all stacks and ends the process. */
function readTimeout(lines: readonly string[], report: string): Failure[] {
  const start = lines.findIndex((line) => line.includes(TIMEOUT));
  const stack = lines.findIndex((line, index) => index > start && MAIN_STACK.test(line));
  if (start < 0 || stack < 0) {
    return [];
  }
  const length = lines.slice(stack + 1).findIndex((line) => !line.startsWith("  "));
  const body = lines.slice(stack + 1, length < 0 ? lines.length : stack + 1 + length);
  const { frames } = parseTraceback(["Traceback (most recent call last):", ...body].join("\n"));
  const failure = { ...bareFailure(report), exception: said("Timeout"), frames };
  return [withTest(failure, lines.slice(0, start + 1))];
}

function readBanner(lines: readonly string[], report: string): Failure[] {
  const index = lines.findLastIndex((line) => BANNER.test(line));
  const text = BANNER.exec(lines[index] ?? "")?.[1];
  if (text === undefined || STOPPED.test(text)) {
    return [];
  }
  const { type, message } = parseExceptionText(text);
  const place = KEYBOARD_PLACE.exec(lines[index + 1] ?? "");
  const frames = place?.[1] === undefined ? [] : [{ path: place[1], line: Number(place[2]), function: null }];
  return [{ ...bareFailure(report), exception: { type, message }, frames }];
}

/** `ERROR: …` before anything ran, with the indented or bracketed lines that belong to it. */
function readUsageErrors(lines: readonly string[], report: string): Failure[] {
  const isOfPytest =
    lines.find((line) => line !== "")?.startsWith("ERROR: ") || lines.some((line) => OF_PYTEST.test(line));
  return !isOfPytest
    ? []
    : lines.flatMap((line, index) => {
        const text = usageError(lines, index) ?? (NO_PYTEST.test(line) ? line.slice(line.indexOf("No module")) : null);
        return text === null ? [] : [{ ...bareFailure(report), exception: said(text) }];
      });
}

function usageError(lines: readonly string[], index: number): string | null {
  const line = lines[index] ?? "";
  const isError = line.startsWith("ERROR: ") && !line.startsWith("ERROR: usage: ");
  return argumentError(lines, index) ?? (isError ? withMoreLines(lines, index) : null);
}

function argumentError(lines: readonly string[], index: number): string | null {
  const before = lines[index - 1] ?? "";
  return before.startsWith("ERROR: usage: ") ? (ARGUMENT_ERROR.exec(lines[index] ?? "")?.[1] ?? null) : null;
}

function withMoreLines(lines: readonly string[], index: number): string {
  const rest = lines.slice(index + 1, index + 20);
  const length = rest.findIndex((next) => !/^(?: |\()/.test(next));
  const all = [lines[index] ?? "", ...rest.slice(0, length < 0 ? rest.length : length)];
  return all.join("\n").slice("ERROR: ".length);
}

/** Printed without a type. */
function said(message: string): ExceptionInfo {
  return { type: null, message };
}
