import type { TestAddress } from "./read-result.ts";
import { decodeXml, elementText } from "./xml-text.ts";
import type { ElementText } from "./xml-text.ts";
import type { RawAttributes, XmlHandler } from "./xml-tokens.ts";

/** One `<failure>` or `<error>` element; its text is decoded when it is asked for. */
export interface ProblemElement {
  readonly kind: "failure" | "error";
  /** Attributes decoded; null when absent. */
  readonly message: string | null;
  readonly type: string | null;
  readonly body: ElementText;
}

/** One `<testcase>` element. */
export interface CaseElement {
  readonly address: TestAddress;
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

interface OpenCase {
  address: TestAddress;
  problems: ProblemElement[];
  /** Failures of tries before the last one, as surefire's writers list them beside it. */
  earlier: ProblemElement[];
  outputs: Map<string, ElementText>;
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
const OUTPUTS = new Set(["system-out", "system-err"]);
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
  const file = decoded(attributes, "file") ?? "";
  const address = {
    classname: decoded(attributes, "classname") ?? "",
    name: decoded(attributes, "name") ?? "",
    file: file === "" ? null : file,
  };
  const status = attributes.get("result") ?? attributes.get("status") ?? "";
  return { address, problems: [], earlier: [], outputs: new Map(), status, isSkipped: false, isMadeUp: false };
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
  } else if (OUTPUTS.has(name)) {
    openOutput(state, testCase, name);
  } else if (name === "skipped" && element === null) {
    testCase.isSkipped = true;
  }
}

function openOutput(state: State, testCase: OpenCase, name: string): void {
  if (state.element !== null) {
    state.mutedBy ??= name;
    return;
  }
  const body = testCase.outputs.get(name) ?? elementText();
  testCase.outputs.set(name, body);
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
  state.testCase ??= { ...newCase(new Map()), isMadeUp: true };
  const problem = {
    kind,
    message: decoded(attributes, "message"),
    type: decoded(attributes, "type"),
    body: elementText(),
  };
  (isEarlier ? state.testCase.earlier : state.testCase.problems).push(problem);
  state.element = { name, body: problem.body };
  state.mutedBy = null;
}

function close(state: State, name: string): void {
  if (SUITES.has(name) || state.rootName === name) {
    state.depth -= 1;
  }
  if (name === "testcase" || SUITES.has(name)) {
    closeCase(state);
  } else if (state.mutedBy === name) {
    state.mutedBy = null;
  } else if (state.element?.name === name) {
    state.element = null;
    if (state.testCase?.isMadeUp === true) {
      closeCase(state);
    }
  }
  if (SUITES.has(name)) {
    state.listener.onSuite();
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
  const { address, outputs } = testCase;
  const problems = finalProblems(testCase);
  if (isCut && problems.length === 0) {
    return; // Cut off before its result: neither passed nor failed.
  }
  listener.onCase({
    address,
    problems,
    systemOut: outputs.get("system-out") ?? null,
    systemErr: outputs.get("system-err") ?? null,
    isSkipped: testCase.isSkipped || /^(?:skipped|disabled|notrun|suppressed|ignored)$/i.test(testCase.status),
    isHalf,
  });
}

/** Some writers give the result by an attribute alone. */
function finalProblems({ problems, earlier, status, isSkipped }: OpenCase): readonly ProblemElement[] {
  if (problems.length > 0) {
    return problems;
  }
  if (earlier.length > 0) {
    return earlier.slice(-1);
  }
  const kind = /^(?:fail|failed|failure)$/i.test(status)
    ? "failure"
    : /^(?:error|errored)$/i.test(status)
      ? "error"
      : null;
  return kind === null || isSkipped ? [] : [{ kind, message: null, type: null, body: elementText() }];
}
