import type { HistoryHost } from "../ports.ts";
import { list, mutate, queryGraphql, type Repository, send } from "./github-client.ts";
import { anyReply, foldedReply, pullCommitReply, queueReply, reviewCommentReply } from "./github-records.ts";

const IS_QUEUED = `query ($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) { pullRequest(number: $number) { isInMergeQueue } }
}`;

const FOLDED = `query ($ids: [ID!]!) {
  nodes(ids: $ids) { id ... on Minimizable { isMinimized minimizedReason } }
}`;

const FOLD = `mutation ($input: MinimizeCommentInput!) {
  minimizeComment(input: $input) { minimizedComment { isMinimized } }
}`;

/** The part of GitHub that shows and tidies what earlier runs left. Only GraphQL knows queues and what is folded. */
export function createHistoryHost(repository: Repository): HistoryHost {
  const { base, owner, name } = repository;
  const remove = async (path: string) => send(repository, { route: `DELETE ${base}${path}`, body: {} }, anyReply);
  return {
    commits: async (number) => list(repository, `${base}/pulls/${number}/commits`, pullCommitReply),
    isQueued: async (number) =>
      queryGraphql(repository, { query: IS_QUEUED, variables: { owner, name, number } }, queueReply),
    commentsOfReview: async (number, reviewId) =>
      list(repository, `${base}/pulls/${number}/reviews/${reviewId}/comments`, reviewCommentReply),
    deleteReview: async (number, reviewId) => remove(`/pulls/${number}/reviews/${reviewId}`),
    deleteReviewComment: async (id) => remove(`/pulls/comments/${id}`),
    deleteComment: async (id) => remove(`/issues/comments/${id}`),
    folded: async (ids) => queryGraphql(repository, { query: FOLDED, variables: { ids } }, foldedReply),
    fold: async (subjectId) =>
      mutate(repository, { query: FOLD, variables: { input: { subjectId, classifier: "OUTDATED" } } }, anyReply),
  };
}
