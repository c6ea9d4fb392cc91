import type { CandidatePatch } from "../domain/patch.ts";
import type { Recipe, RecipeInput } from "./recipes/recipe.ts";

/** Drafts candidates by other means than rules, one at a time, best first. */
export type Drafter = (input: RecipeInput) => AsyncIterable<CandidatePatch>;

/** Everybody who drafts. */
export interface Drafters {
  readonly recipes: readonly Recipe[];
  readonly drafters: readonly Drafter[];
}

/** Candidates for one group, recipes first and in their order, one at a time: each is asked only when it is needed. */
export async function* draftCandidates(
  { recipes, drafters }: Drafters,
  input: RecipeInput,
): AsyncGenerator<CandidatePatch> {
  yield* recipeCandidates(recipes, input);
  for (const drafter of drafters) yield* drafter(input);
}

function* recipeCandidates(recipes: readonly Recipe[], input: RecipeInput): Generator<CandidatePatch> {
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
