/** Part of the work that one step does: all of it, or one job's share with the case file between. */
export type Phase = "all" | "reproduce" | "draft" | "verify" | "publish";

const RUNS_CODE: ReadonlySet<Phase> = new Set<Phase>(["all", "reproduce", "verify"]);

/** Whether the tests, and with them any code of a pull request, run in this phase. */
export function runsCode(phase: Phase): boolean {
  return RUNS_CODE.has(phase);
}
