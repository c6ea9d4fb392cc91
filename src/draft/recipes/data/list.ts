import type { Recipe } from "../recipe.ts";
import { argumentsByName } from "./arguments-by-name.ts";
import { arrayCopy } from "./array-copy.ts";
import { chainedAssignment } from "./chained-assignment.ts";
import { encodedToken } from "./encoded-token.ts";
import { fillMethod } from "./fill-method.ts";
import { frequencyAlias } from "./frequency-alias.ts";
import { marshmallowHooks } from "./marshmallow-hooks.ts";
import { marshmallowResults } from "./marshmallow-results.ts";
import { ndarrayMethods } from "./ndarray-methods.ts";
import { pandasAppend } from "./pandas-append.ts";
import { pillowTextSize } from "./pillow-text-size.ts";
import { removedNumpyFunctions } from "./removed-numpy-functions.ts";
import { rootMeanSquaredError } from "./root-mean-squared-error.ts";
import { yamlLoader } from "./yaml-loader.ts";

/** In the order in which they are asked. */
export const DATA_RECIPES: readonly Recipe[] = [
  removedNumpyFunctions,
  ndarrayMethods,
  arrayCopy,
  pandasAppend,
  chainedAssignment,
  fillMethod,
  argumentsByName,
  frequencyAlias,
  marshmallowHooks,
  marshmallowResults,
  yamlLoader,
  encodedToken,
  rootMeanSquaredError,
  pillowTextSize,
];
