import { FAMILIES } from "./families.ts";
import type { Recipe } from "./recipe.ts";

/** Every recipe, in the order in which they are asked. */
export const RECIPES: readonly Recipe[] = FAMILIES.flatMap(({ recipes }) => recipes);
