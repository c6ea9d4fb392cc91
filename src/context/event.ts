import type { PullRequest } from "../domain/pull-request.ts";
import type { RunContext } from "../domain/run-context.ts";
import type { Problem } from "../problem.ts";
import { decodePayload } from "./payload.ts";
import type { Payload } from "./payload.ts";

/** `run` = go on; `skipped` = nothing to do in this event; `refused` = too dangerous; `broken` = a person must mend it. */
export type EventReading =
  | { readonly kind: "run"; readonly context: RunContext }
  /** A comment: the event names the pull request, and nothing of its branch. */
  | { readonly kind: "asks"; readonly number: number; readonly context: RunContext }
  | { readonly kind: "skipped"; readonly reason: string }
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "broken"; readonly problems: readonly Problem[] };

export interface EventSource {
  /** The runner's variables: `GITHUB_EVENT_NAME`, `GITHUB_REPOSITORY`, ... */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Text of the file that `GITHUB_EVENT_PATH` names; null when it can't be read. */
  readonly payload: string | null;
  /** Whether this run starts the repository's code, as all phases but the publishing one do. */
  readonly runsCode: boolean;
}

/** Where the branch and its pull request come from, by event. */
type Target =
  | {
      readonly kind: "branch";
      readonly branch: string | null;
      /** Null = a fork that is gone; absent = this repository. */
      readonly repository?: string | null;
      readonly upstreamEvent?: string | null;
      readonly sha: string;
      readonly pullRequest: PullRequest | null;
      /** A pull request of which nothing more is known. */
      readonly number?: number;
      readonly actors?: readonly string[];
    }
  | Exclude<EventReading, { readonly context: RunContext }>;

const REF_EVENTS = new Set(["push", "workflow_dispatch", "schedule", "repository_dispatch", "merge_group"]);
const PULL_REQUEST_EVENTS = new Set([
  "pull_request",
  "pull_request_review",
  "pull_request_review_comment",
  "pull_request_target",
]);

/**
 * Reads the event a workflow runs for. `pull_request_target` and `workflow_run` hold a write token and secrets even for
 * forks: running a fork's code there gives them away, so that is refused. Publishing a patch that was made elsewhere is not.
 */
export function readEvent(source: EventSource): EventReading {
  const variable = (name: string): string => source.environment[name]?.trim() ?? "";
  const payload = source.payload === null ? null : decodePayload(source.payload);
  const problems = [...repositoryProblems(variable), ...payloadProblems(source.payload, payload)];
  if (payload === null || problems.length > 0) return { kind: "broken", problems };
  const target = targetOf({ variable, runsCode: source.runsCode }, payload);
  if (target.kind !== "branch") return target;
  const context = contextOf(variable, target);
  return target.number === undefined ? { kind: "run", context } : { kind: "asks", number: target.number, context };
}

function contextOf(variable: Variable, target: Extract<Target, { readonly kind: "branch" }>): RunContext {
  const [owner = "", repository = ""] = variable("GITHUB_REPOSITORY").split("/");
  return {
    eventName: variable("GITHUB_EVENT_NAME"),
    owner,
    repository,
    apiUrl: urlOr(variable("GITHUB_API_URL"), "https://api.github.com"),
    serverUrl: urlOr(variable("GITHUB_SERVER_URL"), "https://github.com"),
    sha: variable("GITHUB_SHA"),
    ref: variable("GITHUB_REF"),
    upstreamEvent: target.upstreamEvent ?? null,
    headRepository: target.repository === undefined ? `${owner}/${repository}` : target.repository,
    headBranch: target.branch,
    headSha: target.sha,
    pullRequest: target.pullRequest,
    actor: variable("GITHUB_ACTOR"),
    actors: [...new Set([variable("GITHUB_ACTOR"), ...(target.actors ?? [])])].filter((login) => login !== ""),
    workflow: variable("GITHUB_WORKFLOW"),
    job: variable("GITHUB_JOB"),
    runId: variable("GITHUB_RUN_ID"),
    actionPages: actionPages(variable),
    ...workflowFile(variable),
  };
}

type Variable = (name: string) => string;

interface Source {
  readonly variable: Variable;
  readonly runsCode: boolean;
}

/** The runner names repository and ref of the action that runs, not for `uses: ./`. */
function actionPages(variable: Variable): string | null {
  const [repository, ref] = [variable("GITHUB_ACTION_REPOSITORY"), variable("GITHUB_ACTION_REF")];
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository) || !/^[\w./-]+$/.test(ref)) return null;
  return `${urlOr(variable("GITHUB_SERVER_URL"), "https://github.com")}/${repository}/blob/${ref}/docs`;
}

/** The runner names the file as `owner/name/.github/workflows/file.yml@ref`; of a called workflow, that of its caller. */
function workflowFile(variable: Variable): Pick<RunContext, "workflowFile"> {
  const [path = ""] =
    /(?<=^[^/@]+\/[^/@]+\/)\.github\/workflows\/[^@]+(?=@)/.exec(variable("GITHUB_WORKFLOW_REF")) ?? [];
  const [sha, action] = [variable("GITHUB_WORKFLOW_SHA"), variable("GITHUB_ACTION_REPOSITORY")];
  const isOurs = variable("GITHUB_WORKFLOW_REF").startsWith(`${variable("GITHUB_REPOSITORY")}/${path}@`);
  const isKnown = path !== "" && isOurs && /^[0-9a-f]{40}$/.test(sha) && /^[\w.-]+\/[\w.-]+$/.test(action);
  return isKnown ? { workflowFile: { path, sha, action } } : {};
}

