import type { Draft, Handover } from "../domain/case.ts";
import type { CandidatePatch, Patch } from "../domain/patch.ts";
import { type Accepted, patchOf } from "./accepted.ts";
import type { Baseline } from "./baseline.ts";

/** What a phase leaves to the next: what our runs of unchanged code know besides the failures, and the drafts. */
export function handoverOf(
  { run, seen }: Baseline,
  guarded: ReadonlySet<string>,
  { drafts, isDrafting }: { readonly drafts: readonly Draft[]; readonly isDrafting: boolean },
): Handover {
  return {
    evidence: isDrafting ? seen.evidence : {},
    python: run.interpreter?.version ?? null,
    packages: run.interpreter?.packages ?? {},
    guarded: [...guarded].toSorted(),
    drafts,
  };
}

/** A candidate that nobody has run yet. */
export function draftOf(groupKey: string, candidate: Omit<CandidatePatch, "edits">, patch: Patch): Draft {
  const { origin, rationale, leftAlone, mayEditTests } = candidate;
  return { groupKey, origin, patch, rationale, leftAlone, mayEditTests, hasHeld: false };
}

/** What held up, group by group, for a phase that judges it again with what others found. */
export function draftsOf(accepted: readonly Accepted[]): Draft[] {
  return accepted.flatMap(({ group, result }, index) => {
    const [first] = result.steps;
    if (first === undefined) return [];
    const earlier = new Map(patchOf(accepted.slice(0, index)).changes.map((change) => [change.path, change.after]));
    const changes = result.patch.changes
      .map((change) => ({ ...change, before: earlier.get(change.path) ?? change.before }))
      .filter(({ before, after }) => before !== after);
    const rationale = [...new Set(result.steps.map((step) => step.rationale))].join(" ");
    // What an LLM had a hand in may not touch tests, whoever else had.
    const mayEditTests =
      result.steps.every(({ origin }) => origin.kind === "recipe") && result.steps.some((step) => step.mayEditTests);
    const leftAlone = result.steps.flatMap((step) => step.leftAlone);
    const draft = draftOf(group.key, { origin: first.origin, rationale, leftAlone, mayEditTests }, { changes });
    return [{ ...draft, hasHeld: true }];
  });
}
