import { resolveCommit } from "../git-repository.ts";
import { pullRequestEvent, type RunnerEvent } from "./events.ts";
import { renderRepository, renderUser } from "./render.ts";
import type { Github } from "./server.ts";
import { fullName, type PullRequest } from "./state.ts";

/**
 * `workflow_run` after a run for a pull request: the default branch with a token that may write, whoever wrote the head.
 * `pull_requests` is empty for forks; the head's facts are all there is.
 */
export function workflowRunEvent(github: Github, pull: PullRequest): RunnerEvent {
  const { state } = github;
  const before = pullRequestEvent(github, pull);
  const { defaultBranch, directory } = state.base;
  const ref = `refs/heads/${defaultBranch}`;
  const sha = resolveCommit(directory, ref) ?? "";
  const head = pull.head.repository;
  return {
    name: "workflow_run",
    payload: {
      action: "completed",
      workflow_run: {
        id: 700_002,
        event: "pull_request",
        conclusion: "failure",
        head_branch: pull.head.ref,
        head_sha: pull.headSha,
        head_repository: head === null ? null : { full_name: fullName(head) },
        pull_requests: [],
      },
      repository: renderRepository(state, state.base),
      sender: renderUser(state, pull.author),
    },
    environment: {
      ...before.environment,
      GITHUB_EVENT_NAME: "workflow_run",
      GITHUB_SHA: sha,
      GITHUB_REF: ref,
      GITHUB_REF_NAME: defaultBranch,
      GITHUB_HEAD_REF: "",
      GITHUB_BASE_REF: "",
    },
    checkout: { sha, trackingRef: `refs/remotes/origin/${defaultBranch}`, branch: defaultBranch },
  };
}
