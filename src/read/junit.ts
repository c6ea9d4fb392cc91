import { Parser } from "htmlparser2";
import type { ReportCounts } from "../domain/failure.ts";
import { boundText } from "../text/report-text.ts";
import { reportDecoder } from "./decode-bytes.ts";
import { failuresOfCase } from "./junit-problem.ts";
import type { JunitProblem } from "./junit-problem.ts";
import { MAX_FAILURES } from "./read-result.ts";
import type { ReadFailure, ReadResult, TestAddress } from "./read-result.ts";

/** Longest text kept of one element: a RecursionError with `--tb=long` has about 0.5 MB. */
const MAX_ELEMENT_TEXT = 2_000_000;

/** No writer nests suites like that. */
const MAX_DEPTH = 1000;

/** Reads one JUnit XML file piece by piece; memory grows with the failures, not with the file. */
export interface JunitReader {
  write(chunk: Uint8Array): void;
  /** Call once. A file that breaks off gives what was read, and a note. */
  end(): ReadResult;
}

type Attributes = Readonly<Record<string, string | undefined>>;
type TextElement = "failure" | "error" | "system-out" | "system-err";

interface OpenCase {
  readonly address: TestAddress;
  readonly problems: JunitProblem[];
  systemOut: string;
  systemErr: string;
  isSkipped: boolean;
}

interface OpenElement {
  readonly name: TextElement;
  readonly attributes: Attributes;
  parts: string[];
  length: number;
}

interface State {
  readonly report: string;
  readonly failures: ReadFailure[];
  readonly counts: { tests: number; failures: number; errors: number; skipped: number };
  testCase: OpenCase | null;
  element: OpenElement | null;
  lastAddress: string | null;
  depth: number;
  hasElement: boolean;
  isComplete: boolean;
  /** The file is over: what closes now was left open. */
  isAtEnd: boolean;
}

/** Makes a reader; `report` is the name that failures and notes carry. */
export function junitReader(report: string): JunitReader {
  const state = newState(report);
  const decoder = reportDecoder();
  const parser: Parser = new Parser(
    {
      onopentag: (name, attributes) => {
        openTag(state, name, attributes);
        if (state.depth > MAX_DEPTH) {
          parser.pause(); // The parser's own stack costs the square of the depth.
        }
      },
      ontext: (text) => addText(state, text),
      onclosetag: (name) => closeTag(state, name),
    },
    // Entities of a DOCTYPE are never expanded: htmlparser2 knows the five of XML and character references.
    { xmlMode: true, decodeEntities: true },
  );
  return {
    write: (chunk) => parser.write(decoder.write(chunk)),
    end: () => {
      parser.write(decoder.end());
      state.isAtEnd = true;
      parser.end();
      return result(state, decoder.unknownEncoding());
    },
  };
}

/** Reads one JUnit XML file that is in memory; node ids are null until resolved against the repository's files. */
export function readJunit(bytes: Uint8Array, report: string): ReadResult {
  const reader = junitReader(report);
  reader.write(bytes);
  return reader.end();
}

function newState(report: string): State {
  return {
    report,
    failures: [],
    counts: { tests: 0, failures: 0, errors: 0, skipped: 0 },
    testCase: null,
    element: null,
    lastAddress: null,
    depth: 0,
    hasElement: false,
    isComplete: false,
    isAtEnd: false,
  };
}

function openTag(state: State, name: string, attributes: Attributes): void {
  state.depth += 1;
  state.hasElement = true;
  if (name === "testcase") {
    state.testCase = newCase(attributes);
    state.element = null;
  } else if (state.testCase !== null && state.element === null) {
    openChild(state, state.testCase, { name, attributes });
  }
}

function newCase(attributes: Attributes): OpenCase {
  const { classname = "", name = "", file } = attributes;
  return {
    address: { classname, name, file: file === undefined || file === "" ? null : file },
    problems: [],
    systemOut: "",
    systemErr: "",
    isSkipped: false,
  };
}

