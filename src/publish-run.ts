import type { Publication } from "./domain/outcome.ts";
import type { ReviewHost } from "./ports.ts";
import { preflight } from "./publish/choose.ts";
import type { BranchFacts, PublishFacts } from "./publish/facts.ts";
import { planBranchRungs, planRungs } from "./publish/plan.ts";
import type { Rung } from "./publish/plan.ts";
import { commit } from "./publish-commit.ts";
import { gatherFacts } from "./publish-gather.ts";
import type { PublishRequest } from "./publish-gather.ts";
import { openPullRequest } from "./publish-pull-request.ts";
import { postComment, postReview } from "./publish-review.ts";
import { done, type Step, summaryOnly } from "./publish-step.ts";

/**
 * Puts the patch where people see it: the highest rung that GitHub takes, and a sentence on why not a higher one.
 * Nothing is sent twice; when an answer is lost, what is there now decides. Never throws for what GitHub answers.
 */
export async function publish(request: PublishRequest): Promise<Publication> {
  const { patch, context, mode, host, log } = request;
  const start = preflight({ mode, patch, context, hasToken: host !== null });
  if (start.kind === "stop" || patch === null || host === null || mode === "report") {
    return summaryOnly(start.kind === "stop" ? start.reason : "");
  }
  return log.section("Publish", async () => {
    const gathered = await gatherFacts({ request, patch, mode, host, branch: start.branch });
    const publication = gathered.kind === "stop" ? summaryOnly(gathered.reason) : await climb(gathered.facts, host);
    log.info(`Published as ${publication.publishedAs}. ${publication.reason}`.trim());
    return publication;
  });
}

/** One rung with what it takes to try it. */
interface Attempt {
  readonly kind: Rung["kind"];
  readonly run: () => Promise<Step>;
}

function attemptsOf(facts: PublishFacts | BranchFacts, host: ReviewHost): readonly Attempt[] {
  return facts.kind === "pull-request"
    ? planRungs(facts).map((rung) => ({ kind: rung.kind, run: async () => tryRung(rung, facts, host) }))
    : planBranchRungs(facts).map((rung) => ({ kind: rung.kind, run: async () => tryBranchRung(rung, facts, host) }));
}

/** Tries one rung after the other. */
async function climb(facts: PublishFacts | BranchFacts, host: ReviewHost): Promise<Publication> {
  const reasons: string[] = facts.note === "" ? [] : [facts.note];
  const tell = (reason: string): string => [...reasons, reason].join(" ").trim();
  let mayReview = true;
  for (const { kind, run } of attemptsOf(facts, host)) {
    // Reviews and comments take the same permission.
    if (kind === "comment" && !mayReview) continue;
    const step = await run();
    if (step.kind === "done") return { ...step.publication, reason: tell(step.publication.reason) };
    if (!reasons.includes(step.reason)) reasons.push(step.reason);
    if (kind === "suggestions" && step.isDenied === true) mayReview = false;
    if (step.kind === "stop") break;
  }
  return { ...summaryOnly(tell("")), pullRequestUrl: pageOf(facts) };
}

function pageOf(facts: PublishFacts | BranchFacts): string | null {
  return facts.kind === "pull-request" ? facts.pullRequest.url : null;
}

async function tryRung(rung: Rung, facts: PublishFacts, host: ReviewHost): Promise<Step> {
  switch (rung.kind) {
    case "impossible":
      return { kind: "next", reason: rung.reason };
    case "suggestions-there":
      return done({ publishedAs: "suggestions", reviewUrl: rung.url, pullRequestUrl: facts.pullRequest.url });
    case "suggestions":
      return postReview(rung, facts, host);
    case "comment":
      return postComment(rung, facts, host);
    case "commit":
      return commit(rung, facts, host);
    case "pull-request":
      return openPullRequest(rung, facts, host);
  }
}

async function tryBranchRung(
  rung: ReturnType<typeof planBranchRungs>[number],
  facts: BranchFacts,
  host: ReviewHost,
): Promise<Step> {
  return rung.kind === "impossible" ? { kind: "next", reason: rung.reason } : openPullRequest(rung, facts, host);
}
