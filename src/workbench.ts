import { join } from "node:path";
import { RECIPES } from "./draft/recipes/index.ts";
import { LIBRARIES } from "./draft/tables/index.ts";
import { copyMergeBase } from "./io/base-copy.ts";
import { type Checkout, openCheckout } from "./io/checkout.ts";
import { type Claim, claimCheckout } from "./io/claim.ts";
import { keepingCommandFiles } from "./io/command-files.ts";
import { isJournalLeft, type Journal, openJournal, type Undone } from "./io/journal.ts";
import { packageReader } from "./io/package-reader.ts";
import { pytestRunner } from "./io/pytest-runner.ts";
import { endProcesses } from "./io/process.ts";
import { pythonBridge } from "./io/python-bridge.ts";
import { findPython } from "./io/python-finder.ts";
import { diskWorkspace } from "./io/workspace.ts";
import type { Log, TestRunner } from "./ports.ts";
import { SetupError } from "./problem.ts";
import { readReports } from "./read/read-reports.ts";
import { NO_PROJECT_RECIPES, type ProjectRecipes } from "./settings/project-recipes.ts";
import type { Settings } from "./settings/settings.ts";
import type { Tools } from "./steps/tools.ts";
import { testEnvironment } from "./text/environment.ts";
import { secretValues } from "./text/secret-values.ts";
import { openAsking } from "./asking.ts";
import type { Spending } from "./documents/result.ts";
import { redactedLog } from "./redacted-ports.ts";
import { draftingSeconds } from "./verify/time-budget.ts";

/** The checkout with everything that works on it: where settings meet adapters. */
export interface Workbench {
  readonly checkout: Checkout;
  /** Where commands run, absolute. */
  readonly directory: string;
  readonly journal: Journal;
  readonly tools: Tools;
  /** Exact values that nothing we publish may hold. */
  readonly secrets: readonly string[];
  /** What an LLM has cost so far: tokens in and out, and dollars. */
  readonly spent: () => Spending;
  /** Ends every test that runs and puts the tree back: for the moment in which we are told to end ourselves. */
  readonly putBack: () => Promise<void>;
  /** Gives the checkout free for other runs, unless something could not be put back: the next run tries that again. */
  readonly release: () => Promise<void>;
}

export interface WorkbenchInput {
  readonly settings: Settings;
  /** Absolute; the folder to run commands in. */
  readonly folder: string;
  /** Absolute; the repository's root where git cannot tell. Default: `folder`. */
  readonly workspace?: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
  readonly journalFolder: string;
  /** Where runs leave their marks, the same for all that may meet in the checkout. */
  readonly claimsFolder: string;
  /** The commit that a pull request builds on. */
  readonly base?: string;
  /** What the repository says about recipes. Absent: nothing. */
  readonly projectRecipes?: ProjectRecipes;
  /** What its owners want an LLM to keep in mind. Absent: nothing. */
  readonly instructions?: string | null;
  /** Why a group is not to be mended again. Absent: nothing of us is on the pull request. */
  readonly mendedBefore?: ((groupKey: string) => string | null) | undefined;
  /** Takes what an LLM would be sent; then nothing is sent. */
  readonly preview?: (text: string) => void;
}

/**
 * Looks at the checkout, takes it for this run, and finds the interpreter, before any code of the project runs. What a
 * killed run left in the checkout is undone first.
 */
export async function openWorkbench(input: WorkbenchInput): Promise<Workbench> {
  const checkout = await openCheckout(input.folder, input.workspace);
  const { journalFolder, claimsFolder: folder } = input;
  const claim = await claimCheckout({ folder, root: checkout.root, journalFolder });
  try {
    for (const notice of noticesOf(claim.undone)) input.log.warning(notice);
    return await furnish(input, checkout, claim);
  } catch (error) {
    await claim.release();
    throw error;
  }
}

function noticesOf({ files, notices }: Undone): string[] {
  if (files.length === 0) return [];
  return [`An earlier run was stopped while a patch was in ${files.join(", ")}; that is undone.`, ...notices];
}

