import type { Case } from "../domain/case.ts";
import type { Patch } from "../domain/patch.ts";
import type { CommitDraft, NewPullRequest, PullRequest } from "../domain/pull-request.ts";
import type { RunContext } from "../domain/run-context.ts";
import { BODY_LIMIT } from "../text/markdown.ts";
import { draftCommit } from "./commit-rung.ts";
import { type CommonFacts, type FixBase, type FixBranch, guideInput, impossible, type Impossible } from "./facts.ts";
import { readTrailer, renderTrailer } from "./commit-trailer.ts";
import { fingerprint } from "./fingerprint.ts";
import { renderGuide } from "./guide.ts";
import { markerKey, markerSource, renderMarker, scopeOf, writtenBy } from "./marker.ts";

/** A pull request of our own: its branch made or moved to one commit on the base, then opened or brought up to date. */
export interface PullRequestRung {
  readonly kind: "pull-request";
  readonly draft: NewPullRequest;
  readonly labels: readonly string[];
  /** Null when the branch holds this very patch. */
  readonly commit: CommitDraft | null;
  /** The branch's head that is replaced; null when the branch is new. */
  readonly replaces: string | null;
  /** The open one of this branch. */
  readonly existing: { readonly pullRequest: PullRequest; readonly isSame: boolean } | null;
}

/**
 * `autofix/<base>/<key>`: the key stands for the workflow's job and the tests that the patch mends, so that a later patch
 * for the same tests takes the place of the one before.
 */
export function fixBranchName(
  { case: found, context }: { readonly case: Case; readonly context: RunContext },
  base: string,
): string {
  const tests = [...(found.verification?.targets ?? [])].sort();
  return `autofix/${base}/${fingerprint([scopeOf(context), ...tests])}`;
}

/** The pull request to open or update, or why it can't be: what people did to our branch is left alone. */
export function planPullRequest(facts: CommonFacts, base: FixBase, branch: FixBranch): PullRequestRung | Impossible {
  const { viewer, context, rebased } = facts;
  const key = rebased.kind === "rebased" ? patchKey(rebased.patch) : "";
  const { owner, repository } = context;
  const drafted = draftCommit(facts, {
    repository: `${owner}/${repository}`,
    branch: branch.name,
    expectedHeadSha: base.sha,
  });
  if (drafted.kind === "impossible") return drafted;
  const refusal = refuseBranch(branch, { viewer, key, scope: scopeOf(context) });
  if (refusal !== null) return impossible(refusal);
  const { draft } = drafted;
  const open = branch.pullRequests.find(({ state, baseRef }) => state === "open" && baseRef === base.branch);
  const body = renderBody(facts, key);
  const trailer = renderTrailer({ attempt: 1, patchId: key, groups: markerSource(facts).groups });
  return {
    kind: "pull-request",
    draft: { head: branch.name, base: base.branch, title: draft.headline, body, isDraft: facts.options.isDraft },
    labels: facts.options.labels,
    commit: patchOf(branch.head?.message ?? "") === key ? null : { ...draft, body: `${draft.body}\n\n${trailer}` },
    replaces: branch.head?.sha ?? null,
    existing: open === undefined ? null : { pullRequest: open, isSame: keyIn(open, facts) === key },
  };
}

/** Of the whole files: a base that moved on asks for another commit. */
function patchKey({ changes }: Patch): string {
  return fingerprint(changes.flatMap(({ path, before, after }) => [path, before, after]));
}

function patchOf(message: string): string | null {
  return readTrailer(message)?.patchId ?? null;
}

function keyIn({ body }: PullRequest, { context }: CommonFacts): string | null {
  return markerKey(body, { kind: "pull-request", scope: scopeOf(context) });
}

function refuseBranch(
  { name, head, pullRequests }: FixBranch,
  { viewer, key, scope }: { readonly viewer: string; readonly key: string; readonly scope: string },
): string | null {
  const isOurs = head === null || (writtenBy(viewer, [head]).length > 0 && patchOf(head.message) !== null);
  if (!isOurs) return `The branch \`${name}\` holds commits of others, so it is left as it is.`;
  const closed = pullRequests.find(
    ({ state, isMerged, body }) =>
      state === "closed" && !isMerged && markerKey(body, { kind: "pull-request", scope }) === key,
  );
  return closed === undefined
    ? null
    : `Pull request ${closed.number} brought this very patch and was closed: it is not opened again.`;
}

function renderBody(facts: CommonFacts, key: string): string {
  const opening = "This commit is the whole patch. The tests were run with it on the commit that it builds on.";
  const mark = renderMarker({ ...markerSource(facts), kind: "pull-request", key, commits: [] });
  const limit = BODY_LIMIT - mark.length - 10;
  return `${renderGuide(guideInput(facts), { opening, isPatchFolded: true, limit })}\n\n${mark}\n`;
}
