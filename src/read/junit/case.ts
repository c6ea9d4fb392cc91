import { finalProblems, isSkippedCase } from "./status.ts";
import type { ProblemElement } from "./status.ts";
import type { TestAddress } from "../read-result.ts";
import { decodeXml, elementText } from "./xml-text.ts";
import type { ElementText } from "./xml-text.ts";
import type { RawAttributes } from "./tag.ts";
import type { XmlHandler } from "./xml-tokens.ts";

/** One `<testcase>` element. */
export interface CaseElement {
  /** As written, references and all: enough to tell tests apart, and most tests pass. */
  readonly raw: TestAddress;
  readonly problems: readonly ProblemElement[];
  readonly systemOut: ElementText | null;
  readonly systemErr: ElementText | null;
  readonly isSkipped: boolean;
  /** The file ended in the middle of its last problem. */
  readonly isHalf: boolean;
}

export interface CaseListener {
  onCase(testCase: CaseElement): void;
  /** A suite begins or ends: the same name behind it is another test. */
  onSuite(): void;
}

/** What the elements around the tests say. */
export interface CaseReader extends XmlHandler {
  /** The file is over: what is open stays open. */
  end(): void;
  rootName(): string | null;
  /** All suites that were opened are closed. */
  isComplete(): boolean;
}

/** What most tests have nothing of is shared. */
interface OpenCase {
  readonly raw: TestAddress;
  problems: readonly ProblemElement[];
  /** Failures of tries before the last one, as surefire's writers list them beside it. */
  earlier: readonly ProblemElement[];
  systemOut: ElementText | null;
  systemErr: ElementText | null;
  status: string;
  isSkipped: boolean;
  /** Made for a problem that stands outside of any test. */
  isMadeUp: boolean;
}

interface State {
  readonly listener: CaseListener;
  testCase: OpenCase | null;
  /** The element whose text is collected. */
  element: { readonly name: string; readonly body: ElementText } | null;
  /** An element inside of it whose text is another one's: `<system-out>` in surefire's `<rerunFailure>`. */
  mutedBy: string | null;
  rootName: string | null;
  depth: number;
  isCut: boolean;
}

const PROBLEMS: ReadonlyMap<string, { readonly kind: "failure" | "error"; readonly isEarlier: boolean }> = new Map([
  ["failure", { kind: "failure", isEarlier: false }],
  ["error", { kind: "error", isEarlier: false }],
  ["rerunFailure", { kind: "failure", isEarlier: true }],
  ["rerunError", { kind: "error", isEarlier: true }],
]);
const NONE: readonly ProblemElement[] = [];
const SUITES = new Set(["testsuite", "testsuites"]);

/**
 * Puts the elements of a JUnit file together into test cases, wherever in it they stand. A test that is not closed
 * ends where the next one begins; `<flakyFailure>` is a try that the test passed after, and says nothing.
 */
export function caseReader(listener: CaseListener): CaseReader {
  const state: State = {
    listener,
    testCase: null,
    element: null,
    mutedBy: null,
    rootName: null,
    depth: 0,
    isCut: false,
  };
  return {
    open: (name, attributes) => open(state, name, attributes),
    close: (name) => close(state, name),
    isListening: () => state.element !== null && state.mutedBy === null,
    text: (raw) => state.element?.body.add(raw),
    marked: (text) => state.element?.body.addMarked(text),
    cutTag: (name, attributes) => {
      if (PROBLEMS.has(name)) {
        open(state, name, attributes);
      }
    },
    end: () => {
      state.isCut = true;
      closeCase(state);
    },
    rootName: () => state.rootName,
    isComplete: () => state.rootName !== null && state.depth === 0,
  };
}

function open(state: State, name: string, attributes: RawAttributes): void {
  if (SUITES.has(name) || state.rootName === null || state.rootName === name) {
    state.rootName ??= name;
    state.depth += 1;
  }
  if (SUITES.has(name)) {
    closeCase(state);
    state.listener.onSuite();
  } else if (name === "testcase") {
    closeCase(state);
    state.testCase = newCase(attributes);
  } else {
    openChild(state, name, attributes);
  }
}

