/**
 * How a run ended: `fixed` = the patch is in the branch or the work tree; `suggested` = it awaits a click;
 * `no-fix` = nothing held up; `skipped` = nothing to do here; `refused` = we must not act here; `error` = broken setup.
 */
export type Status = "fixed" | "suggested" | "no-fix" | "flaky" | "environment" | "skipped" | "refused" | "error";

/** Where the patch went. */
export type PublishedAs =
  | "commit"
  | "pull-request"
  | "branch"
  | "suggestions"
  | "comment"
  | "summary"
  | "working-tree"
  | "none";

export interface Publication {
  readonly publishedAs: PublishedAs;
  /** One sentence: why this rung and not a higher one; empty when it is the one asked for. */
  readonly reason: string;
  readonly commitSha: string | null;
  readonly pullRequestUrl: string | null;
  readonly reviewUrl: string | null;
}

export const NOT_PUBLISHED: Publication = {
  publishedAs: "none",
  reason: "",
  commitSha: null,
  pullRequestUrl: null,
  reviewUrl: null,
};
