import type { Recipe } from "../recipe.ts";
import { fieldKeywords } from "./field-keywords.ts";
import { optionalFieldDefault } from "./optional-default.ts";
import { rootValidatorSkip } from "./root-validator-skip.ts";
import { validatorInfo } from "./validator-info.ts";

/** In the order in which they are asked. */
export const PYDANTIC_RECIPES: readonly Recipe[] = [
  fieldKeywords,
  rootValidatorSkip,
  validatorInfo,
  optionalFieldDefault,
];
