import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { child, walk, word } from "../../../syntax/tree.ts";
import { boundOtherwise, importedNames } from "../../names/bindings.ts";
import { isAtLine, type OwnPlace, ownPlaces } from "../../names/place.ts";
import type { RecipeInput } from "../recipe.ts";

/** A name that the product's code reads and nothing binds, at the line that failed. */
export interface UndefinedName {
  readonly place: OwnPlace;
  readonly module: PythonModule;
  readonly name: string;
  /** Where the failing line reads it. */
  readonly node: PythonNode;
}

/** The undefined names of a group, in product code and written as names there; nothing for what only some text mentions. */
export function undefinedNames(input: RecipeInput): UndefinedName[] {
  return ownPlaces(input).flatMap((place) => {
    const { module, frame, type, message } = place;
    const name = type === "NameError" ? /^name '(\w{1,200})' is not defined/.exec(message)?.[1] : undefined;
    if (name === undefined || input.project.guarded.has(module.path) || hasStarImport(module)) return [];
    const node = readsOf(module.tree, name).find((entry) => isAtLine(module, entry, frame.line));
    return node ? [{ place, module, name, node }] : [];
  });
}

/** Every place below a node that reads a name, with a position. */
export function readsOf(tree: PythonNode, name: string): PythonNode[] {
  return [...walk(tree)].filter(
    (node) => node.kind === "Name" && word(node, "id") === name && child(node, "ctx")?.kind === "Load",
  );
}

/** What a star brings is not known. */
export function hasStarImport(module: PythonModule): boolean {
  return [...walk(module.tree)].some((node) => node.kind === "alias" && word(node, "name") === "*");
}

/** Whether anything in a file binds a name, wherever it is. */
export function isBoundAnywhere(module: PythonModule, name: string): boolean {
  return (
    boundOtherwise(module).has(name) ||
    importedNames(module).some(({ local }) => local === name) ||
    [...walk(module.tree)].some(
      (node) => node.kind === "alias" && (word(node, "asname") ?? word(node, "name")?.split(".")[0]) === name,
    )
  );
}
