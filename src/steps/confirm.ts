import type { RunSummary, Verification } from "../domain/case.ts";
import type { Patch, Rejection } from "../domain/patch.ts";
import type { TestRun } from "../domain/test-run.ts";
import { judgeReverted, judgeSuite, judgeTargets } from "../verify/compare.ts";
import { selectionOf } from "../verify/targets.ts";
import { type Accepted, patchOf } from "./accepted.ts";
import { targetsOf } from "./observation.ts";
import type { Baseline } from "./reproduce.ts";
import { tampering, withPatch } from "./try-out.ts";
import type { Tools } from "./tools.ts";

export interface ConfirmInput {
  readonly patch: Patch;
  readonly targets: readonly string[];
  /** The whole suite on unchanged code. */
  readonly suiteBefore: TestRun;
  readonly guardedHashes: Readonly<Record<string, string>>;
}

export type Confirmation =
  | {
      readonly kind: "confirmed";
      readonly verification: Verification;
      /** What fails in the whole suite with the patch. */
      readonly remaining: readonly string[];
    }
  | Rejection;

/**
 * The last word on a patch: the whole suite once, the targets as often as asked, nothing tampered with, and the targets
 * fail again without it. The tree is as checked out afterwards.
 */
export async function confirm(input: ConfirmInput, tools: Tools): Promise<Confirmation> {
  const { patch, targets, suiteBefore } = input;
  const selection = selectionOf(targets);
  const runs = await withPatch(patch, tools, async () => {
    const suite = await tools.runner.run({ targets: "all", trace: false });
    const verdict = judgeSuite(suiteBefore, suite, targets) ?? (await tampering(patch, input.guardedHashes, tools));
    if (verdict) return verdict;
    return { suite, repeats: await repeated(selection, tools) };
  });
  if ("kind" in runs) return runs;
  const bad = runs.repeats.flatMap((run) => judgeTargets(targets, run) ?? [])[0];
  if (bad) return { ...bad, why: "flaky", reason: `passed once with the patch, then failed: ${bad.reason}` };
  const reverted = await tools.runner.run({ targets: selection, trace: false });
  const notProven = judgeReverted(targets, reverted);
  if (notProven) return notProven;
  const verification = verificationOf(input, runs);
  tools.log.info(suiteLine(verification));
  return { kind: "confirmed", verification, remaining: targetsOf(runs.suite.failures) };
}

function suiteLine({ fullBefore, fullAfter, targets }: Verification): string {
  const counts = ({ passed, failed, errors, skipped }: RunSummary): string =>
    `${passed} passed, ${failed} failed, ${errors} errors, ${skipped} skipped`;
  return `before: ${counts(fullBefore)}; with the patch: ${counts(fullAfter)}; without it the ${targets.length} fail again`;
}

/** The targets once more for each repeat beyond the whole suite's own run of them; at least once. */
async function repeated(selection: readonly string[] | "all", tools: Tools): Promise<TestRun[]> {
  const runs: TestRun[] = [];
  for (let count = 0; count < Math.max(1, tools.repeat - 1); count++) {
    runs.push(await tools.runner.run({ targets: selection, trace: false }));
  }
  return runs;
}

function verificationOf(
  { targets, suiteBefore }: ConfirmInput,
  { suite, repeats }: { readonly suite: TestRun; readonly repeats: readonly TestRun[] },
): Verification {
  return {
    targets,
    repeat: repeats.length + 1,
    targeted: summaryOf(repeats[0] ?? suite),
    fullBefore: summaryOf(suiteBefore),
    fullAfter: summaryOf(suite),
    failsAgainWhenReverted: true,
  };
}

/** The counts of a run; failures of collection count as errors. */
export function summaryOf(run: TestRun): RunSummary {
  const outcomes = Object.values(run.outcomes);
  const count = (...wanted: readonly string[]): number => outcomes.filter((outcome) => wanted.includes(outcome)).length;
  const uncollected = run.failures.filter(
    ({ phase, nodeId }) => phase === "collect" && (nodeId === null || run.outcomes[nodeId] === undefined),
  ).length;
  return {
    command: run.command,
    exitCode: run.exitCode,
    passed: count("passed", "xpassed"),
    failed: count("failed"),
    errors: count("error") + uncollected,
    skipped: count("skipped", "xfailed"),
    durationSeconds: run.durationSeconds,
  };
}

export interface Confirmed {
  /** The groups whose patches stand. */
  readonly accepted: readonly Accepted[];
  /** Null when there was nothing to confirm. */
  readonly confirmation: Confirmation | null;
  /** Groups whose patches the whole suite rejected. */
  readonly dropped: number;
}

interface ConfirmContext {
  readonly baseline: Baseline;
  readonly guardedHashes: Readonly<Record<string, string>>;
}

/** The whole suite judges all groups together; when it objects, the last group goes and the rest is judged again. */
export async function confirmAccepted(
  accepted: readonly Accepted[],
  context: ConfirmContext,
  tools: Tools,
): Promise<Confirmed> {
  if (accepted.length === 0) return { accepted, confirmation: null, dropped: 0 };
  return tools.log.section("Verify with the whole suite", async () => confirmLongest(accepted, context, tools));
}

async function confirmLongest(
  accepted: readonly Accepted[],
  context: ConfirmContext,
  tools: Tools,
): Promise<Confirmed> {
  const suiteBefore = context.baseline.suite ?? (await tools.runner.run({ targets: "all", trace: false }));
  let confirmation: Confirmation | null = null;
  for (let kept = accepted; kept.length > 0; kept = kept.slice(0, -1)) {
    const targets = kept.flatMap((entry) => entry.healed);
    const input = { patch: patchOf(kept), targets, suiteBefore, guardedHashes: context.guardedHashes };
    confirmation = await confirm(input, tools);
    if (confirmation.kind === "confirmed")
      return { accepted: kept, confirmation, dropped: accepted.length - kept.length };
    tools.log.info(`not confirmed: ${confirmation.reason}`);
  }
  return { accepted: [], confirmation, dropped: accepted.length };
}
