import type { Failure, FailureReport, ReportCounts } from "../domain/failure.ts";
import { isSameFailure } from "./same-failure.ts";

/**
 * Puts several reports together. The same failure of the same test in a second report is kept once, with the names of
 * the others (`alsoIn`): the first report's facts stay, and what it does not carry is taken from the next. A test that
 * fails in another way elsewhere (another Python, another platform) is another failure. Counts add up; a second report
 * of the same run, in another format, adds nothing.
 */
export function mergeReports(reports: readonly FailureReport[]): FailureReport {
  const merged: Failure[] = [];
  const byTest = new Map<string, number[]>();
  for (const report of reports) {
    const earlier = merged.length;
    const taken = new Set<number>();
    for (const failure of report.failures) {
      const known = byTest.get(keyOf(failure)) ?? [];
      const twin = twinOf(failure, { merged, known: known.filter((at) => at < earlier && !taken.has(at)) });
      if (twin === null) {
        byTest.set(keyOf(failure), [...known, merged.length]);
        merged.push(failure);
      } else {
        taken.add(twin.at);
        merged[twin.at] = complete(twin.failure, failure);
      }
    }
  }
  return { failures: merged, counts: sum(distinctRuns(reports)), notes: notesOf(reports, merged) };
}

/**
 * A test by its id and its file, since two packages of one repository may each have a `tests/test_api.py`; where one of
 * both is not known, by what its traceback shows.
 */
function keyOf({ nodeId, file, testName, exception, frames }: Failure): string {
  if (nodeId === null) return JSON.stringify([testName, exception, frames]);
  return JSON.stringify([nodeId, file ?? frames]);
}

/** The earlier failure that is the same one: one that agrees in all that both carry comes before one that must be taken. */
function twinOf(
  failure: Failure,
  { merged, known }: { readonly merged: readonly Failure[]; readonly known: readonly number[] },
): { readonly at: number; readonly failure: Failure } | null {
  const candidates = known.flatMap((at) => {
    const earlier = merged[at];
    return earlier !== undefined && isSameFailure(earlier, failure) ? [{ at, failure: earlier }] : [];
  });
  const exact = candidates.find((one) => one.failure.exception.message === failure.exception.message);
  return exact ?? candidates[0] ?? null;
}

/** One that carries nothing of the exception (pytest's cache, a bare summary) steps back behind one that does. */
function complete(first: Failure, second: Failure): Failure {
  const isBare = first.exception.type === null && first.frames.length === 0;
  const [told, other] = isBare ? [second, first] : [first, second];
  return { ...told, ...exceptionOf(told, other), ...outputOf(told, other), ...placesOf(told, other) };
}

function exceptionOf(told: Failure, other: Failure): Pick<Failure, "exception" | "chain" | "frames" | "members"> {
  const { type, message } = told.exception;
  const members = told.members ?? other.members;
  return {
    exception: { type: type ?? other.exception.type, message: message ?? other.exception.message },
    chain: told.chain.length === 0 ? other.chain : told.chain,
    frames: told.frames.length === 0 ? other.frames : told.frames,
    ...(members === undefined ? {} : { members }),
  };
}

function outputOf(told: Failure, other: Failure): Pick<Failure, "capturedStdout" | "capturedStderr" | "capturedLog"> {
  return {
    capturedStdout: told.capturedStdout ?? other.capturedStdout,
    capturedStderr: told.capturedStderr ?? other.capturedStderr,
    capturedLog: told.capturedLog ?? other.capturedLog,
  };
}

function placesOf(told: Failure, other: Failure): Pick<Failure, "file" | "testName" | "alsoIn"> {
  const names = new Set([...(told.alsoIn ?? []), other.source.report, ...(other.alsoIn ?? [])]);
  names.delete(told.source.report);
  return {
    file: told.file ?? other.file,
    testName: told.testName ?? other.testName,
    ...(names.size === 0 ? {} : { alsoIn: [...names] }),
  };
}

/** The reports less those that tell of a run which another one, in a richer format, tells of already. */
function distinctRuns(reports: readonly FailureReport[]): readonly FailureReport[] {
  const junit = reports.filter((report) => formatOf(report) === "junit");
  const told = new Set(junit.flatMap(({ failures }) => failures.map(testOf)));
  return reports.filter((report) => {
    if (junit.length === 0 || formatOf(report) === "junit") return true;
    const { failures, counts } = report;
    if (failures.length > 0) return !failures.every((failure) => told.has(testOf(failure)));
    return counts.tests > 0 && !junit.some((other) => other.counts.tests === counts.tests);
  });
}

function formatOf({ failures }: FailureReport): string {
  return failures[0]?.source.format ?? "";
}

function testOf({ nodeId, file, testName }: Failure): string {
  return nodeId ?? JSON.stringify([file, testName]);
}

function sum(reports: readonly FailureReport[]): ReportCounts {
  const total = (field: keyof ReportCounts): number => reports.reduce((all, { counts }) => all + counts[field], 0);
  return { tests: total("tests"), failures: total("failures"), errors: total("errors"), skipped: total("skipped") };
}

function notesOf(reports: readonly FailureReport[], merged: readonly Failure[]): string[] {
  const places = new Map<string, number>();
  for (const { source, alsoIn } of merged) {
    const key = [source.report, ...(alsoIn ?? [])].join(", ");
    if (alsoIn !== undefined) places.set(key, (places.get(key) ?? 0) + 1);
  }
  const shared = [...places].map(([names, count]) => {
    const tests = count === 1 ? "one test fails" : `${count} tests fail`;
    return `${tests} alike in ${names}; what is shown is of the first.`;
  });
  return [...reports.flatMap(({ notes }) => notes), ...shared.slice(0, 20)];
}