async function furnish(input: WorkbenchInput, checkout: Checkout, claim: Claim): Promise<Workbench> {
  const { settings, projectRecipes: own = NO_PROJECT_RECIPES } = input;
  const { env, dropped } = testEnvironment(input.environment, { allow: settings.envAllow, deny: settings.envDeny });
  const words = await pythonWords(settings, checkout, env);
  const { secrets, safeLog } = discretionOf(input);
  const journal = openJournal(input.journalFolder, (notice) => safeLog.warning(notice));
  const command = settings.testCommand ?? [...words, "-m", "pytest"];
  const runnerAt = runnersFor(input, { command, env, dropped, checkout });
  const base = await copyMergeBase(checkout.root, input.base);
  const stop = new AbortController();
  const { instructions = null, preview = null } = input;
  const asked = { settings, secrets, instructions, preview, root: checkout.root, log: safeLog, signal: stop.signal };
  const asking = await openAsking({ ...asked, base: base?.sha ?? null });
  return {
    checkout,
    directory: join(checkout.root, checkout.workingDirectory),
    journal,
    secrets,
    spent: () => asking?.account.spent() ?? { tokens: 0, cost: 0 },
    async putBack() {
      stop.abort();
      endProcesses();
      await journal.close();
    },
    async release() {
      await base?.remove();
      if (!(await isJournalLeft(input.journalFolder))) await claim.release();
    },
    tools: {
      workspace: diskWorkspace(checkout, journal),
      runner: runnerAt(checkout.root),
      ...(base === null ? {} : { atBase: { sha: base.sha, runner: runnerAt(base.root) } }),
      parserFor: (executable) => pythonBridge(executable === null ? words : [executable], env),
      packagesFor: (executable) => packageReader(executable === null ? words : [executable], env),
      log: safeLog,
      limits: settings,
      repeat: settings.repeat,
      recipes: RECIPES.filter(({ id }) => ![...settings.recipesOff, ...own.recipesOff].includes(id)),
      libraries: [...own.libraries, ...LIBRARIES],
      ...(asking?.tools ?? { changes: [], drafters: [] }),
      mendedBefore: input.mendedBefore,
      clock: () => performance.now(),
      draftingSeconds: draftingSeconds(settings.timeoutSeconds),
    },
  };
}

/** How the project's interpreter is started. Throws where there is none and pytest is ours to start. */
async function pythonWords(
  { python, testCommand }: Settings,
  { root, workingDirectory }: Checkout,
  env: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const needsPytest = testCommand === null;
  const found = await findPython({ python, workingDirectory, root, env, needsPytest });
  if (found.kind === "found") return found.command;
  if (needsPytest) throw new SetupError([found.problem]);
  return ["python3"];
}

interface Discretion {
  readonly secrets: readonly string[];
  readonly safeLog: Log;
}

/** What nothing we say or send may hold: values of the environment, and our own key and token. */
export function discretionOf({
  settings,
  environment,
  log,
}: Pick<WorkbenchInput, "settings" | "environment" | "log">): Discretion {
  const own = [settings.llm?.apiKey ?? "", settings.githubToken ?? ""].filter((value) => value.length >= 8);
  const secrets = [...new Set([...secretValues(environment), ...own])];
  return { secrets, safeLog: redactedLog(log, secrets) };
}

interface Running {
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly dropped: readonly string[];
  readonly checkout: Checkout;
}

/** Runs the tests of a folder: the checkout, or a copy of another state of it. */
function runnersFor(
  { settings, environment }: WorkbenchInput,
  { command, env, dropped, checkout }: Running,
): (root: string) => TestRunner {
  return (root) => {
    const pytest = pytestRunner({
      root,
      workingDirectory: checkout.workingDirectory,
      command,
      env,
      droppedVariables: dropped,
      timeoutSeconds: settings.timeoutSeconds,
      readReports: async (files) => readReports(files, checkout.trackedFiles),
    });
    return keepingCommandFiles(pytest, environment);
  };
}
