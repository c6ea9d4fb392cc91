import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { error, getState, notice, saveState, setFailed, setOutput, setSecret, summary, warning } from "@actions/core";
import { readEvent } from "./context/event.ts";
import { renderCase } from "./documents/case-schema.ts";
import { type Result, type ResultFiles, resultOf } from "./documents/result.ts";
import type { Case } from "./domain/case.ts";
import { NOT_PUBLISHED, type Publication } from "./domain/outcome.ts";
import { type RunContext, runUrl } from "./domain/run-context.ts";
import { RECIPES } from "./draft/recipes/index.ts";
import { actionsLog } from "./io/actions-log.ts";
import { restoreJournal } from "./io/journal.ts";
import { endProcessesOf, type OurProcess, thisProcess } from "./io/process.ts";
import { makeFolder, readDocument, writeDocument } from "./io/runner-files.ts";
import { type Ending, endingOf, EXIT, statusAfter } from "./outcome.ts";
import { heal } from "./pipeline.ts";
import { type Problem, renderProblem, SetupError } from "./problem.ts";
import { annotationsOf } from "./publish/annotations.ts";
import { redactCase } from "./publish/redact-case.ts";
import { renderSummary } from "./publish/summary.ts";
import { publish } from "./publish-run.ts";
import { cachedReport, namedReport } from "./reports.ts";
import { type ParsedSettings, parseSettings, rawInputs } from "./settings/parse.ts";
import type { Settings } from "./settings/settings.ts";
import { restoreOnSignal } from "./signals.ts";
import { inertLines } from "./text/inert-line.ts";
import { secretValues } from "./text/redact.ts";
import { unifiedDiff } from "./text/unified-diff.ts";
import { openWorkbench, type Workbench } from "./workbench.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** Names of the states that carry the journal's folder, and which process we are, from the step to its post step. */
const JOURNAL_STATE = "journal";
const PROCESS_STATE = "process";
const START_STATE = "start";

/**
 * The step and its post step, told apart by the state the step leaves. The only place that catches everything: a broken
 * setup becomes one annotation for each problem, a bug one that says so; the tree is as found either way.
 */
export async function action(environment: Environment): Promise<void> {
  const left = getState(JOURNAL_STATE);
  if (left !== "") return putBackLeft(left, { pid: Number(getState(PROCESS_STATE)), startTime: getState(START_STATE) });
  const folder = join(environment["RUNNER_TEMP"] ?? tmpdir(), `autofix-${process.pid}`);
  // First of all: without it the post step would take itself for the step.
  saveState(JOURNAL_STATE, join(folder, "journal"));
  const { pid, startTime } = thisProcess();
  saveState(PROCESS_STATE, pid);
  saveState(START_STATE, startTime);
  try {
    await step(environment, folder);
  } catch (thrown) {
    const isSetup = thrown instanceof SetupError;
    for (const line of isSetup ? thrown.problems.map(renderProblem) : [bugReport(thrown)]) error(oneLine(line));
    const reason = isSetup ? (thrown.problems[0]?.what ?? "") : "A fault of autofix-action itself.";
    close({ status: "error", reason }, { settings: lenientSettings(environment), document: null });
  }
}

/** The post step: ends what a killed step left running, and undoes what it left in the tree. */
async function putBackLeft(journalFolder: string, owner: OurProcess): Promise<void> {
  try {
    endProcessesOf(owner);
    const { files, notices } = await restoreJournal(journalFolder, "replace");
    if (files.length > 0) notice("The step was stopped while a patch was in the tree; the files were put back.");
    for (const kept of notices) notice(oneLine(kept));
  } catch (thrown) {
    error(oneLine(thrown instanceof SetupError ? thrown.message : bugReport(thrown)));
  }
}

async function step(environment: Environment, folder: string): Promise<void> {
  const settings = readSettings(environment);
  if (settings.githubToken !== null) setSecret(settings.githubToken);
  const event = readEvent({ environment, payload: await readDocument(environment["GITHUB_EVENT_PATH"] ?? "") });
  if (event.kind === "broken") throw new SetupError(event.problems);
  if (event.kind !== "run") return close({ status: event.kind, reason: event.reason }, { settings, document: null });

  await makeFolder(folder);
  const workspace = environment["GITHUB_WORKSPACE"] ?? process.cwd();
  let workbench: Workbench | null = null;
  const release = restoreOnSignal(
    async () => workbench?.putBack(),
    (thrown) => error(oneLine(thrown instanceof Error ? thrown.message : String(thrown))),
  );
  const { pullRequest } = event.context;
  workbench = await openWorkbench({
    settings,
    folder: join(workspace, settings.workingDirectory),
    workspace,
    environment,
    log: actionsLog(),
    journalFolder: join(folder, "journal"),
    claimsFolder: join(dirname(folder), "autofix-claims"),
    ...(pullRequest === null ? {} : { base: pullRequest.baseSha }),
  });
  const document = await healAndRelease(settings, workbench, environment);
  release();
  await deliver({ settings, context: event.context, folder, workbench }, document);
}

