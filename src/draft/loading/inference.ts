import type { RecipeInput } from "../recipes/recipe.ts";
import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { definitionOf } from "../../syntax/resolve.ts";
import { ancestorsOf, child, children, dottedName, functionAt, isFunction, walk, word } from "../../syntax/tree.ts";
import { type Located, sqlalchemyName } from "../sqlalchemy/factories.ts";
import { classesIn, type ModelClass } from "./classes.ts";
import { type LoadStep, stepsOf } from "./load-step.ts";
import { isMapped, modelAt, modelNamed } from "./mapped-classes.ts";

/** Objects of a mapped class, reached from objects of `root` over the steps; a list of them counts as one. */
export interface TypedPath {
  readonly root: ModelClass;
  readonly steps: readonly LoadStep[];
  readonly model: ModelClass;
}

export type Names = ReadonlyMap<string, TypedPath>;

const MAX_DEPTH = 4;
const PASSES = 3;
/** Session methods whose result holds objects of the class their first argument selects. */
const RUNS_STATEMENT = new Set([
  "execute",
  "scalars",
  "scalar",
  "stream",
  "stream_scalars",
  "exec",
  "get",
  "get_one",
  "merge",
]);
const KEEPS_ELEMENTS = new Set([
  "list",
  "tuple",
  "set",
  "sorted",
  "reversed",
  "iter",
  "next",
  "filter",
  "enumerate",
  "anext",
]);

function rooted(model: ModelClass): TypedPath {
  return { root: model, steps: [], model };
}

/** What mapped objects the names of a function hold, as far as annotations, assignments and run time tell. */
export function namesIn(input: RecipeInput, scope: Located, depth = 0): Names {
  const names = new Map<string, TypedPath>();
  const learn = (name: string | undefined, type: TypedPath | undefined): void => {
    if (name !== undefined && type && !names.has(name)) names.set(name, type);
  };
  // Assignments before what was seen: they tell the way to an object, a type does not.
  for (const [name, model] of declaredNames(input, scope)) learn(name, rooted(model));
  followAssignments(input, scope, { names, depth, learn });
  for (const [name, model] of seenNames(input, scope)) learn(name, rooted(model));
  followAssignments(input, scope, { names, depth, learn });
  return names;
}

type Learn = (name: string | undefined, type: TypedPath | undefined) => void;

function followAssignments(input: RecipeInput, scope: Located, known: Knowledge & { readonly learn: Learn }): void {
  for (let pass = 0; pass < PASSES; pass++) {
    const before = known.names.size;
    for (const node of walk(scope.node))
      for (const [target, value] of bindings(node))
        learnTarget(target, typeOf(input, { module: scope.module, node: value }, known), known.learn);
    if (known.names.size === before) break;
  }
}

function learnTarget(target: PythonNode, type: TypedPath | undefined, learn: Learn): void {
  const last = target.kind === "Tuple" ? children(target, "elts").at(-1) : target;
  learn(dottedName(last), type);
}

/** Targets with the expressions they take their value (or elements) from. */
export function bindings(node: PythonNode): readonly (readonly [PythonNode, PythonNode])[] {
  const value = child(node, "value") ?? child(node, "iter") ?? child(node, "context_expr");
  const target = child(node, "target") ?? child(node, "optional_vars");
  if (!value) return [];
  if (node.kind === "Assign") return children(node, "targets").map((entry) => [entry, value] as const);
  const binds = ["AnnAssign", "NamedExpr", "For", "AsyncFor", "comprehension", "withitem"].includes(node.kind);
  return binds && target ? [[target, value]] : [];
}

function seenNames({ evidence, project }: RecipeInput, { module, node }: Located): (readonly [string, ModelClass])[] {
  return evidence.raised
    .flatMap((raised) => raised.frames)
    .filter((frame) => frame.path === module.path && functionAt(module, frame.line) === node)
    .flatMap((frame) => Object.entries(frame.locals ?? {}))
    .flatMap(([name, type]) => {
      const model = type.includes(".") ? modelNamed(project, type) : undefined;
      return model ? [[name, model] as const] : [];
    });
}

function declaredNames({ project }: RecipeInput, { module, node }: Located): (readonly [string, ModelClass])[] {
  const list = child(node, "args");
  const parameters = list ? ["posonlyargs", "args", "kwonlyargs"].flatMap((field) => children(list, field)) : [];
  const owner = [...ancestorsOf(module, node)].find((outer) => isFunction(outer) || outer.kind === "ClassDef");
  const self = owner?.kind === "ClassDef" ? { module, node: owner, name: word(owner, "name") ?? "" } : undefined;
  return parameters.flatMap((parameter, index) => {
    const name = word(parameter, "arg") ?? "";
    if (index === 0 && self && isMapped(project, self)) return [[name, self] as const];
    const annotation = child(parameter, "annotation");
    const model = annotation && classesIn(project, module, annotation).find((entry) => isMapped(project, entry));
    return model ? [[name, model] as const] : [];
  });
}

