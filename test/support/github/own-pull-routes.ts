import { z } from "zod";
import { gitOrNull, resolveCommit } from "../git-repository.ts";
import { objectAt, type JsonObject } from "./json.ts";
import { onPull } from "./pull-routes.ts";
import { syncPull } from "./pulls.ts";
import { renderPull, renderUser } from "./render.ts";
import { created, NOT_FOUND, ok, problem, validationFailed, type FieldError, type Reply } from "./reply.ts";
import { example } from "./rest-schema.ts";
import type { Need, RestRequest, Route } from "./routes.ts";
import { startRuns } from "./runs.ts";
import { nodeId, timestamp, type Identity, type PullRequest, type State } from "./state.ts";

const newPull = z.object({
  title: z.string(),
  head: z.string(),
  base: z.string(),
  body: z.string().default(""),
  draft: z.boolean().default(false),
});
type NewPull = z.infer<typeof newPull>;

function refuse(error: Omit<FieldError, "resource">): Reply {
  return validationFailed([{ resource: "PullRequest", ...error }]);
}

function custom(message: string): Reply {
  return refuse({ code: "custom", field: "base", message });
}

/** Rule 11, in the order of the platform as far as issue threads tell. Heads of other repositories are not modelled. */
function refusal(state: State, actor: Identity, wanted: NewPull): Reply | null {
  if (actor.type === "Bot" && !state.switches.actionsMayCreatePulls) {
    return problem(403, "GitHub Actions is not permitted to create or approve pull requests.");
  }
  const { directory, owner } = state.base;
  const [head, base] = [wanted.head.replace(`${owner}:`, ""), wanted.base].map((name) =>
    resolveCommit(directory, `refs/heads/${name}`),
  );
  if (typeof base !== "string") {
    return refuse({ code: "invalid", field: "base" });
  }
  if (typeof head !== "string") {
    return refuse({ code: "invalid", field: "head" });
  }
  if (gitOrNull(directory, ["merge-base", "--is-ancestor", head, base]) !== null) {
    return custom(`No commits between ${wanted.base} and ${wanted.head}`);
  }
  if (wanted.draft && !state.switches.hasDrafts) {
    return problem(422, "Draft pull requests are not supported in this repository.");
  }
  const there = state.pulls.find((pull) => isOpenBetween(state, pull, wanted));
  return there === undefined ? null : custom(`A pull request already exists for ${owner}:${wanted.head}.`);
}

function isOpenBetween(state: State, pull: PullRequest, { head, base }: NewPull): boolean {
  return (
    pull.state === "open" && pull.head.repository === state.base && pull.head.ref === head && pull.base.ref === base
  );
}

function createPull(request: RestRequest, state: State): Reply {
  const { actor } = request;
  if (actor === null) {
    return problem(401, "Requires authentication");
  }
  const wanted = newPull.parse(request.body);
  const refused = refusal(state, actor, wanted);
  if (refused !== null) {
    return refused;
  }
  state.clock.seconds += 1;
  const pull: PullRequest = {
    number: state.pulls.length + 1,
    title: wanted.title,
    body: wanted.body,
    author: actor,
    base: { repository: state.base, ref: wanted.base },
    head: { repository: state.base, ref: wanted.head },
    createdAt: timestamp(state),
    state: "open",
    isMerged: false,
    isDraft: wanted.draft,
    labels: [],
    locked: false,
    isQueued: false,
    maintainerCanModify: false,
    headSha: "",
    mergeSha: null,
    mergedFrom: "",
  };
  state.pulls.push(pull);
  syncPull(state, pull);
  startRuns(state, actor, wanted.head);
  state.unresolved = state.switches.unresolvedAfterCreate;
  return created(renderPull(state, pull));
}

const changedPull = z.object({
  title: z.string().optional(),
  body: z.string().optional(),
  state: z.enum(["open", "closed"]).optional(),
});

function updatePull(pull: PullRequest, request: RestRequest, state: State): Reply {
  const wanted = changedPull.parse(request.body);
  state.clock.seconds += 1;
  pull.title = wanted.title ?? pull.title;
  pull.body = wanted.body ?? pull.body;
  pull.state = wanted.state ?? pull.state;
  return ok(renderPull(state, pull));
}

const newLabels = z.object({ labels: z.array(z.string()) });

/** Labels that are new to the repository are made. Rule 11: right after the pull request it may not be found yet. */
function addLabels(pull: PullRequest, request: RestRequest, state: State): Reply {
  if (state.unresolved > 0) {
    state.unresolved -= 1;
    return problem(422, `Could not resolve to a node with the global id of '${nodeId("PR", pull.number)}'.`);
  }
  state.clock.seconds += 1;
  pull.labels = [...new Set([...pull.labels, ...newLabels.parse(request.body).labels])];
  return ok(pull.labels.map((name) => renderLabel(state, name)));
}

function renderLabel(state: State, name: string): JsonObject {
  const url = `${state.serverUrl}/repos/octo/shop/labels/${encodeURIComponent(name)}`;
  return { ...objectAt(example("label-items")), name, url };
}

const PULLS: readonly Need[] = [{ scope: "pull_requests", level: "write" }];
const LABELS: readonly Need[] = [
  { scope: "issues", level: "write" },
  { scope: "pull_requests", level: "write" },
];

const newDispatch = z.object({ ref: z.string() });

/** Rule 10: this starts a run even for a workflow's own token. */
function dispatch(request: RestRequest, state: State): Reply {
  const workflow = request.params["workflow_id"] ?? "";
  const { ref } = newDispatch.parse(request.body);
  if (!state.switches.dispatchable.includes(workflow)) {
    return NOT_FOUND;
  }
  if (resolveCommit(state.base.directory, `refs/heads/${ref}`) === null) {
    return problem(422, `No ref found for: ${ref}`);
  }
  state.runs.push({ event: "workflow_dispatch", ref, workflow });
  return { status: 204, body: "", contentType: "text/plain" };
}

/** What somebody may do here: the owner all, others what a switch says. */
function getPermission(request: RestRequest, state: State): Reply {
  const login = request.params["username"] ?? "";
  const identity = Object.values(state.identities).find((candidate) => candidate.login === login);
  if (identity === undefined) {
    return NOT_FOUND;
  }
  const level = identity === state.identities.human ? "admin" : state.switches.contributorPermission;
  const skeleton = objectAt(example("repository-collaborator-permission-response-if-user-has-admin-permissions"));
  const user = { ...renderUser(state, identity), role_name: level };
  return ok({ ...skeleton, permission: level, role_name: level, user });
}

const ACTIONS: readonly Need[] = [{ scope: "actions", level: "write" }];
const METADATA: readonly Need[] = [{ scope: "metadata", level: "read" }];
const REPOSITORY = "/repos/{owner}/{repo}";

export const OWN_PULL_ROUTES: readonly Route[] = [
  { method: "post", template: `${REPOSITORY}/pulls`, needs: PULLS, handle: createPull },
  {
    method: "patch",
    template: `${REPOSITORY}/pulls/{pull_number}`,
    needs: PULLS,
    handle: onPull("pull_number", updatePull),
  },
  {
    method: "post",
    template: `${REPOSITORY}/issues/{issue_number}/labels`,
    needs: LABELS,
    handle: onPull("issue_number", addLabels),
  },
  {
    method: "post",
    template: `${REPOSITORY}/actions/workflows/{workflow_id}/dispatches`,
    needs: ACTIONS,
    handle: dispatch,
  },
  {
    method: "get",
    template: `${REPOSITORY}/collaborators/{username}/permission`,
    needs: METADATA,
    handle: getPermission,
  },
];
