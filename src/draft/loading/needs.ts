import type { RecipeInput } from "../recipes/recipe.ts";
import { child, dottedName, isFunction, walk, word } from "../../syntax/tree.ts";
import type { Located } from "../sqlalchemy/factories.ts";
import { attributeOf, type ModelClass } from "./classes.ts";
import { namesIn, typeOf } from "./inference.ts";
import { type LoadStep, isSameStep, stepsOf } from "./load-step.ts";
import { isRelated } from "./mapped-classes.ts";

/** Attributes that must come with objects of `root`: one after the other, each from what the one before leads to. */
export interface Need {
  readonly root: ModelClass;
  /** At least one. */
  readonly steps: readonly LoadStep[];
  /** True when the last step is read again from what it leads to, to any depth. */
  readonly isRecursive: boolean;
}

const MAX_PROPERTY_DEPTH = 3;

/** What a function reads from mapped objects, properties and methods of the models included. */
export function readsOf(input: RecipeInput, scope: Located, depth = 0): readonly Need[] {
  const { project } = input;
  const names = namesIn(input, scope);
  return [...walk(scope.node)].flatMap((node) => {
    const base = node.kind === "Attribute" ? child(node, "value") : undefined;
    const type = base && typeOf(input, { module: scope.module, node: base }, { names, depth: 0 });
    if (!type) return [];
    const name = word(node, "attr") ?? "";
    const steps = stepsOf(project, type.model, name);
    if (steps.length === 0) return through(type, ownReads(input, type.model, { name, depth }));
    const isRecursive = callsItself(scope) && steps.at(-1)?.target !== undefined && isLoop(input, steps);
    return [{ root: type.root, steps: [...type.steps, ...steps], isRecursive }];
  });
}

/** What a property or method of a model reads of its own object. */
export function ownReads(
  input: RecipeInput,
  model: ModelClass,
  { name, depth }: { readonly name: string; readonly depth: number },
): readonly Need[] {
  const found = attributeOf(input.project, model, name);
  if (!found || !isFunction(found.statement) || depth >= MAX_PROPERTY_DEPTH) return [];
  const scope = { module: found.owner.module, node: found.statement };
  return readsOf(input, scope, depth + 1).filter((need) => isRelated(input.project, need.root, model));
}

function through(
  type: { readonly root: ModelClass; readonly steps: readonly LoadStep[] },
  needs: readonly Need[],
): readonly Need[] {
  return needs.map((need) => ({ ...need, root: type.root, steps: [...type.steps, ...need.steps] }));
}

function isLoop({ project }: RecipeInput, steps: readonly LoadStep[]): boolean {
  const last = steps.at(-1);
  return last?.target !== undefined && isRelated(project, last.target, last.model);
}

/** True when the function calls or reads something of its own name. */
function callsItself({ node: scope }: Located): boolean {
  const name = word(scope, "name");
  return [...walk(scope)].some((node) => {
    if (node.kind === "Attribute") return word(node, "attr") === name;
    return node.kind === "Call" && dottedName(child(node, "func")) === name;
  });
}

/** A load wanted below a query, as a tree. */
export interface LoadNode {
  readonly step: LoadStep;
  readonly children: readonly LoadNode[];
  readonly isRecursive: boolean;
}

const MAX_TREE_DEPTH = 6;

/** What may be read of objects that a query or a constructor call gives. */
export interface Wanted {
  readonly needs: readonly Need[];
  /** Needs do not apply again where a way leads back to a class that it has passed. */
  readonly isStrict: boolean;
  /** Needs of these very objects, not of others of their class. */
  readonly own?: readonly Need[];
}

/** All needs that start at objects of `root` or at what earlier steps lead to, as one tree. */
export function treeOf(input: RecipeInput, root: ModelClass, wanted: Wanted): readonly LoadNode[] {
  return grow({ input, ...wanted }, root, { path: [], rest: wanted.own ?? [] });
}

interface Growth extends Wanted {
  readonly input: RecipeInput;
}

interface Branch {
  readonly path: readonly LoadStep[];
  /** What earlier steps of a need still ask for here. */
  readonly rest: readonly Need[];
}

function grow(context: Growth, model: ModelClass, { path, rest }: Branch): readonly LoadNode[] {
  if (path.length >= MAX_TREE_DEPTH) return [];
  const all = [...rest, ...needsOf(context, model, path)];
  const names = [...new Set(all.map((need) => need.steps[0]?.name))];
  return names.flatMap((name) => {
    const group = all.filter((need) => need.steps[0]?.name === name);
    const step = group[0]?.steps[0];
    if (!step) return [];
    const further = group
      .map((need) => ({ ...need, steps: need.steps.slice(1) }))
      .filter((need) => need.steps.length > 0);
    const isRecursive = group.some((need) => need.isRecursive && need.steps.length === 1);
    const below = step.target ? grow(context, step.target, { path: [...path, step], rest: further }) : [];
    if (step.isEager && below.length === 0) return [];
    return [{ step, children: below, isRecursive }];
  });
}

/** Needs that start at objects of a class where a path leads to them. */
function needsOf({ input, needs, isStrict }: Growth, model: ModelClass, path: readonly LoadStep[]): readonly Need[] {
  const { project } = input;
  const incoming = path.at(-1);
  if (isStrict && path.some((step) => isRelated(project, step.model, model))) return [];
  return needs
    .filter((need) => isRelated(project, need.root, model))
    .filter(({ steps: [first] }) => {
      if (!first || !incoming) return first !== undefined;
      return first.name !== incoming.reverse && !path.some((step) => isSameStep(project, step, first));
    });
}

/** True when the tree loads this attribute of this class somewhere. */
export function loads(input: RecipeInput, tree: readonly LoadNode[], step: LoadStep): boolean {
  return tree.some((node) => isSameStep(input.project, node.step, step) || loads(input, node.children, step));
}
