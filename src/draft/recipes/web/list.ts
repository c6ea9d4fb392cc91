import type { Recipe } from "../recipe.ts";

/** In the order in which they are asked. */
export const WEB_RECIPES: readonly Recipe[] = [];
