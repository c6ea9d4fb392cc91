import type { CommitDraft } from "../domain/pull-request.ts";
import { patchIdOf, renderTrailer } from "./commit-trailer.ts";
import { renderCommitMessage } from "./commit-message.ts";
import { type CommonFacts, impossible, type Impossible, type PublishFacts } from "./facts.ts";
import { markerSource } from "./marker.ts";
import type { CommitRecord } from "./marker.ts";
import { describeUnplaceable } from "./rebase.ts";

/**
 * A commit on the pull request's branch. `mutation` = GitHub's own commits: signed, but every file becomes a plain one;
 * `git-data` = built from objects, with the modes that the files have.
 */
export interface CommitRung {
  readonly kind: "commit";
  readonly method: "mutation" | "git-data";
  readonly draft: CommitDraft;
  readonly patchId: string;
  /** Commits of ours on this pull request before this one. */
  readonly known: readonly CommitRecord[];
}

export function planCommit(facts: PublishFacts): CommitRung | Impossible {
  const { pullRequest, loop } = facts;
  if (loop.kind === "no-commit") return impossible(loop.reason);
  if (pullRequest.headRepository === null) return impossible("The fork that this pull request came from is gone.");
  const draft = draftCommit(facts, {
    repository: pullRequest.headRepository,
    branch: pullRequest.headRef,
    expectedHeadSha: pullRequest.headSha,
  });
  if (draft.kind === "impossible") return draft;
  const isPlain = draft.draft.files.every(({ mode }) => mode === "100644");
  const refusal = refuseFork(facts, isPlain);
  if (refusal !== null) return impossible(refusal);
  const patchId = publishedPatchId(facts);
  const trailer = renderTrailer({ attempt: loop.attempt, patchId, groups: markerSource(facts).groups });
  return {
    kind: "commit",
    method: isPlain ? "mutation" : "git-data",
    patchId,
    known: loop.known,
    draft: { ...draft.draft, body: `${draft.draft.body}\n\n${trailer}` },
  };
}

function refuseFork({ pullRequest, options }: PublishFacts, isPlain: boolean): string | null {
  if (pullRequest.headRepository === pullRequest.baseRepository) return null;
  if (!pullRequest.maintainerCanModify) return "The branch is in a fork whose author does not let maintainers edit it.";
  if (!options.mayCommitToForks) return "The branch is in a fork, and `commit-to-forks` is off.";
  return isPlain ? null : "A file is executable, and that is not kept in a commit to a fork.";
}

/** Whether the same patch could be a commit, as far as anybody can say who has not asked for the files' modes. */
export function mayOfferCommit(facts: PublishFacts): boolean {
  const { rebased, loop, pullRequest } = facts;
  const isPlaced = rebased.kind === "rebased" && pullRequest.headRepository !== null;
  return isPlaced && loop.kind !== "no-commit" && refuseFork(facts, true) === null;
}

/** Of the patch as it would be published. */
export function publishedPatchId({ rebased, patch }: Pick<CommonFacts, "rebased" | "patch">): string {
  return patchIdOf(rebased.kind === "rebased" ? rebased.patch : patch);
}

/** The commit, or why there can be none: files that are no regular files, or of which nobody knows. */
export function draftCommit(
  facts: CommonFacts,
  place: Pick<CommitDraft, "repository" | "branch" | "expectedHeadSha">,
): { readonly kind: "draft"; readonly draft: CommitDraft } | Impossible {
  const { rebased, modes } = facts;
  if (rebased.kind === "unplaceable") return impossible(describeUnplaceable(rebased));
  if (modes === null)
    return impossible("GitHub would not list the modes of the files, and a commit could change them.");
  const files: CommitDraft["files"][number][] = [];
  for (const { path, after } of rebased.patch.changes) {
    const mode = modes.get(path);
    if (mode !== "100644" && mode !== "100755") return impossible(`\`${path}\` ${describeMode(mode)}`);
    files.push({ path, text: after, mode });
  }
  return { kind: "draft", draft: { ...place, ...renderCommitMessage(facts), files } };
}

function describeMode(mode: string | undefined): string {
  switch (mode) {
    case undefined:
      return "is missing in GitHub's list of files, so its mode is not known, and a commit could change it.";
    case "120000":
      return "is a link, and a commit would make it a file.";
    default:
      return "is no plain file, and a commit would make it one.";
  }
}
