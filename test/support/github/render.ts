import { git } from "../git-repository.ts";
import { countLines, followLines, type FileDiff } from "./diff.ts";
import { mapJson, objectAt, type Json, type JsonObject } from "./json.ts";
import { baseSha, pullCommits, pullFiles } from "./pulls.ts";
import { example } from "./rest-schema.ts";
import { fullName, nodeId, timestamp } from "./state.ts";
import type { Identity, IssueComment, PullRequest, Repository, Review, ReviewComment, State } from "./state.ts";

/** One of the description's examples, speaking of our server and repository. */
function skeleton(state: State, name: string, repository: Repository): JsonObject {
  return localise(state, example(name), repository);
}

function localise(state: State, value: JsonObject, repository: Repository): JsonObject {
  const local = mapJson(value, (item) =>
    typeof item === "string"
      ? item
          .replaceAll("https://api.github.com", state.serverUrl)
          .replaceAll("https://github.com", state.serverUrl)
          .replaceAll("octocat/Hello-World", fullName(repository))
      : item,
  );
  return objectAt(local);
}

/** A "simple user". */
export function renderUser(state: State, identity: Identity): JsonObject {
  const user = objectAt(example("pull-request-review"), "user");
  const slug = encodeURIComponent(identity.login);
  const named = mapJson(user, (item) => (typeof item === "string" ? item.replaceAll("octocat", slug) : item));
  return {
    ...localise(state, objectAt(named), state.base),
    login: identity.login,
    id: identity.id,
    node_id: nodeId("U", identity.id),
    type: identity.type,
  };
}

/** A repository as a pull request's side carries it. */
export function renderRepository(state: State, repository: Repository, from = "pull-request"): JsonObject {
  const full = example(from);
  const raw = from === "pull-request" ? objectAt(full, "base", "repo") : withoutRelatives(full);
  const owner = { ...renderUser(state, state.identities.human), login: repository.owner };
  return {
    ...localise(state, raw, repository),
    name: repository.name,
    full_name: fullName(repository),
    owner,
    private: state.switches.private,
    visibility: state.switches.private ? "private" : "public",
    fork: repository.fork,
    default_branch: repository.defaultBranch,
    clone_url: `${state.serverUrl}/${fullName(repository)}.git`,
    html_url: `${state.serverUrl}/${fullName(repository)}`,
    url: `${state.serverUrl}/repos/${fullName(repository)}`,
    mirror_url: null,
    language: "Python",
  };
}

/** The example is a fork of a template; ours is neither. */
function withoutRelatives(raw: JsonObject): JsonObject {
  const relatives = ["parent", "source", "template_repository", "organization"];
  return Object.fromEntries(Object.entries(raw).filter(([key]) => !relatives.includes(key)));
}

function associationOf(state: State, identity: Identity): string {
  if (identity === state.identities.human) {
    return "OWNER";
  }
  return identity.type === "Bot" ? "NONE" : "CONTRIBUTOR";
}

function renderSide(
  state: State,
  side: { readonly repository: Repository | null; readonly ref: string; readonly sha: string; readonly owner: string },
): JsonObject {
  const { owner, sha } = side;
  return {
    label: `${owner}:${side.ref}`,
    ref: side.ref,
    sha,
    user: { ...renderUser(state, state.identities.human), login: owner },
    repo: side.repository === null ? null : renderRepository(state, side.repository),
  };
}

/** Known even after the fork was deleted. */
function headOwner(pull: PullRequest): string {
  return pull.head.repository?.owner ?? pull.author.login;
}

function pullFields(state: State, pull: PullRequest): JsonObject {
  const number = String(pull.number);
  const raw = mapJson(skeleton(state, "pull-request", pull.base.repository), (item) =>
    typeof item === "string" ? item.replaceAll("1347", number) : item,
  );
  return {
    ...objectAt(raw),
    id: 9000 + pull.number,
    node_id: nodeId("PR", pull.number),
    number: pull.number,
    state: pull.state,
    locked: pull.locked,
    active_lock_reason: null,
    title: pull.title,
    body: pull.body,
    user: renderUser(state, pull.author),
    labels: [],
    milestone: null,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    // The example's own team lacks `type`, which its schema requires.
    requested_teams: [],
    created_at: pull.createdAt,
    updated_at: timestamp(state),
    closed_at: pull.state === "closed" ? timestamp(state) : null,
    merged_at: pull.isMerged ? timestamp(state) : null,
    merge_commit_sha: pull.mergeSha,
    draft: pull.isDraft,
    author_association: associationOf(state, pull.author),
    head: renderSide(state, { ...pull.head, sha: pull.headSha, owner: headOwner(pull) }),
    base: renderSide(state, { ...pull.base, sha: baseSha(pull), owner: pull.base.repository.owner }),
  };
}

