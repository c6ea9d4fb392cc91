import type { Attempt, Case } from "./domain/case.ts";
import type { FailureGroup, FailureReport } from "./domain/failure.ts";
import { baselineGroups } from "./group/baseline.ts";
import { groupFailures } from "./group/group.ts";
import { accept, type Accepted, patchOf } from "./steps/accepted.ts";
import { caseOf } from "./steps/case-of.ts";
import { confirmAccepted } from "./steps/confirm.ts";
import { healGroup } from "./steps/heal-group.ts";
import { reproduce } from "./steps/reproduce.ts";
import { openSources } from "./steps/sources.ts";
import type { Tools } from "./steps/tools.ts";
import type { Observation } from "./verify/progress.ts";
import { testFiles } from "./verify/test-files.ts";

/**
 * The whole product between report and publication: run what failed on unchanged code, mend one group of failures after
 * the other, and let the whole suite have the last word. The tree is as it was found when this returns or throws.
 */
export async function heal(report: FailureReport | null, sha: string | null, tools: Tools): Promise<Case> {
  const { log, workspace, runner } = tools;
  const files = await workspace.trackedFiles();
  const baseline = await log.section("Reproduce on unchanged code", async () => reproduce(report, runner));
  const groups = baselineGroups(baseline.run.failures, files);
  log.info(
    `${baseline.run.failures.length} failures, groups (by cause): ${groups.length}, flaky: ${baseline.flaky.length}`,
  );
  const guarded = testFiles(files, baseline.suite ? [baseline.run, baseline.suite] : [baseline.run]);
  const guardedHashes = await workspace.hashes([...guarded]);
  const parser = tools.parserFor(baseline.run.interpreter?.executable ?? null);
  const sources = openSources({ workspace, parser, trackedFiles: files, guarded });

  const attempts: Attempt[] = [];
  const accepted: Accepted[] = [];
  const done = new Set(groups.filter((group) => group.verdict !== "reproducible").map((group) => group.key));
  let seen: Observation = baseline.run;
  for (let group = nextGroup(seen, files, done); group; group = nextGroup(seen, files, done)) {
    const input = { group, seen, earlier: patchOf(accepted), packages: baseline.run.interpreter?.packages ?? {} };
    const result = await log.section(titleOf(group), async () => healGroup(input, sources, tools));
    attempts.push(...result.attempts);
    done.add(group.key);
    if (result.healed.length === 0) continue;
    const progress = await accept(seen, result, tools);
    accepted.push({ group, result, healed: progress.healed });
    seen = progress.seen;
  }

  const confirmed = await confirmAccepted(accepted, { baseline, guardedHashes }, tools);
  return caseOf({ sha, baseline, groups, attempts, ...confirmed });
}

/** The first group of what still fails that nobody has worked on. */
function nextGroup(seen: Observation, files: readonly string[], done: ReadonlySet<string>): FailureGroup | undefined {
  const tracked = new Set(files);
  return groupFailures(seen.failures, (path) => tracked.has(path)).find((group) => !done.has(group.key));
}

function titleOf({ failures: [first, ...others] }: FailureGroup): string {
  const rest = others.length > 0 ? ` and ${others.length} more` : "";
  return `Mend ${first?.exception.type ?? "failure"} in ${first?.nodeId ?? "the start of the tests"}${rest}`;
}
