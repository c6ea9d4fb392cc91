import type { HostAnswer, HostComment } from "./domain/pull-request.ts";
import type { ReviewHost } from "./ports.ts";
import type { CommentRung } from "./publish/comment-rung.ts";
import type { PublishFacts } from "./publish/facts.ts";
import { markedBy } from "./publish/marker.ts";
import type { Marker } from "./publish/marker.ts";
import type { ReviewRung } from "./publish/review-rung.ts";
import { sendOnce } from "./publish-send.ts";
import { done, failed, type Step } from "./publish-step.ts";
import { listReviewComments } from "./publish-written.ts";
import { dropDoubleComment, dropDoubleSuggestions } from "./publish-tidy.ts";

/** Posts the review; when the answer is lost, the comments that are there now decide. */
export async function postReview(
  rung: Extract<ReviewRung, { kind: "suggestions" }>,
  facts: PublishFacts,
  host: ReviewHost,
): Promise<Step> {
  const { pullRequest, viewer } = facts;
  const answer = await sendOnce(
    {
      send: async () => host.createReview(pullRequest.number, rung.draft),
      find: async () =>
        look(listReviewComments(pullRequest.number, viewer, host), viewer, (own) => {
          const found = own.filter(({ marker, isOutdated }) => !isOutdated && rung.posts.includes(marker.key));
          const keys = found.map(({ marker }) => marker.key);
          return rung.posts.every((key) => keys.includes(key)) ? (found.at(-1)?.url ?? null) : null;
        }),
    },
    host,
  );
  if (answer.kind !== "ok") return failed("did not take the review", answer);
  await dropDoubleSuggestions(rung.posts, facts, host);
  return done({ publishedAs: "suggestions", pullRequestUrl: pullRequest.url, reviewUrl: answer.value });
}

/** Writes the one comment, or leaves it where it says the same. */
export async function postComment(rung: CommentRung, facts: PublishFacts, host: ReviewHost): Promise<Step> {
  const { place, body } = rung;
  const { pullRequest, viewer } = facts;
  const links = { publishedAs: "comment", pullRequestUrl: pullRequest.url } as const;
  if (place.kind === "there") return done({ ...links, reviewUrl: place.url });
  const answer = await sendOnce(
    {
      send: async () =>
        place.kind === "create" ? host.createComment(pullRequest.number, body) : host.updateComment(place.id, body),
      find: async () =>
        look(host.comments(pullRequest.number), viewer, (own) => own.find((one) => isWritten(one, rung))?.url ?? null),
    },
    host,
  );
  if (answer.kind !== "ok") return failed("did not take the comment", answer);
  return done({ ...links, reviewUrl: (await dropDoubleComment(rung, facts, host)) ?? answer.value });
}

function isWritten({ marker }: { readonly marker: Marker }, { key, source }: CommentRung): boolean {
  return marker.kind === "comment" && marker.scope === source.scope && marker.run === source.run && marker.key === key;
}

/** What is there of ours, by its own words; a listing that fails is a failure. */
async function look(
  listing: Promise<HostAnswer<readonly HostComment[]>>,
  viewer: string,
  find: (own: readonly (HostComment & { readonly marker: Marker })[]) => string | null,
): Promise<HostAnswer<string | null>> {
  const now = await listing;
  return now.kind === "ok" ? { kind: "ok", value: find(markedBy(viewer, now.value)) } : now;
}
