import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { moduleStatements } from "../../syntax/resolve.ts";
import { child, children, isFunction, walk, word } from "../../syntax/tree.ts";

/** True when a function reads or binds the name anywhere in it, nested functions included. */
export function mentionsName(scope: PythonNode, name: string): boolean {
  for (const node of walk(scope)) if (namesOf(node).includes(name)) return true;
  return false;
}

/** True when a function binds the name itself, so that it does not mean the module's. */
export function bindsLocally(scope: PythonNode, name: string): boolean {
  for (const node of walk(scope)) {
    if (node === scope) continue;
    const isRead = node.kind === "Name" && child(node, "ctx")?.kind !== "Store";
    if (!isRead && namesOf(node).includes(name)) return true;
  }
  return false;
}

function namesOf(node: PythonNode): string[] {
  const own = [word(node, "id"), word(node, "arg"), word(node, "asname")];
  if (isFunction(node) || node.kind === "ClassDef" || node.kind === "ExceptHandler") own.push(word(node, "name"));
  if (node.kind === "alias" && word(node, "asname") === undefined) own.push(word(node, "name")?.split(".")[0]);
  if (node.kind === "keyword") return []; // `f(name=1)` names a parameter of f
  return own.filter((name) => name !== undefined);
}

/** True when the module itself binds the name by something that is no import: `def update(...)`, `select = ...`. */
export function moduleBinds(module: PythonModule, name: string): boolean {
  for (const statement of moduleStatements(module.tree)) {
    if (statement.kind === "Import" || statement.kind === "ImportFrom") continue;
    if ((isFunction(statement) || statement.kind === "ClassDef") && word(statement, "name") === name) return true;
    if (isFunction(statement) || statement.kind === "ClassDef") continue;
    const targets = [
      ...children(statement, "targets"),
      ...[child(statement, "target")].filter((node) => node !== undefined),
    ];
    for (const target of targets)
      for (const node of walk(target)) if (node.kind === "Name" && word(node, "id") === name) return true;
  }
  return false;
}

/** True when an import of the module binds the name. */
export function importsName(module: PythonModule, name: string): boolean {
  return [...moduleStatements(module.tree)].some(
    (statement) =>
      (statement.kind === "Import" || statement.kind === "ImportFrom") &&
      children(statement, "names").some((alias) => namesOf(alias).includes(name)),
  );
}
