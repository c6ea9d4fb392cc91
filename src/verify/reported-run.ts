import type { RunSummary } from "../domain/case.ts";
import type { FailureReport } from "../domain/failure.ts";
import type { TestRun } from "../domain/test-run.ts";
import { exitFault, judgeTargets } from "./compare.ts";
import { isBelow, SESSION, targetOf } from "./targets.ts";

/** JUnit only, of which nothing had to be said, and every failing test is named exactly. */
export function tellsAll({ failures, counts, notes }: FailureReport): boolean {
  if (counts.tests === 0 || notes.length > 0 || failures.length !== counts.failures + counts.errors) return false;
  return failures.every((failure) => {
    const isExact = failure.nodeId !== null && failure.address === undefined && failure.alsoIn === undefined;
    return isExact && failure.source.format === "junit" && targetOf(failure) !== SESSION;
  });
}

export interface ReportedBefore {
  /** The job's own report of its run of unchanged code. */
  readonly report: FailureReport;
  /** Targets that failed in our own runs of unchanged code. */
  readonly failing: readonly string[];
}

/**
 * Whether the report is enough to call the whole suite with the patch no worse than without it. A report names the
 * failing tests only; of the others it gives numbers. So as many tests must have run as it counts, no more of them
 * skipped, and every one that fails must have failed in our own run of unchanged code. It can only accept: where it says
 * no, the whole suite has to be run on unchanged code.
 */
export function isBackedByReport(
  { report, failing: known }: ReportedBefore,
  after: TestRun,
  targets: readonly string[],
): boolean {
  if (report.isComplete !== true || judgeTargets(targets, after) || exitFault(after)) return false;
  if (after.redBesidesTests === true || after.collected.some((id) => after.outcomes[id] === undefined)) return false;
  const skipped = idsOf(after, ["skipped", "xfailed"]);
  const failing = [...idsOf(after, ["failed", "error"]), ...after.failures.map(targetOf)];
  return (
    testsBeside(report, after) === report.counts.tests - collectorsOf(report).length &&
    skipped.length <= report.counts.skipped &&
    failing.every((id) => known.some((target) => id === target || isBelow(id, target)))
  );
}

/** Tests of modules that could not be collected before have no counterpart in the report. */
function testsBeside(report: FailureReport, after: TestRun): number {
  const collectors = collectorsOf(report);
  const ids = Object.keys(after.outcomes);
  return ids.filter((id) => !collectors.some((collector) => id === collector || isBelow(id, collector))).length;
}

function collectorsOf({ failures }: FailureReport): string[] {
  return [...new Set(failures.filter(({ phase }) => phase === "collect").map(targetOf))];
}

function idsOf({ outcomes }: TestRun, wanted: readonly string[]): string[] {
  return Object.keys(outcomes).filter((id) => wanted.includes(outcomes[id] ?? ""));
}

/** The report's counts, in place of a run of ours. It tells neither exit code nor time. */
export function reportedSummary({ counts }: FailureReport): RunSummary {
  const { tests, failures, errors, skipped } = counts;
  const passed = Math.max(0, tests - failures - errors - skipped);
  return {
    command: "the job's own report",
    exitCode: null,
    passed,
    failed: failures,
    errors,
    skipped,
    durationSeconds: 0,
    fromReport: true,
  };
}