async function healAndRelease(settings: Settings, workbench: Workbench, environment: Environment): Promise<Case> {
  try {
    return redactCase(await healReported(settings, workbench), secretValues(environment));
  } finally {
    await workbench.release();
  }
}

function inputsOf(environment: Environment): ParsedSettings {
  return parseSettings(
    rawInputs(environment),
    RECIPES.map((recipe) => recipe.id),
  );
}

function readSettings(environment: Environment): Settings {
  const parsed = inputsOf(environment);
  if (parsed.kind === "problems") throw new SetupError(parsed.problems);
  return parsed.settings;
}

/** The settings where they can be read: after a failure only what they say about failing matters. */
function lenientSettings(environment: Environment): Settings | null {
  const parsed = inputsOf(environment);
  return parsed.kind === "settings" ? parsed.settings : null;
}

/** What the user named, else pytest's cache of the step before, else our own run finds out. */
async function healReported(settings: Settings, { checkout, directory, tools }: Workbench): Promise<Case> {
  const report = (await namedReport(settings, directory, checkout)) ?? (await cachedReport(checkout, directory));
  return heal(report, checkout.sha, tools);
}

interface Delivery {
  readonly settings: Settings;
  readonly context: RunContext;
  readonly folder: string;
  readonly workbench: Workbench;
}

/** Publishes, and leaves the documents, the summary and the outputs behind. */
async function deliver(delivery: Delivery, document: Case): Promise<void> {
  const { settings, context, folder } = delivery;
  const ending = endingOf(document);
  const publication = document.patch ? await publishCase(delivery, document) : NOT_PUBLISHED;
  const status = statusAfter(ending, publication);
  const input = { case: document, changes: document.patch?.changes ?? [], guides: RECIPES, runUrl: runUrl(context) };
  const page = renderSummary(input, `${status}: ${ending.reason}`, publication);
  const files = await writeFiles(folder, document, page);
  await writeSummary(page);
  for (const { level, message, ...place } of annotationsOf(document)) {
    const properties = { title: place.title, file: place.path, startLine: place.line };
    (level === "error" ? error : notice)(message, properties);
  }
  close({ status, reason: ending.reason }, { settings, document, publication, files });
}

/** GitHub's client is loaded only when there is something to publish: it is most of the bundle's start-up time. */
async function publishCase({ settings, context, workbench }: Delivery, document: Case): Promise<Publication> {
  const { githubToken, mode } = settings;
  const { createReviewHost } = await import("./io/github-host.ts");
  const host = githubToken === null ? null : createReviewHost(context, githubToken);
  const { log } = workbench.tools;
  return publish({ case: document, patch: document.patch, context, mode, host, log, guides: RECIPES });
}

/** Some runners have no summary file; what was published stands all the same. */
async function writeSummary(page: string): Promise<void> {
  try {
    await summary.addRaw(page, true).write();
  } catch (thrown) {
    warning(
      oneLine(`The job summary could not be written: ${thrown instanceof Error ? thrown.message : String(thrown)}`),
    );
  }
}

async function writeFiles(folder: string, document: Case, page: string): Promise<ResultFiles> {
  const diff = document.patch ? unifiedDiff(document.patch.changes) : null;
  return {
    patchPath: diff === null ? null : await writeDocument(folder, "fix.patch", diff),
    caseFile: await writeDocument(folder, "case.json", renderCase(document)),
    reportPath: await writeDocument(folder, "report.md", page),
  };
}

interface Closing {
  /** Null when the settings themselves are broken. */
  readonly settings: Settings | null;
  readonly document: Case | null;
  readonly publication?: Publication;
  readonly files?: ResultFiles;
}

/** Outputs last, so that nothing a test run wrote stands behind them; then one verdict line. */
function close(ending: Ending, closing: Closing): void {
  const { settings, document, publication = NOT_PUBLISHED } = closing;
  const files = closing.files ?? { patchPath: null, caseFile: null, reportPath: null };
  writeOutputs(resultOf({ ...ending, case: document, publication, files }));
  const line = oneLine(`${ending.status}: ${ending.reason} ${publication.reason}`.trim());
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
  setOutput("attempts", String(result.attempts));
}

function bugReport(thrown: unknown): string {
  const problem: Problem = {
    code: "bug",
    what: `A fault of autofix-action itself: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
    why: thrown instanceof Error ? (thrown.stack ?? "").split("\n").slice(1, 4).join(" ") : "",
    next: "Please report it with the log of this step; your code was left as it was.",
  };
  return renderProblem(problem);
}

function oneLine(text: string): string {
  return inertLines(text)
    .map((line) => line.slice(2))
    .join(" ");
}
