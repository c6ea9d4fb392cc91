import type { Failure, FailureReport } from "../domain/failure.ts";

/** The shape of `read --json`: fields that only our own run knows (types of locals, frames of the chain) are left out. */
export function failuresAsJson({ failures, counts }: FailureReport): unknown {
  return { failures: failures.map(failureAsJson), counts: countsAsJson(counts) };
}

/** The same as text, indented by two blanks, one failure at a time: all at once may be too long for a string. */
export function* jsonPieces({ failures, counts }: FailureReport): Generator<string> {
  yield failures.length === 0 ? '{\n  "failures": []' : '{\n  "failures": [';
  let separator = "\n";
  for (const failure of failures) {
    yield `${separator}    ${indented(failureAsJson(failure), "    ")}`;
    separator = ",\n";
  }
  yield `${failures.length === 0 ? "" : "\n  ]"},\n  "counts": ${indented(countsAsJson(counts), "  ")}\n}`;
}

function indented(value: unknown, indent: string): string {
  return JSON.stringify(value, null, 2).replaceAll("\n", `\n${indent}`);
}

function countsAsJson({ tests, failures, errors, skipped }: FailureReport["counts"]): unknown {
  return { tests, failures, errors, skipped };
}

function failureAsJson(failure: Failure): unknown {
  const { nodeId, file, testName, phase, kind, exception, chain, frames, source } = failure;
  return {
    nodeId,
    file,
    testName,
    phase,
    kind,
    exception: { type: exception.type, message: exception.message },
    chain: chain.map(({ type, message, relation }) => ({ type, message, relation })),
    frames: frames.map((frame) => ({ path: frame.path, line: frame.line, function: frame.function })),
    capturedStdout: failure.capturedStdout,
    capturedStderr: failure.capturedStderr,
    capturedLog: failure.capturedLog,
    source: { report: source.report, format: source.format },
  };
}
