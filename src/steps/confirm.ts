import type { RunSummary, Verification } from "../domain/case.ts";
import type { Failure, FailureReport } from "../domain/failure.ts";
import type { Patch, Rejection } from "../domain/patch.ts";
import type { TestRun } from "../domain/test-run.ts";
import { controlOf } from "../verify/control.ts";
import { judgeReverted, judgeSuite, judgeTargets } from "../verify/compare.ts";
import { isBackedByReport, reportedSummary } from "../verify/reported-run.ts";
import { type Selections, selectionOf, targetOf } from "../verify/targets.ts";
import { judgeUnderLoad, type LoadVerdict } from "../verify/under-load.ts";
import { type Accepted, patchOf } from "./accepted.ts";
import { targetsOf } from "./observation.ts";
import { summaryOf } from "./run-summary.ts";
import { tampering, withPatch } from "./try-out.ts";
import type { Tools } from "./tools.ts";

/** So many processes at the same time show most of what goes wrong under load, on the two to four cores of a runner. */
const LOAD_RUNS = 4;

export type Confirmation =
  | {
      readonly kind: "confirmed";
      readonly verification: Verification;
      /** What fails in the whole suite with the patch. */
      readonly remaining: readonly string[];
    }
  | Rejection;

export interface Confirmed {
  /** The groups whose patches stand. */
  readonly accepted: readonly Accepted[];
  /** Null when there was nothing to confirm. */
  readonly confirmation: Confirmation | null;
  /** Groups whose patches the whole suite rejected. */
  readonly dropped: number;
}

export interface ConfirmContext {
  /** What fails on unchanged code each time. */
  readonly failures: readonly Failure[];
  /** The whole suite on unchanged code, where it was run. */
  readonly suite: TestRun | null;
  /** What the job itself saw on unchanged code; stands in for a run of ours where it says enough. */
  readonly report: FailureReport | null;
  readonly selections: Selections;
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
  const unchanged = wholeSuiteOnce(context.suite, tools);
  let confirmation: Confirmation | null = null;
  for (const kept of fallbacks(accepted)) {
    confirmation = await confirm({ ...context, kept, unchanged }, tools);
    if (confirmation.kind === "confirmed")
      return { accepted: kept, confirmation, dropped: accepted.length - kept.length };
    tools.log.info(`not confirmed: ${confirmation.reason}`);
  }
  return { accepted: [], confirmation, dropped: accepted.length };
}

/**
 * What to judge, one after the other: all groups; where parts of the last one's draft were left out, the same with all of
 * it; then without that group.
 */
function* fallbacks(accepted: readonly Accepted[]): Generator<readonly Accepted[]> {
  for (let kept = accepted; kept.length > 0; kept = kept.slice(0, -1)) {
    yield kept;
    const last = kept.at(-1);
    if (last?.result.whole) yield [...kept.slice(0, -1), { ...last, result: { ...last.result, ...last.result.whole } }];
  }
}

/** The whole suite on unchanged code: as it was seen, or run when it is asked for, and never twice. */
interface UnchangedSuite {
  readonly seen: () => TestRun | null;
  readonly run: () => Promise<TestRun>;
}

function wholeSuiteOnce(seen: TestRun | null, tools: Tools): UnchangedSuite {
  let suite = seen;
  return {
    seen: () => suite,
    run: async () => (suite ??= await tools.runner.run({ targets: "all", trace: false })),
  };
}

interface ConfirmInput extends ConfirmContext {
  readonly kept: readonly Accepted[];
  readonly unchanged: UnchangedSuite;
}

/**
 * The last word on a patch: the whole suite once, the targets as often as asked and at the same time where that matters,
 * nothing tampered with, and the targets fail again without it. The tree is as checked out afterwards.
 */
