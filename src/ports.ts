import type { PythonModule, UnparsableFile } from "./domain/python.ts";
import type { ChatReply, ChatRequest } from "./domain/llm.ts";
import type { FileChange } from "./domain/patch.ts";
import type { Answer, Question } from "./domain/question.ts";
import type {
  BranchHead,
  ChangedFile,
  CommitDraft,
  HostAnswer,
  HostComment,
  HostCommit,
  HostFailure,
  HostReview,
  MadeCommit,
  NewPullRequest,
  PullRequest,
  RemoteFile,
  ReviewDraft,
} from "./domain/pull-request.ts";
import type { RunRequest, TestRun } from "./domain/test-run.ts";

/** A file's text, or why it cannot be edited (not UTF-8, a link, outside the repository, too large). */
export type FileText =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "unreadable"; readonly reason: string };

/** The customer's checkout. Paths are relative to the repository root, with `/`. */
export interface Workspace {
  /** Tracked files; without git every regular file outside virtual environments and caches. */
  trackedFiles(): Promise<readonly string[]>;
  read(path: string): Promise<FileText>;
  /**
   * Writes the `after` texts. The originals are journalled before the first write; a file whose bytes are not the
   * `before` text is an error. Only `restore` undoes it.
   */
  write(changes: readonly FileChange[]): Promise<void>;
  /** Puts every file that `write` touched back, byte for byte, mode and times; harmless when nothing was written. */
  restore(): Promise<void>;
  /** SHA-256 of each file's bytes; absent files have an empty hash. */
  hashes(paths: readonly string[]): Promise<Readonly<Record<string, string>>>;
}

/** Runs the customer's tests. */
export interface TestRunner {
  run(request: RunRequest): Promise<TestRun>;
}

/** Reads Python with the project's own interpreter; runs no project code. */
export interface PythonParser {
  parse(
    files: readonly { readonly path: string; readonly text: string }[],
  ): Promise<readonly (PythonModule | UnparsableFile)[]>;
}

/** Knows the packages that the project's interpreter has; runs no project code. */
export interface PackageReader {
  /**
   * An answer to each question, in order; null where none can be had. What begins with one of the `own` names is the
   * project's, and is never imported.
   */
  answer(questions: readonly Question[], own: readonly string[]): Promise<readonly Answer[]>;
}

/** An LLM behind whatever endpoint. It never throws for what a server may answer. */
export interface LanguageModel {
  complete(request: ChatRequest): Promise<ChatReply>;
}

/** What a person follows while we work. Foreign text may be passed: the adapter makes it inert. */
export interface Log {
  /** Runs the work inside a named, foldable section. */
  section<T>(title: string, work: () => Promise<T>): Promise<T>;
  info(message: string): void;
  warning(message: string): void;
}

/** The diff of two texts as GitHub would show it, three lines of context; null where none can be made. */
export type DiffTexts = (before: string, after: string) => Promise<string | null>;

/** The pull request's host. Nothing here throws for what GitHub may answer, and no write is sent twice. */
export interface ReviewHost extends BranchHost, HistoryHost {
  /** Our own name as REST comments carry it, `github-actions[bot]`. */
  viewer(): Promise<HostAnswer<string>>;
  pullRequest(number: number): Promise<HostAnswer<PullRequest>>;
  /** Open pull requests of a branch; `head` is `owner:branch`. */
  openPullRequests(head: string): Promise<HostAnswer<readonly PullRequest[]>>;
  changedFiles(number: number): Promise<HostAnswer<readonly ChangedFile[]>>;
  /** The commit where two commits parted, which a pull request's diff begins at. */
  mergeBase(base: string, head: string): Promise<HostAnswer<string>>;
  fileText(path: string, sha: string): Promise<HostAnswer<RemoteFile>>;
  /** git's mode (`100644`) of every file of a commit. */
  fileModes(sha: string): Promise<HostAnswer<ReadonlyMap<string, string>>>;
  comments(number: number): Promise<HostAnswer<readonly HostComment[]>>;
  reviewComments(number: number): Promise<HostAnswer<readonly HostComment[]>>;
  reviews(number: number): Promise<HostAnswer<readonly HostReview[]>>;
  /** These three give the page of what was written. */
  createComment(number: number, body: string): Promise<HostAnswer<string>>;
  updateComment(id: number, body: string): Promise<HostAnswer<string>>;
  createReview(number: number, draft: ReviewDraft): Promise<HostAnswer<string>>;
  /**
   * Waits before a write is sent once more, as long as GitHub asks for; false when it should be given up. `sent` = how
   * often it was sent.
   */
  waitAfter(failure: HostFailure, sent: number): Promise<boolean>;
}

/** What earlier runs left on a pull request. */
export interface HistoryHost {
  /** Oldest first; GitHub lists 250 at most. */
  commits(number: number): Promise<HostAnswer<readonly HostCommit[]>>;
  /** Whether it waits in a merge queue. */
  isQueued(number: number): Promise<HostAnswer<boolean>>;
  /** Of one review, also of one that was never submitted. */
  commentsOfReview(number: number, reviewId: number): Promise<HostAnswer<readonly HostComment[]>>;
  /** Only what was never submitted can be deleted. */
  deleteReview(number: number, reviewId: number): Promise<HostAnswer<null>>;
  deleteReviewComment(id: number): Promise<HostAnswer<null>>;
  deleteComment(id: number): Promise<HostAnswer<null>>;
  /** Those of these comments and reviews that are folded away: by node id the reason, `outdated` or another word. */
  folded(nodeIds: readonly string[]): Promise<HostAnswer<ReadonlyMap<string, string>>>;
  /** Folds a comment or review away as outdated. */
  fold(nodeId: string): Promise<HostAnswer<null>>;
}

/** Commits, branches and pull requests that we make ourselves. */
export interface BranchHost {
  /** `missing` when there is no such branch in this repository. */
  branch(name: string): Promise<HostAnswer<BranchHead>>;
  /** Ids of a commit's parents; of a merge made for a pull request the base and the head. */
  commitParents(sha: string): Promise<HostAnswer<readonly string[]>>;
  /** Open and closed ones from a branch of this repository, newest first. */
  pullRequestsFrom(branch: string): Promise<HostAnswer<readonly PullRequest[]>>;
  /** A commit on its branch, in one step; every file of it becomes a plain one. */
  createCommit(draft: CommitDraft): Promise<HostAnswer<MadeCommit>>;
  /** A commit that no branch holds yet, with the modes that were asked for. */
  writeCommit(draft: CommitDraft): Promise<HostAnswer<MadeCommit>>;
  createBranch(name: string, sha: string): Promise<HostAnswer<null>>;
  /** Without `mayDrop` only forward. */
  moveBranch(name: string, sha: string, how: { readonly mayDrop: boolean }): Promise<HostAnswer<null>>;
  createPullRequest(draft: NewPullRequest): Promise<HostAnswer<PullRequest>>;
  updatePullRequest(number: number, page: Pick<NewPullRequest, "title" | "body">): Promise<HostAnswer<PullRequest>>;
  addLabels(number: number, labels: readonly string[]): Promise<HostAnswer<null>>;
  /** Starts a workflow that has `workflow_dispatch`; `file` is its name below `.github/workflows`. */
  dispatchWorkflow(file: string, ref: string): Promise<HostAnswer<null>>;
  /** What somebody may do in this repository: `admin`, `write`, `read` or `none`. */
  permission(login: string): Promise<HostAnswer<string>>;
}
