import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import {
  ancestorsOf,
  child,
  children,
  dottedName,
  isFunction,
  parentOf,
  walk,
  walkScope,
  word,
} from "../../../syntax/tree.ts";
import { ownPlaces } from "../../names/place.ts";
import { methodCall } from "../../query/coroutines.ts";
import { bindsName, type Located, parameterNames } from "../../sqlalchemy/values.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { lineOf, productModules, unique } from "./failing-line.ts";

/** Methods without the parameter for their object. */
export const missingSelf: Recipe = {
  id: "missing-self",
  title: "A method that lacks `self`",
  explanation:
    "Python gives a method its object as the first argument, so a method that has no parameter for it is called with one argument too many.",
  draft: draftSelf,
};

/** The class is only named by Python 3.10 and newer. */
const TOO_MANY =
  /^(?:[\w.<>]{1,200}\.)??(?:(\w{1,100})\.)?(\w{1,100})\(\) takes (?:from \d+ to )?(\d+) positional arguments? but (\d+) (?:was|were) given$/;
const NO_SELF = /^(?:name|global name) 'self' is not defined/;

function draftSelf(input: RecipeInput): RecipeDraft[] {
  const methods = unique([...calledWithTooMany(input), ...withoutName(input)]);
  const [first] = methods;
  if (!first || unique(methods.map(({ node }) => node)).length > 1) return [];
  const alike = methodsIn(first.module).filter(({ node }) => usesSelf(first.module, node));
  const chosen = unique([first.node, ...alike.map(({ node }) => node)]);
  const edits = chosen.flatMap((node) => selfEdit(first.module, node) ?? []);
  return edits.length < chosen.length ? [] : [{ edits, rationale: RATIONALE, leftAlone: [] }];
}

const RATIONALE = "The method is called on an object, which Python hands to it as its first argument: that is `self`.";

/** The method that a message names, when it is called as one at the failing line. */
function calledWithTooMany(input: RecipeInput): Located[] {
  return ownPlaces(input).flatMap((place) => {
    const wanted = refusedCall(place.message);
    const isCalled = lineOf(place).nodes.some((node) => methodCall(node)?.method === wanted?.name);
    if (!wanted || !isCalled) return [];
    const [method, ...others] = productModules(input)
      .flatMap(methodsIn)
      .filter(({ module, node }) => isNamed(module, node, wanted) && positional(node) === wanted.most);
    return method && others.length === 0 && isMeantForObjects(input, method) ? [method] : [];
  });
}

interface RefusedCall {
  readonly owner: string | undefined;
  readonly name: string;
  /** Positional arguments that it takes. */
  readonly most: number;
}

function refusedCall(message: string): RefusedCall | undefined {
  const [, owner, name = "", most, given] = TOO_MANY.exec(message) ?? [];
  return name !== "" && Number(given) === Number(most) + 1 ? { owner, name, most: Number(most) } : undefined;
}

function isNamed(module: PythonModule, node: PythonNode, wanted: RefusedCall): boolean {
  const around = parentOf(module, node);
  const isOwner = wanted.owner === undefined || (around && word(around, "name")) === wanted.owner;
  return word(node, "name") === wanted.name && isOwner;
}

function positional(node: PythonNode): number {
  const list = child(node, "args");
  return list ? [...children(list, "posonlyargs"), ...children(list, "args")].length : 0;
}

/** It uses `self`, or it takes nothing at all and nobody calls it on the class. */
function isMeantForObjects({ project }: RecipeInput, { module, node }: Located): boolean {
  if (usesSelf(module, node)) return true;
  const list = child(node, "args");
  if (positional(node) > 0 || (list && child(list, "vararg"))) return false;
  const owner = word(parentOf(module, node) ?? node, "name");
  const name = word(node, "name");
  return ![...project.modules.values()].some((entry) =>
    [...walk(entry.tree)].some((use) => {
      const base = use.kind === "Attribute" && word(use, "attr") === name ? child(use, "value") : undefined;
      return base !== undefined && [word(base, "id"), word(base, "attr")].includes(owner);
    }),
  );
}

