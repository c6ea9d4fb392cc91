import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { child, children, dottedName, walkScope, word } from "../../../syntax/tree.ts";
import { isBuiltinAt } from "./builtins.ts";

/** The call whose value a node is: the node itself, or the one thing its name is ever given in the scope. */
export function callFor(scope: PythonNode, node: PythonNode | undefined): PythonNode | undefined {
  if (node?.kind !== "Name") return node?.kind === "Call" ? node : undefined;
  const own = children(scope, "body").flatMap((statement) => [...walkScope(statement)]);
  const stores = own.filter((entry) => isStoreOf(entry, word(node, "id") ?? ""));
  const [value, ...others] = own.flatMap((entry) => assigned(entry, word(node, "id") ?? "") ?? []);
  return stores.length === 1 && others.length === 0 && value?.kind === "Call" ? value : undefined;
}

function isStoreOf(node: PythonNode, name: string): boolean {
  return node.kind === "Name" && word(node, "id") === name && child(node, "ctx")?.kind === "Store";
}

function assigned(node: PythonNode, name: string): PythonNode | undefined {
  const [target, ...others] = node.kind === "Assign" ? children(node, "targets") : [];
  return target?.kind === "Name" && word(target, "id") === name && others.length === 0
    ? child(node, "value")
    : undefined;
}

/** Whether a call gives a view of a dictionary (`dict_keys`), or what `map`, `zip` and `filter` give. */
export function makes(module: PythonModule, call: PythonNode, type: string): boolean {
  const callee = child(call, "func");
  const count = children(call, "args").length + children(call, "keywords").length;
  if (type.startsWith("dict_"))
    return callee?.kind === "Attribute" && `dict_${word(callee, "attr") ?? ""}` === type && count === 0;
  return callee?.kind === "Name" && dottedName(callee) === type && isBuiltinAt(module, call, type);
}
