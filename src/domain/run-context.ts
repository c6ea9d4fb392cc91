import type { PullRequest } from "./pull-request.ts";

/** Where this run stands: the event, the repository, the commit. Everything comes from GitHub's runner. */
export interface RunContext {
  readonly eventName: string;
  readonly owner: string;
  readonly repository: string;
  /** `https://api.github.com`, or `https://HOST/api/v3`; no slash at the end. */
  readonly apiUrl: string;
  readonly serverUrl: string;
  /** The commit that was checked out by default: on `pull_request` a merge of head and base. */
  readonly sha: string;
  readonly ref: string;
  /** Of `workflow_run`: the event of the run before it, `pull_request` or `push`; else null. */
  readonly upstreamEvent: string | null;
  /** `owner/name` of the repository that holds the branch; null when that fork is gone. */
  readonly headRepository: string | null;
  /** The branch a fix would go to; null where there is none (a tag, a merge queue). */
  readonly headBranch: string | null;
  /** The commit of that branch that the event is about. */
  readonly headSha: string;
  /** As the event's payload has it; null when the event names none. */
  readonly pullRequest: PullRequest | null;
  readonly actor: string;
  /** Everybody who had a part in starting this: the actor, and those of the run before it. */
  readonly actors: readonly string[];
  readonly workflow: string;
  readonly job: string;
  readonly runId: string;
  /** Where the pages of this very version of the action lie, without a slash at the end; null for a local action. */
  readonly actionPages: string | null;
  /** The workflow's file in this repository at a commit, and `owner/name` of this action; absent where one is unknown. */
  readonly workflowFile?: { readonly path: string; readonly sha: string; readonly action: string };
}

/** The page of this run. */
export function runUrl({ serverUrl, owner, repository, runId }: RunContext): string {
  return `${serverUrl}/${owner}/${repository}/actions/runs/${runId}`;
}
