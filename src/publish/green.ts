import type { Case } from "../domain/case.ts";
import { type Foldable, ownSuggestions, withReviews, type WrittenFacts } from "./stale.ts";

/** Our own run of the whole suite ended well, and nothing was reported that did not show in it. */
export function isGreen({ groups, patch, flaky, remainingFailures, notes, handover }: Case): boolean {
  const isSilent = [groups, flaky, remainingFailures, notes, handover?.drafts ?? []].every((list) => list.length === 0);
  return isSilent && patch === null;
}

/** A longer file is not read: nobody writes one by hand. */
const MOST_CHARACTERS = 100_000;

/**
 * Whether the step that runs is the only one of ours that this workflow can run: then what it does not find, nobody else
 * found. Told by the words of the file, so that the doubtful counts as no: a matrix anywhere, a workflow that is called,
 * an anchor that may repeat a step, this action named twice or (behind another one) not at all.
 */
export function isOnlyStep(workflowText: string, action: string): boolean {
  if (workflowText.length > MOST_CHARACTERS) return false;
  if (/strategy|matrix/i.test(workflowText)) return false;
  if (/uses:.*\.github\/workflows\//i.test(workflowText) || /workflow_call/.test(workflowText)) return false;
  if (/(?:^|[\s,[{])&[\w-]/m.test(workflowText)) return false;
  return workflowText.toLowerCase().split(`${action.toLowerCase()}@`).length === 2;
}

/**
 * Our own suggestions of this job that were made for an earlier commit, now that its tests pass; with the reviews that
 * hold nothing else. What was made for this very commit stays, for then chance decides; so does what a person answered.
 */
export function goneWhenGreen(
  written: WrittenFacts,
  now: { readonly scope: string; readonly headSha: string },
): readonly Foldable[] {
  const gone = ownSuggestions(written).unanswered.filter(
    ({ marker, madeFor }) =>
      marker.kind === "suggestion" && marker.scope === now.scope && madeFor !== undefined && madeFor !== now.headSha,
  );
  return withReviews(written, gone, written.reviewComments);
}
