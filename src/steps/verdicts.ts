import type { GroupBaseline } from "../domain/case.ts";
import type { Failure, FailureReport } from "../domain/failure.ts";
import type { TestRun } from "../domain/test-run.ts";
import { baselineGroups } from "../group/baseline.ts";
import { environmentFault } from "../group/environment.ts";
import { fingerprint } from "../text/stable-hash.ts";
import type { Observation } from "../verify/progress.ts";
import { targetOf } from "../verify/targets.ts";
import type { Baseline } from "./baseline.ts";
import type { Unsteady } from "./company.ts";
import { openScene } from "./scene.ts";
import type { Tools } from "./tools.ts";

/** Groups of these verdicts are drafted for; an `order-dependent` one only with files that show it. */
const DRAFTED: ReadonlySet<GroupBaseline["verdict"]> = new Set(["reproducible", "pre-existing", "test-at-fault"]);

/** A verdict on each group of failures, by what the runs of unchanged code showed. */
export async function verdictsOf(
  baseline: Baseline,
  report: FailureReport | null,
  { workspace }: Pick<Tools, "workspace">,
): Promise<GroupBaseline[]> {
  if (baseline.sessionEnd !== null) return sessionGroups(baseline);
  const unsteady = baseline.unsteady.map((entry) => ({ ...entry, failures: failuresOf(entry, report) }));
  const all = [...baseline.seen.failures, ...unsteady.flatMap(({ failures }) => failures)];
  return baselineGroups(
    {
      failures: baseline.seen.failures,
      tallyOf: (failure) => baseline.tallies.get(targetOf(failure)),
      selectionOf: (failure) => baseline.selections.get(targetOf(failure)) ?? null,
      unsteady,
    },
    await openScene(all, baseline.run, workspace),
  );
}

/** What is left to draft for. */
export function drafted({ seen }: Baseline, groups: readonly GroupBaseline[]): Observation {
  const wanted = new Set(groups.filter(isDrafted).flatMap(({ failures }) => failures));
  return { failures: seen.failures.filter((failure) => wanted.has(failure)), evidence: seen.evidence };
}

/** Whether candidates are drafted for a group at all. */
export function isDrafted({ verdict, selection }: GroupBaseline): boolean {
  return DRAFTED.has(verdict) || (verdict === "order-dependent" && selection !== null);
}

/** Whether all that fails in a run is the environment's fault: then another run would tell nothing new. */
export async function isEnvironmentOnly(run: TestRun, { workspace }: Pick<Tools, "workspace">): Promise<boolean> {
  if (run.failures.length === 0) return false;
  const scene = await openScene(run.failures, run, workspace);
  return run.failures.every((failure) => environmentFault(failure, scene) !== undefined);
}

/** Nothing is known of single tests: one group that says how the session ended. */
function sessionGroups({ sessionEnd }: Baseline): GroupBaseline[] {
  if (sessionEnd?.kind !== "environment") return [];
  const { reason } = sessionEnd;
  const key = fingerprint(`session\n${reason}`);
  return [{ key, verdict: "environment", reason, evidence: [], selection: null, failures: [unseen(null, reason)] }];
}

/** As our own runs showed it, else as the report has it. */
function failuresOf({ target, failures }: Unsteady, report: FailureReport | null): readonly Failure[] {
  if (failures.length > 0) return failures;
  const reported = (report?.failures ?? []).filter((failure) => targetOf(failure) === target);
  return reported.length > 0 ? reported.slice(0, 1) : [unseen(target, null)];
}

/** A failure of which nothing but its test is known. */
function unseen(target: string | null, message: string | null): Failure {
  return {
    nodeId: target,
    file: target?.split("::")[0] ?? null,
    testName: null,
    phase: target === null ? "collect" : "call",
    kind: target === null ? "error" : "failure",
    exception: { type: null, message },
    chain: [],
    frames: [],
    capturedStdout: null,
    capturedStderr: null,
    capturedLog: null,
    source: { report: "probe", format: "probe" },
  };
}
