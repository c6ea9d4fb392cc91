import type { Failure } from "../../src/domain/failure.ts";
import type { TestOutcome, TestRun } from "../../src/domain/test-run.ts";

/** A failure in the call of a test, unless said otherwise. */
export function failure(nodeId: string | null, change: Partial<Failure> = {}): Failure {
  return {
    nodeId,
    file: nodeId?.split("::")[0] ?? null,
    testName: nodeId?.split("::").at(-1) ?? null,
    phase: "call",
    kind: "failure",
    exception: { type: "ValueError", message: "wrong" },
    chain: [],
    frames: [{ path: "shop/api.py", line: 3, function: "get" }],
    capturedStdout: null,
    capturedStderr: null,
    capturedLog: null,
    source: { report: "probe", format: "probe" },
    ...change,
  };
}

/** A run in which these tests ended so; failing ones get a plain failure each. */
export function run(outcomes: Readonly<Record<string, TestOutcome>>, change: Partial<TestRun> = {}): TestRun {
  const failing = Object.keys(outcomes).filter((id) => outcomes[id] === "failed" || outcomes[id] === "error");
  const exitCode = change.exitCode === undefined ? (failing.length > 0 ? 1 : 0) : change.exitCode;
  return {
    command: "python -m pytest",
    exitCode,
    pytestExitCode: exitCode,
    redBesidesTests: false,
    source: "probe",
    sessions: 1,
    forgery: null,
    timedOut: false,
    durationSeconds: 1,
    outcomes,
    collected: Object.keys(outcomes),
    failures: failing.map((id) => failure(id)),
    evidence: {},
    cutTraces: [],
    interpreter: { executable: "/usr/bin/python3", version: "3.11.7", packages: {} },
    rootDirectory: "",
    guardedFiles: [],
    testFilePatterns: ["test_*.py", "*_test.py"],
    testPaths: [],
    junit: { tests: Object.keys(outcomes).length, failures: failing.length, errors: 0, skipped: 0 },
    droppedVariables: [],
    output: "",
    ...change,
  };
}
