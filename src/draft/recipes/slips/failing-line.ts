import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { functionAt } from "../../../syntax/tree.ts";
import { type OwnPlace, ownPlaces } from "../../names/place.ts";
import { nodesAt } from "../../query/culprit.ts";
import type { RecipeInput } from "../recipe.ts";

/** A line of the product's own code that an exception came up at, and what runs there. */
export interface FailingLine extends OwnPlace {
  /** The function around the line, else the module's tree. */
  readonly scope: PythonNode;
  readonly nodes: readonly PythonNode[];
}

/** The lines of the product at which an exception with such a message came up; lines of tests are none. */
export function failingLines(input: RecipeInput, message: RegExp): FailingLine[] {
  return ownPlaces(input)
    .filter((place) => message.test(place.message) && !input.project.guarded.has(place.module.path))
    .map(lineOf);
}

/** What runs at a place. */
export function lineOf(place: OwnPlace): FailingLine {
  const { module, frame } = place;
  const scope = functionAt(module, frame.line) ?? module.tree;
  return { ...place, scope, nodes: nodesAt({ module, scope, line: frame.line, frame }) };
}

/** The modules of the project that may be edited without leave to touch tests. */
export function productModules({ project }: RecipeInput): PythonModule[] {
  return [...project.modules.values()].filter(({ path }) => !project.guarded.has(path));
}

/** Each once, in the order in which they came. */
export function unique<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)];
}
