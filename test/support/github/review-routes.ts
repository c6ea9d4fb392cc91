import { z } from "zod";
import { resolveAnchor, type AnchorAnswer } from "./anchors.ts";
import { onPull } from "./pull-routes.ts";
import { pullCommits, pullFiles } from "./pulls.ts";
import { renderReview, renderReviewComment } from "./render.ts";
import { NOT_FOUND, ok, problem, unprocessable, type Reply } from "./reply.ts";
import { paginate, type Need, type RestRequest, type Route } from "./routes.ts";
import { nextId, timestamp, type Anchor, type Identity, type PullRequest, type Review, type State } from "./state.ts";

const side = z.enum(["LEFT", "RIGHT"]).optional();
const commentRequest = z.object({
  path: z.string(),
  body: z.string(),
  position: z.number().optional(),
  line: z.number().optional(),
  side,
  start_line: z.number().optional(),
  start_side: side,
});
const reviewRequest = z.object({
  commit_id: z.string().optional(),
  body: z.string().default(""),
  event: z.enum(["APPROVE", "REQUEST_CHANGES", "COMMENT"]).optional(),
  comments: z.array(commentRequest).default([]),
});
type ReviewRequest = z.infer<typeof reviewRequest>;

/** Characters of a body. */
const MAX_BODY = 65_536;
const TOO_LONG = `Body is too long (maximum is ${MAX_BODY} characters)`;

interface Attempt {
  readonly pull: PullRequest;
  readonly wanted: ReviewRequest;
  readonly actor: Identity;
  readonly commit: string;
}

type Check = (state: State, attempt: Attempt) => Reply | null;

/** Rule 5: nobody but those with write access writes to a locked conversation; here the bot has no such access. */
const lockCheck: Check = (_, { pull, actor }) =>
  pull.locked && actor.type === "Bot" ? unprocessable(["Pull request review lock prevents review"]) : null;

/** Rule 5: one pending review blocks every further review of the same identity, submitted ones too. */
const pendingCheck: Check = (state, { pull, actor }) =>
  state.reviews.some((review) => review.pull === pull.number && review.author === actor && review.state === "PENDING")
    ? unprocessable(["User can only have one pending review per pull request"])
    : null;

const ownPullCheck: Check = (state, { pull, actor, wanted }) => {
  if (wanted.event === "APPROVE" && actor.type === "Bot" && !state.switches.actionsMayApprove) {
    return problem(422, "GitHub Actions is not permitted to create or approve pull requests.");
  }
  const act = { APPROVE: "approve", REQUEST_CHANGES: "request changes on", COMMENT: null }[wanted.event ?? "COMMENT"];
  return act !== null && pull.author === actor ? unprocessable([`Can not ${act} your own pull request`]) : null;
};

/** The text is second-hand (found by string search in third-party notes, no raw log). */
const commitCheck: Check = (_, { pull, commit }) =>
  pullCommits(pull).includes(commit) ? null : unprocessable(["The commitOID is not part of the pull request"]);

const bodyCheck: Check = (_, { wanted }) => {
  const empty = wanted.body === "" && wanted.comments.length === 0 && wanted.event !== "APPROVE";
  const bodies = [wanted.body, ...wanted.comments.map((comment) => comment.body)];
  if (empty || (wanted.event === "REQUEST_CHANGES" && wanted.body === "")) {
    return unprocessable(["Body can't be blank"]);
  }
  return bodies.some((body) => body.length > MAX_BODY) ? unprocessable([TOO_LONG]) : null;
};

const CHECKS: readonly Check[] = [lockCheck, pendingCheck, ownPullCheck, commitCheck, bodyCheck];

/** Rules 3 to 5: a whole review or nothing. */
function createReview(pull: PullRequest, request: RestRequest, state: State): Reply {
  const { actor } = request;
  if (actor === null) {
    return problem(401, "Requires authentication");
  }
  const wanted = reviewRequest.parse(request.body ?? {});
  const attempt = { pull, wanted, actor, commit: wanted.commit_id ?? pull.headSha };
  for (const check of CHECKS) {
    const refusal = check(state, attempt);
    if (refusal !== null) {
      return refusal;
    }
  }
  const answers = resolveAll(state, attempt);
  const texts = answers.flatMap((answer) => (answer.kind === "refused" ? answer.texts : []));
  if (texts.length > 0) {
    return unprocessable([...new Set(texts)]);
  }
  const anchors = answers.flatMap((answer) => (answer.kind === "anchored" ? [answer.anchor] : []));
  return ok(renderReview(state, pull, storeReview(state, attempt, anchors)));
}

