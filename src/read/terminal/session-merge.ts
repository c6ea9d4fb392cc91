import type { Failure, FailureReport, ReportCounts } from "../../domain/failure.ts";
import { mergeReports } from "../merge.ts";

/**
 * Puts the sessions of one text together. A failure that a later session tells again (`--lf`, a step that is tried
 * again) is counted once, and a session whose output stands in the text twice is one session.
 */
export function mergeSessions(sessions: readonly FailureReport[]): Pick<FailureReport, "failures" | "counts"> {
  const seen = new Set<string>();
  const own = sessions.filter(({ failures, counts }) => {
    const key = JSON.stringify([counts, failures.map(({ nodeId, phase, exception }) => [nodeId, phase, exception])]);
    const isTwin = failures.length > 0 && seen.has(key);
    seen.add(key);
    return !isTwin;
  });
  const { failures, counts } = mergeReports(own);
  const told = own.flatMap((session) => session.failures);
  return { failures, counts: withoutAgain(counts, told, failures) };
}

function withoutAgain(counts: ReportCounts, told: readonly Failure[], merged: readonly Failure[]): ReportCounts {
  const again = (is: (failure: Failure) => boolean): number => told.filter(is).length - merged.filter(is).length;
  return {
    tests: Math.max(counts.tests - again(({ phase }) => phase !== "teardown"), 0),
    failures: Math.max(counts.failures - again(({ kind }) => kind === "failure"), 0),
    errors: Math.max(counts.errors - again(({ kind }) => kind === "error"), 0),
    skipped: counts.skipped,
  };
}
