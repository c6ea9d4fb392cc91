import type { Failure, Phase } from "../../domain/failure.ts";
import { decodePytestEscapes, stripColours, textOrNull } from "../../text/report-text.ts";
import { parseExceptionText } from "../traceback/exception-text.ts";
import { addressOf } from "./case.ts";
import type { CaseElement } from "./case.ts";
import type { ReadFailure, TestAddress } from "../read-result.ts";
import { sumsUpSubtests } from "../subtests.ts";
import { parseTraceback } from "../traceback/traceback.ts";
import type { Traceback } from "../traceback/traceback.ts";
import type { ElementText } from "./xml-text.ts";

/** pytest up to 5 writes this, pytest 6 to 9 put the exception behind the first form. */
const BARE_PHASE = /^test (setup|teardown) failure$/;
const WRAPPED_PHASE = /^failed on (setup|teardown) with "/;
/** pytest 9.2 shortens long attributes. */
const LEFT_OUT = /\n\[\+\d+ more lines?; full report in element text\]"?$/;
const CAPTURE_HEADER = /^-+ Captured (Out|Err|Log) -+$/;
/** unittest's fixtures of a class or module; nose2 cuts `setUpClass (tests.test_a.TestA)` in two at the last dot. */
const FIXTURE_NAME = /^(setUp|tearDown)(?:Class|Module) \(/;
/** How much of a text is enough for the exception alone, which comes last, where an attribute tells it too. */
const BRIEF_TAIL = 2500;

export interface CaseContext {
  readonly report: string;
  /** True where only the exceptions are wanted: no frames, no chain, no output. */
  readonly isBrief: boolean;
  readonly hasOutput: boolean;
}

/** All failures of one test case; the same error written twice (collection with `--doctest-modules`) counts once. */
export function failuresOfCase(testCase: CaseElement, context: CaseContext): readonly ReadFailure[] {
  const { isBrief, hasOutput } = context;
  const problems = distinct(
    testCase.problems.map(({ body, ...rest }): Problem => {
      return { ...rest, text: isBrief && rest.message !== null ? body.tail(BRIEF_TAIL) : body.whole() };
    }),
  );
  const captured = readCaptured(hasOutput ? testCase.systemOut : null, hasOutput ? testCase.systemErr : null);
  const address = addressOf(testCase);
  const failures = problems.map((problem) => failureOf(problem, { address, captured, context }));
  return withoutTwins(failures).map((failure) => ({ failure, address }));
}

/** Two collectors may meet the same error of a module and show it differently. */
function withoutTwins(failures: readonly Failure[]): readonly Failure[] {
  const seen = new Set<string>();
  return failures.filter(({ phase, exception: { type, message } }) => {
    const key = JSON.stringify([type, message]);
    const isTwin = phase === "collect" && type !== null && seen.has(key);
    seen.add(key);
    return !isTwin;
  });
}

interface Problem {
  readonly kind: Failure["kind"];
  readonly message: string | null;
  readonly type: string | null;
  readonly text: string;
}

/** Two subtests may well fail alike: only an error is the same one. */
function distinct(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length < 2) {
    return problems;
  }
  const seen = new Set<string>();
  const own = problems.filter(({ kind, message, text }) => {
    const key = JSON.stringify([message, text]);
    const isTwin = kind === "error" && seen.has(key);
    seen.add(key);
    return !isTwin && !sumsUpSubtests(message);
  });
  return own.length > 0 ? own : problems;
}

interface Captured {
  readonly capturedStdout: string | null;
  readonly capturedStderr: string | null;
  readonly capturedLog: string | null;
}

interface Surroundings {
  readonly address: TestAddress;
  readonly captured: Captured;
  readonly context: CaseContext;
}

function failureOf(problem: Problem, { address, captured, context }: Surroundings): Failure {
  const message = problem.message === null ? null : clean(problem.message).replace(LEFT_OUT, "");
  const fixture = fixturePhase(address);
  const { phase, reason } = fixture ? { phase: fixture, reason: message } : readPhase(problem.kind, message);
  const traceback = withReason(parseTraceback(clean(problem.text)), { reason, type: problem.type });
  return {
    nodeId: null,
    file: address.file,
    testName: phase === "collect" || fixture !== null || address.name === "" ? null : address.name,
    phase,
    kind: problem.kind,
    ...traceback,
    ...captured,
    source: { report: context.report, format: "junit" },
  };
}

