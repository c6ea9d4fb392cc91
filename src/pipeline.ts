import type { Case, GroupBaseline } from "./domain/case.ts";
import type { FailureReport } from "./domain/failure.ts";
import { caseOf } from "./steps/case-of.ts";
import { confirmAccepted } from "./steps/confirm.ts";
import { mendGroups } from "./steps/mend-groups.ts";
import { withPreExisting } from "./steps/pre-existing.ts";
import { reproduce } from "./steps/reproduce.ts";
import { openSources } from "./steps/sources.ts";
import type { Tools } from "./steps/tools.ts";
import { isEnvironmentOnly, verdictsOf } from "./steps/verdicts.ts";
import { codeAmong, testFiles } from "./verify/test-files.ts";

/**
 * The whole product between report and publication: run what failed on unchanged code, say what each failure is, mend one
 * group of them after the other, and let the whole suite have the last word. The tree is as it was found when this returns
 * or throws.
 */
export async function heal(report: FailureReport | null, sha: string | null, tools: Tools): Promise<Case> {
  const { log, workspace, runner, repeat } = tools;
  const trackedFiles = await workspace.trackedFiles();
  const codeAtStart = await workspace.hashes(codeAmong(trackedFiles));

  const baseline = await log.section("Reproduce on unchanged code", async () =>
    reproduce({ report, repeat, isSettled: async (run) => isEnvironmentOnly(run, tools) }, runner),
  );
  const groups = await withPreExisting(await verdictsOf(baseline, report, tools), baseline, tools);
  for (const group of groups) log.info(verdictLine(group));

  const guarded = testFiles(trackedFiles, baseline.suite ? [baseline.run, baseline.suite] : [baseline.run]);
  const guardedHashes = { ...(await workspace.hashes([...guarded])), ...codeAtStart };
  const parser = tools.parserFor(baseline.run.interpreter?.executable ?? null);
  const sources = openSources({ workspace, parser, trackedFiles, guarded });
  const mended = await mendGroups({ report, baseline, groups, trackedFiles }, sources, tools);

  const { suite, selections, seen } = baseline;
  const known = { failures: seen.failures, suite, report, selections, guardedHashes };
  const confirmed = await confirmAccepted(mended.accepted, known, tools);
  return caseOf({ sha, baseline, groups, ...mended, ...confirmed });
}

function verdictLine({ verdict, reason, failures: [first, ...others] }: GroupBaseline): string {
  const rest = others.length > 0 ? ` and ${others.length} more` : "";
  return `${first?.nodeId ?? "the start of the tests"}${rest}: ${verdict}: ${reason}`;
}
