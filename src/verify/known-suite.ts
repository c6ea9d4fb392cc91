import type { FailureReport } from "../domain/failure.ts";
import type { TestRun } from "../domain/test-run.ts";
import { splitNodeId } from "../text/junit-address.ts";
import { SESSION, targetOf } from "./targets.ts";

/** The whole suite on unchanged code, by our own run of it or by the job's complete report. */
export interface KnownSuite {
  /** All targets that fail or waver there. */
  readonly failing: readonly string[];
  readonly tests: number;
  /** Null where only the report tells. */
  readonly run: Pick<TestRun, "collected" | "durationSeconds"> | null;
}

interface Unchanged {
  readonly suite: TestRun | null;
  /** Targets that failed in our own runs, each time or now and then. */
  readonly failing: readonly string[];
}

/** Null when nobody knows all that fails: a test that fails with a patch may then have failed before. */
export function knownSuite({ suite, failing }: Unchanged, report: FailureReport | null): KnownSuite | null {
  if (suite !== null) {
    const all = new Set([...failing, ...suite.failures.map(targetOf)]);
    return suite.timedOut ? null : { failing: [...all], tests: suite.collected.length, run: suite };
  }
  if (report?.isComplete !== true) return null;
  const all = new Set([...failing, ...report.failures.map(targetOf)]);
  return { failing: [...all], tests: report.counts.tests, run: null };
}

/** Starting pytest once more is worth it when the whole suite takes this many seconds, or so many tests. */
const MIN_SECONDS = 20;
const MIN_TESTS = 500;
/** Of the suite, in tests: a larger part is about as dear as the whole. */
const MAX_SHARE = 1 / 3;

/**
 * The targets' whole files when running them may save a run of the whole suite: what a patch breaks, it mostly breaks
 * near the tests that it mends. Empty when the suite is small, or these files are most of it.
 */
export function filesWorthRunning(targets: readonly string[], suite: KnownSuite | null): readonly string[] {
  if (suite === null || targets.includes(SESSION)) return [];
  const files = new Set(targets.map((target) => splitNodeId(target).path));
  if (suite.run === null) return suite.tests >= MIN_TESTS ? [...files] : [];
  const below = suite.run.collected.filter((id) => files.has(splitNodeId(id).path)).length;
  const isWorth = suite.run.durationSeconds >= MIN_SECONDS && below <= suite.tests * MAX_SHARE;
  return isWorth ? [...files] : [];
}
