import type { Failure, FailureReport, ReportCounts } from "../domain/failure.ts";
import { keyOf, traceKeyOf } from "./failure-key.ts";
import { isSameFailure, isSameTrace } from "./same-failure.ts";
import { distinctRuns } from "./same-run.ts";

/**
 * Puts several reports together. The same failure of the same test in a second report is kept once, with the names of
 * the others (`alsoIn`): the first report's facts stay, and what it does not carry is taken from the next. A test that
 * fails in another way elsewhere (another Python, another platform) is another failure. Counts add up; a second report
 * of the same run, in another format, adds nothing.
 */
export function mergeReports(reports: readonly FailureReport[]): FailureReport {
  const [only, second] = reports;
  // Mostly there is one: what its failures are known by would be made for nobody.
  if (only !== undefined && second === undefined) {
    return { ...only, notes: notesOf(reports, only.failures) };
  }
  const merged: Failure[] = [];
  const places: Places = { byTest: new Map(), byTrace: new Map() };
  for (const report of reports) {
    const earlier = merged.length;
    const taken = new Set<number>();
    for (const failure of report.failures) {
      const at = twinOf(failure, { merged, places, isFree: (place) => place < earlier && !taken.has(place) });
      const first = at === null ? undefined : merged[at];
      if (at === null || first === undefined) {
        merged.push(failure);
        addPlace(places, failure, merged.length - 1);
      } else {
        taken.add(at);
        merged[at] = complete(first, failure);
        addPlace(places, merged[at], at);
      }
    }
  }
  return { failures: merged, counts: sum(distinctRuns(reports)), notes: notesOf(reports, merged) };
}

/** Where the failures of one test, or those that were raised in one place, are among the merged ones. */
interface Places {
  readonly byTest: Map<string, Set<number>>;
  readonly byTrace: Map<string, Set<number>>;
}

function addPlace({ byTest, byTrace }: Places, failure: Failure, at: number): void {
  add(byTest, keyOf(failure), at);
  add(byTrace, traceKeyOf(failure), at);
}

function add(index: Map<string, Set<number>>, key: string | null, at: number): void {
  if (key === null) return;
  const known = index.get(key);
  if (known === undefined) index.set(key, new Set([at]));
  else known.add(at);
}

interface Earlier {
  readonly merged: readonly Failure[];
  readonly places: Places;
  readonly isFree: (at: number) => boolean;
}

/** The place of the earlier failure that is the same one: by the test's name, else by what its traceback shows. */
function twinOf(failure: Failure, { merged, places, isFree }: Earlier): number | null {
  const isTwin = (at: number, isSame: typeof isSameFailure): boolean => {
    const earlier = merged[at];
    return earlier !== undefined && isSame(earlier, failure);
  };
  const named = [...(places.byTest.get(keyOf(failure)) ?? [])].filter(isFree);
  // One that agrees in all that both carry comes before one that must be taken.
  const alike = named.filter((at) => merged[at]?.exception.message === failure.exception.message);
  const first = [...alike, ...named].find((at) => isTwin(at, isSameFailure));
  if (first !== undefined) return first;
  const traced = [...(places.byTrace.get(traceKeyOf(failure) ?? "") ?? [])].filter(isFree);
  return traced.find((at) => isTwin(at, isSameTrace)) ?? null;
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

function placesOf(told: Failure, other: Failure): Pick<Failure, "nodeId" | "file" | "testName" | "alsoIn"> {
  const names = new Set([...(told.alsoIn ?? []), other.source.report, ...(other.alsoIn ?? [])]);
  names.delete(told.source.report);
  const [named, second] = told.nodeId === null && other.nodeId !== null ? [other, told] : [told, other];
  return {
    nodeId: named.nodeId,
    file: named.file ?? second.file,
    testName: named.testName ?? second.testName,
    ...(names.size === 0 ? {} : { alsoIn: [...names] }),
  };
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