function openChild(
  state: State,
  testCase: OpenCase,
  { name, attributes }: { readonly name: string; readonly attributes: Attributes },
): void {
  if (isTextElement(name)) {
    state.element = { name, attributes, parts: [], length: 0 };
  } else if (name === "skipped") {
    testCase.isSkipped = true;
  }
}

function isTextElement(name: string): name is TextElement {
  return name === "failure" || name === "error" || name === "system-out" || name === "system-err";
}

function addText({ element }: State, text: string): void {
  if (element === null) {
    return;
  }
  element.parts.push(text);
  element.length += text.length;
  if (element.length > 2 * MAX_ELEMENT_TEXT) {
    const bounded = boundText(element.parts.join(""), MAX_ELEMENT_TEXT);
    element.parts = [bounded];
    element.length = bounded.length;
  }
}

function closeTag(state: State, name: string): void {
  state.depth -= 1;
  const { element, testCase } = state;
  if (element !== null && testCase !== null && element.name === name) {
    closeElement(testCase, element);
    state.element = null;
  } else if (name === "testcase" && testCase !== null) {
    closeCase(state, testCase);
  }
  state.isComplete = state.depth === 0 && !state.isAtEnd;
}

function closeElement(testCase: OpenCase, { name, attributes, parts }: OpenElement): void {
  const text = boundText(parts.join(""), MAX_ELEMENT_TEXT);
  if (name === "system-out") {
    testCase.systemOut += text;
  } else if (name === "system-err") {
    testCase.systemErr += text;
  } else {
    const message = attributes["message"];
    testCase.problems.push({
      kind: name,
      message: message === undefined ? null : boundText(message, MAX_ELEMENT_TEXT),
      type: attributes["type"] ?? null,
      text,
    });
  }
}

function closeCase(state: State, testCase: OpenCase): void {
  state.testCase = null;
  state.element = null;
  if (state.isAtEnd && testCase.problems.length === 0) {
    return; // Cut off before its result: neither passed nor failed.
  }
  const { classname, name, file } = testCase.address;
  const address = `${classname}\n${name}\n${file ?? ""}`;
  // pytest writes a test again for an error in its teardown and for each rerun, right after the first.
  state.counts.tests += address === state.lastAddress ? 0 : 1;
  state.lastAddress = address;
  state.counts.skipped += testCase.isSkipped ? 1 : 0;
  if (testCase.problems.length > 0) {
    addFailures(state, testCase);
  }
}

function addFailures({ report, failures, counts }: State, testCase: OpenCase): void {
  for (const failure of failuresOfCase(testCase, report)) {
    counts.failures += failure.kind === "failure" ? 1 : 0;
    counts.errors += failure.kind === "error" ? 1 : 0;
    if (failures.length < MAX_FAILURES) {
      failures.push({ failure, address: testCase.address });
    }
  }
}

function result(state: State, unknownEncoding: string | null): ReadResult {
  const counts: ReportCounts = { ...state.counts };
  return { failures: state.failures, counts, notes: notesOf(state, unknownEncoding) };
}

function notesOf({ report, counts, failures, depth, hasElement, isComplete }: State, unknown: string | null): string[] {
  const notes = unknown === null ? [] : [`${report} declares the unknown encoding ${unknown}; it was read as UTF-8.`];
  if (!hasElement) {
    return [...notes, `${report} is not XML: it holds no element.`];
  }
  if (depth > MAX_DEPTH) {
    notes.push(`${report} nests more than ${MAX_DEPTH} elements; what was read up to there is used.`);
  } else if (!isComplete) {
    notes.push(`${report} breaks off before its end; what was read up to there is used.`);
  }
  if (counts.tests === 0) {
    notes.push(`${report} holds no tests.`);
  }
  if (counts.failures + counts.errors > failures.length) {
    notes.push(`${report} holds more than ${MAX_FAILURES} failures; the rest is only counted.`);
  }
  return notes;
}
