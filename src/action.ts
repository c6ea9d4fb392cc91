import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { error, getState, notice, saveState, setSecret } from "@actions/core";
import { bugReport, close, oneLine, writeFiles, writeSummary } from "./action-end.ts";
import { admit } from "./admission.ts";
import { readEvent } from "./context/event.ts";
import type { Case } from "./domain/case.ts";
import { NOT_PUBLISHED, type Publication } from "./domain/outcome.ts";
import { type RunContext, runUrl } from "./domain/run-context.ts";
import { actionsLog } from "./io/actions-log.ts";
import { restoreJournal } from "./io/journal.ts";
import { endProcessesOf, type OurProcess, thisProcess } from "./io/process.ts";
import { makeFolder, readDocument } from "./io/runner-files.ts";
import { endingOf, statusAfter } from "./outcome.ts";
import { heal } from "./pipeline.ts";
import { renderProblem, SetupError } from "./problem.ts";
import { annotationsOf } from "./publish/annotations.ts";
import { redactCase } from "./publish/redact-case.ts";
import { renderSummary } from "./publish/summary.ts";
import { publish } from "./publish-run.ts";
import type { ReviewHost } from "./ports.ts";
import { trustedInstructions, trustedProjectRecipes } from "./project-file.ts";
import { RECIPES } from "./draft/recipes/index.ts";
import { recipeGuides } from "./recipe-guides.ts";
import { cachedReport, namedReport } from "./reports.ts";
import { type ParsedSettings, parseSettings, rawInputs } from "./settings/parse.ts";
import type { Settings } from "./settings/settings.ts";
import { restoreOnSignal } from "./signals.ts";
import { redact } from "./text/redact.ts";
import { secretValues } from "./text/secret-values.ts";
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
    const lines = isSetup ? thrown.problems.map(renderProblem) : [bugReport(thrown)];
    const secrets = secretValues(environment);
    for (const line of lines) error(oneLine(redact(line, secrets)));
    const reason = isSetup ? redact(thrown.problems[0]?.what ?? "", secrets) : "A fault of autofix-action itself.";
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
  for (const secret of [settings.githubToken, settings.llm?.apiKey ?? null]) if (secret) setSecret(secret);
  const payload = await readDocument(environment["GITHUB_EVENT_PATH"] ?? "");
  const runsCode = true;
  const event = await admit(readEvent({ environment, payload, runsCode }), {
    allowed: settings.allowed,
    runsCode,
    openHost: async (context) => hostOf(settings, context),
  });
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
  const log = actionsLog();
  const openHost = async (): Promise<ReviewHost | null> => hostOf(settings, event.context);
  workbench = await openWorkbench({
    settings,
    folder: join(workspace, settings.workingDirectory),
    workspace,
    environment,
    log,
    projectRecipes: await trustedProjectRecipes(event.context, workspace, { openHost, log }),
    instructions: await trustedInstructions(settings, event.context, { checkout: workspace, openHost, log }),
    journalFolder: join(folder, "journal"),
    claimsFolder: join(dirname(folder), "autofix-claims"),
    ...(pullRequest === null ? {} : { base: pullRequest.baseSha }),
  });
  const document = await healAndRelease(settings, workbench);
  release();
  await deliver({ settings, context: event.context, folder, workbench }, document);
}

async function healAndRelease(settings: Settings, workbench: Workbench): Promise<Case> {
  try {
    return redactCase(await healReported(settings, workbench), workbench.secrets);
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
  const input = {
    case: document,
    changes: document.patch?.changes ?? [],
    guides: recipeGuides(context.actionPages),
    runUrl: runUrl(context),
    secrets: delivery.workbench.secrets,
  };
  const page = renderSummary(input, `${status}: ${ending.reason}`, publication);
  const files = await writeFiles(folder, document, page);
  await writeSummary(page);
  for (const { level, message, ...place } of annotationsOf(document)) {
    const properties = { title: place.title, file: place.path, startLine: place.line };
    (level === "error" ? error : notice)(message, properties);
  }
  close(
    { status, reason: ending.reason },
    { settings, document, publication, files, spent: delivery.workbench.spent() },
  );
}

/** GitHub's client is loaded only where there is a token for it: it is most of the bundle's start-up time. */
async function hostOf({ githubToken }: Settings, context: RunContext): Promise<ReviewHost | null> {
  if (githubToken === null) return null;
  const { createReviewHost } = await import("./io/github-host.ts");
  return createReviewHost(context, githubToken);
}

async function publishCase({ settings, context, workbench }: Delivery, document: Case): Promise<Publication> {
  const { mode } = settings;
  const host = await hostOf(settings, context);
  const { log } = workbench.tools;
  return publish({
    case: document,
    patch: document.patch,
    context,
    mode,
    host,
    log,
    guides: recipeGuides(context.actionPages),
    options: settings.publish,
    secrets: workbench.secrets,
  });
}
