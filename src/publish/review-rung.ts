import type { HostComment, ReviewDraft } from "../domain/pull-request.ts";
import { guideInput, impossible, type PublishFacts } from "./facts.ts";
import type { Impossible } from "./facts.ts";
import { renderGuide } from "./guide.ts";
import { markedBy, markerSource, writtenBy } from "./marker.ts";
import type { Marker, MarkerSource } from "./marker.ts";
import { describeUnplaceable } from "./rebase.ts";
import { planSuggestions } from "./suggestions.ts";

/** One review with a suggestion for each hunk; or what an earlier run posted of it is all that is needed. */
export type ReviewRung =
  | {
      readonly kind: "suggestions";
      readonly draft: ReviewDraft;
      /** Of all suggestions of the patch, and of those in the draft. */
      readonly keys: readonly string[];
      readonly posts: readonly string[];
    }
  /** An earlier run or another leg posted all of them. */
  | { readonly kind: "suggestions-there"; readonly url: string; readonly keys: readonly string[] };

/** The review that shows the patch as suggestions, all hunks or none. */
export function planReview(facts: PublishFacts): ReviewRung | Impossible {
  const { rebased, files, reviews, viewer, pullRequest } = facts;
  if (rebased.kind === "unplaceable") return impossible(describeUnplaceable(rebased));
  if (files === null) return impossible("GitHub would not list the pull request's files.");
  if (writtenBy(viewer, reviews).some(({ state }) => state === "PENDING")) {
    return impossible("A pending review under our own name blocks new ones.");
  }
  const source = markerSource(facts);
  const planned = planSuggestions(rebased.patch, files, source);
  if (planned.kind === "not-suggestible") return impossible(planned.reason);
  const keys = planned.comments.map(({ key }) => key);
  const posted = standing(facts);
  const url = postedUrl(posted, keys, source);
  if (url !== null) return { kind: "suggestions-there", url, keys };
  const missing = planned.comments.filter(({ key }) => !posted.some(({ marker }) => marker.key === key));
  return {
    kind: "suggestions",
    keys,
    posts: missing.map(({ key }) => key),
    draft: {
      headSha: pullRequest.headSha,
      body: renderGuide(guideInput(facts), { opening: reviewOpening(planned.comments.length), isPatchFolded: true }),
      comments: missing.map(({ comment }) => comment),
    },
  };
}

type Posted = HostComment & { readonly marker: Marker };

/** Our own suggestions whose lines are as they were. */
function standing({ viewer, reviewComments }: PublishFacts): readonly Posted[] {
  return markedBy(viewer, reviewComments).filter(
    ({ isOutdated, marker }) => !isOutdated && marker.kind === "suggestion",
  );
}

/** All of these are there, from whatever run or job; or another leg of this run suggests a mend of the same failures. */
function postedUrl(posted: readonly Posted[], keys: readonly string[], source: MarkerSource): string | null {
  const byKey = new Map(posted.map(({ marker, url }) => [marker.key, url]));
  const found = keys.filter((key) => byKey.has(key));
  if (found.length === keys.length) return byKey.get(keys[0] ?? "") ?? null;
  const other = posted.find(
    ({ marker }) => marker.run === source.run && source.groups.every((group) => marker.groups.includes(group)),
  );
  return found.length === 0 && other !== undefined && source.groups.length > 0 ? other.url : null;
}

function reviewOpening(count: number): string {
  return count === 1
    ? "The suggestion below is the whole patch: one click on **Commit suggestion** applies it."
    : `The ${count} suggestions below are one patch: add each with **Add suggestion to batch**, then commit them together.`;
}