function fixturePhase({ classname, name }: TestAddress): "setup" | "teardown" | null {
  const word = (FIXTURE_NAME.exec(name) ?? FIXTURE_NAME.exec(classname))?.[1];
  return word === undefined ? null : word === "setUp" ? "setup" : "teardown";
}

function readPhase(kind: Failure["kind"], message: string | null): { phase: Phase; reason: string | null } {
  if (kind === "failure") {
    return { phase: "call", reason: message };
  }
  if (message === "collection failure" || message === "internal error") {
    return { phase: "collect", reason: null };
  }
  return readFixturePhase(message) ?? { phase: "call", reason: message };
}

function readFixturePhase(message: string | null): { phase: "setup" | "teardown"; reason: string | null } | null {
  const text = message ?? "";
  const wrapped = WRAPPED_PHASE.exec(text);
  const bare = phaseOf(BARE_PHASE.exec(text)?.[1]);
  const phase = phaseOf(wrapped?.[1]);
  if (wrapped === null || phase === null) {
    return bare === null ? null : { phase: bare, reason: null };
  }
  return { phase, reason: text.slice(wrapped[0].length).trimEnd().replace(/"$/, "") };
}

function phaseOf(word: string | undefined): "setup" | "teardown" | null {
  return word === "setup" || word === "teardown" ? word : null;
}

/**
 * The `message` attribute is the text of the exception raised last. It decides where the body names no type, or
 * another one (a `pytest.fail` text that quotes a traceback); the body decides otherwise, since some writers put
 * blanks for the line ends of an attribute. pytest writes no `type` attribute; who does leaves it out of the message.
 */
function withReason(
  traceback: Traceback,
  { reason, type }: { readonly reason: string | null; readonly type: string | null },
): Traceback {
  const { exception } = traceback;
  if (type !== null) {
    const isNamed = lastName(exception.type) === lastName(type);
    return isNamed ? traceback : { ...traceback, exception: { type, message: reason ?? exception.message } };
  }
  const said = parseExceptionText(reason ?? "");
  const isSame = exception.type === said.type && lengthOf(exception.message) >= lengthOf(said.message);
  const isSilent = said.type === null && (exception.type !== null || exception.message !== null);
  return isSame || isSilent ? traceback : { ...traceback, exception: { type: said.type, message: said.message } };
}

function lengthOf(message: string | null): number {
  return message?.length ?? 0;
}

function lastName(type: string | null): string | undefined {
  return type?.split(".").at(-1);
}

/** pytest puts a header before each part when `junit_logging` is set; other writers give the output as it is. */
function readCaptured(systemOut: ElementText | null, systemErr: ElementText | null): Captured {
  const parts = new Map([
    ...splitCaptured(systemErr?.whole() ?? "", "Err"),
    ...splitCaptured(systemOut?.whole() ?? "", "Out"),
  ]);
  return {
    capturedStdout: textOrNull(parts.get("Out") ?? ""),
    capturedStderr: textOrNull(parts.get("Err") ?? ""),
    capturedLog: textOrNull(parts.get("Log") ?? ""),
  };
}

function splitCaptured(text: string, whole: string): ReadonlyMap<string, string> {
  const parts = new Map<string, string[]>();
  let name = whole;
  for (const line of clean(text).split("\n")) {
    const header = CAPTURE_HEADER.exec(line)?.[1];
    if (header === undefined) {
      const lines = parts.get(name) ?? [];
      lines.push(line);
      parts.set(name, lines);
    } else {
      name = header;
    }
  }
  return new Map([...parts].map(([part, lines]) => [part, lines.join("\n").trimEnd()]));
}

function clean(text: string): string {
  return stripColours(decodePytestEscapes(text)).replaceAll("\r\n", "\n");
}
