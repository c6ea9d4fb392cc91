import type { CandidatePatch, Patch } from "../domain/patch.ts";
import { isTestSetup } from "../text/protected-paths.ts";

/**
 * The candidate as the guard is to judge the whole patch by: one that edits no test may build upon an earlier one that was
 * allowed to, one that edits a test needs leave of its own.
 */
export function allowedBefore(candidate: CandidatePatch, guarded: ReadonlySet<string>, earlier: Patch): CandidatePatch {
  const isTest = ({ path }: { readonly path: string }): boolean => guarded.has(path) || isTestSetup(path);
  if (candidate.edits.some(isTest) || !earlier.changes.some(isTest)) return candidate;
  return { ...candidate, mayEditTests: true };
}
