import type { Recipe } from "../recipe.ts";

/** In the order in which they are asked. */
export const SQLALCHEMY_RECIPES: readonly Recipe[] = [];
