import type { Failure, FailureReport } from "../domain/failure.ts";
import { keyOf, traceKeyOf } from "./failure-key.ts";

/** The reports less those that tell of a run which another one, in a richer format, tells of already. */
export function distinctRuns(reports: readonly FailureReport[]): readonly FailureReport[] {
  const junit = reports.filter((report) => formatOf(report) === "junit");
  if (junit.length === reports.length) return reports;
  const told = new Set(junit.flatMap(({ failures }) => failures.flatMap(namesOf)));
  return reports.filter((report) => {
    if (junit.length === 0 || formatOf(report) === "junit") return true;
    const tests = report.failures.filter((failure) => !isEndOfRun(failure));
    if (tests.length > 0) return !tests.every((failure) => namesOf(failure).some((name) => told.has(name)));
    const isEndTold = report.failures.some((failure) => namesOf(failure).some((name) => told.has(name)));
    return report.counts.tests > 0 && !isEndTold && !junit.some((other) => countsAlike(other, report));
  });
}

/** Every name that another report may know the failing test by. */
function namesOf(failure: Failure): readonly string[] {
  return [failure.nodeId, keyOf(failure), traceKeyOf(failure)].flatMap((name) => name ?? []);
}

/** How a session ended, which JUnit does not always tell: an interrupt, an internal error. */
function isEndOfRun({ nodeId, file, testName, phase }: Failure): boolean {
  return nodeId === null && file === null && testName === null && phase === "collect";
}

/** JUnit counts tests that did not run, and an internal error, each in its own way. */
function countsAlike({ counts: first }: FailureReport, { failures, counts: second }: FailureReport): boolean {
  if (first.tests === second.tests) return true;
  const isEnded = failures.length > 0 || first.errors === second.errors;
  return isEnded && first.failures === second.failures && first.skipped === second.skipped;
}

function formatOf({ failures }: FailureReport): string {
  return failures[0]?.source.format ?? "";
}
