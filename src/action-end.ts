import { notice, setFailed, setOutput, summary, warning } from "@actions/core";
import { renderCase } from "./documents/case-schema.ts";
import { type Result, type ResultFiles, resultOf, type Spending } from "./documents/result.ts";
import type { Case } from "./domain/case.ts";
import { NOT_PUBLISHED, type Publication } from "./domain/outcome.ts";
import { writeDocument } from "./io/runner-files.ts";
import { type Ending, EXIT } from "./outcome.ts";
import { type Problem, renderProblem } from "./problem.ts";
import type { Settings } from "./settings/settings.ts";
import { inertLines } from "./text/inert-line.ts";
import { unifiedDiff } from "./text/unified-diff.ts";

/** Some runners have no summary file; what was published stands all the same. */
export async function writeSummary(page: string): Promise<void> {
  try {
    await summary.addRaw(page, true).write();
  } catch (thrown) {
    warning(
      oneLine(`The job summary could not be written: ${thrown instanceof Error ? thrown.message : String(thrown)}`),
    );
  }
}

/** Leaves patch, case and page in the folder. */
export async function writeFiles(folder: string, document: Case, page: string): Promise<ResultFiles> {
  const diff = document.patch ? unifiedDiff(document.patch.changes) : null;
  return {
    patchPath: diff === null ? null : await writeDocument(folder, "fix.patch", diff),
    caseFile: await writeDocument(folder, "case.json", renderCase(document)),
    reportPath: await writeDocument(folder, "report.md", page),
  };
}

export interface Closing {
  /** Null when the settings themselves are broken. */
  readonly settings: Settings | null;
  readonly document: Case | null;
  readonly publication?: Publication;
  readonly files?: ResultFiles;
  readonly spent?: Spending;
}

/** Outputs last, so that nothing a test run wrote stands behind them; then one verdict line. */
export function close(ending: Ending, closing: Closing): void {
  const { settings, document, publication = NOT_PUBLISHED } = closing;
  const files = closing.files ?? { patchPath: null, caseFile: null, reportPath: null };
  const { spent } = closing;
  const reason = `${ending.reason} ${publication.reason}`.trim();
  writeOutputs(resultOf({ ...ending, reason, case: document, publication, files, ...(spent ? { spent } : {}) }));
  const line = oneLine(`${ending.status}: ${reason}`);
  const { failsJob } = EXIT[ending.status];
  // Inputs that cannot be read say nothing about fail-on-error either: then its default holds.
  const isFailure = failsJob === "on-error" && (settings?.failOnError ?? true);
  if (isFailure) setFailed(line);
  else notice(line);
}

function writeOutputs(result: Result): void {
  setOutput("status", result.status);
  setOutput("reason", result.reason);
  setOutput("fixed-tests", JSON.stringify(result.fixedTests));
  setOutput("remaining-failures", JSON.stringify(result.remainingFailures));
  setOutput("groups", JSON.stringify(result.groups));
  setOutput("source", result.source.join(","));
  setOutput("patch-path", result.patchPath ?? "");
  setOutput("case-file", result.caseFile ?? "");
  setOutput("report-path", result.reportPath ?? "");
  setOutput("published-as", result.publishedAs);
  setOutput("commit-sha", result.commitSha ?? "");
  setOutput("pull-request-url", result.pullRequestUrl ?? "");
  setOutput("review-url", result.reviewUrl ?? "");
  setOutput("tokens-used", String(result.tokensUsed));
  setOutput("cost", result.cost.toFixed(4));
  setOutput("attempts", String(result.attempts));
}

/** What to say of a throw that is nobody's mistake but ours. */
export function bugReport(thrown: unknown): string {
  const problem: Problem = {
    code: "bug",
    what: `A fault of autofix-action itself: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
    why: thrown instanceof Error ? (thrown.stack ?? "").split("\n").slice(1, 4).join(" ") : "",
    next: "Please report it with the log of this step; your code was left as it was.",
  };
  return renderProblem(problem);
}

/** Foreign text as one harmless line. */
export function oneLine(text: string): string {
  return inertLines(text)
    .map((line) => line.slice(2))
    .join(" ");
}
