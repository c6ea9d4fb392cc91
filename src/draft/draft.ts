import type { CandidatePatch } from "../domain/patch.ts";
import type { Recipe, RecipeInput } from "./recipes/recipe.ts";

/** Candidates for one group, recipes in their order, one at a time: a later recipe is asked only when it is needed. */
export function* draftCandidates(recipes: readonly Recipe[], input: RecipeInput): Generator<CandidatePatch> {
  for (const recipe of recipes) {
    for (const draft of recipe.draft(input)) {
      if (draft.edits.length === 0) continue;
      yield {
        origin: { kind: "recipe", id: recipe.id },
        edits: draft.edits,
        rationale: draft.rationale,
        leftAlone: draft.leftAlone,
        mayEditTests: false,
      };
    }
  }
}
