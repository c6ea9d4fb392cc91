import type { Recipe } from "../recipe.ts";
import { changedWhileIterating } from "./changed-while-iterating.ts";
import { missingSelf } from "./missing-self.ts";
import { misspeltKeyword } from "./misspelt-keyword.ts";
import { mutableDataclassDefault } from "./mutable-dataclass-default.ts";

/** In the order in which they are asked. */
export const SLIPS_RECIPES: readonly Recipe[] = [
  changedWhileIterating,
  missingSelf,
  misspeltKeyword,
  mutableDataclassDefault,
];
