import { randomUUID } from "node:crypto";
import { readdir, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { FixArguments } from "../cli.ts";
import { type Result, resultOf, type Spending } from "../documents/result.ts";
import type { Case } from "../domain/case.ts";
import { NOT_PUBLISHED, type Publication } from "../domain/outcome.ts";
import { RECIPES } from "../draft/recipes/index.ts";
import { recipeGuides } from "../recipe-guides.ts";
import { stateFolder } from "../io/claim.ts";
import { terminalLog } from "../io/terminal-log.ts";
import { endingOf, EXIT, statusAfter } from "../outcome.ts";
import { heal } from "../pipeline.ts";
import { SetupError } from "../problem.ts";
import { localInstructions, localProjectRecipes } from "../project-file.ts";
import { redactCase } from "../publish/redact-case.ts";
import { renderSummary } from "../publish/summary.ts";
import { namedReport } from "../reports.ts";
import { parseSettings } from "../settings/parse.ts";
import type { Settings } from "../settings/settings.ts";
import { plainLines, stopCommands } from "../text/inert-line.ts";
import { unifiedDiff } from "../text/unified-diff.ts";
import { openWorkbench, type Workbench } from "../workbench.ts";
import { restoreOnSignal } from "../signals.ts";

/** Heals a local checkout: progress on standard error, the patch on standard output. */
export async function fixCommand({ raw, ...wanted }: FixArguments): Promise<number> {
  const { "working-directory": folder = ".", ...inputs } = raw;
  const settings = settingsFrom(withKey(inputs));
  const claimsFolder = await stateFolder(process.env);
  const scratch = join(claimsFolder, `run-${randomUUID()}`);
  return fixIn({ settings, folder: resolve(folder), scratch, claimsFolder, wanted });
}

/** Only who names a model wants it asked; then the key may come from where people keep it. */
function withKey(raw: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const key = process.env["OPENAI_API_KEY"] ?? "";
  return raw["model"] === undefined || raw["openai-api-key"] !== undefined ? raw : { ...raw, "openai-api-key": key };
}

interface Job {
  readonly settings: Settings;
  readonly folder: string;
  /** For the journal, and what it must keep; made when there is something. */
  readonly scratch: string;
  readonly claimsFolder: string;
  readonly wanted: Omit<FixArguments, "raw">;
}

async function fixIn({ settings, folder, scratch, claimsFolder, wanted }: Job): Promise<number> {
  const log = terminalLog({ write: (text) => process.stderr.write(text), hasColour: hasColour(process.stderr) });
  let workbench: Workbench | null = null;
  const leave = async (): Promise<void> => {
    await removeUnlessNeeded(scratch);
    await workbench?.release();
  };
  const release = restoreOnSignal(async () => {
    await workbench?.putBack();
    await leave();
  }, tell);
  try {
    const journalFolder = join(scratch, "journal");
    const said = {
      projectRecipes: await localProjectRecipes(folder),
      instructions: await localInstructions(settings, folder),
      ...(wanted.previewPrompt ? { preview: (text: string) => process.stdout.write(text) } : {}),
    };
    const place = { folder, environment: process.env, log, journalFolder, claimsFolder };
    workbench = await openWorkbench({ settings, ...place, ...said });
    const document = redactCase(await healReported(settings, workbench), workbench.secrets);
    const publication = wanted.apply ? await leaveInTree(document, workbench) : NOT_PUBLISHED;
    release();
    return await finish(document, { publication, spent: workbench.spent(), secrets: workbench.secrets }, wanted);
  } finally {
    await leave();
  }
}

/** What could not be put back, and what was somebody else's, is all that is left of it. */
async function removeUnlessNeeded(scratch: string): Promise<void> {
  const left: readonly string[] = await readdir(scratch).catch(() => []);
  if (!left.includes("journal") && !left.includes("kept")) await rm(scratch, { recursive: true, force: true });
}

function tell(error: unknown): void {
  const text = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${plainLines(text, { isRunner: isRunner() }).join("\n")}\n`);
}

function settingsFrom(raw: Readonly<Record<string, string>>): Settings {
  const parsed = parseSettings(
    raw,
    RECIPES.map((recipe) => recipe.id),
  );
  if (parsed.kind === "problems") throw new SetupError(parsed.problems);
  return parsed.settings;
}

async function healReported(settings: Settings, { checkout, tools }: Workbench): Promise<Case> {
  const report = await namedReport(settings, process.cwd(), checkout);
  return heal(report, checkout.sha, tools);
}

async function leaveInTree(document: Case, { tools, journal }: Workbench): Promise<Publication> {
  if (!document.patch) return NOT_PUBLISHED;
  try {
    await tools.workspace.write(document.patch.changes);
  } catch (error) {
    await journal.restore();
    throw error;
  }
  await journal.clear();
  return { ...NOT_PUBLISHED, publishedAs: "working-tree" };
}

interface Finished {
  readonly publication: Publication;
  readonly spent: Spending;
  readonly secrets: readonly string[];
}

async function finish(
  document: Case,
  { publication, spent, secrets }: Finished,
  wanted: Omit<FixArguments, "raw">,
): Promise<number> {
  const ending = endingOf(document);
  // Without --apply the patch was verified all the same: it is printed, and a person asked for no more.
  const status = wanted.apply ? statusAfter(ending, publication) : ending.status;
  const files = { patchPath: null, caseFile: null, reportPath: wanted.report };
  const result: Result = resultOf({ status, reason: ending.reason, case: document, publication, files, spent });
  if (wanted.result !== null) await writeFile(wanted.result, `${JSON.stringify(result, null, 2)}\n`);
  if (wanted.report !== null)
    await writeFile(
      wanted.report,
      guideOf(document, { headline: `${status}: ${ending.reason}`, publication, secrets }),
    );
  if (document.patch && !wanted.previewPrompt) process.stdout.write(printable(unifiedDiff(document.patch.changes)));
  process.stderr.write(`${plainLines(`${status}: ${ending.reason}`, { isRunner: isRunner() }).join("\n")}\n`);
  return EXIT[status].commandLine;
}

interface Told {
  readonly headline: string;
  readonly publication: Publication;
  readonly secrets: readonly string[];
}

function guideOf(document: Case, { headline, publication, secrets }: Told): string {
  const changes = document.patch?.changes ?? [];
  const guides = recipeGuides(null);
  return renderSummary({ case: document, changes, guides, runUrl: null, secrets }, headline, { publication });
}

/** https://no-color.org: any non-empty value switches colour off. */
function hasColour(stream: NodeJS.WriteStream): boolean {
  return stream.isTTY && !process.env["NO_COLOR"];
}

function isRunner(): boolean {
  return process.env["GITHUB_ACTIONS"] === "true";
}

/** Under a runner the lines of a diff could be commands: it is told to obey none of them. */
function printable(diff: string): string {
  return isRunner() ? stopCommands(diff, randomUUID()) : coloured(diff);
}

function coloured(diff: string): string {
  if (!hasColour(process.stdout)) return diff;
  const paint = (line: string): string => {
    const code = line.startsWith("+") ? 32 : line.startsWith("-") ? 31 : line.startsWith("@@") ? 36 : undefined;
    return code === undefined ? line : `\u001b[${code}m${line}\u001b[0m`;
  };
  return diff.split("\n").map(paint).join("\n");
}
