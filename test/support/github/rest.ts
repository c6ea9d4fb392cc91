import { COMMENT_ROUTES } from "./comment-routes.ts";
import { GIT_ROUTES } from "./git-routes.ts";
import { forbidden, isAllowed } from "./permissions.ts";
import { OBJECT_ROUTES } from "./object-routes.ts";
import { OWN_PULL_ROUTES } from "./own-pull-routes.ts";
import { PULL_ROUTES } from "./pull-routes.ts";
import { NOT_FOUND, problem, type Reply } from "./reply.ts";
import { checkReply, checkRequest } from "./rest-schema.ts";
import { REVIEW_ROUTES } from "./review-routes.ts";
import { matchTemplate, type RestRequest, type Route } from "./routes.ts";
import { fullName, type State } from "./state.ts";

const ROUTES: readonly Route[] = [
  ...PULL_ROUTES,
  ...REVIEW_ROUTES,
  ...COMMENT_ROUTES,
  ...GIT_ROUTES,
  ...OBJECT_ROUTES,
  ...OWN_PULL_ROUTES,
];

export interface MatchedRoute {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

export function matchRoute(method: string, path: string): MatchedRoute | null {
  for (const route of ROUTES) {
    const params = route.method === method.toLowerCase() ? matchTemplate(route.template, path) : null;
    if (params !== null) {
      return { route, params };
    }
  }
  return null;
}

export interface RestAnswer {
  readonly reply: Reply;
  /** How the request breaks the description; the first kind was refused, the second not. */
  readonly problems: readonly string[];
  /** How our reply breaks the description: the test must fail. */
  readonly faults: readonly string[];
}

/** Answers one REST request: repository, permission, description, rules; and checks the reply. */
export function answerRest(state: State, matched: MatchedRoute, request: Omit<RestRequest, "params">): RestAnswer {
  const { route, params } = matched;
  const { reply, problems } = decide(state, route, { ...request, params });
  return { reply, problems, faults: isJson(reply) ? checkReply(route, reply.status, reply.body) : [] };
}

function isJson(reply: Reply): boolean {
  return reply.contentType === undefined;
}

function decide(state: State, route: Route, request: RestRequest): { reply: Reply; problems: readonly string[] } {
  const { owner, repo } = request.params;
  if (owner !== undefined && `${owner}/${repo}` !== fullName(state.base)) {
    return { reply: NOT_FOUND, problems: [] };
  }
  const gate = gateRefusal(state, route, request);
  if (gate !== null) {
    return { reply: gate, problems: [] };
  }
  const check = checkRequest(route, request);
  const problems = [...check.broken, ...check.odd];
  const reply =
    check.broken.length > 0
      ? problem(422, `Invalid request.\n\n${check.broken.join("\n")}`)
      : route.handle(request, state);
  return { reply, problems };
}

/** Rule 1. A private repository is not there for people without a token. */
function gateRefusal(state: State, route: Route, request: RestRequest): Reply | null {
  if (isAllowed(state, request.actor, route.needs)) {
    return null;
  }
  if (request.actor === null) {
    return state.switches.private ? NOT_FOUND : problem(401, "Requires authentication");
  }
  return forbidden(route.needs);
}
