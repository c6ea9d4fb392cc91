import type { Recipe } from "../recipe.ts";
import { assignedWithoutGlobal } from "./assigned-without-global.ts";
import { awaitInTest } from "./await-in-test.ts";
import { awaitOfPlainValue } from "./await-of-plain-value.ts";
import { circularImport } from "./circular-import.ts";
import { changedWhileIterating } from "./changed-while-iterating.ts";
import { missingSelf } from "./missing-self.ts";
import { misspeltKeyword } from "./misspelt-keyword.ts";
import { mutableDefaultArgument } from "./mutable-default-argument.ts";
import { mutableDataclassDefault } from "./mutable-dataclass-default.ts";
import { naiveNow } from "./naive-now.ts";

/** In the order in which they are asked. */
export const SLIPS_RECIPES: readonly Recipe[] = [
  awaitInTest,
  awaitOfPlainValue,
  changedWhileIterating,
  missingSelf,
  misspeltKeyword,
  mutableDataclassDefault,
  assignedWithoutGlobal,
  circularImport,
  naiveNow,
  mutableDefaultArgument,
];