function repositoryProblems(variable: Variable): readonly Problem[] {
  const name = variable("GITHUB_REPOSITORY");
  if (/^[\w.-]+\/[\w.-]+$/.test(name)) return [];
  return [
    {
      code: "no-repository",
      what: name === "" ? "GITHUB_REPOSITORY is not set." : "GITHUB_REPOSITORY is not of the form owner/name.",
      why: "Without it we don't know where to publish.",
      next: "Run this as a step of a GitHub Actions job, or use the command line's `fix` on a local checkout.",
    },
  ];
}

function payloadProblems(text: string | null, payload: Payload | null): readonly Problem[] {
  if (payload !== null) return [];
  return [
    {
      code: "no-event",
      what:
        text === null
          ? "The event file that GITHUB_EVENT_PATH names can't be read."
          : "The event file that GITHUB_EVENT_PATH names does not hold a GitHub event.",
      why: "It says which pull request and commit this run is about.",
      next: "Run this as a step of a GitHub Actions job and don't change GITHUB_EVENT_PATH.",
    },
  ];
}

function targetOf(source: Source, payload: Payload): Target {
  const { variable, runsCode } = source;
  const event = variable("GITHUB_EVENT_NAME");
  if (PULL_REQUEST_EVENTS.has(event)) return pullRequestTarget({ event, runsCode }, payload);
  if (event === "workflow_run") return workflowRunTarget(source, payload);
  if (event === "issue_comment") return commentTarget(variable, payload);
  if (!REF_EVENTS.has(event)) {
    return {
      kind: "skipped",
      reason: `The event \`${event}\` names no code under test; use \`pull_request\`, \`push\` or \`workflow_dispatch\`.`,
    };
  }
  if (payload.deleted) return { kind: "skipped", reason: "The branch was deleted by this push." };
  const branch = branchOf(variable("GITHUB_REF") || (payload.ref ?? ""), variable("GITHUB_REF_TYPE"));
  return {
    kind: "branch",
    branch: event === "merge_group" ? null : branch,
    sha: variable("GITHUB_SHA"),
    pullRequest: null,
  };
}

function pullRequestTarget(
  { event, runsCode }: { readonly event: string; readonly runsCode: boolean },
  { pullRequest }: Payload,
): Target {
  if (pullRequest === null) {
    return { kind: "broken", problems: [missingPart(event, "pull_request")] };
  }
  if (runsCode && event === "pull_request_target" && pullRequest.headRepository !== pullRequest.baseRepository) {
    return { kind: "refused", reason: forkRefusal(event) };
  }
  const { headRef, headSha, headRepository } = pullRequest;
  return { kind: "branch", branch: headRef, repository: headRepository, sha: headSha, pullRequest };
}

function workflowRunTarget({ variable, runsCode }: Source, { workflowRun }: Payload): Target {
  if (workflowRun === null) {
    return { kind: "broken", problems: [missingPart("workflow_run", "workflow_run")] };
  }
  const { headRepository, headBranch, headSha, event, actors } = workflowRun;
  if (runsCode && headRepository !== variable("GITHUB_REPOSITORY")) {
    return { kind: "refused", reason: forkRefusal("workflow_run") };
  }
  return {
    kind: "branch",
    branch: headBranch,
    repository: headRepository,
    upstreamEvent: event,
    actors,
    sha: headSha,
    pullRequest: null,
  };
}

function commentTarget(variable: Variable, { issue }: Payload): Target {
  if (issue === null) return { kind: "broken", problems: [missingPart("issue_comment", "issue")] };
  if (!issue.isPullRequest) return { kind: "skipped", reason: "The comment is below an issue, not a pull request." };
  const sha = variable("GITHUB_SHA");
  return { kind: "branch", branch: null, repository: null, sha, pullRequest: null, number: issue.number };
}

function missingPart(event: string, part: string): Problem {
  return {
    code: "no-event",
    what: `The event file of \`${event}\` holds no \`${part}\`.`,
    why: "It says which commit this run is about.",
    next: "Run this as a step of a GitHub Actions job and don't change GITHUB_EVENT_NAME or GITHUB_EVENT_PATH.",
  };
}

/** Why the code of a fork is not run under an event that holds a write token. */
export function forkRefusal(event: string): string {
  return (
    `A fork's code would run with this repository's write token and secrets under \`${event}\`. ` +
    "Use the `pull_request` event for forks."
  );
}

/** The branch of a full or short ref; null for tags and for refs that are no branch. */
function branchOf(ref: string, refType: string): string | null {
  if (ref.startsWith("refs/heads/")) return ref.slice("refs/heads/".length);
  if (ref === "" || ref.startsWith("refs/") || refType === "tag") return null;
  return ref;
}

function urlOr(text: string, fallback: string): string {
  return /^https?:\/\/\S+$/.test(text) ? text.replace(/\/+$/, "") : fallback;
}
