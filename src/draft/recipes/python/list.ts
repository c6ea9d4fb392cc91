import type { Recipe } from "../recipe.ts";
import { entryPointGroups } from "./entry-point-groups.ts";
import { exceptionMessage } from "./exception-message.ts";
import { generatorCoroutine } from "./generator-coroutine.ts";
import { hasKey } from "./has-key.ts";
import { ownStrtobool } from "./own-strtobool.ts";
import { python2Names } from "./python2-names.ts";
import { removedDistutils } from "./removed-distutils.ts";
import { sampleOfSet } from "./sample-of-set.ts";
import { sortByCmp } from "./sort-by-cmp.ts";
import { stringEnum } from "./string-enum.ts";
import { utcNow } from "./utc-now.ts";
import { waitForTasks } from "./wait-for-tasks.ts";
import { wholeDivision } from "./whole-division.ts";

/** In the order in which they are asked. */
export const PYTHON_RECIPES: readonly Recipe[] = [
  removedDistutils,
  ownStrtobool,
  generatorCoroutine,
  waitForTasks,
  entryPointGroups,
  python2Names,
  hasKey,
  exceptionMessage,
  sortByCmp,
  utcNow,
  sampleOfSet,
  wholeDivision,
  stringEnum,
];