function resolveAll(state: State, attempt: Attempt): readonly AnchorAnswer[] {
  const files = pullFiles(attempt.pull, attempt.commit);
  return attempt.wanted.comments.map((comment) => resolveAnchor(files, comment, state.switches.wording));
}

const STATES = { APPROVE: "APPROVED", REQUEST_CHANGES: "CHANGES_REQUESTED", COMMENT: "COMMENTED" } as const;

function storeReview(state: State, attempt: Attempt, anchors: readonly Anchor[]): Review {
  const { pull, wanted, actor, commit } = attempt;
  const review: Review = {
    id: nextId(state),
    pull: pull.number,
    author: actor,
    body: wanted.body,
    state: wanted.event === undefined ? "PENDING" : STATES[wanted.event],
    commitId: commit,
    submittedAt: wanted.event === undefined ? null : timestamp(state),
  };
  state.reviews.push(review);
  for (const [index, anchor] of anchors.entries()) {
    state.reviewComments.push({
      id: nextId(state),
      reviewId: review.id,
      pull: pull.number,
      author: actor,
      body: wanted.comments[index]?.body ?? "",
      anchor,
      originalCommit: commit,
      createdAt: timestamp(state),
      replyTo: null,
      applied: false,
    });
  }
  return review;
}

/** A pending review is seen by its author only. */
function listReviews(pull: PullRequest, request: RestRequest, state: State): Reply {
  const seen = state.reviews.filter(
    (review) => review.pull === pull.number && (review.state !== "PENDING" || review.author === request.actor),
  );
  return paginate(
    request,
    state,
    seen.map((review) => renderReview(state, pull, review)),
  );
}

/** Of one review, pending ones too for its author. */
function listReviewComments(pull: PullRequest, request: RestRequest, state: State): Reply {
  const id = Number(request.params["review_id"]);
  const review = state.reviews.find((candidate) => candidate.id === id && candidate.pull === pull.number);
  if (review === undefined || (review.state === "PENDING" && review.author !== request.actor)) {
    return NOT_FOUND;
  }
  const comments = state.reviewComments.filter(({ reviewId }) => reviewId === id);
  return paginate(
    request,
    state,
    comments.map((comment) => renderReviewComment(state, pull, comment)),
  );
}

/** Only a pending review can be deleted, by its author. */
function deleteReview(pull: PullRequest, request: RestRequest, state: State): Reply {
  const id = Number(request.params["review_id"]);
  const review = state.reviews.find((candidate) => candidate.id === id && candidate.pull === pull.number);
  if (review === undefined || (review.state === "PENDING" && review.author !== request.actor)) {
    return NOT_FOUND;
  }
  if (review.state !== "PENDING") {
    return unprocessable(["Can not delete a non-pending pull request review"]);
  }
  state.reviews = state.reviews.filter((candidate) => candidate !== review);
  state.reviewComments = state.reviewComments.filter((comment) => comment.reviewId !== review.id);
  return ok(renderReview(state, pull, review));
}

function deleteReviewComment(request: RestRequest, state: State): Reply {
  const id = Number(request.params["comment_id"]);
  const kept = state.reviewComments.filter((comment) => comment.id !== id);
  if (kept.length === state.reviewComments.length) {
    return NOT_FOUND;
  }
  state.reviewComments = kept;
  state.clock.seconds += 1;
  return { status: 204, body: "", contentType: "text/plain" };
}

const READ: readonly Need[] = [{ scope: "pull_requests", level: "read" }];
const WRITE: readonly Need[] = [{ scope: "pull_requests", level: "write" }];
const REVIEWS = "/repos/{owner}/{repo}/pulls/{pull_number}/reviews";
const COMMENT = "/repos/{owner}/{repo}/pulls/comments/{comment_id}";

export const REVIEW_ROUTES: readonly Route[] = [
  { method: "get", template: REVIEWS, needs: READ, handle: onPull("pull_number", listReviews) },
  { method: "post", template: REVIEWS, needs: WRITE, handle: onPull("pull_number", createReview) },
  {
    method: "get",
    template: `${REVIEWS}/{review_id}/comments`,
    needs: READ,
    handle: onPull("pull_number", listReviewComments),
  },
  { method: "delete", template: COMMENT, needs: WRITE, handle: deleteReviewComment },
  {
    method: "delete",
    template: `${REVIEWS}/{review_id}`,
    needs: WRITE,
    handle: onPull("pull_number", deleteReview),
  },
];