async function confirm(input: ConfirmInput, tools: Tools): Promise<Confirmation> {
  const patch = patchOf(input.kept);
  const targets = input.kept.flatMap((entry) => entry.healed);
  const suite = await withPatch(patch, tools, async () => {
    const run = await tools.runner.run({ targets: "all", trace: false });
    return judgeTargets(targets, run) ?? (await tampering(patch, input.guardedHashes, tools)) ?? run;
  });
  if ("kind" in suite) return suite;
  const before = await compared(input, suite, targets);
  if ("kind" in before) return before;
  const again = await withPatch(patch, tools, async () => runAgain(input, { patch, targets }, tools));
  if (again.kind === "rejected") return again;
  const reverted = await withPatch(controlOf(patch), tools, async () =>
    tools.runner.run({ targets: selectionOf(targets, input.selections), trace: false }),
  );
  const nothing: Patch = { changes: [] };
  const notProven = judgeReverted(targets, reverted) ?? (await tampering(nothing, input.guardedHashes, tools));
  if (notProven) return notProven;
  const verification: Verification = {
    targets,
    repeat: again.repeats.length + 1,
    targeted: summaryOf(again.repeats[0] ?? suite),
    fullBefore: before,
    fullAfter: summaryOf(suite),
    failsAgainWhenReverted: true,
    ...(again.load === null ? {} : { underLoad: again.load.check }),
  };
  tools.log.info(suiteLine(verification));
  return { kind: "confirmed", verification, remaining: targetsOf(suite.failures) };
}

/** What there was before, when the suite with the patch is no worse; by the job's report where that tells, else by a run. */
async function compared(
  { report, failures, unchanged }: ConfirmInput,
  suite: TestRun,
  targets: readonly string[],
): Promise<RunSummary | Rejection> {
  const isBacked = report !== null && isBackedByReport({ report, failing: targetsOf(failures) }, suite, targets);
  if (isBacked && unchanged.seen() === null) return reportedSummary(report);
  const before = await unchanged.run();
  return judgeSuite(before, suite, targets) ?? summaryOf(before);
}

interface Again {
  readonly kind: "again";
  readonly repeats: readonly TestRun[];
  /** Null where nothing asks for it. */
  readonly load: Exclude<LoadVerdict, Rejection> | null;
}

/** The targets once more for each repeat beyond the whole suite's own run of them, at least once, and under load. */
async function runAgain(
  input: ConfirmInput,
  { patch, targets }: { readonly patch: Patch; readonly targets: readonly string[] },
  tools: Tools,
): Promise<Again | Rejection> {
  const request = { targets: selectionOf(targets, input.selections), trace: false };
  const repeats: TestRun[] = [];
  for (let count = 0; count < Math.max(1, tools.repeat - 1); count++) {
    const run = await tools.runner.run(request);
    const bad = judgeTargets(targets, run);
    if (bad) return { ...bad, why: "flaky", reason: `passed once with the patch, then failed: ${bad.reason}` };
    repeats.push(run);
  }
  const isConcurrent = input.kept.some(({ result }) => result.isConcurrent);
  const load = isConcurrent ? await underLoad(input, targets, tools) : null;
  if (load?.kind === "rejected") return load;
  return (await tampering(patch, input.guardedHashes, tools)) ?? { kind: "again", repeats, load };
}

async function underLoad(
  { kept, failures, selections }: ConfirmInput,
  targets: readonly string[],
  tools: Tools,
): Promise<LoadVerdict> {
  const request = { targets: selectionOf(targets, selections), trace: false };
  const runs = await Promise.all(Array.from({ length: LOAD_RUNS }, async () => tools.runner.run(request)));
  const healed = failures.filter((failure) => targets.includes(targetOf(failure)));
  return judgeUnderLoad(targets, [...healed, ...kept.flatMap(({ group }) => group.failures)], runs);
}

function suiteLine({ fullBefore, fullAfter, targets, underLoad: load }: Verification): string {
  const counts = ({ passed, failed, errors, skipped }: RunSummary): string =>
    `${passed} passed, ${failed} failed, ${errors} errors, ${skipped} skipped`;
  const source = fullBefore.fromReport === true ? " by the job's own report" : "";
  const parallel = load === undefined ? "" : `; ${load.passed} of ${load.runs} passed at the same time`;
  return `before${source}: ${counts(fullBefore)}; with the patch: ${counts(fullAfter)}${parallel}; without it the ${targets.length} fail again`;
}
