import { resolveCommit } from "../git-repository.ts";
import { common, environmentOf, pullRequestEvent, type RunnerEvent } from "./events.ts";
import { renderPull, renderRepository, renderUser } from "./render.ts";
import type { Github } from "./server.ts";
import type { Identity, PullRequest } from "./state.ts";

/** The run is on the default branch, whatever the event is about. */
function onDefault(github: Github, actor: Identity): Pick<RunnerEvent, "environment" | "checkout"> {
  const { directory, defaultBranch: branch } = github.state.base;
  const sha = resolveCommit(directory, `refs/heads/${branch}`) ?? "";
  return {
    environment: {
      ...environmentOf(github, actor),
      GITHUB_SHA: sha,
      GITHUB_REF: `refs/heads/${branch}`,
      GITHUB_REF_NAME: branch,
      GITHUB_HEAD_REF: "",
      GITHUB_BASE_REF: "",
    },
    checkout: { sha, trackingRef: `refs/remotes/origin/${branch}`, branch },
  };
}

/** `pull_request_target`: since 2025-12 always on the default branch. */
export function pullRequestTargetEvent(github: Github, pull: PullRequest): RunnerEvent {
  const run = onDefault(github, pull.author);
  return {
    name: "pull_request_target",
    payload: pullRequestEvent(github, pull).payload,
    checkout: run.checkout,
    environment: {
      ...run.environment,
      GITHUB_EVENT_NAME: "pull_request_target",
      GITHUB_HEAD_REF: pull.head.ref,
      GITHUB_BASE_REF: pull.base.ref,
    },
  };
}

/** `pull_request_review` and `pull_request_review_comment`, by somebody. */
export function reviewEvent(
  github: Github,
  pull: PullRequest,
  options: { readonly name: string; readonly actor: Identity },
): RunnerEvent {
  const event = pullRequestEvent(github, pull, { action: "submitted", actor: options.actor });
  return { ...event, name: options.name, environment: { ...event.environment, GITHUB_EVENT_NAME: options.name } };
}

export interface WorkflowRunOptions {
  /** Of the run before; default `pull_request`. */
  readonly event?: string;
  /** Another commit than the head's. */
  readonly headSha?: string;
}

/** `workflow_run` after a run on a pull request. For forks the payload lists no pull request. */
export function workflowRunEvent(github: Github, pull: PullRequest, options: WorkflowRunOptions = {}): RunnerEvent {
  const { state } = github;
  const { repository } = pull.head;
  const run = onDefault(github, pull.author);
  const person = renderUser(state, pull.author);
  const isOwn = repository === state.base;
  return {
    name: "workflow_run",
    payload: {
      action: "completed",
      workflow_run: {
        id: 700_000,
        name: "CI",
        event: options.event ?? "pull_request",
        conclusion: "failure",
        head_branch: pull.head.ref,
        head_sha: options.headSha ?? pull.headSha,
        head_repository: repository === null ? null : renderRepository(state, repository),
        pull_requests: isOwn ? [{ number: pull.number, id: 9000 + pull.number }] : [],
        actor: person,
        triggering_actor: person,
      },
      ...common(github, pull.author),
    },
    environment: { ...run.environment, GITHUB_EVENT_NAME: "workflow_run" },
    checkout: run.checkout,
  };
}

/** `issue_comment` below a pull request. */
export function issueCommentEvent(github: Github, pull: PullRequest, actor: Identity): RunnerEvent {
  const { state } = github;
  const run = onDefault(github, actor);
  return {
    name: "issue_comment",
    payload: {
      action: "created",
      issue: {
        number: pull.number,
        title: pull.title,
        pull_request: { html_url: `${state.serverUrl}/octo/shop/pull/${pull.number}` },
        state: pull.state,
      },
      comment: { id: 1, body: "/autofix", user: renderUser(state, actor), author_association: "NONE" },
      ...common(github, actor),
    },
    environment: { ...run.environment, GITHUB_EVENT_NAME: "issue_comment" },
    checkout: run.checkout,
  };
}

/** The payload's pull request when its fork was deleted. */
export function withoutFork(event: RunnerEvent, github: Github, pull: PullRequest): RunnerEvent {
  const gone = renderPull(github.state, { ...pull, head: { ...pull.head, repository: null } });
  return { ...event, payload: { ...event.payload, pull_request: gone } };
}
