import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { child, children, dottedName, enclosingFunction, parentOf, walk, word } from "../../syntax/tree.ts";

/**
 * What happens to a value that may be a coroutine: `awaited` = somebody awaits it or runs it as a task; `misused` =
 * nothing that can be done with a coroutine; `dropped` = nothing at all; `open` = handed on, so that it depends.
 */
export type CoroutineUse = "awaited" | "misused" | "dropped" | "open";

/** Callables that take a coroutine (or are handed one on purpose). */
const TAKES_COROUTINES = new Set(
  [
    "gather create_task ensure_future wait_for shield as_completed wait run run_until_complete",
    "run_coroutine_threadsafe start_soon spawn Task add_task timeout iscoroutine isawaitable",
    "enter_async_context aclosing run_in_executor start submit close add_callback",
  ].flatMap((line) => line.split(" ")),
);
const BUILTINS = new Set(
  [
    "len list tuple set dict sorted sum min max any all enumerate zip iter next int float str bool round",
    "abs reversed map filter vars",
  ].flatMap((line) => line.split(" ")),
);
/** What a coroutine object has itself. */
const OWN_ATTRIBUTES = /^(close|send|throw|cr_\w+|__\w+__)$/;
const ITERATIONS = new Set(["For", "AsyncFor", "comprehension"]);

/** What happens to the value of an expression. */
export function coroutineUse(module: PythonModule, node: PythonNode): CoroutineUse {
  const parent = parentOf(module, node);
  if (!parent) return "open";
  if (parent.kind === "Assign") return useUnderName(module, parent);
  if (parent.kind === "Call") return isCollected(module, parent) ? "awaited" : useAsArgument(parent, node);
  return AT_ONCE.get(parent.kind) ?? useInside(parent, node);
}

/** Nodes that say it all by themselves. */
const AT_ONCE: ReadonlyMap<string, CoroutineUse> = new Map([
  ["Await", "awaited"],
  ["withitem", "awaited"],
  ["Expr", "dropped"],
  ...["Compare", "BinOp", "UnaryOp", "BoolOp", "FormattedValue", "AugAssign"].map((kind): [string, CoroutineUse] => [
    kind,
    "misused",
  ]),
]);

function useInside(parent: PythonNode, node: PythonNode): CoroutineUse {
  if (parent.kind === "Attribute") return OWN_ATTRIBUTES.test(word(parent, "attr") ?? "") ? "awaited" : "misused";
  const isIterated = ITERATIONS.has(parent.kind) && child(parent, "iter") === node;
  const isIndexed = parent.kind === "Subscript" && child(parent, "value") === node;
  return isIterated || isIndexed || isTest(parent, node) ? "misused" : "open";
}

function isTest(parent: PythonNode, node: PythonNode): boolean {
  return ["If", "While", "IfExp", "Assert"].includes(parent.kind) && child(parent, "test") === node;
}

/** `calls.append(f())` where the same function later unpacks or walks through `calls`. */
function isCollected(module: PythonModule, call: PythonNode): boolean {
  const callee = child(call, "func");
  const base = callee?.kind === "Attribute" ? child(callee, "value") : undefined;
  const scope = enclosingFunction(module, call);
  if (!scope || base?.kind !== "Name" || !/^(append|add|insert)$/.test(word(callee ?? base, "attr") ?? ""))
    return false;
  return readsOf(scope, word(base, "id") ?? "").some((read) => {
    const parent = parentOf(module, read);
    return parent !== undefined && (parent.kind === "Starred" || child(parent, "iter") === read);
  });
}

function useAsArgument(call: PythonNode, node: PythonNode): CoroutineUse {
  const callee = child(call, "func");
  if (callee === node) return "open";
  const name = (callee?.kind === "Attribute" ? word(callee, "attr") : dottedName(callee)) ?? "";
  if (TAKES_COROUTINES.has(name)) return "awaited";
  return callee?.kind === "Name" && BUILTINS.has(name) ? "misused" : "open";
}

/** By all that is done with the one name it is given. */
function useUnderName(module: PythonModule, assign: PythonNode): CoroutineUse {
  const [target, ...others] = children(assign, "targets");
  const scope = enclosingFunction(module, assign);
  if (!target || target.kind === "Tuple" || target.kind === "List") return "misused"; // unpacked
  if (target.kind !== "Name" || others.length > 0 || !scope) return "open";
  return useOfReads(readsOf(scope, word(target, "id") ?? "").map((read) => coroutineUse(module, read)));
}

function useOfReads(uses: readonly CoroutineUse[]): CoroutineUse {
  if (uses.length === 0) return "dropped";
  return (["awaited", "misused"] as const).find((use) => uses.includes(use)) ?? "open";
}

/** Where a function reads a name, nested functions included. */
export function readsOf(scope: PythonNode, name: string): PythonNode[] {
  return [...walk(scope)].filter(
    (node) => node.kind === "Name" && word(node, "id") === name && child(node, "ctx")?.kind === "Load",
  );
}
