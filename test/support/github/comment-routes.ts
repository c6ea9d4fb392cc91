import { z } from "zod";
import { onPull } from "./pull-routes.ts";
import { renderIssueComment } from "./render.ts";
import { created, NOT_FOUND, ok, problem, validationFailed, type Reply } from "./reply.ts";
import { paginate, type Need, type RestRequest, type Route } from "./routes.ts";
import { nextId, timestamp, type PullRequest, type State } from "./state.ts";

const commentRequest = z.object({ body: z.string() });
const MAX_BODY = 65_536;

function bodyRefusal(body: string): Reply | null {
  const refuse = (message: string): Reply =>
    validationFailed([{ resource: "IssueComment", code: "unprocessable", field: "data", message }]);
  if (body.trim() === "") {
    return refuse("Body cannot be blank");
  }
  return body.length > MAX_BODY ? refuse(`Body is too long (maximum is ${MAX_BODY} characters)`) : null;
}

function listComments(pull: PullRequest, request: RestRequest, state: State): Reply {
  const comments = state.issueComments.filter((comment) => comment.number === pull.number);
  return paginate(
    request,
    state,
    comments.map((comment) => renderIssueComment(state, comment)),
  );
}

function createComment(pull: PullRequest, request: RestRequest, state: State): Reply {
  const { body } = commentRequest.parse(request.body);
  const refusal = bodyRefusal(body);
  if (request.actor === null || refusal !== null) {
    return refusal ?? problem(401, "Requires authentication");
  }
  if (pull.locked && request.actor.type === "Bot") {
    return problem(403, "Unable to create comment because issue is locked.");
  }
  const id = nextId(state);
  const at = timestamp(state);
  const comment = { id, number: pull.number, author: request.actor, body, createdAt: at, updatedAt: at };
  state.issueComments.push(comment);
  return created(renderIssueComment(state, comment));
}

function updateComment(request: RestRequest, state: State): Reply {
  const { body } = commentRequest.parse(request.body);
  const comment = state.issueComments.find((candidate) => candidate.id === Number(request.params["comment_id"]));
  if (comment === undefined) {
    return NOT_FOUND;
  }
  const refusal = bodyRefusal(body);
  if (refusal !== null) {
    return refusal;
  }
  state.clock.seconds += 1;
  comment.body = body;
  comment.updatedAt = timestamp(state);
  return ok(renderIssueComment(state, comment));
}

function deleteComment(request: RestRequest, state: State): Reply {
  const id = Number(request.params["comment_id"]);
  const index = state.issueComments.findIndex((comment) => comment.id === id);
  if (index === -1) {
    return NOT_FOUND;
  }
  state.issueComments.splice(index, 1);
  state.clock.seconds += 1;
  return { status: 204, body: "", contentType: "text/plain" };
}

const READ: readonly Need[] = [
  { scope: "issues", level: "read" },
  { scope: "pull_requests", level: "read" },
];
/** On a pull request `issues: write` is not enough (seen in issue threads; all numbers here are pull requests). */
const WRITE: readonly Need[] = [{ scope: "pull_requests", level: "write" }];
const COMMENTS = "/repos/{owner}/{repo}/issues/{issue_number}/comments";

export const COMMENT_ROUTES: readonly Route[] = [
  { method: "get", template: COMMENTS, needs: READ, handle: onPull("issue_number", listComments) },
  { method: "post", template: COMMENTS, needs: WRITE, handle: onPull("issue_number", createComment) },
  {
    method: "patch",
    template: "/repos/{owner}/{repo}/issues/comments/{comment_id}",
    needs: WRITE,
    handle: updateComment,
  },
  {
    method: "delete",
    template: "/repos/{owner}/{repo}/issues/comments/{comment_id}",
    needs: WRITE,
    handle: deleteComment,
  },
];
