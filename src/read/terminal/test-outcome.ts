import type { Failure, ReportCounts } from "../../domain/failure.ts";
import { runningFile } from "./progress.ts";
import { countsOf, nodeIdAlone } from "./summary.ts";
import type { Summary, SummaryEntry } from "./summary.ts";

/**
 * pytest counts what it prints; what it printed twice, a subtest, a second failure of the same test is no test
 * more.
 */
export function readCounts({ totals, entries }: Summary, failures: readonly Failure[], twins: number): ReportCounts {
  if (totals !== null && totals.size > 0) {
    const ran = failures.filter(({ phase }) => phase !== "teardown");
    const counts = countsOf(totals, failures.length - ran.length);
    const more = countMore(ran, entries) + twins;
    return { ...counts, tests: Math.max(counts.tests - more, 0), errors: Math.max(counts.errors - twins, 0) };
  }
  const errors = failures.filter(({ kind }) => kind === "error").length;
  return { tests: failures.length, failures: failures.length - errors, errors, skipped: 0 };
}

/** How many of the failures belong to a test that is counted already: a test whose subtests failed passed itself. */
function countMore(failures: readonly Failure[], entries: readonly SummaryEntry[]): number {
  const known = countEach(failures.flatMap(({ nodeId }) => (nodeId === null ? [] : [nodeId])));
  const subtests = countEach(entries.filter(({ subtest }) => subtest !== null).map(nodeIdAlone));
  return [...known].reduce((sum, [nodeId, count]) => sum + count - (subtests.get(nodeId) === count ? 0 : 1), 0);
}

function countEach(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

interface Outcome {
  readonly lines: readonly string[];
  readonly summary: Summary;
  readonly failures: readonly Failure[];
  /** How many failures of tests are told, those included that are told twice. */
  readonly told: number;
  /** No test failed, so what is there tells how the session ended. */
  readonly hasNothing: boolean;
  readonly report: string;
}

/** What a reader should know: no tests, a number without names, an output that breaks off. */
export function readNotes({ lines, summary, failures, told, hasNothing, report }: Outcome): string[] {
  const { totals, isQuiet } = summary;
  if (totals === null) {
    const isTold = hasNothing && failures.some(({ phase }) => phase === "collect");
    return isTold || isQuiet ? [] : [breaksOff(lines, failures, report)];
  }
  if (countsOf(totals, 0).tests === 0) {
    return [`${report} says that no tests ran.`];
  }
  const failed = ["failed", "error", "errors"].reduce((sum, word) => sum + (totals.get(word) ?? 0), 0);
  const names = told === 0 ? "names none of them" : `tells only of ${told}`;
  return told < failed ? [`${report} counts ${failed} failed tests and errors, but ${names}.`] : [];
}

function breaksOff(lines: readonly string[], failures: readonly Failure[], report: string): string {
  const file = runningFile(lines);
  if (failures.length > 0) {
    return `${report} breaks off before pytest's closing line; what was read up to there is used.`;
  }
  return file === null
    ? `${report} holds no pytest result: no failure and no closing line.`
    : `${report} breaks off while tests of ${file} ran: the process died, or the job was stopped.`;
}
