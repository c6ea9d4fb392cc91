import type { Case, GroupBaseline, Handover } from "./domain/case.ts";
import type { FailureReport } from "./domain/failure.ts";
import type { Baseline } from "./steps/baseline.ts";
import { caseOf } from "./steps/case-of.ts";
import { confirmAccepted } from "./steps/confirm.ts";
import { draftsOf, handoverOf } from "./steps/handover.ts";
import { mendGroups } from "./steps/mend-groups.ts";
import { withPreExisting } from "./steps/pre-existing.ts";
import { reproduce } from "./steps/reproduce.ts";
import { withReturned } from "./steps/returned.ts";
import { openSources, type Sources } from "./steps/sources.ts";
import type { Tools } from "./steps/tools.ts";
import { isEnvironmentOnly, verdictsOf } from "./steps/verdicts.ts";
import { codeAmong, testFiles } from "./verify/test-files.ts";

/** What our runs of unchanged code say, and what drafting begins with. */
export interface Reproduced {
  readonly report: FailureReport | null;
  readonly baseline: Baseline;
  readonly groups: readonly GroupBaseline[];
  readonly trackedFiles: readonly string[];
  readonly guarded: ReadonlySet<string>;
  readonly guardedHashes: Readonly<Record<string, string>>;
  readonly sources: Sources;
}

/** A case, and what of it a later phase could build upon. */
export interface Healed {
  readonly document: Case;
  readonly handover: Handover;
}

/**
 * The whole product between report and publication: run what failed on unchanged code, say what each failure is, mend one
 * group of them after the other, and let the whole suite have the last word. The tree is as it was found when this returns
 * or throws.
 */
export async function heal(report: FailureReport | null, sha: string | null, tools: Tools): Promise<Case> {
  return (await healForLater(report, sha, tools)).document;
}

/** The same, with what a phase that judges it together with others needs. */
export async function healForLater(report: FailureReport | null, sha: string | null, tools: Tools): Promise<Healed> {
  const reproduced = await examine(report, tools);
  const { baseline, groups, trackedFiles, sources, guarded, guardedHashes } = reproduced;
  const mended = await mendGroups({ report, baseline, groups, trackedFiles }, sources, tools);

  const { suite, selections, seen } = baseline;
  const known = { failures: seen.failures, suite, report, selections, guardedHashes };
  const confirmed = await confirmAccepted(mended.accepted, known, tools);
  const drafts = draftsOf(confirmed.accepted);
  return {
    document: caseOf({ sha, baseline, groups, ...mended, ...confirmed }),
    handover: handoverOf(baseline, guarded, { drafts, isDrafting: false }),
  };
}

/** Runs what failed on unchanged code and says what each failure is. */
export async function examine(report: FailureReport | null, tools: Tools): Promise<Reproduced> {
  const { log, workspace, runner, repeat } = tools;
  const trackedFiles = await workspace.trackedFiles();
  const codeAtStart = await workspace.hashes(codeAmong(trackedFiles));

  const baseline = await log.section("Reproduce on unchanged code", async () =>
    reproduce({ report, repeat, isSettled: async (run) => isEnvironmentOnly(run, tools) }, runner),
  );
  const found = await withPreExisting(await verdictsOf(baseline, report, tools), baseline, tools);
  const groups = withReturned(found, tools);
  for (const group of groups) log.info(verdictLine(group));

  const guarded = testFiles(trackedFiles, baseline.suite ? [baseline.run, baseline.suite] : [baseline.run]);
  const guardedHashes = { ...(await workspace.hashes([...guarded])), ...codeAtStart };
  const parser = tools.parserFor(baseline.run.interpreter?.executable ?? null);
  const sources = openSources({ workspace, parser, trackedFiles, guarded });
  return { report, baseline, groups, trackedFiles, guarded, guardedHashes, sources };
}

function verdictLine({ verdict, reason, failures: [first, ...others] }: GroupBaseline): string {
  const rest = others.length > 0 ? ` and ${others.length} more` : "";
  return `${first?.nodeId ?? "the start of the tests"}${rest}: ${verdict}: ${reason}`;
}
