import type { Case } from "../domain/case.ts";
import type { Patch } from "../domain/patch.ts";
import type { BranchHead, ChangedFile, HostComment, HostReview, PullRequest } from "../domain/pull-request.ts";
import type { RunContext } from "../domain/run-context.ts";
import { runUrl } from "../domain/run-context.ts";
import type { GuideInput, RecipeGuide } from "./guide.ts";
import type { LoopVerdict } from "./loop-guard.ts";
import type { Rebased } from "./rebase.ts";

/** What the user chose about publishing, besides the mode. */
export interface PublishOptions {
  readonly isDraft: boolean;
  readonly labels: readonly string[];
  /** Whether a commit may go to the branch of a fork that lets maintainers edit it. */
  readonly mayCommitToForks: boolean;
  /** File name of a workflow to start on what was published; null = none. */
  readonly dispatchWorkflow: string | null;
  /** Commits of ours that one pull request may get. */
  readonly maxCommits: number;
}

/** What holds wherever the patch goes. */
export interface CommonFacts {
  readonly case: Case;
  readonly patch: Patch;
  readonly guides: readonly RecipeGuide[];
  /** Exact values that no page may show. */
  readonly secrets?: readonly string[];
  readonly context: RunContext;
  readonly options: PublishOptions;
  /** The patch against the texts at the commit that it is published on. */
  readonly rebased: Rebased;
  /** git's modes there; null when GitHub would not list them, or when nobody asked. */
  readonly modes: ReadonlyMap<string, string> | null;
  readonly viewer: string;
  /** Said first, whatever rung it becomes; empty when there is nothing to say. */
  readonly note: string;
}

/** Where a branch of ours would start: the branch that a new pull request goes to, and the commit that was tested. */
export interface FixBase {
  readonly branch: string;
  readonly sha: string;
}

/** The branch that we publish a pull request from, as it is now. */
export interface FixBranch {
  readonly name: string;
  /** Null when there is no such branch. */
  readonly head: BranchHead | null;
  /** From this branch, open and closed, newest first. */
  readonly pullRequests: readonly PullRequest[];
}

/** All that decides what is written to a pull request; nothing in it is fetched again while writing. */
export interface PublishFacts extends CommonFacts {
  readonly kind: "pull-request";
  readonly mode: "suggest" | "commit" | "pull-request";
  /** As it is now, not as the event had it. */
  readonly pullRequest: PullRequest;
  /** Null when GitHub would not list them. */
  readonly files: readonly ChangedFile[] | null;
  readonly comments: readonly HostComment[];
  readonly reviewComments: readonly HostComment[];
  readonly reviews: readonly HostReview[];
  /** Whether a commit may be made, by what happened on this pull request before. */
  readonly loop: Exclude<LoopVerdict, { readonly kind: "off" }>;
  /** Null unless the mode is `pull-request`. */
  readonly fixBranch: FixBranch | null;
}

/** All that decides what is written for a branch without a pull request. */
export interface BranchFacts extends CommonFacts {
  readonly kind: "branch";
  readonly base: FixBase;
  readonly fixBranch: FixBranch;
}

/** A rung that can't be tried, and why in one sentence. */
export type Impossible = { readonly kind: "impossible"; readonly reason: string };

export function impossible(reason: string): Impossible {
  return { kind: "impossible", reason };
}

/** What the pages are made of: the patch as it is published. */
export function guideInput(facts: CommonFacts): GuideInput {
  const shown = facts.rebased.kind === "rebased" ? facts.rebased.patch : facts.patch;
  const { guides, secrets = [], context } = facts;
  return { case: facts.case, changes: shown.changes, guides, runUrl: runUrl(context), secrets };
}
