import type { Attempt, Case, GroupBaseline, HealedGroup } from "./domain/case.ts";
import type { FailureGroup, FailureReport } from "./domain/failure.ts";
import type { Patch } from "./domain/patch.ts";
import type { TestRun } from "./domain/test-run.ts";
import { environmentFault } from "./group/environment.ts";
import { groupFailures } from "./group/group.ts";
import { confirm, type Confirmation } from "./steps/confirm.ts";
import { type GroupResult, healGroup } from "./steps/heal-group.ts";
import { type Baseline, reproduce } from "./steps/reproduce.ts";
import { openSources, type Sources } from "./steps/sources.ts";
import type { Tools } from "./steps/tools.ts";
import { importedFile } from "./syntax/resolve.ts";
import { selectionOf, targetOf } from "./verify/targets.ts";
import type { Observation } from "./verify/progress.ts";

const NO_PATCH: Patch = { changes: [] };

/** What was accepted so far, group by group; `patch` holds all of it. */
interface Accepted {
  readonly group: FailureGroup;
  readonly result: GroupResult;
  /** Targets that pass with the patch up to here, this group's and those healed along with it. */
  readonly healed: readonly string[];
}

/**
 * The whole product between report and publication: run what failed on unchanged code, mend one group of failures after
 * the other, and let the whole suite have the last word. The tree is as it was found when this returns or throws.
 */
export async function heal(report: FailureReport | null, sha: string | null, tools: Tools): Promise<Case> {
  const baseline = await tools.log.section("Reproduce on unchanged code", async () => reproduce(report, tools.runner));
  const files = await tools.workspace.trackedFiles();
  const groups = groupsOf(baseline.run, files);
  const guardedHashes = await tools.workspace.hashes(baseline.run.guardedFiles);
  const sources = sourcesFor(baseline, files, tools);

  const attempts: Attempt[] = [];
  const accepted: Accepted[] = [];
  const givenUp = new Set(groups.filter((group) => group.verdict !== "reproducible").map((group) => group.key));
  let seen: Observation = baseline.run;
  for (let group = nextGroup(seen, files, givenUp); group; group = nextGroup(seen, files, givenUp)) {
    const input = { group, seen, earlier: patchOf(accepted), packages: baseline.run.interpreter?.packages ?? {} };
    const result = await tools.log.section(titleOf(group), async () => healGroup(input, sources, tools));
    attempts.push(...result.attempts);
    givenUp.add(group.key);
    if (result.healed.length === 0) continue;
    const before = seen;
    seen = await rerun(seen, result, tools);
    accepted.push({ group, result, healed: difference(before, seen) });
  }

  const confirmed = await tools.log.section("Verify with the whole suite", async () =>
    confirmLongest(accepted, { baseline, guardedHashes }, tools),
  );
  return caseOf({ sha, baseline, groups, attempts, ...confirmed });
}

function sourcesFor(baseline: Baseline, trackedFiles: readonly string[], tools: Tools): Sources {
  return openSources({
    workspace: tools.workspace,
    parser: tools.parserFor(baseline.run.interpreter?.executable ?? null),
    trackedFiles,
    guarded: new Set(baseline.run.guardedFiles),
  });
}

function groupsOf(run: TestRun, files: readonly string[]): GroupBaseline[] {
  const tracked = new Set(files);
  const isProjectModule = (name: string): boolean => importedFile(files, "", { source: name, level: 0 }) !== undefined;
  return groupFailures(run.failures, (path) => tracked.has(path)).map(({ key, failures }) => {
    const faults = failures.map((failure) => environmentFault(failure, isProjectModule));
    const fault = faults.every((entry) => entry !== undefined) ? faults[0] : undefined;
    return fault === undefined
      ? { key, verdict: "reproducible", reason: "fails on unchanged code in our own run", failures }
      : { key, verdict: "environment", reason: fault, failures };
  });
}

function nextGroup(
  seen: Observation,
  files: readonly string[],
  givenUp: ReadonlySet<string>,
): FailureGroup | undefined {
  const tracked = new Set(files);
  return groupFailures(seen.failures, (path) => tracked.has(path)).find((group) => !givenUp.has(group.key));
}

