import { git, gitOrNull, resolveCommit, commitTree } from "../git-repository.ts";
import { diffFiles, mergeBase, type FileDiff } from "./diff.ts";
import type { PullRequest, State } from "./state.ts";

/** The tip of the base branch. */
export function baseSha(pull: PullRequest): string {
  const sha = resolveCommit(pull.base.repository.directory, `refs/heads/${pull.base.ref}`);
  if (sha === null) {
    throw new Error(`Base branch ${pull.base.ref} is gone`);
  }
  return sha;
}

/** Takes in what was pushed: `refs/pull/N/head` and a real merge commit at `refs/pull/N/merge`. */
export function syncPull(state: State, pull: PullRequest): void {
  const head = pull.head.repository;
  const directory = pull.base.repository.directory;
  const sha = head === null ? null : resolveCommit(head.directory, `refs/heads/${pull.head.ref}`);
  if (head === null || sha === null || pull.state === "closed") {
    return;
  }
  const base = baseSha(pull);
  if (pull.mergedFrom === `${base} ${sha}`) {
    return;
  }
  if (head.directory !== directory) {
    git(directory, ["fetch", "--quiet", "--no-tags", head.directory, sha]);
  }
  git(directory, ["update-ref", `refs/pull/${pull.number}/head`, sha]);
  pull.headSha = sha;
  pull.mergedFrom = `${base} ${sha}`;
  pull.mergeSha = mergeCommit(state, pull, base);
  const target = `refs/pull/${pull.number}/merge`;
  git(directory, pull.mergeSha === null ? ["update-ref", "-d", target] : ["update-ref", target, pull.mergeSha]);
}

function mergeCommit(state: State, pull: PullRequest, base: string): string | null {
  const directory = pull.base.repository.directory;
  const output = gitOrNull(directory, ["merge-tree", "--write-tree", base, pull.headSha]);
  if (output === null) {
    return null;
  }
  return commitTree(directory, {
    tree: output.split("\n")[0] ?? "",
    parents: [base, pull.headSha],
    message: `Merge ${pull.headSha} into ${base}\n`,
    author: pull.author,
    committer: { name: "GitHub", email: "noreply@github.com" },
    seconds: state.clock.seconds,
  });
}

/** All open pull requests after taking in what was pushed. */
export function syncPulls(state: State): void {
  for (const pull of state.pulls) {
    syncPull(state, pull);
  }
}

/** The pull request's diff as seen from one of its commits. */
export function pullFiles(pull: PullRequest, commit: string = pull.headSha): readonly FileDiff[] {
  const directory = pull.base.repository.directory;
  return diffFiles(directory, pullMergeBase(pull, commit), commit);
}

export function pullMergeBase(pull: PullRequest, commit: string = pull.headSha): string {
  const base = mergeBase(pull.base.repository.directory, baseSha(pull), commit);
  if (base === null) {
    throw new Error(`No merge base of ${pull.base.ref} and ${commit}`);
  }
  return base;
}

/** Commits of the pull request, newest first. */
export function pullCommits(pull: PullRequest): readonly string[] {
  const output = git(pull.base.repository.directory, ["rev-list", pull.headSha, `^${pullMergeBase(pull)}`]);
  return output.split("\n").filter((line) => line !== "");
}

/** Makes a commit on top of the head branch; the caller checked that the bytes are wanted. */
export function advanceHead(state: State, pull: PullRequest, sha: string): void {
  const head = pull.head.repository;
  if (head === null) {
    throw new Error("The head repository is gone");
  }
  git(head.directory, ["update-ref", `refs/heads/${pull.head.ref}`, sha]);
  syncPull(state, pull);
}
