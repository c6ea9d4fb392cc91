import { join } from "node:path";
import { deliver } from "./action-deliver.ts";
import { close } from "./action-end.ts";
import { type ActionRun, hostOf } from "./action-run.ts";
import { openAsking } from "./asking.ts";
import { readCase, refuseOtherCommit } from "./case-input.ts";
import type { Case } from "./domain/case.ts";
import { RECIPES } from "./draft/recipes/index.ts";
import { LIBRARIES } from "./draft/tables/index.ts";
import { openCheckout } from "./io/checkout.ts";
import { openJournal } from "./io/journal.ts";
import { pythonBridge } from "./io/python-bridge.ts";
import { findPython } from "./io/python-finder.ts";
import { diskWorkspace } from "./io/workspace.ts";
import { draftCase } from "./phases.ts";
import type { Log, PythonParser } from "./ports.ts";
import { SetupError } from "./problem.ts";
import { trustedInstructions } from "./project-file.ts";
import { redactCase } from "./publish/redact-case.ts";
import { vetCase } from "./steps/vet.ts";
import { testEnvironment } from "./text/environment.ts";
import { discretionOf } from "./workbench.ts";

/* The phases that hold a secret and therefore run nothing of the repository: its files are read as data, if at all. */

const NOTHING_SPENT = { tokens: 0, cost: 0 };

/** Asks a model for the groups that no recipe has a candidate for. */
export async function draftPhase(run: ActionRun): Promise<void> {
  const { settings, context, folder, workspace } = run;
  const document = await readCase(settings, workspace);
  const checkout = await openCheckout(join(workspace, settings.workingDirectory), workspace);
  refuseOtherCommit(document, checkout.sha);
  const { secrets, safeLog: log } = discretionOf(run);
  const host = { openHost: async (): ReturnType<typeof hostOf> => hostOf(run), log };
  const instructions = await trustedInstructions(settings, context, { checkout: workspace, ...host });
  const { signal } = new AbortController();
  const { root } = checkout;
  const asking = await openAsking({ settings, secrets, log, signal, instructions, preview: null, root, base: null });
  const drafted = await draftCase(document, settings.groups, {
    // Nothing is written in this phase.
    workspace: diskWorkspace(
      checkout,
      openJournal(join(folder, "journal"), () => undefined),
    ),
    parser: await parserOf(run),
    log,
    limits: settings,
    recipes: RECIPES.filter(({ id }) => !settings.recipesOff.includes(id)),
    libraries: LIBRARIES,
    ...(asking?.tools ?? { changes: [], drafters: [] }),
  });
  await deliver(run, redactCase(drafted, secrets), {
    log,
    secrets,
    spent: asking?.account.spent() ?? NOTHING_SPENT,
  });
}

/** Publishes what another job found, after it was judged as what it is: data that code of a stranger may have written. */
export async function publishPhase(run: ActionRun): Promise<void> {
  const { settings, workspace } = run;
  const { secrets, safeLog: log } = discretionOf(run);
  const document = redactCase(await readCase(settings, workspace), secrets);
  const vetted = document.patch === null ? { kind: "vetted" as const, case: document } : await vet(run, document, log);
  if (vetted.kind === "refused") {
    return close({ status: "refused", reason: vetted.reason }, { settings, document: null });
  }
  await deliver(run, vetted.case, { log, secrets, spent: NOTHING_SPENT });
}

async function vet(run: ActionRun, document: Case, log: Log): ReturnType<typeof vetCase> {
  const host = await hostOf(run);
  if (host === null) {
    return { kind: "refused", reason: "Without the input github-token the tested commit cannot be read from GitHub." };
  }
  const { context, settings: limits } = run;
  return log.section("Check the case file", async () =>
    vetCase({ document, context, host, parser: await parserOf(run), limits }),
  );
}

/** Python's own parser, of an interpreter that is no part of the checkout. */
async function parserOf({ settings, environment, folder }: ActionRun): Promise<PythonParser> {
  const { env } = testEnvironment(environment, { allow: [], deny: ["VIRTUAL_ENV", "PYTHON*"] });
  const found = await findPython({
    root: folder,
    workingDirectory: ".",
    python: settings.python,
    needsPytest: false,
    env,
  });
  if (found.kind === "missing") throw new SetupError([found.problem]);
  return pythonBridge([found.executable], env);
}