/** What still fails once a group's patch is in: lines have moved, and other groups may be healed along. */
async function rerun(seen: Observation, result: GroupResult, tools: Tools): Promise<Observation> {
  const open = targetsOf(seen).filter((target) => !result.healed.includes(target));
  if (open.length === 0) return { failures: [], evidence: {} };
  try {
    await tools.workspace.write(result.patch.changes);
    return await tools.runner.run({ targets: selectionOf(open), trace: true });
  } finally {
    await tools.workspace.restore();
  }
}

function targetsOf(seen: Observation): string[] {
  return [...new Set(seen.failures.map(targetOf))];
}

function difference(before: Observation, after: Observation): string[] {
  const open = new Set(targetsOf(after));
  return targetsOf(before).filter((target) => !open.has(target));
}

function patchOf(accepted: readonly Accepted[]): Patch {
  return accepted.at(-1)?.result.patch ?? NO_PATCH;
}

interface Confirmed {
  readonly accepted: readonly Accepted[];
  readonly confirmation: Confirmation | null;
}

/** The whole suite judges all groups together; when it objects, the last group goes and the rest is judged again. */
async function confirmLongest(
  accepted: readonly Accepted[],
  context: { readonly baseline: Baseline; readonly guardedHashes: Readonly<Record<string, string>> },
  tools: Tools,
): Promise<Confirmed> {
  if (accepted.length === 0) return { accepted, confirmation: null };
  const suiteBefore = context.baseline.suite ?? (await tools.runner.run({ targets: "all", trace: false }));
  let kept = accepted;
  let confirmation: Confirmation | null = null;
  for (; kept.length > 0; kept = kept.slice(0, -1)) {
    const targets = kept.flatMap((entry) => entry.healed);
    const input = { patch: patchOf(kept), targets, suiteBefore, guardedHashes: context.guardedHashes };
    confirmation = await confirm(input, tools);
    if (confirmation.kind === "confirmed") break;
    tools.log.info(`not confirmed: ${confirmation.reason}`);
  }
  return { accepted: kept, confirmation };
}

interface CaseInput extends Confirmed {
  readonly sha: string | null;
  readonly baseline: Baseline;
  readonly groups: readonly GroupBaseline[];
  readonly attempts: readonly Attempt[];
}

function caseOf({ sha, baseline, groups, attempts, accepted, confirmation }: CaseInput): Case {
  const healed = new Set(accepted.flatMap((entry) => entry.healed));
  const failing = targetsOf(baseline.run).filter((target) => !healed.has(target));
  const isConfirmed = confirmation?.kind === "confirmed";
  return {
    version: 1,
    sha,
    groups,
    attempts,
    healed: isConfirmed ? accepted.map((entry) => healedGroup(entry, baseline)) : [],
    patch: isConfirmed ? patchOf(accepted) : null,
    verification: isConfirmed ? confirmation.verification : null,
    flaky: baseline.flaky,
    remainingFailures: isConfirmed ? failing : targetsOf(baseline.run),
    notes: notesOf(confirmation),
  };
}

function healedGroup({ group, result, healed }: Accepted, baseline: Baseline): HealedGroup {
  return {
    key: group.key,
    failures: baseline.run.failures.filter((failure) => healed.includes(targetOf(failure))),
    steps: result.steps.map(({ origin, rationale, leftAlone }) => ({ origin, rationale, leftAlone })),
  };
}

function notesOf(confirmation: Confirmation | null): string[] {
  const rejected =
    confirmation?.kind === "rejected" ? [`A patch did not survive the whole suite: ${confirmation.reason}.`] : [];
  return rejected;
}

function titleOf(group: FailureGroup): string {
  const first = group.failures[0];
  const others = group.failures.length > 1 ? ` and ${group.failures.length - 1} more` : "";
  return `Mend ${first?.exception.type ?? "failure"} in ${first?.nodeId ?? "the start of the tests"}${others}`;
}
