import { resolveCommit } from "../git-repository.ts";
import { common, environmentOf, type RunnerEvent } from "./events.ts";
import type { Github } from "./server.ts";

function commitOf(github: Github, ref: string): string {
  const sha = resolveCommit(github.state.base.directory, ref);
  if (sha === null) {
    throw new Error(`No ${ref}`);
  }
  return sha;
}

interface BranchRun {
  readonly name: string;
  readonly ref: string;
  readonly sha: string;
  readonly payload: Readonly<Record<string, string | boolean | null>>;
}

function onRef(github: Github, { name, ref, sha, payload }: BranchRun): RunnerEvent {
  const { human } = github.state.identities;
  const isBranch = ref.startsWith("refs/heads/");
  const short = ref.replace(/^refs\/(heads|tags)\//, "");
  return {
    name,
    payload: { ...payload, ...common(github, human) },
    environment: {
      ...environmentOf(github, human),
      GITHUB_EVENT_NAME: name,
      GITHUB_SHA: sha,
      GITHUB_REF: ref,
      GITHUB_REF_NAME: short,
      GITHUB_REF_TYPE: isBranch ? "branch" : "tag",
      GITHUB_HEAD_REF: "",
      GITHUB_BASE_REF: "",
    },
    checkout: {
      sha,
      trackingRef: isBranch ? `refs/remotes/origin/${short}` : ref,
      branch: isBranch ? short : null,
    },
  };
}

/** `push` of a branch; its deletion carries no commit, and the run is on the default branch. */
export function pushEvent(github: Github, branch: string, options: { readonly deleted?: boolean } = {}): RunnerEvent {
  const ref = `refs/heads/${branch}`;
  const deleted = options.deleted === true;
  const sha = commitOf(github, deleted ? `refs/heads/${github.state.base.defaultBranch}` : ref);
  return onRef(github, {
    name: "push",
    ref,
    sha,
    payload: { ref, before: "0".repeat(40), after: deleted ? "0".repeat(40) : sha, created: !deleted, deleted },
  });
}

/** `push` of a tag. */
export function tagEvent(github: Github, tag: string): RunnerEvent {
  const ref = `refs/tags/${tag}`;
  const sha = commitOf(github, `refs/heads/${github.state.base.defaultBranch}`);
  return onRef(github, { name: "push", ref, sha, payload: { ref, after: sha, created: true, deleted: false } });
}

/** `schedule` runs on the default branch. */
export function scheduleEvent(github: Github): RunnerEvent {
  const ref = `refs/heads/${github.state.base.defaultBranch}`;
  return onRef(github, { name: "schedule", ref, sha: commitOf(github, ref), payload: { schedule: "0 4 * * *" } });
}

/** `merge_group` of one pull request; the queue's branch holds its merge. */
export function mergeGroupEvent(
  github: Github,
  pull: { readonly number: number; readonly headSha: string },
  base = "main",
): RunnerEvent {
  const ref = `refs/heads/gh-readonly-queue/${base}/pr-${pull.number}-${pull.headSha}`;
  return onRef(github, { name: "merge_group", ref, sha: pull.headSha, payload: { action: "checks_requested" } });
}
