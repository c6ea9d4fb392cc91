import type { Recipe } from "../recipe.ts";
import { assignedWithoutGlobal } from "./assigned-without-global.ts";
import { awaitInTest } from "./await-in-test.ts";
import { awaitInPlainFunction } from "./await-in-plain-function.ts";
import { awaitOfPlainValue } from "./await-of-plain-value.ts";
import { changedWhileIterating } from "./changed-while-iterating.ts";
import { circularImport } from "./circular-import.ts";
import { earlyAnnotation } from "./early-annotation.ts";
import { fieldOrder } from "./field-order.ts";
import { listOfView } from "./list-of-view.ts";
import { missingSelf } from "./missing-self.ts";
import { misspeltKeyword } from "./misspelt-keyword.ts";
import { misspeltOverride } from "./misspelt-override.ts";
import { mutableDataclassDefault } from "./mutable-dataclass-default.ts";
import { mutableDefaultArgument } from "./mutable-default-argument.ts";
import { naiveNow } from "./naive-now.ts";
import { numberInText } from "./number-in-text.ts";
import { textToHash } from "./text-to-hash.ts";
import { uncalledMethod } from "./uncalled-method.ts";

/** In the order in which they are asked. */
export const SLIPS_RECIPES: readonly Recipe[] = [
  awaitInTest,
  awaitInPlainFunction,
  awaitOfPlainValue,
  changedWhileIterating,
  missingSelf,
  misspeltKeyword,
  mutableDataclassDefault,
  assignedWithoutGlobal,
  circularImport,
  naiveNow,
  fieldOrder,
  listOfView,
  uncalledMethod,
  earlyAnnotation,
  numberInText,
  textToHash,
  misspeltOverride,
  mutableDefaultArgument,
];
