import type { Recipe } from "../recipe.ts";
import { engineExecute } from "./engine-execute.ts";
import { engineInspect } from "./engine-inspect.ts";
import { loaderOptionString } from "./loader-option-string.ts";
import { mappedAnnotation } from "./mapped-annotation.ts";
import { rowMapping } from "./row-mapping.ts";
import { textualSql } from "./textual-sql.ts";
import { uniqueResult } from "./unique-result.ts";
import { unpackedList } from "./unpacked-list.ts";

/** In the order in which they are asked. */
export const SQLALCHEMY_RECIPES: readonly Recipe[] = [
  textualSql,
  engineExecute,
  engineInspect,
  unpackedList,
  rowMapping,
  loaderOptionString,
  uniqueResult,
  mappedAnnotation,
];
