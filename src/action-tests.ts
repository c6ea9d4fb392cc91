import { dirname, join } from "node:path";
import { error } from "@actions/core";
import { deliver } from "./action-deliver.ts";
import { close, oneLine } from "./action-end.ts";
import { type ActionRun, hostOf } from "./action-run.ts";
import { readCase, refuseOtherCommit } from "./case-input.ts";
import type { Case } from "./domain/case.ts";
import { reproduceCase, verifyCase } from "./phases.ts";
import { readHistory } from "./loop-ahead.ts";
import { healForLater } from "./pipeline.ts";
import { trustedInstructions, trustedProjectRecipes } from "./project-file.ts";
import { mendedBefore, stoppedByPeople } from "./publish/loop-guard.ts";
import { redactCase } from "./publish/redact-case.ts";
import { cachedReport, namedReport } from "./reports.ts";
import { restoreOnSignal } from "./signals.ts";
import { openWorkbench, type Workbench } from "./workbench.ts";

/** The phases that run tests: one step for all, or what comes before and after drafting. */
export async function testPhase(run: ActionRun): Promise<void> {
  const { settings, context, environment, folder, workspace, log } = run;
  // Read before any test runs, as everything that a test could write over.
  const earlier = settings.phase === "verify" ? await readCase(settings, workspace) : null;
  const history = await readHistory(run);
  const stopped = history && stoppedByPeople(history);
  if (stopped !== null) return close({ status: "skipped", reason: stopped }, { settings, document: null });
  const asking = { openHost: async (): ReturnType<typeof hostOf> => hostOf(run), log };
  let workbench: Workbench | null = null;
  const release = restoreOnSignal(
    async () => workbench?.putBack(),
    (thrown) => error(oneLine(thrown instanceof Error ? thrown.message : String(thrown))),
  );
  workbench = await openWorkbench({
    settings,
    folder: join(workspace, settings.workingDirectory),
    workspace,
    environment,
    log,
    projectRecipes: await trustedProjectRecipes(context, workspace, asking),
    instructions: await trustedInstructions(settings, context, { checkout: workspace, ...asking }),
    mendedBefore: history === null ? undefined : (groupKey) => mendedBefore(history, groupKey),
    journalFolder: join(folder, "journal"),
    claimsFolder: join(dirname(folder), "autofix-claims"),
    ...(context.pullRequest === null ? {} : { base: context.pullRequest.baseSha }),
  });
  const document = await workAndRelease(run, workbench, earlier);
  release();
  const { tools, secrets } = workbench;
  await deliver(run, document, { log: tools.log, secrets, spent: workbench.spent() });
}

async function workAndRelease(run: ActionRun, workbench: Workbench, earlier: Case | null): Promise<Case> {
  try {
    return redactCase(await work(run, workbench, earlier), workbench.secrets);
  } finally {
    await workbench.release();
  }
}

async function work({ settings }: ActionRun, workbench: Workbench, earlier: Case | null): Promise<Case> {
  const { checkout, tools } = workbench;
  if (earlier !== null) {
    refuseOtherCommit(earlier, checkout.sha);
    return verifyCase(earlier, settings.groups, tools);
  }
  const { directory } = workbench;
  // What the user named, else pytest's cache of the step before, else our own run finds out.
  const report = (await namedReport(settings, directory, checkout)) ?? (await cachedReport(checkout, directory));
  if (settings.phase === "reproduce") return reproduceCase(report, checkout.sha, tools);
  const { document, handover } = await healForLater(report, checkout.sha, tools);
  return { ...document, handover };
}
