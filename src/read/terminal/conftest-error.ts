import type { Failure } from "../../domain/failure.ts";
import { parseTraceback } from "../traceback/traceback.ts";

/** pytest 6 to 9: exit code 4, on stderr, and nothing else is printed. */
const HEADLINE = /^ImportError while loading conftest '(.+)'\.$/;
/** Short style whatever `--tb` says: locations, indented code, marked lines. */
const BODY = /^(?:\s|E {3}|E$|[^\s].*?:\d+: in )/;

/** Finds conftest files that could not be loaded. There is no test to name: the node id is null. */
export function readConftestErrors(lines: readonly string[], report: string): readonly Failure[] {
  return lines.flatMap((line, index) => {
    const file = HEADLINE.exec(line)?.[1];
    return file === undefined ? [] : [failureOf({ file, body: bodyAfter(lines, index), report })];
  });
}

function bodyAfter(lines: readonly string[], index: number): string {
  let end = index + 1;
  while (end < lines.length && BODY.test(lines[end] ?? "")) {
    end += 1;
  }
  return lines.slice(index + 1, end).join("\n");
}

function failureOf({ file, body, report }: { file: string; body: string; report: string }): Failure {
  return {
    nodeId: null,
    file,
    testName: null,
    phase: "collect",
    kind: "error",
    ...parseTraceback(body),
    capturedStdout: null,
    capturedStderr: null,
    capturedLog: null,
    source: { report, format: "text" },
  };
}
