import type { Recipe } from "../recipe.ts";
import { arrayCopy } from "./array-copy.ts";
import { ndarrayMethods } from "./ndarray-methods.ts";
import { removedNumpyFunctions } from "./removed-numpy-functions.ts";

/** In the order in which they are asked. */
export const DATA_RECIPES: readonly Recipe[] = [removedNumpyFunctions, ndarrayMethods, arrayCopy];
