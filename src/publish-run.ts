import { NOT_PUBLISHED } from "./domain/outcome.ts";
import type { Publication } from "./domain/outcome.ts";
import type { HostAnswer, HostFailure } from "./domain/pull-request.ts";
import type { ReviewHost } from "./ports.ts";
import { preflight } from "./publish/choose.ts";
import { planComment } from "./publish/comment-rung.ts";
import type { CommentRung } from "./publish/comment-rung.ts";
import { describeFailure } from "./publish/host-sentence.ts";
import { markerKey, writtenBy } from "./publish/marker.ts";
import { guideInput, planRungs } from "./publish/plan.ts";
import type { PublishFacts, Rung } from "./publish/plan.ts";
import { gatherFacts } from "./publish-gather.ts";
import type { PublishRequest } from "./publish-gather.ts";

/** What one rung came to: done, or the next one is tried, or nothing more may be written. */
type Step =
  | { readonly kind: "done"; readonly publication: Publication }
  | { readonly kind: "next" | "stop"; readonly reason: string };

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
    const gathered = await gatherFacts({
      request,
      patch,
      mode,
      host,
      branch: start.branch,
    });
    const publication = gathered.kind === "stop" ? summaryOnly(gathered.reason) : await climb(gathered.facts, host);
    log.info(`Published as ${publication.publishedAs}. ${publication.reason}`.trim());
    return publication;
  });
}

/** Tries one rung after the other. */
async function climb(facts: PublishFacts, host: ReviewHost): Promise<Publication> {
  const reasons: string[] = [];
  for (const rung of planRungs(facts)) {
    const step = await tryRung(rung, facts, host);
    if (step.kind === "done") {
      return { ...step.publication, reason: [...reasons, step.publication.reason].join(" ").trim() };
    }
    if (!reasons.includes(step.reason)) reasons.push(step.reason);
    if (step.kind === "stop") break;
  }
  return { ...summaryOnly(reasons.join(" ")), pullRequestUrl: facts.pullRequest.url };
}

async function tryRung(rung: Rung, facts: PublishFacts, host: ReviewHost): Promise<Step> {
  const pullRequestUrl = facts.pullRequest.url;
  switch (rung.kind) {
    case "impossible":
      return { kind: "next", reason: rung.reason };
    case "suggestions-there":
      return done({ publishedAs: "suggestions", reviewUrl: rung.url, pullRequestUrl });
    case "suggestions":
      return postReview(rung, facts, host);
    case "comment":
      return postComment(rung, facts, host);
    case "commit":
      return commit(rung, facts, host);
  }
}

async function postReview(
  rung: Extract<Rung, { kind: "suggestions" }>,
  { pullRequest, viewer }: PublishFacts,
  host: ReviewHost,
): Promise<Step> {
  const links = { publishedAs: "suggestions", pullRequestUrl: pullRequest.url } as const;
  const answer = await host.createReview(pullRequest.number, rung.draft);
  if (answer.kind === "ok") return done({ ...links, reviewUrl: answer.value });
  if (answer.kind === "unavailable") {
    const now = await host.reviewComments(pullRequest.number);
    const own = now.kind === "ok" ? writtenBy(viewer, now.value) : [];
    const keys = own.map(({ body }) => markerKey(body, { kind: "suggestion", scope: rung.scope }));
    if (rung.keys.every((key) => keys.includes(key))) return done({ ...links, reviewUrl: own.at(-1)?.url ?? null });
  }
  return failed("did not take the review", answer);
}

async function postComment(rung: CommentRung, { pullRequest, viewer }: PublishFacts, host: ReviewHost): Promise<Step> {
  const { existing, body, key, scope } = rung;
  const links = { publishedAs: "comment", pullRequestUrl: pullRequest.url } as const;
  if (existing?.isSame === true) return done({ ...links, reviewUrl: existing.url });
  const answer =
    existing === null
      ? await host.createComment(pullRequest.number, body)
      : await host.updateComment(existing.id, body);
  if (answer.kind === "ok") return done({ ...links, reviewUrl: answer.value });
  if (answer.kind === "unavailable") {
    const now = await host.comments(pullRequest.number);
    const own = now.kind === "ok" ? writtenBy(viewer, now.value) : [];
    const there = own.find((comment) => markerKey(comment.body, { kind: "comment", scope }) === key);
    if (there !== undefined) return done({ ...links, reviewUrl: there.url });
  }
  return failed("did not take the comment", answer);
}

/** The commit counts even when the comment that explains it can't be written. */
async function commit(rung: Extract<Rung, { kind: "commit" }>, facts: PublishFacts, host: ReviewHost): Promise<Step> {
  const answer = await host.createCommit(rung.draft);
  const made = answer.kind === "unavailable" ? ((await findCommit(rung, facts, host)) ?? answer) : answer;
  if (made.kind !== "ok") return failed("did not take the commit", { ...made, needs: made.needs ?? "contents=write" });
  const opening =
    `Commit ${made.value.sha} on this branch is the patch. ` +
    "Checks on it may wait until someone approves them: GitHub does not start them by itself for this kind of token.";
  const explained = await postComment(planComment(facts, { input: guideInput(facts), opening }), facts, host);
  return done({
    publishedAs: "commit",
    commitSha: made.value.sha,
    pullRequestUrl: facts.pullRequest.url,
    reviewUrl: explained.kind === "done" ? explained.publication.reviewUrl : made.value.url,
    reason: explained.kind === "done" ? "" : explained.reason,
  });
}

/** After a lost answer: the head that moved and now holds exactly our texts; null when it does not. */
async function findCommit(
  { draft }: Extract<Rung, { kind: "commit" }>,
  { pullRequest }: PublishFacts,
  host: ReviewHost,
): Promise<HostAnswer<{ readonly sha: string; readonly url: string }> | null> {
  const now = await host.pullRequest(pullRequest.number);
  if (now.kind !== "ok" || now.value.headSha === draft.expectedHeadSha) return null;
  for (const { path, text } of draft.additions) {
    const file = await host.fileText(path, now.value.headSha);
    if (file.kind !== "ok" || file.value.kind !== "text" || file.value.text !== text) return null;
  }
  return { kind: "ok", value: { sha: now.value.headSha, url: pullRequest.url } };
}

/** A refusal costs one rung. When the branch moved or no answer came, writing more could do harm. */
function failed(what: string, failure: HostFailure): Step {
  const mayGoOn = failure.kind !== "stale" && failure.kind !== "unavailable" && failure.kind !== "limited";
  return { kind: mayGoOn ? "next" : "stop", reason: describeFailure(what, failure) };
}

function done(publication: Partial<Publication>): Step {
  return { kind: "done", publication: { ...NOT_PUBLISHED, ...publication } };
}

function summaryOnly(reason: string): Publication {
  return { ...NOT_PUBLISHED, publishedAs: "summary", reason };
}
