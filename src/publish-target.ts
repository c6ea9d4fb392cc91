import type { PullRequest } from "./domain/pull-request.ts";
import type { RunContext } from "./domain/run-context.ts";
import type { ReviewHost } from "./ports.ts";
import { choosePullRequest, stop } from "./publish/choose.ts";
import type { Stop } from "./publish/choose.ts";
import { describeFailure } from "./publish/host-sentence.ts";

/** Where the patch goes; `note` is said first, whatever becomes of it. */
export type Target =
  | { readonly kind: "pull-request"; readonly pullRequest: PullRequest; readonly note: string }
  /** A branch without a pull request; `headSha` is its newest commit. */
  | { readonly kind: "branch"; readonly headSha: string; readonly note: string };

/** The pull request as it is now, not as the event had it; without one the branch. */
export async function findTarget(context: RunContext, branch: string, host: ReviewHost): Promise<Target | Stop> {
  if (context.pullRequest !== null) {
    return readPullRequest(context.pullRequest.number, "", host);
  }
  const { headRepository } = context;
  if (headRepository === null) return stop("The fork that this branch is in is gone.");
  const [headOwner = ""] = headRepository.split("/");
  const answer = await host.openPullRequests(`${headOwner}:${branch}`);
  if (answer.kind !== "ok") return stop(describeFailure("did not list the pull requests", answer));
  const choice = choosePullRequest(answer.value, { repository: headRepository, branch });
  // The list leaves out whether maintainers may edit.
  return choice.kind === "chosen"
    ? readPullRequest(choice.pullRequest.number, choice.note, host)
    : branchTarget(context, branch, host);
}

async function readPullRequest(number: number, note: string, host: ReviewHost): Promise<Target | Stop> {
  const answer = await host.pullRequest(number);
  return answer.kind === "ok"
    ? { kind: "pull-request", pullRequest: answer.value, note }
    : stop(describeFailure("did not show the pull request", answer));
}

/** A new pull request is only for branches that had none: where one was closed, somebody decided. */
async function branchTarget(context: RunContext, branch: string, host: ReviewHost): Promise<Target | Stop> {
  const { headRepository, owner, repository, upstreamEvent } = context;
  const isOwn = headRepository === `${owner}/${repository}`;
  if (!isOwn || upstreamEvent?.startsWith("pull_request") === true) {
    return stop(`The branch \`${branch}\` has no open pull request any more.`);
  }
  const answer = await host.branch(branch);
  return answer.kind === "ok"
    ? { kind: "branch", headSha: answer.value.sha, note: "" }
    : stop(describeFailure(`did not show the branch \`${branch}\``, answer));
}
