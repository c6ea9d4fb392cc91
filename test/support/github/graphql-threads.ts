import { graphqlProblem } from "./graphql-schema.ts";
import { isAllowed } from "./permissions.ts";
import { pullFiles } from "./pulls.ts";
import { currentLine } from "./render.ts";
import { resolveAnchor } from "./anchors.ts";
import { nodeId, type Identity, type PullRequest, type ReviewComment, type State } from "./state.ts";

interface Thread {
  readonly __typename: "PullRequestReviewThread";
  readonly id: string;
  readonly isResolved: boolean;
  readonly isOutdated: boolean;
  readonly path: string;
}

function threadOf(state: State, pull: PullRequest, comment: ReviewComment): Thread {
  const id = nodeId("PRRT", comment.id);
  return {
    __typename: "PullRequestReviewThread",
    id,
    isResolved: comment.applied || state.resolvedThreads.has(id),
    isOutdated: currentLine(pull, comment) === null,
    path: comment.anchor.path,
  };
}

/** Rule 14: only here can it be seen that a thread is resolved. One thread for each comment that is no answer. */
export function threadsOf(
  state: State,
  pull: PullRequest,
): { readonly totalCount: number; readonly nodes: readonly Thread[] } {
  const first = state.reviewComments.filter((comment) => comment.pull === pull.number && comment.replyTo === null);
  const nodes = first.map((comment) => threadOf(state, pull, comment));
  return { totalCount: nodes.length, nodes };
}

/** Rule 14: `contents: write` is needed, and `pull-requests: write` is not enough. */
export function resolveThread(
  state: State,
  actor: Identity,
  { threadId }: { readonly threadId: string },
): { readonly clientMutationId: null; readonly thread: Thread } {
  if (!isAllowed(state, actor, [{ scope: "contents", level: "write" }])) {
    throw graphqlProblem("FORBIDDEN", "Resource not accessible by integration");
  }
  state.resolvedThreads.add(threadId);
  const thread = state.pulls.flatMap((pull) => threadsOf(state, pull).nodes).find(({ id }) => id === threadId);
  if (thread === undefined) {
    throw graphqlProblem("NOT_FOUND", `Could not resolve to a node with the global id of '${threadId}'`);
  }
  return { clientMutationId: null, thread };
}

interface NewThread {
  readonly pullRequestId?: string | null;
  readonly path?: string | null;
  readonly line?: number | null;
  readonly side?: "LEFT" | "RIGHT" | null;
}

/**
 * Rule 15: outside of the diff the answer is 200 with a null thread, and nothing is shown: no way around rule 3. Inside
 * it would begin a pending review, which is not modelled.
 */
export function addThread(
  state: State,
  actor: Identity,
  { pullRequestId, path, line, side }: NewThread,
): { readonly clientMutationId: null; readonly thread: null } {
  const pull = state.pulls.find(({ number }) => nodeId("PR", number) === pullRequestId);
  if (pull === undefined) {
    throw graphqlProblem("NOT_FOUND", `Could not resolve to a node with the global id of '${pullRequestId ?? ""}'`);
  }
  if (!isAllowed(state, actor, [{ scope: "pull_requests", level: "write" }])) {
    throw graphqlProblem("FORBIDDEN", "Resource not accessible by integration");
  }
  const wanted = { path: path ?? "", line: line ?? undefined, side: side ?? undefined };
  if (resolveAnchor(pullFiles(pull), wanted, state.switches.wording).kind === "anchored") {
    throw new Error("Threads of a pending review are not modelled");
  }
  return { clientMutationId: null, thread: null };
}
