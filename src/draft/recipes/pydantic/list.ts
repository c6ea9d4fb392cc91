import type { Recipe } from "../recipe.ts";
import { annotateFields } from "./annotate-fields.ts";
import { configKeys } from "./config-keys.ts";
import { fieldKeywords } from "./field-keywords.ts";
import { jsonDumps } from "./json-dumps.ts";
import { optionalFieldDefault } from "./optional-default.ts";
import { rootValidatorSkip } from "./root-validator-skip.ts";
import { settingsPackage } from "./settings-package.ts";
import { validatorInfo } from "./validator-info.ts";

/** In the order in which they are asked. */
export const PYDANTIC_RECIPES: readonly Recipe[] = [
  settingsPackage,
  fieldKeywords,
  rootValidatorSkip,
  validatorInfo,
  annotateFields,
  configKeys,
  optionalFieldDefault,
  jsonDumps,
];
