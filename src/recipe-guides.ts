import { FAMILIES } from "./draft/recipes/families.ts";
import type { RecipeGuide } from "./publish/guide.ts";

/** What pages say about each recipe; with a link to its family's guide where the action's own pages are known. */
export function recipeGuides(actionPages: string | null): readonly RecipeGuide[] {
  return FAMILIES.flatMap((family) =>
    family.recipes.map(({ id, title, explanation }) => ({
      id,
      title,
      explanation,
      ...(actionPages === null ? {} : { page: `${actionPages}/guides/${family.id}.md#${id}` }),
    })),
  );
}
