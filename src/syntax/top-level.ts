import type { PythonModule, PythonNode } from "../domain/python.ts";
import { child, children, word } from "./tree.ts";

/** What a module's top level makes of a name; an import of it is no definition, nor is what a condition decides. */
export function kindOfTopLevel(module: PythonModule, name: string): "class" | "function" | "value" | undefined {
  for (const statement of children(module.tree, "body").toReversed()) {
    const kind = kindOf(statement, name);
    if (kind !== undefined) return kind;
  }
  return undefined;
}

function kindOf(statement: PythonNode, name: string): "class" | "function" | "value" | undefined {
  const isNamed = word(statement, "name") === name;
  if (statement.kind === "ClassDef") return isNamed ? "class" : undefined;
  if (statement.kind === "FunctionDef" || statement.kind === "AsyncFunctionDef")
    return isNamed ? "function" : undefined;
  const targets = statement.kind === "Assign" ? children(statement, "targets") : annotatedTarget(statement);
  return targets.some((target) => target.kind === "Name" && word(target, "id") === name) ? "value" : undefined;
}

function annotatedTarget(statement: PythonNode): readonly PythonNode[] {
  const target = statement.kind === "AnnAssign" && child(statement, "value") ? child(statement, "target") : undefined;
  return target ? [target] : [];
}
