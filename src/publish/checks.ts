import type { CommonFacts } from "./facts.ts";

/** What `github.token` writes as; a customer's own app or person has another name. */
const WORKFLOW_TOKEN = /^github-actions(\[bot\])?$/;

/** Whether we write with a workflow's own token, which starts no checks. */
export function isWorkflowToken({ viewer }: CommonFacts): boolean {
  return WORKFLOW_TOKEN.test(viewer);
}

/**
 * Whether checks run on what we published, in one sentence; empty when they do. A workflow's own token starts none:
 * on github.com since 2026-06-11 runs are made for a pull request and wait until somebody approves them, on a GitHub
 * Enterprise Server there are none. `started` = the workflow that we started on it.
 */
export function checksSentence(facts: CommonFacts, started: string | null): string {
  const { context } = facts;
  if (!isWorkflowToken(facts)) return "";
  if (started !== null) return `\`${started}\` was started on it; other checks do not start by themselves.`;
  return isServer(context.apiUrl)
    ? "No checks start on it: GitHub starts none for what a workflow's own token writes. Give `github-token` the token of an app, or name a workflow in `dispatch-workflow`."
    : "Checks on it may wait until someone approves them: GitHub does not start them by itself for a workflow's own token. The token of an app in `github-token`, or a workflow named in `dispatch-workflow`, changes that.";
}

/** Only a GitHub Enterprise Server has its API below its own pages. */
function isServer(apiUrl: string): boolean {
  return apiUrl.endsWith("/api/v3");
}
