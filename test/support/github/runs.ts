import type { Identity, State } from "./state.ts";

/**
 * Rule 10: what starts when a branch moves. A person's or an app's write starts runs; what a workflow's own token writes
 * starts none for `push`, and on github.com (since 2026-06-11) one for `pull_request` that waits for an approval.
 * Whether that one always comes for a commit on a person's pull request is unverified.
 */
export function startRuns(state: State, actor: Identity, branch: string): void {
  const { isEnterprise } = state.switches;
  const hasPull = state.pulls.some(
    (pull) => pull.state === "open" && pull.head.repository === state.base && pull.head.ref === branch,
  );
  if (actor !== state.identities.bot) {
    state.runs.push({ event: "push", ref: branch, workflow: null });
    if (hasPull) state.runs.push({ event: "pull_request", ref: branch, workflow: null });
  } else if (hasPull && !isEnterprise) {
    state.runs.push({ event: "pull_request", ref: branch, workflow: null, awaitsApproval: true });
  }
}
