import { createHash } from "node:crypto";
import type { Switches } from "./switches.ts";

/** Who sends a request. An installation token acts as a bot whose permissions the workflow file lists. */
export interface Identity {
  readonly login: string;
  readonly id: number;
  readonly type: "Bot" | "User";
  readonly name: string;
  readonly email: string;
  readonly token: string;
}

export interface Repository {
  readonly owner: string;
  readonly name: string;
  /** Folder of the bare repository. */
  readonly directory: string;
  readonly defaultBranch: string;
  readonly fork: boolean;
}

export interface PullRequest {
  readonly number: number;
  title: string;
  body: string;
  readonly author: Identity;
  readonly base: { readonly repository: Repository; readonly ref: string };
  /** The repository is null once the fork was deleted. */
  readonly head: { repository: Repository | null; readonly ref: string };
  readonly createdAt: string;
  state: "open" | "closed";
  isMerged: boolean;
  readonly isDraft: boolean;
  labels: readonly string[];
  locked: boolean;
  /** Waits in the merge queue of its base. */
  isQueued: boolean;
  maintainerCanModify: boolean;
  /** Last commit of the head branch that the platform has seen. */
  headSha: string;
  /** Commit of `refs/pull/N/merge`; null when the two sides conflict. */
  mergeSha: string | null;
  /** What the merge commit was made of, to see when it must be made anew. */
  mergedFrom: string;
}

export type ReviewState = "PENDING" | "COMMENTED" | "APPROVED" | "CHANGES_REQUESTED";

export interface Review {
  readonly id: number;
  readonly pull: number;
  readonly author: Identity;
  readonly body: string;
  readonly state: ReviewState;
  readonly commitId: string;
  readonly submittedAt: string | null;
}

export type Side = "LEFT" | "RIGHT";

/** Where a comment hangs: lines of the diff at the commit it was written for. */
export interface Anchor {
  readonly path: string;
  readonly side: Side;
  readonly line: number;
  readonly startSide: Side | null;
  readonly startLine: number | null;
  /** Lines below the file's first hunk header. */
  readonly position: number;
  readonly diffHunk: string;
}

export interface ReviewComment {
  readonly id: number;
  readonly reviewId: number;
  readonly pull: number;
  readonly author: Identity;
  readonly body: string;
  readonly anchor: Anchor;
  readonly originalCommit: string;
  readonly createdAt: string;
  /** The comment it answers. */
  readonly replyTo: number | null;
  /** Its suggestion was committed; the thread counts as resolved. */
  applied: boolean;
}

export interface IssueComment {
  readonly id: number;
  readonly number: number;
  readonly author: Identity;
  readonly createdAt: string;
  body: string;
  updatedAt: string;
}

/** A workflow run that the platform would start; see rule 10. */
export interface StartedRun {
  readonly event: "workflow_dispatch" | "push" | "pull_request";
  /** Short branch name. */
  readonly ref: string;
  /** Of a dispatch: the workflow's file name; else null. */
  readonly workflow: string | null;
  /** Of `pull_request`: waits until somebody approves it. */
  readonly awaitsApproval?: boolean;
}

/** The one clock of the server: stands still between requests, one second per write. */
export interface Clock {
  seconds: number;
}

export interface State {
  readonly switches: Switches;
  readonly clock: Clock;
  readonly base: Repository;
  /** By `owner/name`. */
  readonly repositories: Map<string, Repository>;
  readonly identities: { readonly bot: Identity; readonly human: Identity; readonly contributor: Identity };
  readonly pulls: PullRequest[];
  reviews: Review[];
  reviewComments: ReviewComment[];
  readonly issueComments: IssueComment[];
  /** Why something was folded away, by node id. */
  readonly minimized: Map<string, string>;
  /** Node ids of the threads that somebody marked as resolved. */
  readonly resolvedThreads: Set<string>;
  /** Commits that the platform signed. */
  readonly signed: Set<string>;
  /** Runs that a request started, oldest first. */
  readonly runs: StartedRun[];
  /** How many of the next requests that look for a new pull request fail. */
  unresolved: number;
  /** `http://127.0.0.1:PORT` */
  serverUrl: string;
  lastId: number;
}

/** The time of the server's clock as the API writes it. */
export function timestamp(state: State): string {
  return new Date(state.clock.seconds * 1000).toISOString().replace(".000Z", "Z");
}

/** Ids of reviews and comments grow over the whole server, as on the platform. */
export function nextId(state: State): number {
  state.lastId += 1;
  state.clock.seconds += 1;
  return state.lastId;
}

/** A node id: opaque to clients, stable for one object. */
export function nodeId(kind: string, id: number | string): string {
  return `${kind}_${createHash("sha256").update(`${kind}:${id}`).digest("base64url").slice(0, 20)}`;
}

export function fullName(repository: Repository): string {
  return `${repository.owner}/${repository.name}`;
}
