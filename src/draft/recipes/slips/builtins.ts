import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { ancestorsOf, child, children, isFunction, walkScope, word } from "../../../syntax/tree.ts";
import { bindsName } from "../../sqlalchemy/values.ts";

/** True when a built-in name still means the built-in where a node stands. A star import may bind anything. */
export function isBuiltinAt(module: PythonModule, node: PythonNode, name: string): boolean {
  const around = [node, ...ancestorsOf(module, node)];
  const innermost = around.findIndex((outer) => isCallable(outer));
  return around.every((outer, index) => {
    // A class body is not looked into from the methods of the class.
    const isLookedInto = outer.kind !== "ClassDef" || innermost === -1 || index < innermost;
    return !isLookedInto || !binds(outer, name);
  });
}

function isCallable(node: PythonNode): boolean {
  return isFunction(node) || node.kind === "Lambda";
}

function binds(scope: PythonNode, name: string): boolean {
  if (isCallable(scope)) return bindsName(scope, name) || bindsDefinition(scope, name);
  if (scope.kind !== "Module" && scope.kind !== "ClassDef") return false;
  return bindsDefinition(scope, name) || bindsVariable(scope, name);
}

/** By a function, class or import of a scope's own statements. */
function bindsDefinition(scope: PythonNode, name: string): boolean {
  return [...walkScope(scope)].some((node) => {
    if (node === scope) return false;
    if (isFunction(node) || node.kind === "ClassDef") return word(node, "name") === name;
    return children(node, "names").some((alias) => [name, "*"].includes(localName(alias)));
  });
}

function localName(alias: PythonNode): string {
  return word(alias, "asname") ?? word(alias, "name") ?? "";
}

function bindsVariable(scope: PythonNode, name: string): boolean {
  return [...walkScope(scope)].some(
    (node) => node.kind === "Name" && word(node, "id") === name && child(node, "ctx")?.kind !== "Load",
  );
}
