import type { Recipe } from "../recipe.ts";
import { importMissingName } from "./import-missing-name.ts";
import { missingSelf } from "./missing-self.ts";
import { movedSymbol } from "./moved-symbol.ts";

/** In the order in which they are asked. */
export const TYPOS_RECIPES: readonly Recipe[] = [missingSelf, importMissingName, movedSymbol];
