import type { HostComment, HostReview } from "../domain/pull-request.ts";
import { markedBy, writtenBy } from "./marker.ts";
import type { MarkerSource } from "./marker.ts";

export interface WrittenFacts {
  readonly viewer: string;
  readonly reviewComments: readonly HostComment[];
  readonly reviews: readonly HostReview[];
}

/** What holds now: the suggestions of this run, by key. Null when nothing was suggested. */
export interface CurrentSuggestions extends MarkerSource {
  readonly keys: readonly string[];
}

/** Something that can be folded away: a review, or a comment of one. */
export type Foldable = Pick<HostComment, "nodeId" | "url">;

/**
 * Our own suggestions that no longer hold: their lines changed, or this run suggests something else for the same
 * failures. What anybody answered stays, and so does what another leg of the same run wrote. A review goes with the last
 * of its suggestions.
 */
export function staleOwn(written: WrittenFacts, current: CurrentSuggestions | null): readonly Foldable[] {
  const { own, unanswered } = ownSuggestions(written);
  const isStale = ({ isOutdated, marker }: (typeof own)[number]): boolean => {
    if (isOutdated) return true;
    if (current === null || marker.run === current.run || marker.scope !== current.scope) return false;
    return marker.groups.some((group) => current.groups.includes(group)) && !current.keys.includes(marker.key);
  };
  return withReviews(written, unanswered.filter(isStale), own);
}

/** What we marked and no reply, and of that what nobody answered. */
export function ownSuggestions({ viewer, reviewComments }: WrittenFacts): {
  readonly own: ReturnType<typeof markedBy<HostComment>>;
  readonly unanswered: ReturnType<typeof markedBy<HostComment>>;
} {
  const answered = new Set(reviewComments.map(({ replyTo }) => replyTo));
  const own = markedBy(viewer, reviewComments).filter(({ replyTo }) => replyTo === null);
  return { own, unanswered: own.filter(({ id }) => !answered.has(id)) };
}

/** What is to be folded, with those of our reviews that hold nothing else of what counts. */
export function withReviews(
  { viewer, reviews }: WrittenFacts,
  gone: readonly HostComment[],
  counted: readonly HostComment[],
): readonly Foldable[] {
  const ids = new Set(gone.map(({ id }) => id));
  const emptied = writtenBy(viewer, reviews).filter(({ id }) => {
    const parts = counted.filter(({ reviewId }) => reviewId === id);
    return parts.length > 0 && parts.every((part) => ids.has(part.id));
  });
  return [...gone, ...emptied].filter(({ nodeId }) => nodeId !== "");
}

/**
 * A review under our name that was never submitted blocks every later one. It is ours to delete only when nothing in it
 * can be a person's or another tool's: all its comments carry our marker, or there are neither comments nor words.
 */
export function isOwnDebris(review: HostReview, viewer: string, comments: readonly HostComment[]): boolean {
  const isPending = review.state === "PENDING" && writtenBy(viewer, [review]).length === 1;
  const isAllMarked = markedBy(viewer, comments).length === comments.length;
  return isPending && isAllMarked && (review.body.trim() === "" || comments.length > 0);
}
