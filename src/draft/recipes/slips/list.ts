import type { Recipe } from "../recipe.ts";

/** In the order in which they are asked. */
export const SLIPS_RECIPES: readonly Recipe[] = [];
