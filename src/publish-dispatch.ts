import type { HostAnswer, HostFailure } from "./domain/pull-request.ts";
import type { ReviewHost } from "./ports.ts";
import { isWorkflowToken } from "./publish/checks.ts";
import type { CommonFacts } from "./publish/facts.ts";
import { describeFailure } from "./publish/host-sentence.ts";
import { sendOnce } from "./publish-send.ts";

export interface StartedChecks {
  /** The workflow that was started; null = none was asked for, or GitHub refused. */
  readonly workflow: string | null;
  /** Why it was not started; empty when it was, or nobody asked. */
  readonly reason: string;
}

/** Starts the workflow that the user named on what we wrote; with another token than a workflow's own, checks start by themselves. */
export async function startChecks(facts: CommonFacts, branch: string, host: ReviewHost): Promise<StartedChecks> {
  const { dispatchWorkflow } = facts.options;
  if (dispatchWorkflow === null || !isWorkflowToken(facts)) return { workflow: null, reason: "" };
  const answer = await sendOnce(
    { send: async () => host.dispatchWorkflow(dispatchWorkflow, branch), find: findRun },
    host,
  );
  if (answer.kind === "ok") return { workflow: dispatchWorkflow, reason: "" };
  const failure = answer.kind === "denied" ? { ...answer, needs: answer.needs ?? "actions=write" } : answer;
  return { workflow: null, reason: describeFailure(`did not start the workflow \`${dispatchWorkflow}\``, failure) };
}

/** A run does not say which request started it: after a lost answer nobody can see whether this one did. */
async function findRun(failure: HostFailure): Promise<HostAnswer<null>> {
  return Promise.resolve(failure.kind === "limited" ? { kind: "ok", value: null } : failure);
}
