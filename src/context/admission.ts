import type { PullRequest } from "../domain/pull-request.ts";
import type { RunContext } from "../domain/run-context.ts";
import { type EventReading, forkRefusal } from "./event.ts";

/** Who may start a run besides those with write access: people by their login, bots by theirs. */
export interface Allowed {
  readonly users: readonly string[];
  readonly bots: readonly string[];
}

/** `ask` = what the person may do in the repository decides. */
export type ActorCheck =
  | { readonly kind: "may" }
  | { readonly kind: "ask"; readonly login: string }
  | { readonly kind: "may-not"; readonly reason: string };

/**
 * Events that somebody without write access can cause, and that still hold a write token and secrets. All other events
 * come from a push, a click or a clock that takes write access; code of a fork gets a token that only reads.
 */
const ANYBODY_CAN_CAUSE = new Set([
  "issue_comment",
  "pull_request_review",
  "pull_request_review_comment",
  "pull_request_target",
  "workflow_run",
]);

const READ_ONLY_FOR_FORKS = new Set(["pull_request_review", "pull_request_review_comment"]);

/** Whether a person or bot may start a run that runs code, one check for each who had a part in it. */
export function checkActors(context: RunContext, allowed: Allowed): readonly ActorCheck[] {
  if (!ANYBODY_CAN_CAUSE.has(context.eventName)) return [];
  const isFork = context.headRepository !== `${context.owner}/${context.repository}`;
  if (isFork && READ_ONLY_FOR_FORKS.has(context.eventName)) return [];
  return context.actors.map((login) => checkActor(login, allowed));
}

function checkActor(login: string, { users, bots }: Allowed): ActorCheck {
  if (login.endsWith("[bot]")) {
    return hasName(bots, login)
      ? { kind: "may" }
      : { kind: "may-not", reason: `\`${login}\` is a bot that \`allow-bots\` does not name.` };
  }
  return hasName(users, login) ? { kind: "may" } : { kind: "ask", login };
}

/** GitHub's logins know no case. A bot may be named with or without its suffix. */
function hasName(names: readonly string[], login: string): boolean {
  const plain = (name: string): string => name.toLowerCase().replace(/\[bot\]$/, "");
  return names.some((name) => plain(name) === plain(login));
}

/** Whether a permission, in the words of the API, is enough to start a run. */
export function mayStart(permission: string): boolean {
  return permission === "admin" || permission === "write";
}

/** The run for a comment below a pull request, once it is known: its branch, and whether its code may run. */
export function withPullRequest(context: RunContext, pullRequest: PullRequest, runsCode: boolean): EventReading {
  const { headRepository, headRef, headSha, baseRepository } = pullRequest;
  if (runsCode && headRepository !== baseRepository) {
    return { kind: "refused", reason: forkRefusal(context.eventName) };
  }
  return { kind: "run", context: { ...context, pullRequest, headRepository, headBranch: headRef, headSha } };
}
