import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  commitTree,
  createBareRepository,
  filesOf,
  git,
  resolveCommit,
  writeTree,
  type FileChanges,
  type Files,
} from "../git-repository.ts";
import { applyComments, applyReview, type Applied } from "./apply.ts";
import { createHttpServer, type ServerRecord } from "./http.ts";
import { writesOf, type JournalEntry } from "./journal.ts";
import { writePushHook } from "./push-hook.ts";
import { syncPull, syncPulls } from "./pulls.ts";
import { fullName, nextId, timestamp, type Identity, type PullRequest, type Repository, type State } from "./state.ts";
import { DEFAULT_SWITCHES, type Switches } from "./switches.ts";

export interface PullRequestPlan {
  /** Files of the base branch; every earlier content of the branch is replaced when given. */
  readonly base?: Files;
  /** Changes of the head against the base; null removes a file. */
  readonly head: FileChanges;
  readonly title?: string;
  readonly body?: string;
  /** Default `feature`. */
  readonly branch?: string;
  /** Default: the default branch. */
  readonly baseBranch?: string;
  readonly author?: "human" | "bot" | "contributor";
  /** The head lives in a fork of the contributor. */
  readonly fromFork?: boolean;
}

export interface Github {
  /** What GITHUB_API_URL holds. */
  readonly apiUrl: string;
  readonly graphqlUrl: string;
  readonly serverUrl: string;
  /** `owner/name` */
  readonly repository: string;
  /** Of github-actions[bot], with the permissions asked for. */
  readonly token: string;
  /** Of a person with write access. */
  readonly humanToken: string;
  /** Of the owner of forks. */
  readonly contributorToken: string;
  readonly state: State;
  readonly journal: readonly JournalEntry[];
  /** Requests that meant to change something, one line each, with how they ended. */
  writes(): readonly string[];
  /** How requests broke the published schema, one line each. */
  requestProblems(): readonly string[];
  openPullRequest(plan: PullRequestPlan): PullRequest;
  /** A commit by a person on a branch of the base repository (or of the fork, for `fork:branch`); gives its id. */
  push(branch: string, changes: FileChanges): string;
  /** A person's force-push: the branch points to another commit. */
  resetBranch(branch: string, sha: string): void;
  /** What happens to its pull request is the caller's to say. */
  deleteBranch(branch: string): void;
  /** A person's answer to a review comment. */
  reply(commentId: number, body: string): void;
  /** The human's click on all suggestions of a review; see rule 6. */
  apply(reviewId: number): Applied;
  /** The same for some comments of any review. */
  applyComments(commentIds: readonly number[]): Applied;
  /** All files of a branch, tag or commit of the base repository, as text. */
  headFiles(ref: string): Readonly<Record<string, string>>;
  /** Closes the server and removes the repositories; throws when the server itself broke the schema. */
  stop(): Promise<void>;
}

function identities(): State["identities"] {
  const bot: Identity = {
    login: "github-actions[bot]",
    id: 41_898_282,
    type: "Bot",
    name: "github-actions[bot]",
    email: "41898282+github-actions[bot]@users.noreply.github.com",
    token: "ghs_installation",
  };
  const person = (login: string, id: number): Identity => ({
    login,
    id,
    type: "User",
    name: login,
    email: `${login}@example.com`,
    token: `ghp_${login}`,
  });
  return { bot, human: person("octo", 101), contributor: person("contributor", 202) };
}

function newState(root: string, switches: Partial<Switches>): State {
  const base = {
    owner: "octo",
    name: "shop",
    directory: path.join(root, "shop.git"),
    defaultBranch: "main",
    fork: false,
  };
  const fork = { ...base, owner: "contributor", directory: path.join(root, "fork.git"), fork: true };
  createBareRepository(base.directory, "main");
  const state: State = {
    switches: { ...DEFAULT_SWITCHES, ...switches },
    clock: { seconds: Date.UTC(2026, 0, 5, 10) / 1000 },
    base,
    repositories: new Map([base, fork].map((repository) => [fullName(repository), repository])),
    identities: identities(),
    pulls: [],
    reviews: [],
    reviewComments: [],
    issueComments: [],
    minimized: new Map(),
    signed: new Set(),
    resolvedThreads: new Set(),
    runs: [],
    unresolved: 0,
    serverUrl: "",
    lastId: 1000,
  };
  writePushHook(base, state.switches);
  commitTo(state, base, {
    branch: "main",
    replace: true,
    changes: { "README.md": "# Shop\n" },
    author: state.identities.human,
  });
  return state;
}

interface BranchCommit {
  readonly branch: string;
  readonly changes: FileChanges;
  readonly author: Identity;
  /** Where a new branch begins. */
  readonly from?: string;
  /** Starts from an empty tree. */
  readonly replace?: boolean;
}

function commitTo(state: State, repository: Repository, request: BranchCommit): string {
  const { directory } = repository;
  const parent = resolveCommit(directory, `refs/heads/${request.branch}`) ?? request.from ?? null;
  state.clock.seconds += 1;
  const sha = commitTree(directory, {
    tree: writeTree(directory, request.replace === true ? null : parent, request.changes),
    parents: parent === null ? [] : [parent],
    message: `Change ${Object.keys(request.changes).length} files\n`,
    author: { name: request.author.name, email: request.author.email },
    seconds: state.clock.seconds,
  });
  git(directory, ["update-ref", `refs/heads/${request.branch}`, sha]);
  return sha;
}

