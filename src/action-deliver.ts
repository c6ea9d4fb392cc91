import { error, notice } from "@actions/core";
import { close, writeFiles, writeSummary } from "./action-end.ts";
import { type ActionRun, hostOf } from "./action-run.ts";
import type { Spending } from "./documents/result.ts";
import type { Case } from "./domain/case.ts";
import { NOT_PUBLISHED, type Publication } from "./domain/outcome.ts";
import { runUrl } from "./domain/run-context.ts";
import { endingOfPhase, statusAfter } from "./outcome.ts";
import { diffWithGit } from "./io/git-diff.ts";
import type { Log } from "./ports.ts";
import { annotationsOf } from "./publish/annotations.ts";
import { explainSecondWorkflow } from "./publish/second-workflow.ts";
import { isGreen } from "./publish/green.ts";
import { renderSummary } from "./publish/summary.ts";
import { foldWhenGreen } from "./publish-green.ts";
import { publish } from "./publish-run.ts";
import { recipeGuides } from "./recipe-guides.ts";

interface Delivery {
  readonly log: Log;
  /** Exact values that nothing we publish may hold. */
  readonly secrets: readonly string[];
  readonly spent: Spending;
}

/** Publishes where the phase does, and leaves the documents, the summary and the outputs behind. */
export async function deliver(run: ActionRun, document: Case, delivery: Delivery): Promise<void> {
  const { settings, context, folder } = run;
  const ending = endingOfPhase(document, settings.phase);
  const isPublishing = settings.phase === "all" || settings.phase === "publish";
  const publication = document.patch && isPublishing ? await publishCase(run, document, delivery) : NOT_PUBLISHED;
  if (settings.phase === "all" && settings.mode !== "report") await tidyWhenGreen(run, document, delivery.log);
  const status = statusAfter(ending, publication);
  const input = {
    case: document,
    changes: document.patch?.changes ?? [],
    guides: recipeGuides(context.actionPages),
    runUrl: runUrl(context),
    secrets: delivery.secrets,
  };
  const help = explainSecondWorkflow(context, { publishedAs: publication.publishedAs, mode: settings.mode });
  const page = renderSummary(input, `${status}: ${ending.reason}`, { publication, help });
  const files = await writeFiles(folder, document, page);
  await writeSummary(page);
  if (isAnnotated(run)) annotate(document);
  close({ status, reason: ending.reason }, { settings, document, publication, files, spent: delivery.spent });
}

/** Once for a failure, in the run that its commit's page shows: a publisher's own run may belong to another. */
function isAnnotated({ settings: { phase, groups } }: ActionRun): boolean {
  return phase === "all" || (phase === "verify" && groups.length === 0);
}

function annotate(document: Case): void {
  for (const { level, message, ...place } of annotationsOf(document)) {
    const properties = { title: place.title, file: place.path, startLine: place.line };
    (level === "error" ? error : notice)(message, properties);
  }
}

async function tidyWhenGreen(run: ActionRun, document: Case, log: Log): Promise<void> {
  const host = isGreen(document) ? await hostOf(run) : null;
  if (host !== null) await foldWhenGreen({ case: document, context: run.context, host, log });
}

async function publishCase(run: ActionRun, document: Case, { log, secrets }: Delivery): Promise<Publication> {
  const { settings, context } = run;
  return publish({
    case: document,
    patch: document.patch,
    context,
    mode: settings.mode,
    host: await hostOf(run),
    diff: diffWithGit,
    log,
    guides: recipeGuides(context.actionPages),
    options: settings.publish,
    secrets,
  });
}
