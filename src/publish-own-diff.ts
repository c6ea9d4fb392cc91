import type { ChangedFile, PullRequest } from "./domain/pull-request.ts";
import type { DiffTexts, ReviewHost } from "./ports.ts";
import { completeFiles, hunksOnly, missingDiffs, type MissingDiff } from "./publish/missing-diffs.ts";
import type { Rebased } from "./publish/rebase.ts";

interface OwnDiffs {
  readonly rebased: Rebased;
  readonly pullRequest: PullRequest;
  readonly host: ReviewHost;
  readonly diff: DiffTexts;
}

/**
 * GitHub's list of files, with a diff of our own of those patched files that it gives none of: the file at the merge base
 * against the file at the head. What can't be proven stays as it was, and then takes no suggestion.
 */
export async function withOwnDiffs(
  files: readonly ChangedFile[] | null,
  sources: OwnDiffs,
): Promise<readonly ChangedFile[] | null> {
  const { rebased, pullRequest, host } = sources;
  if (rebased.kind !== "rebased") return files;
  const { changes } = rebased.patch;
  const missing = missingDiffs(
    changes.map(({ path }) => path),
    files,
  );
  if (missing.length === 0) return files;
  const base = await host.mergeBase(pullRequest.baseSha, pullRequest.headSha);
  if (base.kind !== "ok") return files;
  const made: ChangedFile[] = [];
  for (const one of missing) {
    const head = changes.find(({ path }) => path === one.path)?.before ?? "";
    const patch = await ownDiff(one, { head, base: base.value }, sources);
    if (patch !== null) made.push({ path: one.path, patch });
  }
  return completeFiles(files, made);
}

/** Null where the text at the merge base is not known, or the two do not differ. */
async function ownDiff(
  { before }: MissingDiff,
  { head, base }: { readonly head: string; readonly base: string },
  { host, diff }: OwnDiffs,
): Promise<string | null> {
  const old = before === null ? "" : await textAt(before, base, host);
  // A file that is not there may have had another name, which only GitHub's list tells.
  if (old === null) return null;
  const made = await diff(old, head);
  const hunks = made === null ? "" : hunksOnly(made);
  return hunks === "" ? null : hunks;
}

async function textAt(path: string, sha: string, host: ReviewHost): Promise<string | null> {
  const file = await host.fileText(path, sha);
  return file.kind === "ok" && file.value.kind === "text" ? file.value.text : null;
}
