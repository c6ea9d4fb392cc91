import { type ActionRun, hostOf } from "./action-run.ts";
import type { RunContext } from "./domain/run-context.ts";
import type { ReviewHost } from "./ports.ts";
import type { History } from "./publish/loop-guard.ts";
import { findTarget } from "./publish-target.ts";

/**
 * What the pull request has seen of us, read before anything is run and paid for. Null where nothing would be published, or
 * GitHub does not say: the publisher asks again.
 */
export async function readHistory(run: ActionRun): Promise<History | null> {
  const { settings, context } = run;
  const host = settings.mode === "report" ? null : await hostOf(run);
  const number = host && (await numberOf(context, host));
  if (host === null || number === null) return null;
  const [viewer, commits, comments] = await Promise.all([host.viewer(), host.commits(number), host.comments(number)]);
  if (viewer.kind !== "ok" || commits.kind !== "ok" || comments.kind !== "ok") return null;
  return { viewer: viewer.value, commits: commits.value, comments: comments.value, testedSha: context.headSha };
}

async function numberOf(context: RunContext, host: ReviewHost): Promise<number | null> {
  if (context.pullRequest !== null) return context.pullRequest.number;
  if (context.headBranch === null) return null;
  const target = await findTarget(context, context.headBranch, host);
  return target.kind === "pull-request" ? target.pullRequest.number : null;
}
