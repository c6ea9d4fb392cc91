import type { RecipeInput } from "../recipes/recipe.ts";
import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { definitionOf } from "../../syntax/resolve.ts";
import {
  ancestorsOf,
  child,
  children,
  dottedName,
  enclosingFunction,
  isFunction,
  keywordArgument,
  walk,
  walkScope,
  word,
} from "../../syntax/tree.ts";
import type { Located } from "../sqlalchemy/factories.ts";
import { parameterNamed, providerOf } from "../sqlalchemy/sessions.ts";
import { bindings } from "./inference.ts";

/** Expressions followed before we stop: enough for any function, short of a whole program. */
const MAX_EXPRESSIONS = 400;

interface Trail {
  readonly input: RecipeInput;
  /** Functions that ran: only these call and are called. */
  readonly scope: readonly Located[];
}

/**
 * The expressions that may have given the objects of the start expressions: names to their assignments, calls to what
 * the called function returns, parameters to the arguments of calls. Wider than the truth, within functions that ran.
 */
export function originsOf(trail: Trail, start: readonly Located[]): readonly Located[] {
  const found: Located[] = [];
  const seen = new Set<PythonNode>();
  const waiting = [...start];
  while (waiting.length > 0 && found.length < MAX_EXPRESSIONS) {
    const place = waiting.shift();
    if (!place || seen.has(place.node)) continue;
    seen.add(place.node);
    found.push(place);
    for (const part of walk(place.node)) waiting.push(...next(trail, { module: place.module, node: part }));
  }
  return found;
}

function next(trail: Trail, place: Located): readonly Located[] {
  if (place.node.kind === "Call") return returnsOf(trail, place);
  const name = dottedName(place.node);
  return name === undefined ? [] : bound(trail, place, name);
}

function bound(trail: Trail, place: Located, name: string): readonly Located[] {
  const { module, node } = place;
  const owner = name.startsWith("self.")
    ? [...ancestorsOf(module, node)].find((outer) => outer.kind === "ClassDef")
    : undefined;
  const scope = owner ?? enclosingFunction(module, node);
  if (!scope) return [];
  const values = [...walk(scope)]
    .flatMap((inner) => bindings(inner))
    .filter(([target]) => [target, ...children(target, "elts")].some((entry) => dottedName(entry) === name))
    .map(([, value]) => ({ module, node: value }));
  return values.length > 0 || owner ? values : argumentsFor(trail, { module, node: scope }, name);
}

/** What callers pass for a parameter: all of a call's arguments, the object of a property, or a dependency's result. */
function argumentsFor(trail: Trail, scope: Located, name: string): readonly Located[] {
  const parameter = isFunction(scope.node) ? parameterNamed(scope.node, name) : undefined;
  if (!parameter) return [];
  const provider = providerThatRan(trail, providerOf(trail.input.project, scope.module, parameter));
  const called = nameOfCallable(scope);
  const passed = trail.scope.flatMap(({ module, node }) =>
    [...walk(node)].flatMap((part) => passedTo(part, called).map((value) => ({ module, node: value }))),
  );
  return [...(provider ? results(provider) : []), ...passed];
}

/** Tests replace dependencies: when it is known what ran, a provider that did not run gave nothing. */
function providerThatRan({ input, scope }: Trail, provider: Located | undefined): Located | undefined {
  const isKnown = input.evidence.executed.length === 0 || scope.some(({ node }) => node === provider?.node);
  return isKnown ? provider : undefined;
}

/** What callers write: a class's name for its `__init__`. */
function nameOfCallable({ module, node }: Located): string {
  const name = word(node, "name") ?? "";
  const owner =
    name === "__init__" ? [...ancestorsOf(module, node)].find((outer) => outer.kind === "ClassDef") : undefined;
  return (owner && word(owner, "name")) ?? name;
}

function passedTo(node: PythonNode, called: string): readonly PythonNode[] {
  const callee = node.kind === "Call" ? child(node, "func") : undefined;
  const base = node.kind === "Attribute" && word(node, "attr") === called ? child(node, "value") : undefined;
  if (!callee) return base ? [base] : [];
  const values = [
    ...children(node, "args"),
    ...children(node, "keywords").flatMap((entry) => child(entry, "value") ?? []),
  ];
  const isHandedOn = values.some((value) => lastName(value) === called);
  return isHandedOn || lastName(callee) === called ? values : [];
}

function lastName(node: PythonNode | undefined): string | undefined {
  return dottedName(node)?.split(".").at(-1) ?? (node?.kind === "Attribute" ? word(node, "attr") : undefined);
}

/** What the function behind a call gives back: the one the name leads to, else those that ran under that name. */
function returnsOf({ input, scope }: Trail, { module, node }: Located): readonly Located[] {
  const callee = child(node, "func");
  const name = dottedName(callee);
  const definition = name === undefined ? undefined : definitionOf(input.project, module, name);
  if (definition && isFunction(definition.node)) return results(definition);
  if (callee?.kind !== "Attribute") return [];
  return scope.filter((entry) => word(entry.node, "name") === word(callee, "attr")).flatMap(results);
}

/** The values that a function returns or yields. */
export function results({
  module,
  node: scope,
}: {
  readonly module: PythonModule;
  readonly node: PythonNode;
}): readonly Located[] {
  return children(scope, "body")
    .flatMap((statement) => [...walkScope(statement)])
    .filter((node) => node.kind === "Return" || node.kind === "Yield")
    .flatMap((node) => child(node, "value") ?? [])
    .map((node) => ({ module, node }));
}

/** True for a function that answers requests: decorated like `@router.get("/orders")`. */
export function isEndpoint({ node }: Located): boolean {
  return children(node, "decorator_list").some((decorator) => {
    const callee = decorator.kind === "Call" ? child(decorator, "func") : undefined;
    const isRoute = /^(get|post|put|patch|delete|head|options|api_route|route|websocket)$/.test(
      word(callee ?? decorator, "attr") ?? "",
    );
    return isRoute && (children(decorator, "args").length > 0 || keywordArgument(decorator, "path") !== undefined);
  });
}
