import type { Recipe } from "./recipe.ts";

/** Every recipe, in the order in which they are asked. */
export const RECIPES: readonly Recipe[] = [];
