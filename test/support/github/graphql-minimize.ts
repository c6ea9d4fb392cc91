import { graphqlProblem } from "./graphql-schema.ts";
import { isAllowed } from "./permissions.ts";
import { nodeId, type Identity, type State } from "./state.ts";

interface Minimizable {
  readonly __typename: "IssueComment" | "PullRequestReviewComment" | "PullRequestReview";
  readonly id: string;
  readonly isMinimized: boolean;
  readonly minimizedReason: string | null;
}

function minimizables(state: State): readonly Minimizable[] {
  const node = (typename: Minimizable["__typename"], id: string): Minimizable => ({
    __typename: typename,
    id,
    isMinimized: state.minimized.has(id),
    minimizedReason: state.minimized.get(id) ?? null,
  });
  return [
    ...state.issueComments.map(({ id }) => node("IssueComment", nodeId("IC", id))),
    ...state.reviewComments.map(({ id }) => node("PullRequestReviewComment", nodeId("PRRC", id))),
    ...state.reviews.map(({ id }) => node("PullRequestReview", nodeId("PRR", id))),
  ];
}

function minimizableById(state: State, wanted: string): Minimizable {
  const found = minimizables(state).find(({ id }) => id === wanted);
  if (found === undefined) {
    throw graphqlProblem("NOT_FOUND", `Could not resolve to a node with the global id of '${wanted}'`);
  }
  return found;
}

/** GraphQL's `nodes`: comments and reviews only. Only here can it be seen that something is folded away (rule 14). */
export function minimizableNodes(state: State, ids: readonly string[]): readonly Minimizable[] {
  return ids.map((id) => minimizableById(state, id));
}

/** Rule 14: `pull-requests: write` is enough, also for what others wrote. The text of the refusal is second-hand. */
export function minimizeComment(
  state: State,
  actor: Identity,
  input: { readonly subjectId: string; readonly classifier: string; readonly clientMutationId?: string | null },
): { readonly clientMutationId: string | null; readonly minimizedComment: Minimizable } {
  const { id } = minimizableById(state, input.subjectId);
  if (!isAllowed(state, actor, [{ scope: "pull_requests", level: "write" }])) {
    throw graphqlProblem("FORBIDDEN", "Resource not accessible by integration");
  }
  state.clock.seconds += 1;
  state.minimized.set(id, input.classifier.toLowerCase().replace("_", "-"));
  return { clientMutationId: input.clientMutationId ?? null, minimizedComment: minimizableById(state, id) };
}
