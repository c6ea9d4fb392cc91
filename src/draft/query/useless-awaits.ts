import type { PythonNode } from "../../domain/python.ts";
import { definitionOf } from "../../syntax/resolve.ts";
import { child, children, dottedName, enclosingFunction, walk, word } from "../../syntax/tree.ts";
import type { Located } from "../sqlalchemy/factories.ts";
import { isAsyncSession } from "../sqlalchemy/sessions.ts";
import { bindsName } from "../sqlalchemy/values.ts";
import { isSessionCoroutine, methodCall, RESULT_METHODS, SESSION_PLAIN, type Surroundings } from "./coroutines.ts";

/** The `await`s of a function before plain methods of an AsyncSession or of a result: `await db.add(x)`. */
export function uselessAwaits(around: Surroundings, { module, node: scope }: Located): Located[] {
  return [...walk(scope)]
    .filter((node) => node.kind === "Await" && enclosingFunction(module, node) === scope)
    .map((node) => ({ module, node }))
    .filter((place) => isUseless(around, place));
}

function isUseless(around: Surroundings, { module, node }: Located): boolean {
  const called = methodCall(child(node, "value"));
  if (!called) return false;
  const base = { module, node: called.base };
  if (SESSION_PLAIN.has(called.method)) return isAsyncSession(around.project, base, around.evidence);
  return RESULT_METHODS.has(called.method) && isResult(around, base);
}

/** What an awaited `execute` or `scalars` gave, and what its methods give. */
function isResult(around: Surroundings, { module, node }: Located): boolean {
  if (node.kind === "Await") return isBuffered(around, { module, node: child(node, "value") ?? node });
  const called = methodCall(node);
  if (called) return RESULT_METHODS.has(called.method) && isResult(around, { module, node: called.base });
  const values = node.kind === "Name" ? valuesOf({ module, node }) : [];
  return values.length > 0 && values.every((value) => isResult(around, { module, node: value }));
}

/** Streams give results whose methods are to be awaited; these do not. */
function isBuffered(around: Surroundings, call: Located): boolean {
  const method = methodCall(call.node)?.method;
  return (method === "execute" || method === "scalars") && isSessionCoroutine(around, call);
}

/** All that a function assigns to a name; nothing when the name gets values in other ways too. */
function valuesOf({ module, node }: Located): PythonNode[] {
  const scope = enclosingFunction(module, node);
  const name = word(node, "id");
  const stores = scope ? [...walk(scope)].filter((entry) => isStore(entry, name)).length : 0;
  const assigns = scope ? [...walk(scope)].filter((entry) => isAssignTo(entry, name)) : [];
  return stores === assigns.length ? assigns.flatMap((entry) => child(entry, "value") ?? []) : [];
}

function isStore(node: PythonNode, name: string | undefined): boolean {
  if (node.kind === "arg") return word(node, "arg") === name;
  return node.kind === "Name" && word(node, "id") === name && child(node, "ctx")?.kind === "Store";
}

function isAssignTo(node: PythonNode, name: string | undefined): boolean {
  const [target, ...others] = node.kind === "Assign" ? children(node, "targets") : [];
  return target?.kind === "Name" && word(target, "id") === name && others.length === 0;
}

/** `await helper()` where `helper` is a plain function of the project's modules, undecorated and no generator. */
export function isAwaitOfPlainFunction({ project }: Surroundings, { module, node }: Located): boolean {
  const value = node.kind === "Await" ? child(node, "value") : undefined;
  const name = value?.kind === "Call" ? dottedName(child(value, "func")) : undefined;
  const scope = enclosingFunction(module, node);
  if (name === undefined || !scope || bindsName(scope, name.split(".")[0] ?? name)) return false;
  const definition = definitionOf(project, module, name);
  return definition !== undefined && isPlainFunction(definition.node);
}

function isPlainFunction(definition: PythonNode): boolean {
  if (definition.kind !== "FunctionDef" || children(definition, "decorator_list").length > 0) return false;
  const own = [...walk(definition)];
  const values = own.filter((entry) => entry.kind === "Return").map((entry) => child(entry, "value"));
  const isGenerator = own.some((entry) => entry.kind === "Yield" || entry.kind === "YieldFrom");
  return !isGenerator && values.every((value) => value === undefined || isPlainValue(value));
}

/** A value that is surely nothing to await. */
function isPlainValue(node: PythonNode): boolean {
  return ["Constant", "Dict", "List", "Tuple", "Set", "ListComp", "DictComp", "JoinedStr", "Compare", "BinOp"].includes(
    node.kind,
  );
}
