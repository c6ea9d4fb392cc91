import type { ReviewHost } from "./ports.ts";
import type { CommentRung } from "./publish/comment-rung.ts";
import type { PublishFacts } from "./publish/facts.ts";
import { markerKey, writtenBy } from "./publish/marker.ts";
import type { ReviewRung } from "./publish/review-rung.ts";
import { done, failed, type Step } from "./publish-step.ts";

/** Posts the review; when the answer is lost, the comments that are there now decide. */
export async function postReview(
  rung: Extract<ReviewRung, { kind: "suggestions" }>,
  { pullRequest, viewer }: PublishFacts,
  host: ReviewHost,
): Promise<Step> {
  const links = { publishedAs: "suggestions", pullRequestUrl: pullRequest.url } as const;
  const answer = await host.createReview(pullRequest.number, rung.draft);
  if (answer.kind === "ok") return done({ ...links, reviewUrl: answer.value });
  if (answer.kind === "unavailable") {
    const now = await host.reviewComments(pullRequest.number);
    const own = now.kind === "ok" ? writtenBy(viewer, now.value) : [];
    const keys = own.map(({ body }) => markerKey(body, { kind: "suggestion", scope: rung.scope }));
    if (rung.keys.every((key) => keys.includes(key))) return done({ ...links, reviewUrl: own.at(-1)?.url ?? null });
  }
  return failed("did not take the review", answer);
}

/** Writes the one comment, or leaves it where it says the same. */
export async function postComment(
  rung: CommentRung,
  { pullRequest, viewer }: PublishFacts,
  host: ReviewHost,
): Promise<Step> {
  const { existing, body, key, scope } = rung;
  const links = { publishedAs: "comment", pullRequestUrl: pullRequest.url } as const;
  if (existing?.isSame === true) return done({ ...links, reviewUrl: existing.url });
  const answer =
    existing === null
      ? await host.createComment(pullRequest.number, body)
      : await host.updateComment(existing.id, body);
  if (answer.kind === "ok") return done({ ...links, reviewUrl: answer.value });
  if (answer.kind === "unavailable") {
    const now = await host.comments(pullRequest.number);
    const own = now.kind === "ok" ? writtenBy(viewer, now.value) : [];
    const there = own.find((comment) => markerKey(comment.body, { kind: "comment", scope }) === key);
    if (there !== undefined) return done({ ...links, reviewUrl: there.url });
  }
  return failed("did not take the comment", answer);
}
