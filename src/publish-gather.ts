import type { Case } from "./domain/case.ts";
import type { HostAnswer, PullRequest } from "./domain/pull-request.ts";
import type { Patch } from "./domain/patch.ts";
import type { RunContext } from "./domain/run-context.ts";
import type { DiffTexts, Log, ReviewHost } from "./ports.ts";
import { refusePullRequest, refuseTested, stop } from "./publish/choose.ts";
import type { PublishMode, Stop } from "./publish/choose.ts";
import type { BranchFacts, CommonFacts, FixBranch, PublishFacts, PublishOptions } from "./publish/facts.ts";
import { publishedPatchId } from "./publish/commit-rung.ts";
import { describeFailure } from "./publish/host-sentence.ts";
import type { RecipeGuide } from "./publish/guide.ts";
import { guardLoop } from "./publish/loop-guard.ts";
import type { LoopFacts } from "./publish/loop-guard.ts";
import { markerSource } from "./publish/marker.ts";
import { fixBranchName } from "./publish/pull-request-rung.ts";
import { rebaseOntoHead } from "./publish/rebase.ts";
import { withOwnDiffs } from "./publish-own-diff.ts";
import { findTarget, type Target } from "./publish-target.ts";
import { listReviewComments } from "./publish-written.ts";
import { textsAt } from "./publish-texts.ts";

export interface PublishRequest {
  readonly case: Case;
  readonly patch: Patch | null;
  readonly context: RunContext;
  readonly mode: PublishMode;
  readonly options: PublishOptions;
  /** Null when there is no token. */
  readonly host: ReviewHost | null;
  readonly log: Log;
  readonly guides: readonly RecipeGuide[];
  /** Makes a diff where GitHub gives none. */
  readonly diff: DiffTexts;
  /** Exact values that no page may show. */
  readonly secrets?: readonly string[];
}

export type Gathered = { readonly kind: "facts"; readonly facts: PublishFacts | BranchFacts } | Stop;

export interface Sources {
  readonly request: PublishRequest;
  readonly patch: Patch;
  readonly mode: "suggest" | "commit" | "pull-request";
  readonly host: ReviewHost;
  readonly branch: string;
}

/** Asks GitHub for all that the plan needs; reads only. Whatever makes a second posting possible ends it. */
export async function gatherFacts(sources: Sources): Promise<Gathered> {
  const target = await findTarget(sources.request.context, sources.branch, sources.host);
  if (target.kind === "stop") return target;
  const common = await commonFacts(sources, target);
  if (common.kind === "stop") return common;
  return target.kind === "branch"
    ? branchFacts(sources, common.facts)
    : readComments(sources, common.facts, target.pullRequest);
}

async function commonFacts(
  sources: Sources,
  target: Target,
): Promise<Stop | { readonly kind: "common"; readonly facts: CommonFacts }> {
  const { request, host } = sources;
  const { context } = request;
  const headSha = headOf(target);
  // A pull request of our own starts from what was tested, not from what came after it.
  const place = target.kind === "branch" ? context.headSha : headSha;
  const refusal = refuseTarget(target, context) ?? (await refuseCommit(request.case.sha, context, { place, host }));
  if (refusal !== null) return stop(refusal);
  const texts = await textsAt(sources, headSha);
  if (texts.kind === "stop") return texts;
  const viewer = await host.viewer();
  // Without it we can't tell what an earlier run posted, and would post it twice.
  if (viewer.kind !== "ok") return stop(describeFailure("did not say who we are", viewer));
  const needsModes = sources.mode !== "suggest" || target.kind === "branch";
  const facts = {
    case: request.case,
    patch: sources.patch,
    guides: request.guides,
    secrets: request.secrets ?? [],
    context,
    options: request.options,
    rebased: rebaseOntoHead(sources.patch, texts.texts),
    modes: needsModes ? valueOrNull(await host.fileModes(place)) : null,
    viewer: viewer.value,
    note: target.note,
  };
  return { kind: "common", facts };
}

/**
 * A job after the one that tested does not know the merge commit that was tested there: its parents tell whether it was
 * made for this head.
 */
async function refuseCommit(
  sha: string | null,
  context: RunContext,
  { place, host }: { readonly place: string; readonly host: ReviewHost },
): Promise<string | null> {
  const refusal = refuseTested(sha, context, place);
  if (sha === null || refusal === null || context.upstreamEvent === null) return refusal;
  const parents = await host.commitParents(sha);
  return parents.kind === "ok" && parents.value.includes(context.headSha) ? null : refusal;
}