function openPullRequest(state: State, plan: PullRequestPlan): PullRequest {
  const { branch, baseBranch, title, body } = { ...defaultPlan(state), ...plan };
  const from = prepareBase(state, baseBranch, plan.base);
  const author = state.identities[plan.author ?? (plan.fromFork === true ? "contributor" : "human")];
  const head = headRepository(state, plan);
  if (head.fork) {
    git(head.directory, ["fetch", "--quiet", state.base.directory, from]);
  }
  commitTo(state, head, { branch, changes: plan.head, author, from });
  const pull: PullRequest = {
    number: state.pulls.length + 1,
    title,
    body,
    author,
    base: { repository: state.base, ref: baseBranch },
    head: { repository: head, ref: branch },
    createdAt: timestamp(state),
    state: "open",
    locked: false,
    isMerged: false,
    isDraft: false,
    labels: [],
    isQueued: false,
    maintainerCanModify: head.fork,
    headSha: "",
    mergeSha: null,
    mergedFrom: "",
  };
  state.pulls.push(pull);
  syncPull(state, pull);
  return pull;
}

function defaultPlan(state: State): Record<"branch" | "baseBranch" | "title" | "body", string> {
  return { branch: "feature", baseBranch: state.base.defaultBranch, title: "Add a feature", body: "" };
}

/** Tip of the base branch, after replacing its files when some are given. */
function prepareBase(state: State, branch: string, files: Files | undefined): string {
  const from = resolveCommit(state.base.directory, state.base.defaultBranch) ?? "";
  return files === undefined
    ? (resolveCommit(state.base.directory, `refs/heads/${branch}`) ?? from)
    : commitTo(state, state.base, { branch, changes: files, author: state.identities.human, replace: true, from });
}

/** The fork is made when it is first needed. */
function headRepository(state: State, plan: PullRequestPlan): Repository {
  const fork = [...state.repositories.values()].find((repository) => repository.fork);
  if (plan.fromFork !== true || fork === undefined) {
    return state.base;
  }
  if (!existsSync(fork.directory)) {
    createBareRepository(fork.directory, fork.defaultBranch);
  }
  return fork;
}

function pushTo(state: State, branch: string, changes: FileChanges): string {
  const [short = "", prefix] = branch.split(":").toReversed();
  const repository = prefix === "fork" ? headRepository(state, { fromFork: true, head: {} }) : state.base;
  const sha = commitTo(state, repository, { branch: short, changes, author: state.identities.human });
  for (const pull of state.pulls) {
    syncPull(state, pull);
  }
  return sha;
}

function replyTo(state: State, commentId: number, body: string): void {
  const answered = state.reviewComments.find(({ id }) => id === commentId);
  if (answered === undefined) throw new Error(`No review comment ${commentId}`);
  const { human: author } = state.identities;
  const id = nextId(state);
  state.reviewComments.push({ ...answered, id, author, body, createdAt: timestamp(state), replyTo: commentId });
}

/**
 * Starts a GitHub on loopback: state in real bare git repositories, REST checked against GitHub's OpenAPI description,
 * GraphQL run on GitHub's schema. One repository `octo/shop`, one fork of it by `contributor`.
 */
export async function startGithub(switches: Partial<Switches> = {}): Promise<Github> {
  const root = mkdtempSync(path.join(tmpdir(), "github-"));
  const state = newState(root, switches);
  const record: ServerRecord = { journal: [], faults: [] };
  const server = createHttpServer(state, record);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  state.serverUrl = `http://127.0.0.1:${port}`;
  return {
    apiUrl: state.switches.isEnterprise ? `${state.serverUrl}/api/v3` : state.serverUrl,
    graphqlUrl: `${state.serverUrl}${state.switches.isEnterprise ? "/api" : ""}/graphql`,
    serverUrl: state.serverUrl,
    repository: fullName(state.base),
    token: state.identities.bot.token,
    humanToken: state.identities.human.token,
    contributorToken: state.identities.contributor.token,
    state,
    journal: record.journal,
    writes: () => writesOf(record.journal),
    requestProblems: () =>
      record.journal.flatMap((entry) => entry.problems.map((text) => `${entry.method} ${entry.path}: ${text}`)),
    openPullRequest: (plan) => openPullRequest(state, plan),
    push: (branch, changes) => pushTo(state, branch, changes),
    resetBranch: (branch, sha) => {
      git(state.base.directory, ["update-ref", `refs/heads/${branch}`, sha]);
      syncPulls(state);
    },
    deleteBranch: (branch) => git(state.base.directory, ["update-ref", "-d", `refs/heads/${branch}`]),
    reply: (commentId, body) => replyTo(state, commentId, body),
    apply: (reviewId) => applyReview(state, reviewId),
    applyComments: (ids) =>
      applyComments(
        state,
        state.reviewComments.filter((comment) => ids.includes(comment.id)),
      ),
    headFiles: (ref) => filesOf(state.base.directory, ref),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(root, { recursive: true, force: true });
      if (record.faults.length > 0) {
        throw new Error(`The GitHub of this test is wrong:\n${record.faults.join("\n")}`);
      }
    },
  };
}
