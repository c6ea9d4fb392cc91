import type { Case } from "./domain/case.ts";
import type { HostAnswer, PullRequest } from "./domain/pull-request.ts";
import type { Patch } from "./domain/patch.ts";
import type { RunContext } from "./domain/run-context.ts";
import type { Log, ReviewHost } from "./ports.ts";
import { choosePullRequest, compareHeads, refusePullRequest, refuseTested, stop } from "./publish/choose.ts";
import type { PublishMode, Stop } from "./publish/choose.ts";
import { describeFailure } from "./publish/host-sentence.ts";
import type { RecipeGuide } from "./publish/guide.ts";
import type { PublishFacts } from "./publish/plan.ts";
import { rebaseOntoHead } from "./publish/rebase.ts";

export interface PublishRequest {
  readonly case: Case;
  readonly patch: Patch | null;
  readonly context: RunContext;
  readonly mode: PublishMode;
  /** Null when there is no token. */
  readonly host: ReviewHost | null;
  readonly log: Log;
  readonly guides: readonly RecipeGuide[];
}

export type Gathered = { readonly kind: "facts"; readonly facts: PublishFacts } | Stop;

interface Sources {
  readonly request: PublishRequest;
  readonly patch: Patch;
  readonly mode: "suggest" | "commit";
  readonly host: ReviewHost;
  readonly branch: string;
}

/** Asks GitHub for all that the plan needs; reads only. Whatever makes a second posting possible ends it. */
export async function gatherFacts(sources: Sources): Promise<Gathered> {
  const found = await findPullRequest(sources);
  if (found.kind === "stop") return found;
  const { pullRequest } = found;
  const { request } = sources;
  const refusal = refusePullRequest(pullRequest) ?? refuseTested(request.case.sha, request.context, pullRequest);
  if (refusal !== null) return stop(refusal);
  const texts = await headTexts(sources, pullRequest);
  if (texts.kind === "stop") return texts;
  return readComments(sources, pullRequest, texts.texts);
}

async function findPullRequest({ request, host, branch }: Sources): Promise<Stop | Found> {
  const known = request.context.pullRequest;
  if (known !== null) {
    const answer = await host.pullRequest(known.number);
    return answer.kind === "ok"
      ? { kind: "found", pullRequest: answer.value }
      : stop(describeFailure("did not show the pull request", answer));
  }
  const answer = await host.openPullRequests(branch);
  if (answer.kind !== "ok") return stop(describeFailure("did not list the pull requests", answer));
  const choice = choosePullRequest(answer.value, branch);
  if (choice.kind === "stop") return choice;
  if (choice.note !== "") request.log.info(choice.note);
  return { kind: "found", pullRequest: choice.pullRequest };
}

interface Found {
  readonly kind: "found";
  readonly pullRequest: PullRequest;
}

interface Texts {
  readonly kind: "texts";
  readonly texts: ReadonlyMap<string, string>;
}

/** The touched files at the head; a stop when they are not those that were tested, or hold the patch already. */
async function headTexts({ request, patch, host }: Sources, pullRequest: PullRequest): Promise<Stop | Texts> {
  const paths = patch.changes.map(({ path }) => path);
  const newest = await readTexts(host, paths, pullRequest.headSha);
  if (newest.kind === "stop") return newest;
  if (patch.changes.every(({ path, after }) => newest.texts.get(path) === after)) {
    return stop("The branch already holds this patch.");
  }
  if (![request.context.headSha, request.case.sha].includes(pullRequest.headSha)) {
    const tested = await readTexts(host, paths, request.context.headSha);
    if (tested.kind === "stop") return tested;
    const comparison = compareHeads(paths, tested.texts, newest.texts);
    if (comparison.kind === "stop") return comparison;
    request.log.info("The pull request has new commits; the files of the patch are the same in them.");
  }
  return newest;
}

async function readTexts(host: ReviewHost, paths: readonly string[], sha: string): Promise<Stop | Texts> {
  const texts = new Map<string, string>();
  const answers = await Promise.all(paths.map(async (path) => ({ path, answer: await host.fileText(path, sha) })));
  for (const { path, answer } of answers) {
    if (answer.kind === "ok" && answer.value.kind === "text") texts.set(path, answer.value.text);
    if (answer.kind !== "ok" && answer.kind !== "missing") {
      return stop(describeFailure(`did not show \`${path}\``, answer));
    }
  }
  return { kind: "texts", texts };
}

async function readComments(
  { request, patch, mode, host }: Sources,
  pullRequest: PullRequest,
  texts: ReadonlyMap<string, string>,
): Promise<Gathered> {
  const { number, headSha } = pullRequest;
  const [viewer, comments, reviewComments, reviews, files, modes] = await Promise.all([
    host.viewer(),
    host.comments(number),
    host.reviewComments(number),
    host.reviews(number),
    host.changedFiles(number),
    mode === "commit" ? host.fileModes(headSha) : null,
  ]);
  // Without these we can't tell what an earlier run posted, and would post it twice.
  if (viewer.kind !== "ok") return stop(describeFailure("did not say who we are", viewer));
  if (comments.kind !== "ok") return stop(describeFailure("did not list the comments", comments));
  if (reviewComments.kind !== "ok") return stop(describeFailure("did not list the review comments", reviewComments));
  if (reviews.kind !== "ok") return stop(describeFailure("did not list the reviews", reviews));
  return {
    kind: "facts",
    facts: {
      mode,
      case: request.case,
      patch,
      guides: request.guides,
      context: request.context,
      pullRequest,
      rebased: rebaseOntoHead(patch, texts),
      files: valueOrNull(files),
      modes: modes === null ? null : valueOrNull(modes),
      viewer: viewer.value,
      comments: comments.value,
      reviewComments: reviewComments.value,
      reviews: reviews.value,
    },
  };
}

function valueOrNull<T>(answer: HostAnswer<T>): T | null {
  return answer.kind === "ok" ? answer.value : null;
}
