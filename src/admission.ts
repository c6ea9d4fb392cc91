import { type Allowed, checkActors, mayStart, withPullRequest } from "./context/admission.ts";
import type { EventReading } from "./context/event.ts";
import type { RunContext } from "./domain/run-context.ts";
import type { ReviewHost } from "./ports.ts";
import { describeFailure } from "./publish/host-sentence.ts";

export type Admission = Exclude<EventReading, { readonly kind: "asks" }>;

export interface AdmissionRequest {
  readonly allowed: Allowed;
  readonly runsCode: boolean;
  /** Null when there is no token. */
  readonly openHost: (context: RunContext) => Promise<ReviewHost | null>;
}

/**
 * Whether this run may start: what the event alone can't say is asked of GitHub, before any process is started. Who may
 * not start it gets a notice, no failure; the code of a fork is refused where it would run with a write token.
 */
export async function admit(reading: EventReading, request: AdmissionRequest): Promise<Admission> {
  if (reading.kind !== "run" && reading.kind !== "asks") return reading;
  const { context } = reading;
  const refusal = request.runsCode ? await refuseActors(context, request) : null;
  if (refusal !== null) return { kind: "skipped", reason: refusal };
  return reading.kind === "run" ? reading : lookUp(context, reading.number, request);
}

async function refuseActors(context: RunContext, { allowed, openHost }: AdmissionRequest): Promise<string | null> {
  for (const check of checkActors(context, allowed)) {
    if (check.kind === "may-not") return check.reason;
    if (check.kind === "may") continue;
    const reason = await refuseLogin(check.login, context, await openHost(context));
    if (reason !== null) return reason;
  }
  return null;
}

async function refuseLogin(login: string, { eventName }: RunContext, host: ReviewHost | null): Promise<string | null> {
  if (host === null) return `Without \`github-token\` nobody can say whether \`${login}\` may start this.`;
  const answer = await host.permission(login);
  if (answer.kind === "ok" ? mayStart(answer.value) : false) return null;
  return answer.kind === "ok" || answer.kind === "missing"
    ? `\`${login}\` has no write access, which \`${eventName}\` needs here; \`allow-users\` can name people without.`
    : describeFailure(`did not say what \`${login}\` may do`, answer);
}

async function lookUp(
  context: RunContext,
  number: number,
  { runsCode, openHost }: AdmissionRequest,
): Promise<Admission> {
  const host = await openHost(context);
  if (host === null) {
    return { kind: "skipped", reason: `Without \`github-token\` pull request ${number} can't be looked up.` };
  }
  const answer = await host.pullRequest(number);
  if (answer.kind !== "ok") {
    return { kind: "skipped", reason: describeFailure(`did not show pull request ${number}`, answer) };
  }
  const admitted = withPullRequest(context, answer.value, runsCode);
  if (admitted.kind === "asks") throw new Error("the pull request is known");
  return admitted;
}
