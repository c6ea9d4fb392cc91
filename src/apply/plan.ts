import type { CandidatePatch, FileChange, Mismatch, Patch } from "../domain/patch.ts";
import { applyEdits } from "../text/apply-edits.ts";

/** What to write, or why the candidate does not fit the files. */
export type AppliedPatch = { readonly kind: "applied"; readonly patch: Patch };

/**
 * The patch that results from making a candidate's edits on top of an earlier patch. `texts` are the files as the
 * candidate saw them (earlier patch included); `before` of every change is the file as it was checked out.
 */
export function planPatch(
  candidate: CandidatePatch,
  texts: ReadonlyMap<string, string>,
  earlier: Patch,
): AppliedPatch | Mismatch {
  const changes = new Map(earlier.changes.map((change) => [change.path, change]));
  for (const path of new Set(candidate.edits.map((edit) => edit.path))) {
    const change = changeOf(candidate, path, { current: texts.get(path), before: changes.get(path)?.before });
    if ("kind" in change) return change;
    changes.set(path, change);
  }
  const effective = [...changes.values()].filter((change) => change.before !== change.after);
  if (effective.length === 0) return { kind: "mismatch", path: "", reason: "the edits change nothing" };
  return { kind: "applied", patch: { changes: effective } };
}

function changeOf(
  candidate: CandidatePatch,
  path: string,
  texts: { readonly current: string | undefined; readonly before: string | undefined },
): FileChange | Mismatch {
  if (texts.current === undefined) return { kind: "mismatch", path, reason: "the file was not shown to the drafter" };
  const after = applyEdits(
    texts.current,
    candidate.edits.filter((edit) => edit.path === path),
  );
  if (typeof after !== "string") return { kind: "mismatch", path, reason: `an edit ${after.reason}` };
  return { path, before: texts.before ?? texts.current, after };
}
