import type { TestOutcome } from "../domain/test-run.ts";

/** Best first. */
const SEVERITY: readonly TestOutcome[] = ["passed", "xpassed", "xfailed", "skipped", "failed", "error"];

/** The worse of two outcomes of one test, `before` being what was known of it so far. */
export function worseOutcome(before: TestOutcome | null | undefined, now: TestOutcome): TestOutcome {
  return before && SEVERITY.indexOf(before) > SEVERITY.indexOf(now) ? before : now;
}

export function isFailingOutcome(outcome: TestOutcome | null | undefined): boolean {
  return outcome === "failed" || outcome === "error";
}
