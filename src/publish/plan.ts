import type { Case } from "../domain/case.ts";
import type { Patch } from "../domain/patch.ts";
import type {
  ChangedFile,
  CommitDraft,
  HostComment,
  HostReview,
  PullRequest,
  ReviewDraft,
} from "../domain/pull-request.ts";
import type { RunContext } from "../domain/run-context.ts";
import { runUrl } from "../domain/run-context.ts";
import { inertProse } from "../text/markdown.ts";
import { planComment } from "./comment-rung.ts";
import type { CommentRung } from "./comment-rung.ts";
import { renderCommitMessage } from "./commit-message.ts";
import { renderGuide } from "./guide.ts";
import type { GuideInput, RecipeGuide } from "./guide.ts";
import { markerKey, scopeOf, writtenBy } from "./marker.ts";
import type { Rebased } from "./rebase.ts";
import { planSuggestions } from "./suggestions.ts";

/** All that decides what is written; nothing in it is fetched again while writing. */
export interface PublishFacts {
  readonly mode: "suggest" | "commit";
  readonly case: Case;
  readonly patch: Patch;
  readonly guides: readonly RecipeGuide[];
  readonly context: RunContext;
  /** As it is now, not as the event had it. */
  readonly pullRequest: PullRequest;
  /** The patch against the head's texts. */
  readonly rebased: Rebased;
  /** Null when GitHub would not list them. */
  readonly files: readonly ChangedFile[] | null;
  /** git's modes at the head; null when GitHub would not list them, or when nobody asked. */
  readonly modes: ReadonlyMap<string, string> | null;
  readonly viewer: string;
  readonly comments: readonly HostComment[];
  readonly reviewComments: readonly HostComment[];
  readonly reviews: readonly HostReview[];
}

/** One way to publish, ready to send, or why it can't be done. They are tried in order; the first that works ends it. */
export type Rung =
  | { readonly kind: "commit"; readonly draft: CommitDraft; readonly scope: string }
  | {
      readonly kind: "suggestions";
      readonly draft: ReviewDraft;
      readonly keys: readonly string[];
      readonly scope: string;
    }
  /** An earlier run posted all of them. */
  | { readonly kind: "suggestions-there"; readonly url: string }
  | CommentRung
  | { readonly kind: "impossible"; readonly reason: string };

/**
 * The ladder for this pull request: a commit if that was asked for, then suggestions, then one comment with the whole
 * patch. The job summary is below all of them and needs no plan.
 */
export function planRungs(facts: PublishFacts): readonly Rung[] {
  const suggestions = planReview(facts);
  const above = facts.mode === "commit" ? [planCommit(facts), suggestions] : [suggestions];
  const reasons = above.flatMap((rung) => (rung.kind === "impossible" ? [rung.reason] : []));
  return [...above, planComment(facts, { input: guideInput(facts), opening: commentOpening(facts, reasons) })];
}

export function guideInput(facts: PublishFacts): GuideInput {
  const shown = facts.rebased.kind === "rebased" ? facts.rebased.patch : facts.patch;
  return { case: facts.case, changes: shown.changes, guides: facts.guides, runUrl: runUrl(facts.context) };
}

function planReview(facts: PublishFacts): Rung {
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

function planCommit(facts: PublishFacts): Rung {
  const { rebased, modes, pullRequest } = facts;
  if (rebased.kind === "unplaceable") return impossible(describeUnplaceable(rebased));
  if (modes === null)
    return impossible("GitHub would not list the modes of the files, and a commit could change them.");
  const special = rebased.patch.changes.find(({ path }) => modes.get(path) !== "100644");
  if (special !== undefined) {
    return impossible(
      `\`${special.path}\` is executable or no plain file, and a commit through the API would change that.`,
    );
  }
  const message = renderCommitMessage({ case: facts.case, guides: facts.guides });
  return {
    kind: "commit",
    scope: scopeOf(facts.context),
    draft: {
      branch: pullRequest.headRef,
      expectedHeadSha: pullRequest.headSha,
      ...message,
      additions: rebased.patch.changes.map(({ path, after }) => ({ path, text: after })),
    },
  };
}

function commentOpening(facts: PublishFacts, reasons: readonly string[]): string {
  const why = reasons.map((reason) => inertProse(reason)).join(" ");
  const base =
    facts.rebased.kind === "unplaceable"
      ? " The patch below is made for the merge with the base: update the branch first."
      : "";
  return `${why}${base} Save the patch below as \`fix.patch\` and run \`git apply fix.patch\`.`.trim();
}

function describeUnplaceable({ path, line, reason }: Extract<Rebased, { kind: "unplaceable" }>): string {
  return `\`${path}:${line}\`: ${reason}`;
}

function impossible(reason: string): Rung {
  return { kind: "impossible", reason };
}
