import type { Recipe } from "../recipe.ts";
import { brokenSyntax } from "./broken-syntax.ts";
import { importMissingName } from "./import-missing-name.ts";
import { importSubmodule } from "./import-submodule.ts";
import { invalidEscape } from "./invalid-escape.ts";
import { misspeltAttribute } from "./misspelt-attribute.ts";
import { misspeltImport } from "./misspelt-import.ts";
import { misspeltName } from "./misspelt-name.ts";
import { selfAttribute } from "./self-attribute.ts";
import { moduleForClass } from "./module-for-class.ts";
import { movedSymbol } from "./moved-symbol.ts";
import { ownImport } from "./own-import.ts";

/** In the order in which they are asked: what is known for sure before what only resembles. */
export const TYPOS_RECIPES: readonly Recipe[] = [
  brokenSyntax,
  invalidEscape,
  selfAttribute,
  importMissingName,
  importSubmodule,
  moduleForClass,
  ownImport,
  movedSymbol,
  misspeltImport,
  misspeltName,
  misspeltAttribute,
];
