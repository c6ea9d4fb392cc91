import type { ReviewDraft } from "../domain/pull-request.ts";
import { guideInput, impossible, type PublishFacts } from "./facts.ts";
import type { Impossible } from "./facts.ts";
import { renderGuide } from "./guide.ts";
import { markerKey, scopeOf, writtenBy } from "./marker.ts";
import { describeUnplaceable } from "./rebase.ts";
import { planSuggestions } from "./suggestions.ts";

/** One review with a suggestion for each hunk; or what an earlier run posted of it is all that is needed. */
export type ReviewRung =
  | {
      readonly kind: "suggestions";
      readonly draft: ReviewDraft;
      readonly keys: readonly string[];
      readonly scope: string;
    }
  /** An earlier run posted all of them. */
  | { readonly kind: "suggestions-there"; readonly url: string };

/** The review that shows the patch as suggestions, all hunks or none. */
export function planReview(facts: PublishFacts): ReviewRung | Impossible {
  const { rebased, files, reviews, viewer, pullRequest } = facts;
  if (rebased.kind === "unplaceable") return impossible(describeUnplaceable(rebased));
  if (files === null) return impossible("GitHub would not list the pull request's files.");
  if (writtenBy(viewer, reviews).some(({ state }) => state === "PENDING")) {
    return impossible("A pending review under our own name blocks new ones.");
  }
  const scope = scopeOf(facts.context);
  const planned = planSuggestions(rebased.patch, files, scope);
  if (planned.kind === "not-suggestible") return impossible(planned.reason);
  const own = writtenBy(viewer, facts.reviewComments).filter(({ isOutdated }) => !isOutdated);
  const posted = new Map(own.map((comment) => [markerKey(comment.body, { kind: "suggestion", scope }), comment.url]));
  const missing = planned.comments.filter(({ key }) => !posted.has(key));
  if (missing.length === 0) {
    return { kind: "suggestions-there", url: posted.get(planned.comments[0]?.key ?? "") ?? pullRequest.url };
  }
  return {
    kind: "suggestions",
    scope,
    keys: missing.map(({ key }) => key),
    draft: {
      headSha: pullRequest.headSha,
      body: renderGuide(guideInput(facts), { opening: reviewOpening(planned.comments.length), isPatchFolded: true }),
      comments: missing.map(({ comment }) => comment),
    },
  };
}

function reviewOpening(count: number): string {
  return count === 1
    ? "The suggestion below is the whole patch: one click on **Commit suggestion** applies it."
    : `The ${count} suggestions below are one patch: add each with **Add suggestion to batch**, then commit them together.`;
}
