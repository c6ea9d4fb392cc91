import type { Failure, Phase } from "../domain/failure.ts";
import { decodePytestEscapes, stripColours, textOrNull } from "../text/report-text.ts";
import { parseExceptionText } from "./exception-text.ts";
import type { TestAddress } from "./read-result.ts";
import { parseTraceback } from "./traceback.ts";
import type { Traceback } from "./traceback.ts";

/** One `<failure>` or `<error>` element. */
export interface JunitProblem {
  readonly kind: Failure["kind"];
  /** Attributes as written; null when absent. */
  readonly message: string | null;
  readonly type: string | null;
  readonly text: string;
}

/** One `<testcase>` element that did not pass. */
export interface JunitCase {
  readonly address: TestAddress;
  readonly problems: readonly JunitProblem[];
  readonly systemOut: string;
  readonly systemErr: string;
}

/** pytest 6 to 9 write the first form, pytest up to 5 the second. */
const WRAPPED_PHASE = /^(?:failed on (setup|teardown) with "([^]*?)"?\s*|test (setup|teardown) failure)$/;
/** pytest 9.2 shortens long attributes. */
const LEFT_OUT = /\n\[\+\d+ more lines?; full report in element text\]"?$/;
const CAPTURE_HEADER = /^-+ Captured (Out|Err|Log) -+$/;

/** All failures of one test case; the same error written twice (collection with `--doctest-modules`) counts once. */
export function failuresOfCase(junitCase: JunitCase, report: string): readonly Failure[] {
  const seen = new Set<string>();
  const captured = readCaptured(junitCase.systemOut, junitCase.systemErr);
  return junitCase.problems
    .filter((problem) => {
      const key = JSON.stringify([problem.kind, problem.message, problem.text]);
      return !seen.has(key) && seen.add(key);
    })
    .map((problem) => failureOf(problem, { address: junitCase.address, captured, report }));
}

interface Captured {
  readonly capturedStdout: string | null;
  readonly capturedStderr: string | null;
  readonly capturedLog: string | null;
}

interface Surroundings {
  readonly address: TestAddress;
  readonly captured: Captured;
  readonly report: string;
}

function failureOf(problem: JunitProblem, { address, captured, report }: Surroundings): Failure {
  const message = problem.message === null ? null : clean(problem.message).replace(LEFT_OUT, "");
  const { phase, reason } = readPhase(problem.kind, message);
  const traceback = withReason(parseTraceback(clean(problem.text)), { reason, type: problem.type });
  return {
    nodeId: null,
    file: address.file,
    testName: phase === "collect" || address.name === "" ? null : address.name,
    phase,
    kind: problem.kind,
    ...traceback,
    ...captured,
    source: { report, format: "junit" },
  };
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
  const wrapped = WRAPPED_PHASE.exec(message ?? "");
  const phase = wrapped?.[1] ?? wrapped?.[3];
  return phase === "setup" || phase === "teardown" ? { phase, reason: wrapped?.[2] ?? null } : null;
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
function readCaptured(systemOut: string, systemErr: string): Captured {
  const parts = new Map([...splitCaptured(systemErr, "Err"), ...splitCaptured(systemOut, "Out")]);
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
