import { tmpdir } from "node:os";
import { join } from "node:path";
import { error, getState, notice, saveState, setSecret } from "@actions/core";
import { draftPhase, publishPhase } from "./action-desk.ts";
import { bugReport, close, oneLine } from "./action-end.ts";
import { type ActionRun, hostOf } from "./action-run.ts";
import { testPhase } from "./action-tests.ts";
import { admit } from "./admission.ts";
import { readEvent } from "./context/event.ts";
import { type Phase, runsCode } from "./domain/phase.ts";
import { RECIPES } from "./draft/recipes/index.ts";
import { actionsLog } from "./io/actions-log.ts";
import { restoreJournal } from "./io/journal.ts";
import { endProcessesOf, type OurProcess, thisProcess } from "./io/process.ts";
import { makeFolder, readDocument } from "./io/runner-files.ts";
import { renderProblem, SetupError } from "./problem.ts";
import { type ParsedSettings, parseSettings, rawInputs } from "./settings/parse.ts";
import type { Settings } from "./settings/settings.ts";
import { redact } from "./text/redact.ts";
import { secretValues } from "./text/secret-values.ts";

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
  const isRunning = runsCode(settings.phase);
  const event = await admit(readEvent({ environment, payload, runsCode: isRunning }), {
    allowed: settings.allowed,
    runsCode: isRunning,
    openHost: async (context) => hostOf({ settings, context }),
  });
  if (event.kind === "broken") throw new SetupError(event.problems);
  if (event.kind !== "run") return close({ status: event.kind, reason: event.reason }, { settings, document: null });

  await makeFolder(folder);
  const workspace = environment["GITHUB_WORKSPACE"] ?? process.cwd();
  const run: ActionRun = { settings, context: event.context, environment, folder, workspace, log: actionsLog() };
  await WORK[settings.phase](run);
}

/** Who does the work of a phase. */
const WORK: Readonly<Record<Phase, (run: ActionRun) => Promise<void>>> = {
  all: testPhase,
  reproduce: testPhase,
  draft: draftPhase,
  verify: testPhase,
  publish: publishPhase,
};

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