/** Where `self` was asked for in a method that has none. */
function withoutName(input: RecipeInput): Located[] {
  return ownPlaces(input)
    .filter(
      ({ message, type, module }) =>
        type === "NameError" && NO_SELF.test(message) && !input.project.guarded.has(module.path),
    )
    .map(lineOf)
    .flatMap(({ module, scope }) => methodsIn(module).filter(({ node }) => node === scope && usesSelf(module, node)));
}

/** Undecorated functions of ordinary classes whose first parameter is not the object or class. */
function methodsIn(module: PythonModule): Located[] {
  return [...walk(module.tree)]
    .filter((node) => isFunction(node) && isOrdinary(parentOf(module, node)))
    .filter((node) => children(node, "decorator_list").length === 0 && !isImplicitlyStatic(node))
    .filter((node) => !isCalledInClass(parentOf(module, node) ?? node, word(node, "name") ?? ""))
    .filter((node) => !/^(self|cls|mcs|_\w*|this)$/.test(parameterNames(node)[0] ?? ""))
    .map((node) => ({ module, node }));
}

/** Decorators of classes that leave the class's functions as they are. */
const PLAIN_DECORATORS = /(?:^|\.)(?:dataclass|total_ordering|final|runtime_checkable|define|mutable|frozen|attrs|s)$/;

/**
 * Classes made by other means than `type`, and descriptions of interfaces, have functions without `self` on purpose; a class
 * decorator may wrap them, and then hand on an object that a static method does not want (freezegun on Python 3.10).
 */
function isOrdinary(owner: PythonNode | undefined): boolean {
  if (owner?.kind !== "ClassDef" || children(owner, "keywords").length > 0) return false;
  const isPlain = children(owner, "decorator_list").every((entry) =>
    PLAIN_DECORATORS.test(dottedName(child(entry, "func") ?? entry) ?? ""),
  );
  if (!isPlain) return false;
  return !children(owner, "bases").some((base) =>
    /Interface$|^type$/.test(word(base, "attr") ?? word(base, "id") ?? ""),
  );
}

function isImplicitlyStatic(node: PythonNode): boolean {
  return /^__(new|init_subclass|class_getitem)__$/.test(word(node, "name") ?? "");
}

/** A helper that the class body itself calls. */
function isCalledInClass(owner: PythonNode, name: string): boolean {
  return [...walkScope(owner)].some((node) => node.kind === "Name" && word(node, "id") === name);
}

function usesSelf(module: PythonModule, node: PythonNode): boolean {
  if (bindsName(module.tree, "self")) return false;
  return [...walk(node)].some(
    (entry) => entry.kind === "Name" && word(entry, "id") === "self" && !isBoundAround(module, entry),
  );
}

function isBoundAround(module: PythonModule, entry: PythonNode): boolean {
  return [...ancestorsOf(module, entry)].some(
    (outer) => (isFunction(outer) || outer.kind === "Lambda") && bindsName(outer, "self"),
  );
}

/** Behind the opening parenthesis, which is the first one after the name: parameters of types stand in brackets. */
function selfEdit(module: PythonModule, node: PythonNode): Edit | undefined {
  const head = /^(?:async\s+)?def\s+\w+\s*\(/.exec(module.text.slice(node.start, node.end))?.[0];
  if (head === undefined) return undefined;
  const at = node.start + head.length;
  const list = child(node, "args");
  const isEmpty = parameterNames(node).length === 0 || !list;
  const isBroken = /^[ \t]*(?:#[^\r\n]*)?[\r\n]/.test(module.text.slice(at, node.end));
  if (isEmpty) return { path: module.path, start: at, end: at, text: "self" };
  if (!isBroken) return { path: module.path, start: at, end: at, text: "self, " };
  const gap = /^\s*/.exec(module.text.slice(at, node.end))?.[0] ?? "";
  return module.text[at + gap.length] === "#"
    ? undefined
    : { path: module.path, start: at + gap.length, end: at + gap.length, text: `self,${gap}` };
}
