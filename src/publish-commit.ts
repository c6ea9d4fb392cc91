import type { CommitDraft, HostAnswer, MadeCommit } from "./domain/pull-request.ts";
import type { ReviewHost } from "./ports.ts";
import { checksSentence } from "./publish/checks.ts";
import { planComment } from "./publish/comment-rung.ts";
import type { CommitRung } from "./publish/commit-rung.ts";
import { guideInput, type PublishFacts } from "./publish/facts.ts";
import { startChecks } from "./publish-dispatch.ts";
import { postComment } from "./publish-review.ts";
import { done, failed, type Step } from "./publish-step.ts";

/** The commit counts even when the comment that explains it can't be written. */
export async function commit(rung: CommitRung, facts: PublishFacts, host: ReviewHost): Promise<Step> {
  const answer = await make(rung, host);
  if (answer.kind === "unsigned") {
    return {
      kind: "next",
      reason:
        "A file is executable: with this token only an unsigned commit would keep that, and we leave signed commits only.",
    };
  }
  const made = answer.kind === "unavailable" ? ((await findCommit(rung, facts, host)) ?? answer) : answer;
  if (made.kind !== "ok") return failed("did not take the commit", { ...made, needs: made.needs ?? "contents=write" });
  const started = await startChecks(facts, rung.draft.branch, host);
  const opening =
    `Commit ${made.value.sha} on this branch is the patch. ${checksSentence(facts, started.workflow)}`.trimEnd();
  const explained = await postComment(planComment(facts, { input: guideInput(facts), opening }), facts, host);
  return done({
    publishedAs: "commit",
    commitSha: made.value.sha,
    pullRequestUrl: facts.pullRequest.url,
    reviewUrl: explained.kind === "done" ? explained.publication.reviewUrl : made.value.url,
    reason: [started.reason, explained.kind === "done" ? "" : explained.reason].join(" ").trim(),
  });
}

/** By mutation in one step; from objects the branch is moved forward at the end, if GitHub signed the commit. */
async function make(
  { method, draft }: CommitRung,
  host: ReviewHost,
): Promise<HostAnswer<MadeCommit> | { readonly kind: "unsigned" }> {
  if (method === "mutation") return host.createCommit(draft);
  const written = await host.writeCommit(draft);
  if (written.kind !== "ok") return written;
  if (!written.value.isSigned) return { kind: "unsigned" };
  const moved = await host.moveBranch(draft.branch, written.value.sha, { mayDrop: false });
  return moved.kind === "ok" ? written : moved;
}

/** After a lost answer: the head that moved and now holds exactly our texts; null when it does not. */
async function findCommit(
  { draft }: CommitRung,
  { pullRequest }: PublishFacts,
  host: ReviewHost,
): Promise<HostAnswer<MadeCommit> | null> {
  const now = await host.pullRequest(pullRequest.number);
  if (now.kind !== "ok" || now.value.headSha === draft.expectedHeadSha) return null;
  const { headSha } = now.value;
  if (!(await holdsFiles(draft, headSha, host))) return null;
  return { kind: "ok", value: { sha: headSha, url: pullRequest.url, isSigned: false } };
}

async function holdsFiles({ files }: CommitDraft, sha: string, host: ReviewHost): Promise<boolean> {
  for (const { path, text } of files) {
    const file = await host.fileText(path, sha);
    if (file.kind !== "ok" || file.value.kind !== "text" || file.value.text !== text) return false;
  }
  return true;
}