const FULL_ONLY = [
  "merged",
  "mergeable",
  "rebaseable",
  "mergeable_state",
  "merged_by",
  "comments",
  "review_comments",
  "maintainer_can_modify",
  "commits",
  "additions",
  "deletions",
  "changed_files",
];

/** As in lists. */
export function renderPullSimple(state: State, pull: PullRequest): JsonObject {
  return Object.fromEntries(Object.entries(pullFields(state, pull)).filter(([key]) => !FULL_ONLY.includes(key)));
}

/** As `GET /pulls/{number}` and the webhook payload give it. */
export function renderPull(state: State, pull: PullRequest): JsonObject {
  const files = pullFiles(pull);
  const counts = files.map((file) => countLines(file));
  return {
    ...pullFields(state, pull),
    merged: pull.isMerged,
    mergeable: pull.mergeSha !== null,
    rebaseable: pull.mergeSha !== null,
    mergeable_state: pull.mergeSha === null ? "dirty" : "clean",
    merged_by: null,
    comments: state.issueComments.filter((comment) => comment.number === pull.number).length,
    review_comments: state.reviewComments.filter((comment) => comment.pull === pull.number).length,
    maintainer_can_modify: pull.maintainerCanModify,
    commits: pullCommits(pull).length,
    additions: counts.reduce((sum, count) => sum + count.additions, 0),
    deletions: counts.reduce((sum, count) => sum + count.deletions, 0),
    changed_files: files.length,
  };
}

/** Rule 7: binary and very large files, and pure renames, come without their patch. */
function isShown(state: State, { patch }: FileDiff): boolean {
  return patch !== null && patch.split("\n").length <= state.switches.maxPatchLines;
}

export function renderFile(state: State, pull: PullRequest, file: FileDiff): JsonObject {
  const counts = countLines(file);
  const place = `${state.serverUrl}/${fullName(pull.base.repository)}`;
  const name = encodeURIComponent(file.path);
  return {
    sha: file.sha,
    filename: file.path,
    status: file.status,
    ...counts,
    changes: counts.additions + counts.deletions,
    blob_url: `${place}/blob/${pull.headSha}/${name}`,
    raw_url: `${place}/raw/${pull.headSha}/${name}`,
    contents_url: `${state.serverUrl}/repos/${fullName(pull.base.repository)}/contents/${name}?ref=${pull.headSha}`,
    ...(isShown(state, file) ? { patch: file.patch } : {}),
    ...(file.previousPath === null ? {} : { previous_filename: file.previousPath }),
  };
}

export function renderReview(state: State, pull: PullRequest, review: Review): JsonObject {
  const page = `${state.serverUrl}/${fullName(pull.base.repository)}/pull/${pull.number}`;
  const pullUrl = `${state.serverUrl}/repos/${fullName(pull.base.repository)}/pulls/${pull.number}`;
  return {
    id: review.id,
    node_id: nodeId("PRR", review.id),
    user: renderUser(state, review.author),
    body: review.body,
    state: review.state,
    html_url: `${page}#pullrequestreview-${review.id}`,
    pull_request_url: pullUrl,
    author_association: associationOf(state, review.author),
    _links: { html: { href: `${page}#pullrequestreview-${review.id}` }, pull_request: { href: pullUrl } },
    commit_id: review.commitId,
    ...(review.submittedAt === null ? {} : { submitted_at: review.submittedAt }),
  };
}

