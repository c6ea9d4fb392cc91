import type { HostAnswer, ReviewDraft } from "../domain/pull-request.ts";
import type { ReviewHost } from "../ports.ts";
import { createBranchHost } from "./github-branches.ts";
import { connect, escapePath, get, list, queryGraphql, send } from "./github-client.ts";
import type { Server } from "./github-client.ts";
import { createHistoryHost } from "./github-history.ts";
import { createPatience, SYSTEM_CLOCK } from "./github-patience.ts";
import type { Clock } from "./github-patience.ts";
import {
  changedFileReply,
  commentReply,
  contentReply,
  mergeBaseReply,
  pageReply,
  pullRequestReply,
  reviewCommentReply,
  reviewReply,
  treeReply,
  viewerReply,
} from "./github-records.ts";

/**
 * GitHub behind the `ReviewHost` port: REST and GraphQL of the server that the run belongs to. Every reply is decoded,
 * every failure is a value. What only reads is sent again after a while; a write never is (`@actions/github` brings no
 * retry plugin): its caller looks first whether it happened.
 */
export function createReviewHost(context: Server, token: string, clock: Clock = SYSTEM_CLOCK): ReviewHost {
  const repository = connect(context, token, createPatience(clock));
  const { base } = repository;
  const write = async (route: string, body: Readonly<Record<string, unknown>>): Promise<HostAnswer<string>> =>
    send(repository, { route, body }, pageReply);
  const pull = (number: number): string => `${base}/pulls/${number}`;
  const issue = (number: number): string => `${base}/issues/${number}`;
  return {
    ...createBranchHost(repository),
    ...createHistoryHost(repository),
    viewer: async () => queryGraphql(repository, { query: "query { viewer { login } }" }, viewerReply),
    pullRequest: async (number) => get(repository, pull(number), pullRequestReply),
    openPullRequests: async (head) =>
      list(repository, `${base}/pulls?state=open&head=${encodeURIComponent(head)}`, pullRequestReply),
    changedFiles: async (number) => list(repository, `${pull(number)}/files`, changedFileReply),
    mergeBase: async (from, to) =>
      get(
        repository,
        `${base}/compare/${encodeURIComponent(from)}...${encodeURIComponent(to)}?per_page=1`,
        mergeBaseReply,
      ),
    fileText: async (path, sha) =>
      get(repository, `${base}/contents/${escapePath(path)}?ref=${encodeURIComponent(sha)}`, contentReply),
    fileModes: async (sha) => get(repository, `${base}/git/trees/${encodeURIComponent(sha)}?recursive=1`, treeReply),
    comments: async (number) => list(repository, `${issue(number)}/comments`, commentReply),
    reviewComments: async (number) => list(repository, `${pull(number)}/comments`, reviewCommentReply),
    reviews: async (number) => list(repository, `${pull(number)}/reviews`, reviewReply),
    createComment: async (number, body) => write(`POST ${issue(number)}/comments`, { body }),
    updateComment: async (id, body) => write(`PATCH ${base}/issues/comments/${id}`, { body }),
    createReview: async (number, draft) => write(`POST ${pull(number)}/reviews`, reviewBody(draft)),
    waitAfter: async (failure, sent) => repository.patience.wait(failure, sent),
  };
}

/** `event` makes it a submitted review: without it GitHub keeps it pending, unseen, and in the way of later ones. */
function reviewBody({ headSha, body, comments }: ReviewDraft): Readonly<Record<string, unknown>> {
  return {
    commit_id: headSha,
    event: "COMMENT",
    body,
    comments: comments.map((comment) => ({
      path: comment.path,
      body: comment.body,
      line: comment.line,
      side: "RIGHT",
      ...(comment.startLine === null ? {} : { start_line: comment.startLine, start_side: "RIGHT" }),
    })),
  };
}
