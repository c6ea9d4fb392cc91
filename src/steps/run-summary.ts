import type { RunSummary } from "../domain/case.ts";
import type { TestRun } from "../domain/test-run.ts";

/** The counts of a run; failures of collection count as errors. */
export function summaryOf(run: TestRun): RunSummary {
  const outcomes = Object.values(run.outcomes);
  const count = (...wanted: readonly string[]): number => outcomes.filter((outcome) => wanted.includes(outcome)).length;
  const uncollected = run.failures.filter(
    ({ phase, nodeId }) => phase === "collect" && (nodeId === null || run.outcomes[nodeId] === undefined),
  ).length;
  return {
    command: run.command,
    exitCode: run.exitCode,
    passed: count("passed", "xpassed"),
    failed: count("failed"),
    errors: count("error") + uncollected,
    skipped: count("skipped", "xfailed"),
    durationSeconds: run.durationSeconds,
  };
}