function newCase(attributes: RawAttributes): OpenCase {
  const raw = {
    classname: attributes.get("classname") ?? "",
    name: attributes.get("name") ?? "",
    file: attributes.get("file") ?? null,
  };
  const status = attributes.get("result") ?? attributes.get("status") ?? "";
  return {
    raw,
    problems: NONE,
    earlier: NONE,
    systemOut: null,
    systemErr: null,
    status,
    isSkipped: false,
    isMadeUp: false,
  };
}

/** The address with its references replaced. */
export function addressOf({ raw: { classname, name, file } }: CaseElement): TestAddress {
  return { classname: decodeXml(classname), name: decodeXml(name), file: file ? decodeXml(file) : null };
}

function decoded(attributes: RawAttributes, name: string): string | null {
  const raw = attributes.get(name);
  return raw === undefined ? null : decodeXml(raw);
}

function openChild(state: State, name: string, attributes: RawAttributes): void {
  const problem = PROBLEMS.get(name);
  const { testCase, element } = state;
  if (problem !== undefined) {
    openProblem(state, { name, attributes, ...problem });
  } else if (testCase === null) {
    return;
  } else if (name === "system-out" || name === "system-err") {
    openOutput(state, testCase, name);
  } else if (name === "skipped" && element === null) {
    testCase.isSkipped = true;
  }
}

function openOutput(state: State, testCase: OpenCase, name: "system-out" | "system-err"): void {
  if (state.element !== null) {
    state.mutedBy ??= name;
    return;
  }
  const field = name === "system-out" ? "systemOut" : "systemErr";
  const body = testCase[field] ?? elementText();
  testCase[field] = body;
  state.element = { name, body };
}

interface OpenedProblem {
  readonly name: string;
  readonly attributes: RawAttributes;
  readonly kind: ProblemElement["kind"];
  readonly isEarlier: boolean;
}

/** No writer puts one into another element of a test: what is open was not closed. */
function openProblem(state: State, { name, attributes, kind, isEarlier }: OpenedProblem): void {
  const testCase = (state.testCase ??= { ...newCase({ get: () => undefined }), isMadeUp: true });
  const problem = {
    kind,
    message: decoded(attributes, "message"),
    type: decoded(attributes, "type"),
    body: elementText(),
  };
  const list = isEarlier ? "earlier" : "problems";
  testCase[list] = [...testCase[list], problem];
  state.element = { name, body: problem.body };
  state.mutedBy = null;
}

function close(state: State, name: string): void {
  if (SUITES.has(name) || state.rootName === name) {
    state.depth -= 1;
  }
  if (SUITES.has(name)) {
    closeCase(state);
    state.listener.onSuite();
  } else if (name === "testcase") {
    closeCase(state);
  } else {
    closeChild(state, name);
  }
}

function closeChild(state: State, name: string): void {
  if (state.mutedBy === name) {
    state.mutedBy = null;
  } else if (state.element?.name === name) {
    state.element = null;
    if (state.testCase?.isMadeUp === true) {
      closeCase(state);
    }
  }
}

function closeCase(state: State): void {
  const { testCase, isCut, listener } = state;
  const isHalf = isCut && PROBLEMS.has(state.element?.name ?? "");
  state.element = null;
  state.mutedBy = null;
  state.testCase = null;
  if (testCase === null) {
    return;
  }
  const { raw, systemOut, systemErr } = testCase;
  const problems = finalProblems(testCase);
  if (isCut && problems.length === 0) {
    return; // Cut off before its result: neither passed nor failed.
  }
  listener.onCase({
    raw,
    problems,
    systemOut,
    systemErr,
    isSkipped: isSkippedCase(testCase),
    isHalf,
  });
}
