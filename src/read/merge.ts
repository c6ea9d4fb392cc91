import type { Failure, ReportCounts } from "../domain/failure.ts";

/** What one file says once its node ids are known. */
export interface ResolvedReport {
  readonly failures: readonly Failure[];
  readonly counts: ReportCounts;
}

/**
 * Puts several files together. The same failure of the same test in a second file is kept once: the first file's
 * facts stay, and what it does not carry is taken from the second. Failures without a node id are never put together
 * unless everything about them agrees. Counts add up, less what was in two files.
 */
export function mergeReports(reports: readonly ResolvedReport[]): ResolvedReport {
  const merged = new Map<string, Failure[]>();
  let counts: ReportCounts = { tests: 0, failures: 0, errors: 0, skipped: 0 };
  for (const report of reports) {
    const known = new Map([...merged].map(([key, failures]) => [key, [...failures.keys()]]));
    counts = addCounts(counts, report.counts);
    for (const failure of report.failures) {
      const key = keyOf(failure);
      const failures = merged.get(key) ?? [];
      const earlier = known.get(key)?.shift();
      const twin = earlier === undefined ? undefined : failures[earlier];
      if (earlier === undefined || twin === undefined) {
        failures.push(failure);
      } else {
        failures[earlier] = complete(twin, failure);
        counts = lessOne(counts, failure);
      }
      merged.set(key, failures);
    }
  }
  return { failures: [...merged.values()].flat(), counts };
}

function keyOf(failure: Failure): string {
  const { nodeId, phase, kind, testName, exception, frames } = failure;
  return JSON.stringify(nodeId === null ? [testName, phase, kind, exception, frames] : [nodeId, phase, kind]);
}

function complete(first: Failure, second: Failure): Failure {
  const isBare = first.exception.type === null && first.frames.length === 0;
  const told = isBare ? second : first;
  return {
    ...first,
    file: first.file ?? second.file,
    testName: first.testName ?? second.testName,
    exception: told.exception,
    chain: told.chain,
    frames: told.frames,
    capturedStdout: first.capturedStdout ?? second.capturedStdout,
    capturedStderr: first.capturedStderr ?? second.capturedStderr,
    capturedLog: first.capturedLog ?? second.capturedLog,
  };
}

function addCounts(first: ReportCounts, second: ReportCounts): ReportCounts {
  return {
    tests: first.tests + second.tests,
    failures: first.failures + second.failures,
    errors: first.errors + second.errors,
    skipped: first.skipped + second.skipped,
  };
}

function lessOne(counts: ReportCounts, { kind, phase }: Failure): ReportCounts {
  return {
    ...counts,
    tests: counts.tests - (phase === "teardown" ? 0 : 1),
    failures: counts.failures - (kind === "failure" ? 1 : 0),
    errors: counts.errors - (kind === "error" ? 1 : 0),
  };
}
