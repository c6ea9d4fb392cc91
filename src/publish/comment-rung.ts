import type { Case } from "../domain/case.ts";
import type { HostComment } from "../domain/pull-request.ts";
import type { RunContext } from "../domain/run-context.ts";
import { BODY_LIMIT } from "../text/markdown.ts";
import { placeComment } from "./comment-place.ts";
import type { CommentPlace } from "./comment-place.ts";
import { guideKey, renderGuide } from "./guide.ts";
import type { GuideInput } from "./guide.ts";
import { markerSource, renderMarker } from "./marker.ts";
import type { CommitRecord, MarkerSource } from "./marker.ts";

/** The comment of this job on these failures: made once, changed in place, left alone when it says the same. */
export interface CommentRung {
  readonly kind: "comment";
  readonly body: string;
  readonly key: string;
  readonly source: MarkerSource;
  readonly place: CommentPlace;
}

interface CommentFacts {
  readonly viewer: string;
  readonly comments: readonly HostComment[];
  readonly context: RunContext;
  readonly case: Case;
}

interface CommentPage {
  readonly input: GuideInput;
  readonly opening: string;
  /** Commits of ours on this pull request; kept in the comment, where no force-push takes them away. */
  readonly commits: readonly CommitRecord[];
}

export function planComment(facts: CommentFacts, { input, opening, commits }: CommentPage): CommentRung {
  const source = markerSource(facts);
  const mark = (key: string): string => renderMarker({ ...source, kind: "comment", key, commits });
  const page = { opening, isPatchFolded: false, limit: BODY_LIMIT - mark("0".repeat(16)).length - 10 };
  const key = guideKey(input, page);
  const body = `${renderGuide(input, page)}\n\n${mark(key)}\n`;
  return { kind: "comment", body, key, source, place: placeComment(facts, { ...source, commits }, key) };
}
