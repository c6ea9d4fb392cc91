import { z } from "zod";
import type { PullRequest } from "../domain/pull-request.ts";

const repositoryName = z.object({ full_name: z.string() });

const pullRequestRecord = z.object({
  number: z.number().int().positive(),
  state: z.string(),
  locked: z.boolean().nullish(),
  merged_at: z.string().nullish(),
  maintainer_can_modify: z.boolean().nullish(),
  body: z.string().nullish(),
  html_url: z.string(),
  head: z.object({ sha: z.string(), ref: z.string(), repo: repositoryName.nullable() }),
  base: z.object({
    sha: z.string(),
    ref: z.string(),
    repo: z.object({ full_name: z.string(), default_branch: z.string().nullish() }),
  }),
});

const person = z.object({ login: z.string() }).nullish();

const workflowRunRecord = z.object({
  actor: person,
  triggering_actor: person,
  event: z.string().nullish(),
  head_branch: z.string().nullable(),
  head_sha: z.string(),
  head_repository: repositoryName.nullable(),
});

/** The fields we use of a webhook payload; which ones are there depends on the event. */
const payloadRecord = z.object({
  ref: z.string().nullish(),
  deleted: z.boolean().nullish(),
  pull_request: pullRequestRecord.nullish(),
  workflow_run: workflowRunRecord.nullish(),
  issue: z.object({ number: z.number().int().positive(), pull_request: z.unknown().optional() }).nullish(),
});

export interface WorkflowRunFacts {
  /** Who started that run, and who started it again. */
  readonly actors: readonly string[];
  /** What started that run: `pull_request`, `push`, ... */
  readonly event: string | null;
  readonly headBranch: string | null;
  readonly headSha: string;
  /** Null when the fork was deleted. */
  readonly headRepository: string | null;
}

export interface Payload {
  readonly ref: string | null;
  readonly deleted: boolean;
  readonly pullRequest: PullRequest | null;
  readonly workflowRun: WorkflowRunFacts | null;
  /** What was commented on. */
  readonly issue: { readonly number: number; readonly isPullRequest: boolean } | null;
}

/** The event file's text as the facts we use; null when it is not JSON or not of GitHub's shape. */
export function decodePayload(text: string): Payload | null {
  const record = payloadRecord.safeParse(parseJson(text));
  if (!record.success) return null;
  const { ref, deleted, pull_request, workflow_run, issue } = record.data;
  return {
    ref: ref ?? null,
    deleted: deleted ?? false,
    pullRequest: pull_request ? toPullRequest(pull_request) : null,
    issue: issue ? { number: issue.number, isPullRequest: (issue.pull_request ?? null) !== null } : null,
    workflowRun: workflow_run ? toWorkflowRun(workflow_run) : null,
  };
}

function toWorkflowRun(record: z.infer<typeof workflowRunRecord>): WorkflowRunFacts {
  return {
    actors: [record.actor, record.triggering_actor].flatMap((one) => (one ? [one.login] : [])),
    event: record.event ?? null,
    headBranch: record.head_branch,
    headSha: record.head_sha,
    headRepository: record.head_repository?.full_name ?? null,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function toPullRequest(record: z.infer<typeof pullRequestRecord>): PullRequest {
  return {
    number: record.number,
    state: record.state === "open" ? "open" : "closed",
    isMerged: typeof record.merged_at === "string",
    locked: record.locked ?? false,
    headSha: record.head.sha,
    headRef: record.head.ref,
    headRepository: record.head.repo?.full_name ?? null,
    baseSha: record.base.sha,
    baseRef: record.base.ref,
    baseRepository: record.base.repo.full_name,
    isDefaultBase: record.base.ref === record.base.repo.default_branch,
    maintainerCanModify: record.maintainer_can_modify ?? false,
    body: record.body ?? "",
    url: record.html_url,
  };
}
