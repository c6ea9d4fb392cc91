/** What GitHub says of one pull request. Names are `owner/name`. */
export interface PullRequest {
  readonly number: number;
  readonly state: "open" | "closed";
  readonly isMerged: boolean;
  readonly locked: boolean;
  readonly headSha: string;
  readonly headRef: string;
  /** Null when the fork was deleted. */
  readonly headRepository: string | null;
  readonly baseSha: string;
  readonly baseRef: string;
  readonly baseRepository: string;
  /** Whether the base is the repository's default branch. */
  readonly isDefaultBase: boolean;
  /** Whether the author of a fork lets those with write access to the base push to its branch. */
  readonly maintainerCanModify: boolean;
  /** Its description; foreign text. */
  readonly body: string;
  /** The page people see. */
  readonly url: string;
}

/** One file of a pull request's diff. */
export interface ChangedFile {
  readonly path: string;
  /** Hunks only, no file header; null for binary, very large and purely renamed files. */
  readonly patch: string | null;
  /** Absent where GitHub's list does not say so. */
  readonly isAdded?: true;
  /** Its name before, when it was renamed. */
  readonly previousPath?: string;
}

/** A file's text at one commit, or why it can't be published (a link, a submodule, not UTF-8, too large). */
export type RemoteFile =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "unreadable"; readonly reason: string };

/** A comment below the pull request, or on one of its lines. */
export interface HostComment {
  readonly id: number;
  /** GraphQL's name for it. */
  readonly nodeId: string;
  readonly author: string;
  readonly body: string;
  readonly url: string;
  /** Of a review comment: the lines changed since it was written. */
  readonly isOutdated: boolean;
  /** Of a review comment: the comment it answers. */
  readonly replyTo: number | null;
  /** Of a review comment: the review it came with. */
  readonly reviewId: number | null;
  /** Of a review comment: the commit it was written for; absent where GitHub does not say. */
  readonly madeFor?: string;
}

export interface HostReview {
  readonly id: number;
  readonly nodeId: string;
  readonly author: string;
  /** GitHub's own words: `PENDING`, `COMMENTED`, ... */
  readonly state: string;
  readonly body: string;
  readonly url: string;
}

/** A commit of a pull request. */
export interface HostCommit {
  readonly sha: string;
  /** Login of the account that wrote it; empty where GitHub knows none. */
  readonly author: string;
  readonly message: string;
}

/** A comment of a review to post: lines `[startLine, line]` of the head's text, one-based. */
export interface SuggestionComment {
  readonly path: string;
  readonly line: number;
  /** Null when the range is one line: GitHub refuses a start that equals the end. */
  readonly startLine: number | null;
  readonly body: string;
}

export interface ReviewDraft {
  readonly headSha: string;
  readonly body: string;
  readonly comments: readonly SuggestionComment[];
}

export interface CommitDraft {
  /** `owner/name` of the branch's repository: the fork's for a fork. */
  readonly repository: string;
  readonly branch: string;
  /** The parent. The commit is refused when the branch points elsewhere. */
  readonly expectedHeadSha: string;
  readonly headline: string;
  readonly body: string;
  /** `mode` is git's: a plain or an executable file. */
  readonly files: readonly { readonly path: string; readonly text: string; readonly mode: "100644" | "100755" }[];
}

/** A commit as GitHub made it. */
export interface MadeCommit {
  readonly sha: string;
  /** The page people see. */
  readonly url: string;
  /** Whether GitHub shows it as verified. */
  readonly isSigned: boolean;
}

/** The newest commit of a branch. */
export interface BranchHead {
  readonly sha: string;
  /** Login of its author as REST has it; empty for people that GitHub does not know. */
  readonly author: string;
  readonly message: string;
}

/** A pull request to open between two branches of one repository. */
export interface NewPullRequest {
  readonly head: string;
  readonly base: string;
  readonly title: string;
  readonly body: string;
  readonly isDraft: boolean;
}

/**
 * Why GitHub did not do it. `denied` = the token may not (`needs` is GitHub's own list); `invalid` = it refused the
 * content; `stale` = the branch moved; `missing` = not there or not visible; `limited` = too many requests, nothing was
 * done; `unavailable` = no answer, so that a write may have happened.
 */
export interface HostFailure {
  readonly kind: "denied" | "invalid" | "stale" | "missing" | "limited" | "unavailable";
  /** GitHub's words, cut short; foreign text. */
  readonly message: string;
  readonly needs: string | null;
  /** Of `limited`: how long GitHub asks to wait; absent where it does not say. */
  readonly waitSeconds?: number;
}

export type HostAnswer<T> = { readonly kind: "ok"; readonly value: T } | HostFailure;
