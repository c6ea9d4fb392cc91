import type { HostComment } from "../domain/pull-request.ts";
import type { RunContext } from "../domain/run-context.ts";
import { BODY_LIMIT } from "../text/markdown.ts";
import { guideKey, renderGuide } from "./guide.ts";
import type { GuideInput } from "./guide.ts";
import { marker, markerKey, scopeOf, writtenBy } from "./marker.ts";

/** The one comment of this job on the pull request: made once, changed in place, left alone when it says the same. */
export interface CommentRung {
  readonly kind: "comment";
  readonly body: string;
  readonly key: string;
  readonly scope: string;
  readonly existing: { readonly id: number; readonly url: string; readonly isSame: boolean } | null;
}

export function planComment(
  facts: { readonly viewer: string; readonly comments: readonly HostComment[]; readonly context: RunContext },
  { input, opening }: { readonly input: GuideInput; readonly opening: string },
): CommentRung {
  const scope = scopeOf(facts.context);
  const page = { opening, isPatchFolded: false, limit: BODY_LIMIT - 200 };
  const key = guideKey(input, page);
  const body = `${renderGuide(input, page)}\n\n${marker("comment", { scope, key })}\n`;
  const old = writtenBy(facts.viewer, facts.comments).findLast(
    (comment) => markerKey(comment.body, { kind: "comment", scope }) !== null,
  );
  const existing =
    old === undefined
      ? null
      : { id: old.id, url: old.url, isSame: markerKey(old.body, { kind: "comment", scope }) === key };
  return { kind: "comment", body, key, scope, existing };
}