interface Knowledge {
  readonly names: Names;
  readonly depth: number;
}

/** Where the elements or the value of an expression of this kind come from. */
const PASSES_ON: Readonly<Record<string, readonly string[]>> = {
  Await: ["value"],
  Subscript: ["value"],
  NamedExpr: ["value"],
  Starred: ["value"],
  ListComp: ["elt"],
  GeneratorExp: ["elt"],
  SetComp: ["elt"],
  IfExp: ["body", "orelse"],
};

/** The mapped objects that an expression gives; undefined when that cannot be told. */
export function typeOf(input: RecipeInput, place: Located, known: Knowledge): TypedPath | undefined {
  const { module, node } = place;
  const inner = (next: PythonNode | undefined): TypedPath | undefined =>
    next && typeOf(input, { module, node: next }, known);
  const named = known.names.get(dottedName(node) ?? "");
  if (named) return named;
  if (node.kind === "Attribute") return attributeType(input, inner(child(node, "value")), node);
  if (node.kind === "Call") return callType(input, place, known);
  const parts = node.kind === "BoolOp" ? children(node, "values") : passedOn(node);
  return parts.map(inner).find(Boolean);
}

function passedOn(node: PythonNode): readonly PythonNode[] {
  return (PASSES_ON[node.kind] ?? []).flatMap((field) => child(node, field) ?? []);
}

function attributeType({ project }: RecipeInput, base: TypedPath | undefined, node: PythonNode): TypedPath | undefined {
  const steps = base ? stepsOf(project, base.model, word(node, "attr") ?? "") : [];
  const model = steps.at(-1)?.target;
  return base && model && { root: base.root, steps: [...base.steps, ...steps], model };
}

function callType(input: RecipeInput, place: Located, known: Knowledge): TypedPath | undefined {
  const { module, node } = place;
  const callee = child(node, "func");
  const made = modelCalled(input, module, callee) ?? entityOf(input, place);
  if (made) return rooted(made);
  if (callee?.kind === "Name" && KEEPS_ELEMENTS.has(word(callee, "id") ?? "")) return argumentType(input, place, known);
  return returnedType(input, place, known) ?? methodType(input, place, known);
}

/** A session's method gives what its statement selects; methods of results and of statements keep what they are of. */
function methodType(input: RecipeInput, place: Located, known: Knowledge): TypedPath | undefined {
  const callee = child(place.node, "func");
  if (callee?.kind !== "Attribute") return undefined;
  const isGiven = children(place.node, "args").length > 0;
  if (isGiven && RUNS_STATEMENT.has(word(callee, "attr") ?? "")) return argumentType(input, place, known);
  const base = child(callee, "value");
  return base && typeOf(input, { module: place.module, node: base }, known);
}

function argumentType(input: RecipeInput, { module, node }: Located, known: Knowledge): TypedPath | undefined {
  const [first] = children(node, "args");
  return first && (typeOf(input, { module, node: first }, known) ?? modelArgument(input, module, first));
}

function modelCalled(
  { project }: RecipeInput,
  module: PythonModule,
  callee: PythonNode | undefined,
): ModelClass | undefined {
  const name = dottedName(callee);
  return name === undefined ? undefined : modelAt(project, module, name);
}

function modelArgument(input: RecipeInput, module: PythonModule, node: PythonNode | undefined): TypedPath | undefined {
  const model = modelCalled(input, module, node);
  return model && rooted(model);
}

/** The first mapped class that `select(...)` names; undefined for any other call. */
export function entityOf({ project }: RecipeInput, { module, node }: Located): ModelClass | undefined {
  const callee = node.kind === "Call" ? child(node, "func") : undefined;
  const isBare = callee?.kind === "Name" && word(callee, "id") === "select";
  if (!callee || (!isBare && sqlalchemyName(project, { module, node: callee }) !== "select")) return undefined;
  return children(node, "args")
    .flatMap((argument) => dottedName(argument) ?? [])
    .flatMap((name) => modelAt(project, module, name) ?? [])[0];
}

/** By the annotation of what a project function returns, else by its return statements. */
function returnedType(input: RecipeInput, { module, node }: Located, known: Knowledge): TypedPath | undefined {
  if (known.depth >= MAX_DEPTH) return undefined;
  const definition = definitionOf(input.project, module, dottedName(child(node, "func")) ?? "");
  if (!definition || !isFunction(definition.node)) return undefined;
  const annotation = child(definition.node, "returns");
  const declared = annotation && classesIn(input.project, definition.module, annotation);
  const model = declared?.find((entry) => isMapped(input.project, entry));
  if (model) return rooted(model);
  const names = namesIn(input, definition, known.depth + 1);
  return [...walk(definition.node)]
    .flatMap((part) => (part.kind === "Return" ? (child(part, "value") ?? []) : []))
    .map((value) => typeOf(input, { module: definition.module, node: value }, { names, depth: known.depth + 1 }))
    .find(Boolean);
}
