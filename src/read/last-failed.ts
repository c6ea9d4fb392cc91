import { z } from "zod";
import type { Failure } from "../domain/failure.ts";
import { testNameOf } from "../text/junit-address.ts";
import type { ReadFailure, ReadResult } from "./read-result.ts";
import { NO_COUNTS } from "./read-result.ts";

/** pytest's own cache plugin writes `{node id: true}` (`cache/lastfailed`, pytest 3 to 9). */
const LAST_FAILED = z.record(z.string().min(1), z.boolean());

/**
 * Reads pytest's cache of the tests that failed last. It says nothing but node ids; a file's id is one that could not
 * be collected. Null when the text is not such a cache.
 */
export function readLastFailed(text: string, report: string): ReadResult | null {
  const decoded = LAST_FAILED.safeParse(parseJson(text));
  if (!decoded.success) {
    return null;
  }
  const nodeIds = Object.keys(decoded.data).filter((nodeId) => decoded.data[nodeId] === true);
  const failures = nodeIds.map((nodeId): ReadFailure => ({ failure: failureOf(nodeId, report), address: null }));
  const errors = failures.filter(({ failure }) => failure.kind === "error").length;
  return {
    failures,
    counts: { ...NO_COUNTS, tests: failures.length, failures: failures.length - errors, errors },
    notes: failures.length === 0 ? [`${report} holds no failed tests.`] : [],
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function failureOf(nodeId: string, report: string): Failure {
  const [file = nodeId, ...names] = nodeId.split("::");
  const isCollection = names.length === 0;
  return {
    nodeId,
    file,
    testName: isCollection ? null : testNameOf(nodeId),
    phase: isCollection ? "collect" : "call",
    kind: isCollection ? "error" : "failure",
    exception: { type: null, message: null },
    chain: [],
    frames: [],
    capturedStdout: null,
    capturedStderr: null,
    capturedLog: null,
    source: { report, format: "lastfailed" },
  };
}