function headOf(target: Target): string {
  return target.kind === "branch" ? target.headSha : target.pullRequest.headSha;
}

function refuseTarget(target: Target, context: RunContext): string | null {
  return target.kind === "branch" ? null : refusePullRequest(target.pullRequest, context);
}

async function branchFacts({ host, branch }: Sources, common: CommonFacts): Promise<Gathered> {
  const fixBranch = await readFixBranch(common, branch, host);
  if (fixBranch.kind === "stop") return fixBranch;
  const base = { branch, sha: common.context.headSha };
  return { kind: "facts", facts: { ...common, kind: "branch", base, fixBranch: fixBranch.fixBranch } };
}

async function readComments(sources: Sources, common: CommonFacts, pullRequest: PullRequest): Promise<Gathered> {
  const { mode, host, request } = sources;
  const { number, headRef } = pullRequest;
  const [written, listed, commits, queued] = await Promise.all([
    readWritten(number, common.viewer, host),
    host.changedFiles(number),
    host.commits(number),
    host.isQueued(number),
  ]);
  if (isTrue(queued)) return stop("The pull request waits in the merge queue.");
  if (written.kind === "stop") return written;
  const { comments, reviewComments, reviews } = written;
  const loop = guardLoop({ ...loopFacts(common), commits: valueOrNull(commits), comments });
  if (loop.kind === "off") return stop(loop.reason);
  const fix = mode === "pull-request" ? await readFixBranch(common, headRef, host) : null;
  if (fix?.kind === "stop") return fix;
  const fixBranch = fix?.fixBranch ?? null;
  const { rebased } = common;
  const files = await withOwnDiffs(valueOrNull(listed), { rebased, pullRequest, host, diff: request.diff });
  const facts = { ...common, mode, pullRequest, comments, reviewComments, reviews, loop, fixBranch };
  return { kind: "facts", facts: { ...facts, kind: "pull-request", files } };
}

type Written = Pick<PublishFacts, "comments" | "reviewComments" | "reviews"> & { readonly kind: "written" };

/** What stands on the pull request. Without any of it an earlier run's words could be posted twice. */
async function readWritten(number: number, viewer: string, host: ReviewHost): Promise<Stop | Written> {
  const [comments, reviewComments, reviews] = await Promise.all([
    host.comments(number),
    listReviewComments(number, viewer, host),
    host.reviews(number),
  ]);
  if (comments.kind !== "ok") return stop(describeFailure("did not list the comments", comments));
  if (reviewComments.kind !== "ok") return stop(describeFailure("did not list the review comments", reviewComments));
  if (reviews.kind !== "ok") return stop(describeFailure("did not list the reviews", reviews));
  return {
    kind: "written",
    comments: comments.value,
    reviewComments: reviewComments.value,
    reviews: reviews.value,
  };
}

function loopFacts(common: CommonFacts): Omit<LoopFacts, "commits" | "comments"> {
  return {
    viewer: common.viewer,
    testedSha: common.context.headSha,
    patchId: publishedPatchId(common),
    groups: markerSource(common).groups,
    maxCommits: common.options.maxCommits,
  };
}

/** Older servers know no merge queue and answer with a failure. */
function isTrue(answer: HostAnswer<boolean>): boolean {
  return answer.kind === "ok" && answer.value;
}

async function readFixBranch(
  common: CommonFacts,
  base: string,
  host: ReviewHost,
): Promise<Stop | { readonly kind: "fix-branch"; readonly fixBranch: FixBranch }> {
  const name = fixBranchName(common, base);
  const [head, pullRequests] = await Promise.all([host.branch(name), host.pullRequestsFrom(name)]);
  if (head.kind !== "ok" && head.kind !== "missing") return stop(describeFailure("did not show the branch", head));
  if (pullRequests.kind !== "ok") return stop(describeFailure("did not list the pull requests", pullRequests));
  return {
    kind: "fix-branch",
    fixBranch: { name, head: head.kind === "ok" ? head.value : null, pullRequests: pullRequests.value },
  };
}

function valueOrNull<T>(answer: HostAnswer<T>): T | null {
  return answer.kind === "ok" ? answer.value : null;
}
