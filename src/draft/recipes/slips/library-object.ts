import { externalName } from "../../../syntax/resolve.ts";
import { dottedName } from "../../../syntax/tree.ts";
import type { PythonNode } from "../../../domain/python.ts";
import type { OwnPlace } from "../../names/place.ts";
import type { RecipeInput } from "../recipe.ts";

/** Types that say nothing of where an object comes from, and stand-ins. */
const UNTOLD = /^(builtins\.|unittest\.mock\.|mock\.|module$|function$|method$|NoneType$|dict$|list$|tuple$|str$)/;

/** The type of the variable that a dotted name starts at, when it is known and none of the project's own. */
export function libraryType(input: RecipeInput, place: OwnPlace, node: PythonNode | undefined): string | undefined {
  const root = dottedName(node)?.split(".")[0];
  const type = root === undefined ? undefined : place.frame.locals?.[root];
  if (type === undefined || UNTOLD.test(type) || !type.includes(".")) return undefined;
  return isOwnModule(input, type) ? undefined : type;
}

/** True when a callee is a method of a library's object, or a function imported from a library. */
export function isOfLibrary(input: RecipeInput, place: OwnPlace, callee: PythonNode | undefined): boolean {
  if (libraryType(input, place, callee) !== undefined) return true;
  const name = dottedName(callee);
  const root = name?.split(".")[0] ?? "";
  const isVariable = place.frame.locals?.[root] !== undefined && place.frame.locals[root] !== "module";
  return !isVariable && externalName(input.project, place.module, name) !== undefined;
}

/** By folders and files of the repository: a package may do without an `__init__.py`. */
function isOwnModule({ project }: RecipeInput, type: string): boolean {
  const top = type.split(".")[0] ?? type;
  return project.trackedFiles.some((path) => path.replace(/\.py$/, "").split("/").includes(top));
}
