import type { HostAnswer, MadeCommit, PullRequest } from "./domain/pull-request.ts";
import type { ReviewHost } from "./ports.ts";
import { checksSentence } from "./publish/checks.ts";
import type { CommonFacts } from "./publish/facts.ts";
import { describeFailure } from "./publish/host-sentence.ts";
import type { PullRequestRung } from "./publish/pull-request-rung.ts";
import { startChecks } from "./publish-dispatch.ts";
import { done, failed, type Step } from "./publish-step.ts";

/** The branch first, then its pull request: an end between the two is taken up by the next run. */
export async function openPullRequest(rung: PullRequestRung, facts: CommonFacts, host: ReviewHost): Promise<Step> {
  const pushed = rung.commit === null ? null : await push(rung, host);
  if (pushed !== null && pushed.kind !== "ok") {
    return failed("did not take the commit", { ...pushed, needs: pushed.needs ?? "contents=write" });
  }
  const commitSha = pushed?.value.sha ?? rung.replaces;
  const opened = await present(rung, host);
  if (opened.kind !== "ok") return leaveBranch(rung, facts, { commitSha, opened });
  const { url } = opened.value;
  const remarks = [
    await label(rung, opened.value, host),
    pushed === null ? "" : await remarksOnCommit(pushed.value, rung, { facts, host }),
  ];
  return done({
    publishedAs: "pull-request",
    commitSha,
    pullRequestUrl: url,
    reviewUrl: url,
    reason: remarks.filter((remark) => remark !== "").join(" "),
  });
}

/** Starts the checks that the user named; says what does not start by itself, and what is not signed. */
async function remarksOnCommit(
  { isSigned }: MadeCommit,
  { draft }: PullRequestRung,
  { facts, host }: { readonly facts: CommonFacts; readonly host: ReviewHost },
): Promise<string> {
  const started = await startChecks(facts, draft.head, host);
  const remarks = [
    isSigned ? "" : "GitHub did not sign the commit.",
    started.reason,
    checksSentence(facts, started.workflow),
  ];
  return remarks.filter((remark) => remark !== "").join(" ");
}

/** Nothing shows before the branch is made or moved, in one step. */
async function push({ commit, draft, replaces }: PullRequestRung, host: ReviewHost): Promise<HostAnswer<MadeCommit>> {
  if (commit === null) throw new Error("there is nothing to push");
  const made = await host.writeCommit(commit);
  if (made.kind !== "ok") return made;
  const moved =
    replaces === null
      ? await host.createBranch(draft.head, made.value.sha)
      : await host.moveBranch(draft.head, made.value.sha, { mayDrop: true });
  if (moved.kind === "ok") return made;
  const now = await host.branch(draft.head);
  return now.kind === "ok" && now.value.sha === made.value.sha ? made : moved;
}

/** Opened, or brought up to date; when an answer is lost, what is there now decides. */
async function present({ draft, existing }: PullRequestRung, host: ReviewHost): Promise<HostAnswer<PullRequest>> {
  if (existing?.isSame === true) return { kind: "ok", value: existing.pullRequest };
  if (existing !== null) return host.updatePullRequest(existing.pullRequest.number, draft);
  const answer = await host.createPullRequest(draft);
  if (answer.kind !== "unavailable" && answer.kind !== "invalid") return answer;
  const now = await host.pullRequestsFrom(draft.head);
  const there =
    now.kind === "ok" ? now.value.find(({ state, baseRef }) => state === "open" && baseRef === draft.base) : undefined;
  return there === undefined ? answer : { kind: "ok", value: there };
}

async function label(
  { labels, existing }: PullRequestRung,
  { number }: PullRequest,
  host: ReviewHost,
): Promise<string> {
  if (labels.length === 0 || existing !== null) return "";
  for (let sent = 1; ; sent++) {
    const answer = await host.addLabels(number, labels);
    if (answer.kind === "ok") return "";
    // Right after it was made, a pull request may not be found yet.
    const isEarly = /could not resolve to a node/i.test(answer.message);
    const failure = isEarly ? { ...answer, kind: "unavailable" as const } : answer;
    if (!isEarly || !(await host.waitAfter(failure, sent))) return describeFailure("did not set the labels", answer);
  }
}

/** The branch stays: one click on the page that compares it opens the pull request by hand. */
function leaveBranch(
  { draft }: PullRequestRung,
  { context }: CommonFacts,
  {
    commitSha,
    opened,
  }: { readonly commitSha: string | null; readonly opened: Exclude<HostAnswer<PullRequest>, { kind: "ok" }> },
): Step {
  const { serverUrl, owner, repository } = context;
  const page = `${serverUrl}/${owner}/${repository}`;
  const compared = `${escapeRef(draft.base)}...${escapeRef(draft.head)}`;
  const setting =
    opened.kind === "denied"
      ? ` The setting is "Allow GitHub Actions to create and approve pull requests": ${page}/settings/actions, Workflow permissions.`
      : "";
  return done({
    publishedAs: "branch",
    commitSha,
    reviewUrl: `${page}/compare/${compared}?expand=1`,
    reason: `${describeFailure("did not open the pull request", opened)}${setting} The branch \`${draft.head}\` holds the patch.`,
  });
}

/** A branch name as part of an address that stands in Markdown. */
function escapeRef(name: string): string {
  return name
    .split("/")
    .map((part) => encodeURIComponent(part).replace(/[()!*']/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`))
    .join("/");
}
