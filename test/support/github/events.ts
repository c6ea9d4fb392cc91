import { resolveCommit } from "../git-repository.ts";
import type { JsonObject } from "./json.ts";
import { renderPull, renderRepository, renderUser } from "./render.ts";
import type { Github } from "./server.ts";
import type { Identity, PullRequest } from "./state.ts";

/** What a runner is told about why a workflow runs. */
export interface RunnerEvent {
  /** `pull_request` */
  readonly name: string;
  readonly payload: JsonObject;
  /** `GITHUB_*` and the like that follow from the event; files and folders are the runner's. */
  readonly environment: Readonly<Record<string, string>>;
  /** What the checkout action fetches, and how it leaves HEAD. */
  readonly checkout: { readonly sha: string; readonly trackingRef: string; readonly branch: string | null };
}

export interface PullRequestEventOptions {
  /** Default `synchronize`. */
  readonly action?: string;
  readonly actor?: Identity;
}

/**
 * `pull_request`: `GITHUB_SHA` is the merge commit and `GITHUB_REF` its ref, the head's facts are in the payload only.
 * Throws for a pull request in conflict, for which the platform starts no run.
 */
export function pullRequestEvent(
  github: Github,
  pull: PullRequest,
  options: PullRequestEventOptions = {},
): RunnerEvent {
  const { state } = github;
  if (pull.mergeSha === null) {
    throw new Error(`Pull request ${pull.number} is in conflict: the platform starts no run for it`);
  }
  const actor = options.actor ?? pull.author;
  const ref = `refs/pull/${pull.number}/merge`;
  return {
    name: "pull_request",
    payload: {
      action: options.action ?? "synchronize",
      number: pull.number,
      pull_request: renderPull(state, pull),
      ...common(github, actor),
    },
    environment: {
      ...environmentOf(github, actor),
      GITHUB_EVENT_NAME: "pull_request",
      GITHUB_SHA: pull.mergeSha,
      GITHUB_REF: ref,
      GITHUB_REF_NAME: `${pull.number}/merge`,
      GITHUB_HEAD_REF: pull.head.ref,
      GITHUB_BASE_REF: pull.base.ref,
    },
    checkout: { sha: pull.mergeSha, trackingRef: `refs/remotes/pull/${pull.number}/merge`, branch: null },
  };
}

export interface DispatchOptions {
  /** Short branch name. */
  readonly branch: string;
  readonly inputs?: Readonly<Record<string, string>>;
  /** The payload's `ref` is short when the run was started with a short one. */
  readonly shortRef?: boolean;
}

/** `workflow_dispatch` by a person on a branch of the base repository; `GITHUB_SHA` is the branch's head. */
export function workflowDispatchEvent(github: Github, options: DispatchOptions): RunnerEvent {
  const { state } = github;
  const ref = `refs/heads/${options.branch}`;
  const sha = resolveCommit(state.base.directory, ref);
  if (sha === null) {
    throw new Error(`No branch ${options.branch}`);
  }
  return {
    name: "workflow_dispatch",
    payload: {
      inputs: { ...options.inputs },
      ref: options.shortRef === true ? options.branch : ref,
      workflow: ".github/workflows/ci.yml",
      ...common(github, state.identities.human),
    },
    environment: {
      ...environmentOf(github, state.identities.human),
      GITHUB_EVENT_NAME: "workflow_dispatch",
      GITHUB_SHA: sha,
      GITHUB_REF: ref,
      GITHUB_REF_NAME: options.branch,
      GITHUB_HEAD_REF: "",
      GITHUB_BASE_REF: "",
    },
    checkout: { sha, trackingRef: `refs/remotes/origin/${options.branch}`, branch: options.branch },
  };
}

/** What every payload holds. */
export function common({ state }: Github, sender: Identity): JsonObject {
  return { repository: renderRepository(state, state.base), sender: renderUser(state, sender) };
}

/** The variables that do not depend on the event. */
export function environmentOf(github: Github, actor: Identity): Readonly<Record<string, string>> {
  return {
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_ACTION: "__self",
    GITHUB_ACTOR: actor.login,
    GITHUB_ACTOR_ID: String(actor.id),
    GITHUB_TRIGGERING_ACTOR: actor.login,
    GITHUB_API_URL: github.apiUrl,
    GITHUB_GRAPHQL_URL: github.graphqlUrl,
    GITHUB_SERVER_URL: github.serverUrl,
    GITHUB_REPOSITORY: github.repository,
    GITHUB_REPOSITORY_OWNER: github.state.base.owner,
    GITHUB_REPOSITORY_ID: "1296269",
    GITHUB_REF_TYPE: "branch",
    GITHUB_REF_PROTECTED: "false",
    GITHUB_JOB: "test",
    GITHUB_WORKFLOW: "CI",
    GITHUB_WORKFLOW_REF: `${github.repository}/.github/workflows/ci.yml@refs/heads/${github.state.base.defaultBranch}`,
    GITHUB_RUN_ID: "700001",
    GITHUB_RUN_NUMBER: "7",
    GITHUB_RUN_ATTEMPT: "1",
    GITHUB_RETENTION_DAYS: "90",
    RUNNER_ENVIRONMENT: "github-hosted",
    RUNNER_NAME: "runner",
    RUNNER_OS: "Linux",
    RUNNER_ARCH: "X64",
  };
}
