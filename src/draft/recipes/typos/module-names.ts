import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { child, isFunction, walkScope, word } from "../../../syntax/tree.ts";

/** Names that a module defines at its top level, conditions included; what it imports is somebody else's. */
export function topLevelNames(module: PythonModule): ReadonlySet<string> {
  return new Set([...walkScope(module.tree)].flatMap((node) => definedBy(node) ?? []));
}

function definedBy(node: PythonNode): string | undefined {
  if (isFunction(node) || node.kind === "ClassDef") return word(node, "name");
  return node.kind === "Name" && child(node, "ctx")?.kind === "Store" ? word(node, "id") : undefined;
}
