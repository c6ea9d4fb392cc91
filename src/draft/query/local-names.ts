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
  return [...moduleStatements(module.tree)].some((statement) => {
    if (isFunction(statement) || statement.kind === "ClassDef") return word(statement, "name") === name;
    const targets = [child(statement, "target"), ...children(statement, "targets")];
    return targets.some((target) => target !== undefined && bindsIn(target, name));
  });
}

function bindsIn(target: PythonNode, name: string): boolean {
  return [...walk(target)].some((node) => node.kind === "Name" && word(node, "id") === name);
}

/** True when an import of the module binds the name. */
export function importsName(module: PythonModule, name: string): boolean {
  return [...moduleStatements(module.tree)].some(
    (statement) =>
      (statement.kind === "Import" || statement.kind === "ImportFrom") &&
      children(statement, "names").some((alias) => namesOf(alias).includes(name)),
  );
}
