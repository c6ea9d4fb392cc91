import type { PythonNode } from "../../../domain/python.ts";
import { children, isFunction, walk, word } from "../../../syntax/tree.ts";
import { ownPlaces } from "../../names/place.ts";
import type { Located } from "../../sqlalchemy/values.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { productModules } from "./failing-line.ts";
import { isMisspelt } from "./spelling.ts";

/**
 * Methods meant to fill in an abstract one, under a name that is spelt a little differently. Only private ones: a public
 * name may be used by code that is not at hand, and no patch takes one away.
 */
export const misspeltOverride: Recipe = {
  id: "misspelt-override",
  title: "A private method that should fill in an abstract one, and has its name misspelt",
  explanation: "A class can be used once each abstract method of its bases is there under exactly the same name.",
  draft: (input) =>
    ownPlaces(input)
      .flatMap(({ message }) => draftName(input, message))
      .slice(0, 1),
};

const ABSTRACT =
  /^Can't instantiate abstract class (\w{1,200}) (?:without an implementation for abstract method '(\w{1,200})'|with abstract methods? (\w{1,200}))$/;

function draftName(input: RecipeInput, message: string): RecipeDraft[] {
  const [, owner, current, old] = ABSTRACT.exec(message) ?? [];
  const right = current ?? old;
  const [found, ...others] = owner === undefined ? [] : classesNamed(input, owner);
  if (!found || right === undefined || others.length > 0) return [];
  const [method, ...more] = children(found.node, "body").filter(
    (node) => isFunction(node) && /^_(?!_)/.test(nameOf(node)) && isMisspelt(nameOf(node), right),
  );
  return method && more.length === 0 && !isUsed(input, nameOf(method)) ? renamed(found, method, right) : [];
}

function nameOf(node: PythonNode): string {
  return word(node, "name") ?? "";
}

function renamed({ module }: Located, method: PythonNode, right: string): RecipeDraft[] {
  const name = nameOf(method);
  const head = /^(?:async\s+)?def\s+/.exec(module.text.slice(method.start, method.end))?.[0];
  if (head === undefined) return [];
  const start = method.start + head.length;
  const edits = [{ path: module.path, start, end: start + name.length, text: right }];
  return [{ edits, rationale: `\`${name}\` is meant to fill in the abstract method \`${right}\`.`, leftAlone: [] }];
}

function classesNamed(input: RecipeInput, name: string): Located[] {
  return productModules(input).flatMap((module) =>
    [...walk(module.tree)]
      .filter((node) => node.kind === "ClassDef" && word(node, "name") === name)
      .map((node) => ({ module, node })),
  );
}

/** Somebody uses it under the name that it has, or another class has one of that name too. */
function isUsed({ project }: RecipeInput, name: string): boolean {
  const nodes = [...project.modules.values()].flatMap((module) => [...walk(module.tree)]);
  const isMention = (node: PythonNode): boolean =>
    [word(node, "attr"), word(node, "id"), word(node, "value")].includes(name);
  return nodes.some(isMention) || nodes.filter((node) => isFunction(node) && word(node, "name") === name).length > 1;
}
