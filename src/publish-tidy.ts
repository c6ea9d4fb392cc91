import type { HostComment, HostReview } from "./domain/pull-request.ts";
import type { Log, ReviewHost } from "./ports.ts";
import type { CommentRung } from "./publish/comment-rung.ts";
import type { PublishFacts } from "./publish/facts.ts";
import { markedBy, markerSource } from "./publish/marker.ts";
import type { Marker } from "./publish/marker.ts";
import { listReviewComments } from "./publish-written.ts";
import { type Foldable, isOwnDebris, staleOwn } from "./publish/stale.ts";

/** A review of ours that a killed run never submitted blocks every later one: it is deleted. Gives what is left. */
export async function clearDebris(facts: PublishFacts, host: ReviewHost): Promise<PublishFacts> {
  const { number } = facts.pullRequest;
  const kept: HostReview[] = [];
  for (const review of facts.reviews) {
    const isGone = review.state === "PENDING" && (await deleteIfOurs(review, { number, viewer: facts.viewer }, host));
    if (!isGone) kept.push(review);
  }
  return { ...facts, reviews: kept };
}

async function deleteIfOurs(
  review: HostReview,
  { number, viewer }: { readonly number: number; readonly viewer: string },
  host: ReviewHost,
): Promise<boolean> {
  const comments = await host.commentsOfReview(number, review.id);
  if (comments.kind !== "ok" || !isOwnDebris(review, viewer, comments.value)) return false;
  return (await host.deleteReview(number, review.id)).kind === "ok";
}

/**
 * Folds away what no longer holds of our own. Best effort: it changes nothing about what was published, so what GitHub
 * refuses is only counted. `keys` = suggestions that hold now.
 */
export async function foldStale(
  facts: PublishFacts,
  keys: readonly string[],
  { host, log }: { readonly host: ReviewHost; readonly log: Log },
): Promise<void> {
  await foldAll(staleOwn(facts, { ...markerSource(facts), keys }), { host, log });
}

/** Folds away what is not folded yet, and counts what GitHub refuses. */
export async function foldAll(
  stale: readonly Foldable[],
  { host, log }: { readonly host: ReviewHost; readonly log: Log },
): Promise<void> {
  if (stale.length === 0) return;
  const folded = await host.folded(stale.map(({ nodeId }) => nodeId));
  if (folded.kind !== "ok") return;
  const open = stale.filter(({ nodeId }) => !folded.value.has(nodeId));
  let count = 0;
  for (const { nodeId } of open) if ((await host.fold(nodeId)).kind === "ok") count += 1;
  if (open.length > 0) log.info(`Folded away ${count} of ${open.length} outdated comments of ours.`);
}

/**
 * Two legs can look at the same time, see nothing and both post. Whoever finds two alike afterwards deletes the later
 * one, unless somebody answered it; both may try, and one of them comes too late.
 */
export async function dropDoubleSuggestions(
  keys: readonly string[],
  { pullRequest, viewer }: PublishFacts,
  host: ReviewHost,
): Promise<void> {
  const now = await listReviewComments(pullRequest.number, viewer, host);
  if (now.kind !== "ok") return;
  const answered = new Set(now.value.map(({ replyTo }) => replyTo));
  const own = markedBy(viewer, now.value).filter(
    ({ marker, isOutdated }) => marker.kind === "suggestion" && !isOutdated && keys.includes(marker.key),
  );
  const doubles = laterOnes(own).filter(({ id }) => !answered.has(id));
  for (const { id } of doubles) await host.deleteReviewComment(id);
  if (doubles.length > 0) await foldEmptied(doubles, { number: pullRequest.number, comments: now.value }, host);
}

/** A review whose comments are all deleted still shows its words. */
async function foldEmptied(
  doubles: readonly HostComment[],
  { number, comments }: { readonly number: number; readonly comments: readonly HostComment[] },
  host: ReviewHost,
): Promise<void> {
  const reviews = await host.reviews(number);
  if (reviews.kind !== "ok") return;
  const left = comments.filter(({ id }) => !doubles.some((double) => double.id === id));
  for (const { id, nodeId } of reviews.value) {
    const isEmptied = doubles.some(({ reviewId }) => reviewId === id) && !left.some(({ reviewId }) => reviewId === id);
    if (isEmptied) await host.fold(nodeId);
  }
}

/** The same for the comment; gives the page of the one that stays, null when there was only one. */
export async function dropDoubleComment(
  { key, source }: CommentRung,
  { pullRequest, viewer }: PublishFacts,
  host: ReviewHost,
): Promise<string | null> {
  const now = await host.comments(pullRequest.number);
  if (now.kind !== "ok") return null;
  const own = markedBy(viewer, now.value).filter(
    ({ marker }) => marker.kind === "comment" && marker.scope === source.scope && marker.key === key,
  );
  const doubles = laterOnes(own);
  for (const { id } of doubles) await host.deleteComment(id);
  return doubles.length === 0 ? null : (own.find((one) => !doubles.includes(one))?.url ?? null);
}

type Own = HostComment & { readonly marker: Marker };

/** Of those with one key all but the first that was written. */
function laterOnes(own: readonly Own[]): readonly Own[] {
  return own.filter(({ id, marker }) => own.some((other) => other.marker.key === marker.key && other.id < id));
}
