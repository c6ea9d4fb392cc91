import type { Attempt, Case, GroupBaseline, HealedGroup } from "../domain/case.ts";
import type { Patch, Place } from "../domain/patch.ts";
import { targetOf } from "../verify/targets.ts";
import { type Accepted, patchOf } from "./accepted.ts";
import type { Confirmation } from "./confirm.ts";
import { targetsOf } from "./observation.ts";
import type { Baseline } from "./baseline.ts";

export interface CaseInput {
  readonly sha: string | null;
  readonly baseline: Baseline;
  readonly groups: readonly GroupBaseline[];
  readonly attempts: readonly Attempt[];
  readonly accepted: readonly Accepted[];
  /** Null when there was nothing to confirm. */
  readonly confirmation: Confirmation | null;
  /** Groups whose patches the whole suite rejected. */
  readonly dropped: number;
  /** The time for drafting was up before all groups were looked at. */
  readonly isCutShort: boolean;
}

const CUT_SHORT = "The time for drafting was up before all causes were looked at; run it again for the rest.";

/** Everything that happened, as the one document that outlives the run. */
export function caseOf(input: CaseInput): Case {
  const { sha, baseline, groups, attempts, confirmation } = input;
  const isConfirmed = confirmation?.kind === "confirmed";
  const accepted = isConfirmed ? input.accepted : [];
  return {
    version: 1,
    sha,
    groups,
    attempts,
    healed: accepted.map((entry) => healedGroup(entry, baseline, patchOf(accepted))),
    patch: isConfirmed ? patchOf(accepted) : null,
    verification: isConfirmed ? confirmation.verification : null,
    flaky: baseline.flaky,
    remainingFailures: isConfirmed ? confirmation.remaining : failingOn(baseline),
    notes: [...(input.isCutShort ? [CUT_SHORT] : []), ...notesOf(input)],
  };
}

/** What fails on unchanged code, chance left out. */
function failingOn({ seen, suite, unsteady, flaky }: Baseline): string[] {
  const alone = targetsOf([...seen.failures, ...(suite?.failures ?? [])]);
  const all = new Set([...alone, ...unsteady.map(({ target }) => target)]);
  return [...all].filter((target) => !flaky.includes(target));
}

function notesOf({ baseline, accepted, confirmation, dropped }: CaseInput): string[] {
  const { sessionEnd, run } = baseline;
  if (sessionEnd?.kind === "red") return [sessionEnd.reason];
  if (run.timedOut && sessionEnd === null) {
    return ["The failing tests ran into the time limit (input `timeout`) on unchanged code."];
  }
  if (confirmation?.kind === "rejected") return [`A patch did not survive the whole suite: ${confirmation.reason}.`];
  if (dropped === 0) return [];
  return [`${accepted.length + dropped} causes were mended, but only ${accepted.length} survived the whole suite.`];
}

function healedGroup({ group, result, healed }: Accepted, baseline: Baseline, patch: Patch): HealedGroup {
  return {
    key: group.key,
    failures: baseline.seen.failures.filter((failure) => healed.includes(targetOf(failure))),
    steps: result.steps.map(({ origin, rationale, leftAlone }) => ({
      origin,
      rationale,
      leftAlone: leftAlone.filter((place) => isStillThere(place, patch)),
    })),
  };
}

/** False for a place that a later patch mended: its line is no longer in the file. */
function isStillThere({ path, text }: Place, patch: Patch): boolean {
  const change = patch.changes.find((entry) => entry.path === path);
  return !change || text === undefined || change.after.includes(text);
}
