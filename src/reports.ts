import { relative, resolve } from "node:path";
import type { FailureReport } from "./domain/failure.ts";
import type { Checkout } from "./io/checkout.ts";
import { existingFiles } from "./io/existing-files.ts";
import { findLastFailed, findReports, type FoundReport } from "./io/report-files.ts";
import { type Problem, SetupError } from "./problem.ts";
import { readReports, type ReportFile } from "./read/read-reports.ts";
import { tellsAll } from "./verify/reported-run.ts";

/** What a user named as reports. */
export interface NamedReports {
  readonly junitPath: readonly string[];
  readonly logFile: string | null;
  readonly traceback: string | null;
}

/**
 * The reports a user named, read together; null when none was named. A name that fits no file, or reports that hold no
 * test at all, are a broken setup: silence there would look like success.
 */
export async function namedReport(
  named: NamedReports,
  directory: string,
  checkout: Pick<Checkout, "root" | "trackedFiles" | "checkedOutAt">,
): Promise<FailureReport | null> {
  const globs = [...named.junitPath, ...(named.logFile === null ? [] : [named.logFile])];
  if (globs.length === 0 && named.traceback === null) return null;
  const found = await findReports(globs, directory);
  if (found.kind === "missing") throw new SetupError(found.globs.map((glob) => noSuchReport(glob, directory)));
  const pasted: ReportFile[] =
    named.traceback === null ? [] : [{ name: "traceback", chunks: [new TextEncoder().encode(named.traceback)] }];
  const report = await readReports([...found.reports, ...pasted], checkout.trackedFiles);
  if (isEmpty(report)) throw new SetupError([emptyReport(report, globs)]);
  const isOfThisJob = pasted.length === 0 && found.reports.every((file) => isNewerThan(file, directory, checkout));
  return { ...report, isComplete: named.logFile === null && isOfThisJob && tellsAll(report) };
}

function isEmpty({ failures, counts }: FailureReport): boolean {
  return failures.length === 0 && counts.tests + counts.failures + counts.errors === 0;
}

/** Written since the checkout, and no file that came with it. */
function isNewerThan(
  { name, modifiedAt }: FoundReport,
  directory: string,
  { root, trackedFiles, checkedOutAt }: Pick<Checkout, "root" | "trackedFiles" | "checkedOutAt">,
): boolean {
  const path = relative(root, resolve(directory, name)).replaceAll("\\", "/");
  return modifiedAt >= checkedOutAt && !trackedFiles.includes(path);
}

function noSuchReport(glob: string, directory: string): Problem {
  return {
    code: "report-not-found",
    what: `No file matches the report "${glob}".`,
    why: `It was looked for in ${directory}.`,
    next: "Give pytest `--junitxml=report.xml` in the step before and the same path here, or leave the input out.",
  };
}

function emptyReport(report: FailureReport, globs: readonly string[]): Problem {
  return {
    code: "report-empty",
    what: `The report ${globs.map((glob) => `"${glob}"`).join(", ") || '"traceback"'} holds no test result.`,
    why: report.notes[0] ?? "Nothing in it looks like pytest's JUnit XML or its terminal output.",
    next: "Check that the step before ran pytest to its end and wrote this file, or leave the input out.",
  };
}

/**
 * What pytest's own cache says failed in the step before; null when there is no cache, or when it is older than the
 * checkout and so speaks of other code. pytest keeps what failed in files that are gone since: those are left out.
 */
export async function cachedReport(checkout: Checkout, directory: string): Promise<FailureReport | null> {
  const cached = (await findLastFailed(directory)) ?? (await findLastFailed(checkout.root));
  if (!cached || cached.modifiedAt < checkout.checkedOutAt) return null;
  const report = await readReports([cached], checkout.trackedFiles);
  const files = report.failures.flatMap(({ file }) => file ?? []);
  const existing = await existingFiles(files, [directory, checkout.root]);
  const failures = report.failures.filter(({ file }) => file !== null && existing.has(file));
  return failures.length > 0 ? { ...report, failures } : null;
}
