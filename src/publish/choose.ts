import type { Patch } from "../domain/patch.ts";
import type { PullRequest } from "../domain/pull-request.ts";
import type { RunContext } from "../domain/run-context.ts";
import { isProtected } from "../text/protected-paths.ts";

/** What the user asked for: suggestions, a commit on the branch, a pull request of our own, or no write at all. */
export type PublishMode = "suggest" | "commit" | "pull-request" | "report";

/** `stop` = nothing but the job summary; the reason is one sentence, empty when that is what was asked for. */
export type Stop = { readonly kind: "stop"; readonly reason: string };

export type Preflight = { readonly kind: "go"; readonly branch: string } | Stop;

/** What can be said before GitHub is asked anything. */
export function preflight({
  mode,
  patch,
  context,
  hasToken,
}: {
  readonly mode: PublishMode;
  readonly patch: Patch | null;
  readonly context: RunContext;
  readonly hasToken: boolean;
}): Preflight {
  if (patch === null || mode === "report") return stop("");
  if (context.pullRequest !== null) {
    const refusal = refusePullRequest(context.pullRequest, context);
    if (refusal !== null) return stop(refusal);
  }
  if (context.headBranch === null) return stop(noBranch(context));
  if (!hasToken) return stop("No token was given, so nothing can be written to the pull request.");
  const kept = patch.changes.find(({ path }) => isProtected(path));
  if (kept !== undefined) return stop(`The patch touches \`${kept.path}\`, which is never published.`);
  return { kind: "go", branch: context.headBranch };
}

/** A merge queue names its branches `gh-readonly-queue/<base>/pr-<number>-<commit>`. */
function noBranch({ eventName, ref }: RunContext): string {
  const queued = /^refs\/heads\/gh-readonly-queue\/.+\/pr-(\d+)-[0-9a-f]+$/.exec(ref)?.[1];
  return queued === undefined
    ? `Under \`${eventName}\` there is no branch to publish to.`
    : `The branch of a merge queue takes no commits, and pull request ${queued} waits in it: nothing is written.`;
}

/** For these GitHub gives the code of a fork a token that reads only, whatever the workflow asks for. */
const READ_ONLY_FOR_FORKS = new Set(["pull_request", "pull_request_review", "pull_request_review_comment"]);

/** A fork's pull request in a run whose token may only read. */
export function isReadOnlyFork({ headRepository, baseRepository }: PullRequest, eventName: string): boolean {
  return headRepository !== null && headRepository !== baseRepository && READ_ONLY_FOR_FORKS.has(eventName);
}

/** Why nothing may be written to this pull request; null when it may. */
export function refusePullRequest(pullRequest: PullRequest, { eventName }: RunContext): string | null {
  const { state, locked, headRepository } = pullRequest;
  if (headRepository === null) return "The fork that this pull request came from is gone.";
  if (isReadOnlyFork(pullRequest, eventName)) {
    return (
      "The pull request comes from a fork, so this run may not write to it: " +
      "a second workflow on `workflow_run` can publish what this one found."
    );
  }
  if (state === "closed") return "The pull request is closed.";
  return locked ? "The conversation of the pull request is locked." : null;
}

export type Choice =
  | { readonly kind: "chosen"; readonly pullRequest: PullRequest; readonly note: string }
  /** Nothing is open from there. */
  | { readonly kind: "none" };

/**
 * The pull request of a branch, out of those that are open: the only one, else the one into the default branch, else the
 * oldest. The listing leaves out who owns the branch, so that is compared too.
 */
export function choosePullRequest(
  candidates: readonly PullRequest[],
  head: { readonly repository: string | null; readonly branch: string },
): Choice {
  const [first, ...others] = [...candidates]
    .filter(({ headRef, headRepository }) => headRef === head.branch && headRepository === head.repository)
    .sort((left, right) => Number(right.isDefaultBase) - Number(left.isDefaultBase) || left.number - right.number);
  if (first === undefined) return { kind: "none" };
  const numbers = others.map(({ number }) => number).join(", ");
  return {
    kind: "chosen",
    pullRequest: first,
    note:
      numbers === "" ? "" : `The branch has other open pull requests too (${numbers}); this is written to one only.`,
  };
}

const MERGE_EVENTS = new Set(["pull_request", "pull_request_review", "pull_request_review_comment"]);

/**
 * Why what was tested says nothing of this pull request; null when it does. `sha` is the commit that was checked out,
 * null where nobody knows. Besides the head it may be the merge of head and base, which is what GitHub checks out under
 * `pull_request` and for reviews; under other events GITHUB_SHA is some other commit.
 */
export function refuseTested(sha: string | null, context: RunContext, headSha: string): string | null {
  const heads = [context.headSha, headSha];
  const known = MERGE_EVENTS.has(context.eventName) ? [...heads, context.sha] : heads;
  if (sha === null || known.includes(sha)) return null;
  return (
    `The commit that was tested is not the branch's head: \`${sha.slice(0, 12)}\` was checked out, ` +
    `the head is \`${headSha.slice(0, 12)}\`.`
  );
}

/** Whether what we tested still stands at the pull request's newest commit. Texts by path; null = not readable there. */
export function compareHeads(
  paths: readonly string[],
  tested: ReadonlyMap<string, string | null>,
  newest: ReadonlyMap<string, string | null>,
): { readonly kind: "same" } | Stop {
  const moved = paths.find((path) => typeof newest.get(path) !== "string" || newest.get(path) !== tested.get(path));
  return moved === undefined
    ? { kind: "same" }
    : stop(`The pull request moved on while the tests ran: \`${moved}\` is not what was tested.`);
}

export function stop(reason: string): Stop {
  return { kind: "stop", reason };
}
