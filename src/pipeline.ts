import type { Attempt, Case, GroupBaseline } from "./domain/case.ts";
import type { Failure, FailureGroup, FailureReport } from "./domain/failure.ts";
import type { TestRun } from "./domain/test-run.ts";
import { groupFailures } from "./group/group.ts";
import { accept, type Accepted, patchOf } from "./steps/accepted.ts";
import type { Baseline } from "./steps/baseline.ts";
import { caseOf } from "./steps/case-of.ts";
import { confirmAccepted } from "./steps/confirm.ts";
import { type GroupInput, healGroup } from "./steps/heal-group.ts";
import { reproduce } from "./steps/reproduce.ts";
import { targetsOf } from "./steps/observation.ts";
import { withPreExisting } from "./steps/pre-existing.ts";
import { openSources } from "./steps/sources.ts";
import type { Tools } from "./steps/tools.ts";
import { drafted, isEnvironmentOnly, verdictsOf } from "./steps/verdicts.ts";
import { knownSuite } from "./verify/known-suite.ts";
import type { Observation } from "./verify/progress.ts";
import { codeAmong, testFiles } from "./verify/test-files.ts";
import { isTimeUp as isOver } from "./verify/time-budget.ts";

/**
 * The whole product between report and publication: run what failed on unchanged code, mend one group of failures after
 * the other, and let the whole suite have the last word. The tree is as it was found when this returns or throws.
 */
export async function heal(report: FailureReport | null, sha: string | null, tools: Tools): Promise<Case> {
  const { log, workspace, runner } = tools;
  const files = await workspace.trackedFiles();
  const isSettled = async (run: TestRun): Promise<boolean> => isEnvironmentOnly(run, tools);
  const atStart = await workspace.hashes(codeAmong(files));
  const baseline = await log.section("Reproduce on unchanged code", async () =>
    reproduce({ report, repeat: tools.repeat, isSettled }, runner),
  );
  const groups = await withPreExisting(await verdictsOf(baseline, report, tools), baseline, tools);
  for (const group of groups) log.info(verdictLine(group));
  const guarded = testFiles(files, baseline.suite ? [baseline.run, baseline.suite] : [baseline.run]);
  const guardedHashes = { ...(await workspace.hashes([...guarded])), ...atStart };
  const parser = tools.parserFor(baseline.run.interpreter?.executable ?? null);
  const sources = openSources({ workspace, parser, trackedFiles: files, guarded });

  const startedAt = tools.clock();
  const isTimeUp = (): boolean => isOver({ startedAt, now: tools.clock(), limitSeconds: tools.draftingSeconds });
  const { failures, ...facts } = factsOf(baseline, report);
  const attempts: Attempt[] = [];
  const accepted: Accepted[] = [];
  const done = new Set<string>();
  let seen: Observation = drafted(baseline, groups);
  for (let group = nextGroup(seen, files, done); group; group = nextGroup(seen, files, done)) {
    if (isTimeUp()) break;
    const { key } = group;
    const isTestAtFault = groups.some((one) => one.key === key && one.verdict === "test-at-fault");
    const input = { ...facts, isTimeUp, group, isTestAtFault, seen, earlier: patchOf(accepted) };
    const result = await log.section(titleOf(group), async () => healGroup(input, sources, tools));
    attempts.push(...result.attempts);
    done.add(group.key);
    if (result.healed.length === 0) continue;
    const progress = await accept(seen, { result, selections: facts.selections }, tools);
    accepted.push({ group, result, healed: progress.healed });
    seen = progress.seen;
  }

  const isCutShort = isTimeUp() && seen.failures.length > 0;
  const context = { failures, suite: baseline.suite, report, selections: facts.selections, guardedHashes };
  const confirmed = await confirmAccepted(accepted, context, tools);
  return caseOf({ sha, baseline, groups, attempts, ...confirmed, isCutShort });
}

interface Facts extends Pick<GroupInput, "packages" | "selections" | "suite"> {
  /** What fails on unchanged code each time. */
  readonly failures: readonly Failure[];
}

function factsOf({ run, suite, unsteady, seen, selections }: Baseline, report: FailureReport | null): Facts {
  const failing = [...targetsOf(seen.failures), ...unsteady.map(({ target }) => target)];
  const packages = run.interpreter?.packages ?? {};
  return { failures: seen.failures, packages, selections, suite: knownSuite({ suite, failing }, report) };
}

function verdictLine({ verdict, reason, failures: [first, ...others] }: GroupBaseline): string {
  const rest = others.length > 0 ? ` and ${others.length} more` : "";
  return `${first?.nodeId ?? "the start of the tests"}${rest}: ${verdict}: ${reason}`;
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