/** Line of the comment at the current head; null when outdated. Comments on the left stay where they are. */
export function currentLine(pull: PullRequest, comment: ReviewComment): number | null {
  const { path, side, line, startLine } = comment.anchor;
  if (side === "LEFT" || comment.originalCommit === pull.headSha) {
    return line;
  }
  const commits = { from: comment.originalCommit, to: pull.headSha };
  return followLines(pull.base.repository.directory, commits, { path, first: startLine ?? line, last: line });
}

export function renderReviewComment(state: State, pull: PullRequest, comment: ReviewComment): JsonObject {
  const { anchor } = comment;
  const line = currentLine(pull, comment);
  const page = `${state.serverUrl}/${fullName(pull.base.repository)}/pull/${pull.number}`;
  const repository = `${state.serverUrl}/repos/${fullName(pull.base.repository)}`;
  const self = `${repository}/pulls/comments/${comment.id}`;
  const start: Json = line === null || anchor.startLine === null ? null : line - (anchor.line - anchor.startLine);
  return {
    id: comment.id,
    node_id: nodeId("PRRC", comment.id),
    url: self,
    pull_request_review_id: comment.reviewId,
    diff_hunk: anchor.diffHunk,
    path: anchor.path,
    position: line === null ? null : anchor.position,
    original_position: anchor.position,
    commit_id: line === null ? comment.originalCommit : pull.headSha,
    original_commit_id: comment.originalCommit,
    user: renderUser(state, comment.author),
    body: comment.body,
    created_at: comment.createdAt,
    updated_at: comment.createdAt,
    html_url: `${page}#discussion_r${comment.id}`,
    pull_request_url: `${repository}/pulls/${pull.number}`,
    author_association: associationOf(state, comment.author),
    _links: {
      self: { href: self },
      html: { href: `${page}#discussion_r${comment.id}` },
      pull_request: { href: `${repository}/pulls/${pull.number}` },
    },
    start_line: start,
    original_start_line: anchor.startLine,
    start_side: anchor.startSide,
    line,
    original_line: anchor.line,
    side: anchor.side,
    subject_type: "line",
    ...(comment.replyTo === null ? {} : { in_reply_to_id: comment.replyTo }),
  };
}

/** A commit as lists of a pull request's commits have it. */
export function renderCommit(state: State, sha: string): JsonObject {
  const { directory } = state.base;
  const show = (format: string): string => git(directory, ["log", "-1", `--format=${format}`, sha]);
  const commit = skeleton(state, "commit-items", state.base);
  const person = (role: "a" | "c"): JsonObject => ({
    name: show(`%${role}n`),
    email: show(`%${role}e`),
    date: new Date(show(`%${role}I`)).toISOString().replace(".000Z", "Z"),
  });
  const login = (email: string): JsonObject | null => {
    const found = Object.values(state.identities).find((identity) => identity.email === email);
    return found === undefined ? null : renderUser(state, found);
  };
  return {
    ...commit,
    sha,
    node_id: nodeId("C", sha),
    html_url: `${state.serverUrl}/${fullName(state.base)}/commit/${sha}`,
    author: login(show("%ae")),
    committer: login(show("%ce")),
    commit: { ...objectAt(commit, "commit"), message: show("%B"), author: person("a"), committer: person("c") },
    parents: show("%P")
      .split(" ")
      .map((parent) => ({ sha: parent, url: `${state.serverUrl}/repos/${fullName(state.base)}/commits/${parent}` })),
  };
}

export function renderIssueComment(state: State, comment: IssueComment): JsonObject {
  const repository = fullName(state.base);
  return {
    id: comment.id,
    node_id: nodeId("IC", comment.id),
    url: `${state.serverUrl}/repos/${repository}/issues/comments/${comment.id}`,
    html_url: `${state.serverUrl}/${repository}/pull/${comment.number}#issuecomment-${comment.id}`,
    issue_url: `${state.serverUrl}/repos/${repository}/issues/${comment.number}`,
    body: comment.body,
    user: renderUser(state, comment.author),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: associationOf(state, comment.author),
  };
}

/** Committed bytes of a git object, base64 in lines of 60 as the API sends it. */
export function base64Lines(bytes: Buffer): string {
  return bytes.toString("base64").replaceAll(/.{60}/g, "$&\n").replace(/\n?$/, "\n");
}
