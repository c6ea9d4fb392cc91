import type { Failure } from "../domain/failure.ts";
import type { BrokenRecord, ReportRecord } from "./probe-records.ts";

const SOURCE = { report: "probe", format: "probe" } as const;
const NOTHING_CAPTURED = { capturedStdout: null, capturedStderr: null, capturedLog: null };

/** The failure of one phase of a test, or of a collector. */
export function reportFailure(record: ReportRecord): Failure {
  const kind = record.phase === "call" && record.outcome === "failed" ? "failure" : "error";
  return {
    nodeId: record.node,
    file: record.file,
    testName: record.name,
    phase: record.phase,
    kind,
    ...exceptionParts(record),
    source: SOURCE,
  };
}

/** What kept pytest from running any test; no node id, and a file only when one is to blame. */
export function brokenFailure(record: BrokenRecord): Failure {
  return {
    nodeId: null,
    file: record.path,
    testName: null,
    phase: "collect",
    kind: "error",
    ...exceptionParts(record),
    source: SOURCE,
  };
}

/** A test without a result; the message says why. */
export function unfinishedFailure(test: { node: string; file: string; name: string | null; message: string }): Failure {
  return {
    nodeId: test.node,
    file: test.file,
    testName: test.name,
    phase: "call",
    kind: "error",
    exception: { type: null, message: test.message },
    chain: [],
    frames: [],
    ...NOTHING_CAPTURED,
    source: SOURCE,
  };
}

function exceptionParts(
  record: ReportRecord | BrokenRecord,
): Pick<Failure, "exception" | "chain" | "frames" | keyof typeof NOTHING_CAPTURED> {
  const { type = null, message = null, frames = [] } = record.exception ?? {};
  return {
    exception: { type, message },
    chain: record.chain ?? [],
    frames,
    capturedStdout: record.stdout ?? null,
    capturedStderr: record.stderr ?? null,
    capturedLog: record.log ?? null,
  };
}
