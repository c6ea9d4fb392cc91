import type { Publication } from "./domain/outcome.ts";
import type { ReviewHost } from "./ports.ts";
import { preflight } from "./publish/choose.ts";
import type { BranchFacts, PublishFacts } from "./publish/facts.ts";
import { planBranchRungs, planRungs } from "./publish/plan.ts";
import type { Rung } from "./publish/plan.ts";
import { commit } from "./publish-commit.ts";
import { gatherFacts } from "./publish-gather.ts";
import type { PublishRequest, Sources } from "./publish-gather.ts";
import { openPullRequest } from "./publish-pull-request.ts";
import { postComment, postReview } from "./publish-review.ts";
import { done, type Step, summaryOnly } from "./publish-step.ts";
import { clearDebris, foldStale } from "./publish-tidy.ts";

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
    const sources = { request, patch, mode, host, branch: start.branch };
    const publication = (await look(sources, { isLast: false })) ?? (await look(sources, { isLast: true }));
    if (publication === null) throw new Error("the last look must end");
    log.info(`Published as ${publication.publishedAs}. ${publication.reason}`.trim());
    return publication;
  });
}

/** Looks at what is there and publishes on it. Null when it moved meanwhile and another look is due. */
async function look(sources: Sources, { isLast }: { readonly isLast: boolean }): Promise<Publication | null> {
  const { host, request } = sources;
  const gathered = await gatherFacts(sources);
  if (gathered.kind === "stop") return summaryOnly(gathered.reason);
  const facts = gathered.facts.kind === "branch" ? gathered.facts : await clearDebris(gathered.facts, host);
  const ended = await climb(facts, host, isLast);
  if (ended.kind === "moved") return null;
  if (facts.kind === "pull-request" && ended.rung !== null) {
    await foldStale(facts, "keys" in ended.rung ? ended.rung.keys : [], { host, log: request.log });
  }
  return ended.publication;
}

/** One rung with what it takes to try it. */
interface Attempt {
  readonly rung: Rung;
  readonly run: () => Promise<Step>;
}

function attemptsOf(facts: PublishFacts | BranchFacts, host: ReviewHost): readonly Attempt[] {
  return facts.kind === "pull-request"
    ? planRungs(facts).map((rung) => ({ rung, run: async () => tryRung(rung, facts, host) }))
    : planBranchRungs(facts).map((rung) => ({ rung, run: async () => tryBranchRung(rung, facts, host) }));
}

/** How far it came; the rung is null where nothing was published. `moved` = what was planned on is no longer so. */
type Ended =
  | { readonly kind: "ended"; readonly publication: Publication; readonly rung: Rung | null }
  | { readonly kind: "moved" };

/** Tries one rung after the other; ends early when the branch moved meanwhile, unless this look is the last. */
async function climb(facts: PublishFacts | BranchFacts, host: ReviewHost, isLast: boolean): Promise<Ended> {
  const reasons: string[] = facts.note === "" ? [] : [facts.note];
  const tell = (reason: string): string => [...new Set([...reasons, reason])].join(" ").trim();
  let mayReview = true;
  for (const { rung, run } of attemptsOf(facts, host)) {
    if (rung.kind === "comment" && !mayReview) continue;
    const step = await explainRefusal(await run(), facts, host);
    if (step.kind === "done") {
      return { kind: "ended", publication: { ...step.publication, reason: tell(step.publication.reason) }, rung };
    }
    if (step.hasMoved === true && !isLast) return { kind: "moved" };
    reasons.push(step.reason);
    mayReview &&= !mayNotReview(rung, step);
    if (step.kind === "stop") break;
  }
  return { kind: "ended", publication: { ...summaryOnly(tell("")), pullRequestUrl: pageOf(facts) }, rung: null };
}

/**
 * What GitHub finds invalid may have been planned on what is no longer so: a branch that moved, a conversation that was
 * locked. Then a lower rung would show people a patch for lines that are gone.
 */
async function explainRefusal(step: Step, facts: PublishFacts | BranchFacts, host: ReviewHost): Promise<Step> {
  if (step.kind !== "next" || step.isInvalid !== true || facts.kind === "branch") return step;
  const { number, headSha, state, locked } = facts.pullRequest;
  const now = await host.pullRequest(number);
  if (now.kind !== "ok") return step;
  const isSame = now.value.headSha === headSha && now.value.state === state && now.value.locked === locked;
  if (isSame) return step;
  return { kind: "stop", reason: `${step.reason} The pull request moved on meanwhile.`, hasMoved: true };
}

/** Reviews and comments take the same permission. */
function mayNotReview(rung: Rung, step: Step): boolean {
  return rung.kind === "suggestions" && step.kind !== "done" && step.isDenied === true;
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
