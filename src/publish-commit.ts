import type { CommitDraft, HostAnswer, MadeCommit } from "./domain/pull-request.ts";
import type { ReviewHost } from "./ports.ts";
import { checksSentence } from "./publish/checks.ts";
import { planComment } from "./publish/comment-rung.ts";
import type { CommitRung } from "./publish/commit-rung.ts";
import { guideInput, type PublishFacts } from "./publish/facts.ts";
import { startChecks } from "./publish-dispatch.ts";
import { postComment } from "./publish-review.ts";
import { sendOnce } from "./publish-send.ts";
import { done, failed, type Step } from "./publish-step.ts";

/** The commit counts even when the comment that explains it can't be written. */
export async function commit(rung: CommitRung, facts: PublishFacts, host: ReviewHost): Promise<Step> {
  const { draft, patchId, known } = rung;
  const made = await sendOnce(
    { send: async () => make(rung, host), find: async () => findCommit(rung, facts, host) },
    host,
  );
  if (made.kind !== "ok") return failed("did not take the commit", { ...made, needs: made.needs ?? "contents=write" });
  if (made.value === "unsigned") return { kind: "next", reason: UNSIGNED };
  const { sha, url } = made.value;
  const started = await startChecks(facts, draft.branch, host);
  const opening = `Commit ${sha} on this branch is the patch. ${checksSentence(facts, started.workflow)}`.trimEnd();
  const page = { input: guideInput(facts), opening, commits: [...known, { sha, patchId }] };
  const explained = await postComment(planComment(facts, page), facts, host);
  return done({
    publishedAs: "commit",
    commitSha: sha,
    pullRequestUrl: facts.pullRequest.url,
    reviewUrl: explained.kind === "done" ? explained.publication.reviewUrl : url,
    reason: [started.reason, explained.kind === "done" ? "" : explained.reason].join(" ").trim(),
  });
}

const UNSIGNED =
  "A file is executable: with this token only an unsigned commit would keep that, and we leave signed commits only.";

/** By mutation in one step; from objects the branch is moved forward at the end, if GitHub signed the commit. */
async function make({ method, draft }: CommitRung, host: ReviewHost): Promise<HostAnswer<MadeCommit | "unsigned">> {
  if (method === "mutation") return host.createCommit(draft);
  const written = await host.writeCommit(draft);
  if (written.kind !== "ok") return written;
  if (!written.value.isSigned) return { kind: "ok", value: "unsigned" };
  const moved = await host.moveBranch(draft.branch, written.value.sha, { mayDrop: false });
  return moved.kind === "ok" ? written : moved;
}

/** After a lost answer: the head that moved and now holds exactly our texts; null when it does not. */
async function findCommit(
  { draft }: CommitRung,
  { pullRequest }: PublishFacts,
  host: ReviewHost,
): Promise<HostAnswer<MadeCommit | null>> {
  const now = await host.pullRequest(pullRequest.number);
  if (now.kind !== "ok") return now;
  const { headSha } = now.value;
  const isMade = headSha !== draft.expectedHeadSha && (await holdsFiles(draft, headSha, host));
  if (!isMade) return { kind: "ok", value: null };
  return { kind: "ok", value: { sha: headSha, url: pullRequest.url, isSigned: false } };
}

async function holdsFiles({ files }: CommitDraft, sha: string, host: ReviewHost): Promise<boolean> {
  for (const { path, text } of files) {
    const file = await host.fileText(path, sha);
    if (file.kind !== "ok" || file.value.kind !== "text" || file.value.text !== text) return false;
  }
  return true;
}
