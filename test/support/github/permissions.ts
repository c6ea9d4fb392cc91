import type { Identity, PullRequest, State } from "./state.ts";
import type { Need } from "./routes.ts";
import { problem, type Reply } from "./reply.ts";

const RANK = { none: 0, read: 1, write: 2 } as const;

/** Whether a sender may do what needs any one of `needs`. Humans of this server may do everything. */
export function isAllowed(state: State, actor: Identity | null, needs: readonly Need[]): boolean {
  const open = !state.switches.private && needs.some((need) => need.level === "read");
  if (needs.length === 0 || open || (actor !== null && actor.type === "User")) {
    return true;
  }
  return actor !== null && needs.some((need) => RANK[levelOf(state, need)] >= RANK[need.level]);
}

function levelOf(state: State, need: Need): keyof typeof RANK {
  return need.scope === "metadata" ? "read" : (state.switches.permissions[need.scope] ?? "none");
}

/** Rule 1: the refusal of a token that lacks a permission names what would do. */
export function forbidden(needs: readonly Need[]): Reply {
  const accepted = needs.map((need) => `${need.scope}=${need.level}`).join("; ");
  return problem(403, "Resource not accessible by integration", { "x-accepted-github-permissions": accepted });
}

/** The sender of an `Authorization` header: null without one, "unknown" for a token nobody has. */
export function identify(state: State, authorization: string | undefined): Identity | "unknown" | null {
  if (authorization === undefined) {
    return null;
  }
  const [scheme = "", value = ""] = authorization.split(" ");
  const token = scheme.toLowerCase() === "basic" ? basicPassword(value) : value;
  return Object.values(state.identities).find((identity) => identity.token === token) ?? "unknown";
}

function basicPassword(value: string): string {
  const decoded = Buffer.from(value, "base64").toString("utf8");
  return decoded.slice(decoded.indexOf(":") + 1);
}

/** Whether a sender may write to the head branch of a pull request. */
export function mayWriteHead(state: State, actor: Identity, pull: PullRequest): boolean {
  if (pull.head.repository?.fork !== true) {
    return isAllowed(state, actor, [{ scope: "contents", level: "write" }]);
  }
  return actor === pull.author || (state.switches.pushToForks && pull.maintainerCanModify);
}
