import type { Recipe } from "../recipe.ts";
import { argumentsByName } from "./arguments-by-name.ts";
import { arrayCopy } from "./array-copy.ts";
import { fillMethod } from "./fill-method.ts";
import { frequencyAlias } from "./frequency-alias.ts";
import { ndarrayMethods } from "./ndarray-methods.ts";
import { pandasAppend } from "./pandas-append.ts";
import { removedNumpyFunctions } from "./removed-numpy-functions.ts";

/** In the order in which they are asked. */
export const DATA_RECIPES: readonly Recipe[] = [
  removedNumpyFunctions,
  ndarrayMethods,
  arrayCopy,
  pandasAppend,
  fillMethod,
  argumentsByName,
  frequencyAlias,
];
