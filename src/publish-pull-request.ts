import type { HostAnswer, HostFailure, MadeCommit, PullRequest } from "./domain/pull-request.ts";
import type { ReviewHost } from "./ports.ts";
import { checksSentence } from "./publish/checks.ts";
import type { CommonFacts } from "./publish/facts.ts";
import { describeFailure } from "./publish/host-sentence.ts";
import type { PullRequestRung } from "./publish/pull-request-rung.ts";
import { startChecks } from "./publish-dispatch.ts";
import { sendOnce } from "./publish-send.ts";
import { done, failed, type Step } from "./publish-step.ts";

/** The branch first, then its pull request: an end between the two is taken up by the next run. */
export async function openPullRequest(rung: PullRequestRung, facts: CommonFacts, host: ReviewHost): Promise<Step> {
  const pushed = rung.commit === null ? null : await push(rung, host);
  if (pushed !== null && pushed.kind !== "ok") {
    return failed("did not take the commit", { ...pushed, needs: pushed.needs ?? "contents=write" });
  }
  const commitSha = pushed?.value.sha ?? rung.replaces;
  const answer = await present(rung, host);
  if (answer.kind !== "ok") return leaveBranch(rung, facts, { commitSha, answer });
  const { pullRequest, remark: leftAs } = answer.value;
  const { url } = pullRequest;
  const remarks = [
    leftAs,
    await label(rung, pullRequest, host),
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
async function push(rung: PullRequestRung, host: ReviewHost): Promise<HostAnswer<MadeCommit>> {
  const { commit, draft, replaces } = rung;
  if (commit === null) throw new Error("there is nothing to push");
  // A commit that no branch has yet shows nowhere: it may be written again.
  const made = await sendOnce({ send: async () => host.writeCommit(commit), find: nowhere }, host);
  if (made.kind !== "ok") return made;
  const { sha } = made.value;
  const send = async (): Promise<HostAnswer<null>> =>
    replaces === null ? host.createBranch(draft.head, sha) : host.moveBranch(draft.head, sha, { mayDrop: true });
  const find = async (): Promise<HostAnswer<string | null>> => reached(rung, sha, host);
  // GitHub moves a branch without asking where it is: seconds have passed since we looked, so look once more.
  const ready = await find();
  if (ready.kind !== "ok") return ready;
  const moved = await sendOnce({ send: async () => onValue(await send(), sha), find }, host);
  if (moved.kind === "ok") return made;
  const now = await find();
  if (now.kind === "stale") return now;
  return now.kind === "ok" && now.value !== null ? made : moved;
}

async function nowhere(): Promise<HostAnswer<null>> {
  return Promise.resolve({ kind: "ok", value: null });
}

function onValue<T>(answer: HostAnswer<unknown>, value: T): HostAnswer<T> {
  return answer.kind === "ok" ? { kind: "ok", value } : answer;
}

/**
 * The commit where the branch holds it; null where it does not, or is not there. A branch that holds neither this nor
 * what it is to replace is `stale`: moving it would drop what somebody pushed while we waited.
 */
async function reached(
  { draft, replaces }: PullRequestRung,
  sha: string,
  host: ReviewHost,
): Promise<HostAnswer<string | null>> {
  const now = await host.branch(draft.head);
  if (now.kind === "missing") return { kind: "ok", value: null };
  if (now.kind !== "ok") return now;
  if (now.value.sha === sha) return { kind: "ok", value: sha };
  if (replaces === null || now.value.sha === replaces) return { kind: "ok", value: null };
  return { kind: "stale", message: "somebody pushed to the branch", needs: null };
}

/** What people see; the remark says what is not as it should be, and is empty when nothing is. */
interface Presented {
  readonly pullRequest: PullRequest;
  readonly remark: string;
}

/** Opened, or brought up to date; when an answer is lost, what is there now decides. */
async function present({ draft, existing }: PullRequestRung, host: ReviewHost): Promise<HostAnswer<Presented>> {
  if (existing?.isSame === true) return presented(existing.pullRequest);
  if (existing === null) return open(draft, host);
  const { number } = existing.pullRequest;
  // Twice the same title and text is as once.
  const answer = await sendOnce({ send: async () => host.updatePullRequest(number, draft), find: nowhere }, host);
  // Its branch holds the patch already: the page is only older than it.
  return answer.kind === "ok"
    ? presented(answer.value)
    : presented(existing.pullRequest, describeFailure("did not change the pull request's title and text", answer));
}

function presented(pullRequest: PullRequest, remark = ""): HostAnswer<Presented> {
  return { kind: "ok", value: { pullRequest, remark } };
}

async function open(draft: PullRequestRung["draft"], host: ReviewHost): Promise<HostAnswer<Presented>> {
  const find = async (): Promise<HostAnswer<PullRequest | null>> => opened(draft, host);
  const answer = await sendOnce({ send: async () => host.createPullRequest(draft), find }, host);
  if (answer.kind === "ok") return presented(answer.value);
  if (draft.isDraft && answer.kind === "invalid" && NO_DRAFTS.test(answer.message)) return openForReview(draft, host);
  const now = answer.kind === "invalid" ? await find() : answer;
  return now.kind === "ok" && now.value !== null ? presented(now.value) : answer;
}

/** Private repositories of some plans have none. */
const NO_DRAFTS = /draft pull requests are not supported/i;

async function openForReview(draft: PullRequestRung["draft"], host: ReviewHost): Promise<HostAnswer<Presented>> {
  const answer = await open({ ...draft, isDraft: false }, host);
  const remark = "This repository has no drafts, so the pull request is none.";
  return answer.kind === "ok" ? presented(answer.value.pullRequest, remark) : answer;
}

async function opened(
  { head, base }: PullRequestRung["draft"],
  host: ReviewHost,
): Promise<HostAnswer<PullRequest | null>> {
  const now = await host.pullRequestsFrom(head);
  if (now.kind !== "ok") return now;
  return { kind: "ok", value: now.value.find(({ state, baseRef }) => state === "open" && baseRef === base) ?? null };
}

async function label(
  { labels, existing }: PullRequestRung,
  { number }: PullRequest,
  host: ReviewHost,
): Promise<string> {
  if (labels.length === 0 || existing !== null) return "";
  const send = async (): Promise<HostAnswer<null>> => {
    const answer = await host.addLabels(number, labels);
    // Right after it was made, a pull request may not be found yet.
    const isEarly = answer.kind !== "ok" && /could not resolve to a node/i.test(answer.message);
    return isEarly ? { ...answer, kind: "unavailable" } : answer;
  };
  // A label that is there already is no other one.
  const answer = await sendOnce({ send, find: nowhere }, host);
  return answer.kind === "ok" ? "" : describeFailure("did not set the labels", answer);
}

/** The branch stays: one click on the page that compares it opens the pull request by hand. */
function leaveBranch(
  { draft }: PullRequestRung,
  { context }: CommonFacts,
  { commitSha, answer }: { readonly commitSha: string | null; readonly answer: HostFailure },
): Step {
  const { serverUrl, owner, repository } = context;
  const page = `${serverUrl}/${owner}/${repository}`;
  const compared = `${escapeRef(draft.base)}...${escapeRef(draft.head)}`;
  const setting = /not permitted to create/i.test(answer.message)
    ? ` The setting is "Allow GitHub Actions to create and approve pull requests": ${page}/settings/actions, Workflow permissions.`
    : "";
  return done({
    publishedAs: "branch",
    commitSha,
    reviewUrl: `${page}/compare/${compared}?expand=1`,
    reason: `${describeFailure("did not open the pull request", answer)}${setting} The branch \`${draft.head}\` holds the patch.`,
  });
}

/** A branch name as part of an address that stands in Markdown. */
function escapeRef(name: string): string {
  return name
    .split("/")
    .map((part) => encodeURIComponent(part).replace(/[()!*']/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`))
    .join("/");
}
