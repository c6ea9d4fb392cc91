import { git, resolveCommit } from "../git-repository.ts";
import { diffText, mergeBase } from "./diff.ts";
import { paginate, type Need, type RestRequest, type Route } from "./routes.ts";
import { pullCommits, pullFiles, pullMergeBase } from "./pulls.ts";
import { renderCommit, renderFile, renderPull, renderPullSimple, renderReviewComment } from "./render.ts";
import { NOT_FOUND, ok, problem, type Reply } from "./reply.ts";
import { fullName, type PullRequest, type State } from "./state.ts";

const READ: readonly Need[] = [
  { scope: "pull_requests", level: "read" },
  { scope: "contents", level: "read" },
];
const READ_PULLS: readonly Need[] = [{ scope: "pull_requests", level: "read" }];

/** Calls the handler with the pull request of the path, or answers 404. */
export function onPull(
  parameter: "pull_number" | "issue_number",
  handle: (pull: PullRequest, request: RestRequest, state: State) => Reply,
): Route["handle"] {
  return (request, state) => {
    const pull = state.pulls.find((candidate) => candidate.number === Number(request.params[parameter]));
    return pull === undefined ? NOT_FOUND : handle(pull, request, state);
  };
}

function getPull(pull: PullRequest, request: RestRequest, state: State): Reply {
  if (!/application\/vnd\.github\.(v3\.)?diff/.test(request.accept)) {
    return ok(renderPull(state, pull));
  }
  const text = diffText(pull.base.repository.directory, pullMergeBase(pull), pull.headSha);
  return tooLarge(state, pull, text) ?? { status: 200, body: `${text}\n`, contentType: "text/plain; charset=utf-8" };
}

/** The limits of the diff media type; texts second-hand from issue threads. */
function tooLarge(state: State, pull: PullRequest, text: string): Reply | null {
  const { maxDiffFiles, maxDiffLines } = state.switches;
  const limits = [
    { over: pullFiles(pull).length > maxDiffFiles, what: `files (${maxDiffFiles})` },
    { over: text.split("\n").length > maxDiffLines, what: `lines (${maxDiffLines})` },
  ];
  const hit = limits.find((limit) => limit.over);
  if (hit === undefined) {
    return null;
  }
  const advice = "Consider using 'List pull requests files' API or locally cloning the repository instead.";
  return problem(406, `Sorry, the diff exceeded the maximum number of ${hit.what}. ${advice}`);
}

function listPulls(request: RestRequest, state: State): Reply {
  const { state: wanted = "open", head, base } = request.query;
  const found = state.pulls.filter(
    (pull) =>
      (wanted === "all" || pull.state === wanted) &&
      (head === undefined || `${pull.head.repository?.owner ?? ""}:${pull.head.ref}` === head) &&
      (base === undefined || pull.base.ref === base),
  );
  return paginate(
    request,
    state,
    found.toReversed().map((pull) => renderPullSimple(state, pull)),
  );
}

function listFiles(pull: PullRequest, request: RestRequest, state: State): Reply {
  const files = pullFiles(pull).slice(0, 3000);
  return paginate(
    request,
    state,
    files.map((file) => renderFile(state, pull, file)),
  );
}

/** Comments of a pending review are not in the list, not even for its author. */
function listReviewComments(pull: PullRequest, request: RestRequest, state: State): Reply {
  const pending = new Set(state.reviews.filter((review) => review.state === "PENDING").map((review) => review.id));
  const comments = state.reviewComments.filter(
    (comment) => comment.pull === pull.number && !pending.has(comment.reviewId),
  );
  return paginate(
    request,
    state,
    comments.map((comment) => renderReviewComment(state, pull, comment)),
  );
}

/** Oldest first, 250 at most; the newest ones are left out. */
function listCommits(pull: PullRequest, request: RestRequest, state: State): Reply {
  const commits = pullCommits(pull).toReversed().slice(0, 250);
  return paginate(
    request,
    state,
    commits.map((sha) => renderCommit(state, sha)),
  );
}

function listPullsOfCommit(request: RestRequest, state: State): Reply {
  const sha = request.params["commit_sha"] ?? "";
  const full = git(state.base.directory, ["rev-parse", "--verify", "--quiet", "--end-of-options", sha]);
  const found = state.pulls.filter((pull) => pull.state === "open" && pullCommits(pull).includes(full));
  return paginate(
    request,
    state,
    found.map((pull) => renderPullSimple(state, pull)),
  );
}

/** Three dots; only where the two commits parted is modelled in full, the list of files is left empty. */
function compare(request: RestRequest, state: State): Reply {
  const { directory } = state.base;
  const names = (request.params["basehead"] ?? "").split("...");
  const [from, to] = names.map((name) => resolveCommit(directory, name));
  const parted = from && to ? mergeBase(directory, from, to) : null;
  if (!from || !to || parted === null) return NOT_FOUND;
  const url = `${state.serverUrl}/repos/${fullName(state.base)}/compare/${names.join("...")}`;
  const count = (range: string): number => Number(git(directory, ["rev-list", "--count", range]));
  const [ahead, behind] = [count(`${from}..${to}`), count(`${to}..${from}`)];
  return ok({
    url,
    html_url: url,
    permalink_url: url,
    diff_url: url,
    patch_url: url,
    base_commit: renderCommit(state, from),
    merge_base_commit: renderCommit(state, parted),
    status: ahead > 0 ? (behind > 0 ? "diverged" : "ahead") : behind > 0 ? "behind" : "identical",
    ahead_by: ahead,
    behind_by: behind,
    total_commits: ahead,
    commits: [],
    files: [],
  });
}

export const PULL_ROUTES: readonly Route[] = [
  { method: "get", template: "/repos/{owner}/{repo}/pulls", needs: READ, handle: listPulls },
  {
    method: "get",
    template: "/repos/{owner}/{repo}/pulls/{pull_number}",
    needs: READ,
    handle: onPull("pull_number", getPull),
  },
  {
    method: "get",
    template: "/repos/{owner}/{repo}/pulls/{pull_number}/files",
    needs: READ_PULLS,
    handle: onPull("pull_number", listFiles),
  },
  {
    method: "get",
    template: "/repos/{owner}/{repo}/pulls/{pull_number}/commits",
    needs: READ,
    handle: onPull("pull_number", listCommits),
  },
  {
    method: "get",
    template: "/repos/{owner}/{repo}/pulls/{pull_number}/comments",
    needs: READ_PULLS,
    handle: onPull("pull_number", listReviewComments),
  },
  {
    method: "get",
    template: "/repos/{owner}/{repo}/compare/{basehead}",
    needs: [{ scope: "contents", level: "read" }],
    handle: compare,
  },
  {
    method: "get",
    template: "/repos/{owner}/{repo}/commits/{commit_sha}/pulls",
    needs: READ,
    handle: listPullsOfCommit,
  },
];
