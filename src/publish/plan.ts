import { inertProse } from "../text/markdown.ts";
import { planComment } from "./comment-rung.ts";
import type { CommentRung } from "./comment-rung.ts";
import { mayOfferCommit, planCommit } from "./commit-rung.ts";
import type { CommitRung } from "./commit-rung.ts";
import { guideInput, impossible } from "./facts.ts";
import type { BranchFacts, Impossible, PublishFacts } from "./facts.ts";
import { planPullRequest } from "./pull-request-rung.ts";
import type { PullRequestRung } from "./pull-request-rung.ts";
import { planReview } from "./review-rung.ts";
import type { ReviewRung } from "./review-rung.ts";

/** One way to publish, ready to send, or why it can't be done. They are tried in order; the first that works ends it. */
export type Rung = CommitRung | PullRequestRung | ReviewRung | CommentRung | Impossible;

/**
 * The ladder for a pull request: what was asked for (a commit, a pull request of our own), then suggestions, then one
 * comment with the whole patch. The job summary is below all of them and needs no plan.
 */
export function planRungs(facts: PublishFacts): readonly Rung[] {
  const above = [...askedFor(facts), planReview(facts)];
  const reasons = above.flatMap((rung) => (rung.kind === "impossible" ? [rung.reason] : []));
  const page = { input: guideInput(facts), opening: commentOpening(facts, reasons), commits: facts.loop.known };
  return [...above, planComment(facts, page)];
}

/** A branch without a pull request never gets a commit of ours: whatever the mode, a new pull request brings it. */
export function planBranchRungs(facts: BranchFacts): readonly (PullRequestRung | Impossible)[] {
  return [planPullRequest(facts, facts.base, facts.fixBranch)];
}

function askedFor(facts: PublishFacts): readonly Rung[] {
  const { mode, pullRequest, fixBranch, loop } = facts;
  if (mode === "commit") return [planCommit(facts)];
  if (fixBranch === null) return [];
  if (loop.kind === "no-commit") return [impossible(loop.reason)];
  if (pullRequest.headRepository !== pullRequest.baseRepository) {
    return [impossible("The branch is in a fork, so no pull request of ours can go to it.")];
  }
  return [planPullRequest(facts, { branch: pullRequest.headRef, sha: pullRequest.headSha }, fixBranch)];
}

function commentOpening(facts: PublishFacts, reasons: readonly string[]): string {
  const why = reasons.map((reason) => inertProse(reason)).join(" ");
  const base =
    facts.rebased.kind === "unplaceable"
      ? " The patch below is made for the merge with the base: update the branch first."
      : "";
  return `${why}${base} Save the patch below as \`fix.patch\` and run \`git apply fix.patch\`.${commitOffer(facts)}`.trim();
}

/** Where suggestions were asked for, a commit is the way that does not depend on the diff. */
function commitOffer(facts: PublishFacts): string {
  return facts.mode === "suggest" && mayOfferCommit(facts)
    ? " With `mode: commit` and the permission `contents: write` the action commits such a patch on the branch itself."
    : "";
}
