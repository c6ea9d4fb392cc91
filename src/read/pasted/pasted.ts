import type { Failure, Frame } from "../../domain/failure.ts";
import { splitLines } from "../../text/report-text.ts";
import { withoutLogPrefixes } from "../terminal/job-log.ts";
import { readPytestPieces } from "./pytest.ts";
import { scanTracebacks } from "./scan.ts";
import { asPythonPrints } from "./styles.ts";
import { unwrap } from "./unwrap.ts";
import type { ReadFailure, ReadResult } from "../read-result.ts";
import { MAX_FAILURES } from "../read-result.ts";
import { parseTraceback } from "../traceback/traceback.ts";
import type { Traceback } from "../traceback/traceback.ts";

/** A traceback that was found outside of any pytest run, and the test's name where its text tells it. */
interface Found {
  readonly traceback: Traceback;
  readonly title: string | null;
}

/** The script that is called `pytest`. */
const STARTER = /[\\/](?:bin|Scripts)[\\/](?:pytest|py\.test)(?:\.exe[\\/]__main__\.py)?$/;
/** Of `python -m pytest`. */
const OWN = /[\\/](?:_pytest|pytest|pluggy)[\\/]|(?:^<frozen |[\\/])runpy(?:\.py|>)$/;
const TEST_FILE = /(?:^|[\\/])(?:test_[^\\/]*|[^\\/]*_test)\.py$/;

/**
 * Reads tracebacks that stand anywhere in a text: pasted into a form, in a server's log, in records of JSON, flattened
 * to one line. Each distinct one is a failure. Null when there is none: words about an error are no failure.
 */
export function readPasted(text: string, report: string): ReadResult | null {
  const found = unwrap(text).flatMap(({ text: part, isWhole }) => findTracebacks(part, isWhole));
  const distinct = [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
  if (distinct.length === 0) {
    return null;
  }
  const failures = distinct.map((one) => failureOf(one, report));
  const errors = failures.filter(({ kind }) => kind === "error").length;
  return {
    failures: failures.slice(0, MAX_FAILURES).map((failure): ReadFailure => ({ failure, address: null })),
    counts: { tests: failures.length, failures: failures.length - errors, errors, skipped: 0 },
    notes: notesOf(distinct, report),
  };
}

function findTracebacks(text: string, isWhole: boolean): readonly Found[] {
  const lines = splitLines(asPythonPrints(withoutLogPrefixes(text)));
  const pieces = readPytestPieces(lines);
  if (pieces.length > 0) {
    return pieces;
  }
  return scanTracebacks({ lines, isWhole }).map((found) => ({ traceback: parseTraceback(found), title: null }));
}

function failureOf({ traceback, title }: Found, report: string): Failure {
  const test = testOf(traceback);
  const isCollection = test === null && isBeforeTests(traceback);
  return {
    nodeId: null,
    file: test?.path ?? (title === null ? null : testFileOf(traceback)),
    testName: title ?? test?.function ?? null,
    phase: isCollection ? "collect" : "call",
    kind: isCollection ? "error" : "failure",
    ...traceback,
    capturedStdout: null,
    capturedStderr: null,
    capturedLog: null,
    source: { report, format: "text" },
  };
}

/** The test function that the stack went through, when there is exactly one; its class is in no traceback. */
function testOf({ frames, chain }: Traceback): Frame | null {
  const all = [...frames, ...chain.flatMap((link) => link.frames)];
  const tests = all.filter(
    ({ path, function: name }) => TEST_FILE.test(path) && lastName(name ?? "").startsWith("test"),
  );
  const [first, ...others] = tests;
  return first !== undefined && others.every((frame) => frame.path === first.path && frame.function === first.function)
    ? first
    : null;
}

/** Of a section of pytest's: its first location in a test file is in the test. */
function testFileOf({ frames }: Traceback): string | null {
  return frames.find(({ path }) => TEST_FILE.test(path))?.path ?? null;
}

function lastName(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

/** A test file that could not be imported: its own code at module level is in the stack of an import's exception. */
function isImport({ exception, frames }: Traceback): boolean {
  const isImportError = /(?:^|\.)(?:ImportError|ModuleNotFoundError|SyntaxError|IndentationError|TabError)$/.test(
    exception.type ?? "",
  );
  return isImportError && frames.some(({ path, function: name }) => TEST_FILE.test(path) && name === "<module>");
}

function isBeforeTests(traceback: Traceback): boolean {
  return isImport(traceback) || isStart(traceback);
}

/** pytest itself ended before it had a session: a plugin is missing, an option is wrong. */
function isStart({ frames }: Traceback): boolean {
  return frames.length > 0 && (STARTER.test(frames[0]?.path ?? "") || frames.every(({ path }) => OWN.test(path)));
}

function notesOf(found: readonly Found[], report: string): string[] {
  const notes = [
    `${report} holds no pytest run but ${found.length === 1 ? "a traceback" : "tracebacks"}: which test failed is not told.`,
  ];
  if (found.some(({ traceback }) => traceback.exception.type === null)) {
    notes.push(`A traceback in ${report} breaks off before its exception.`);
  }
  return notes;
}
