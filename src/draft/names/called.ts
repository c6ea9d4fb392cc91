import type { ProjectSource, PythonModule, PythonNode } from "../../domain/python.ts";
import { definitionOf, externalName } from "../../syntax/resolve.ts";
import { ancestorsOf, child, children, dottedName, word } from "../../syntax/tree.ts";
import { fullName } from "./references.ts";

/** Classes above each other that are looked at before we give up. */
const MAX_BASES = 8;

/**
 * Full names of what a call reaches outside the project: a function or class by its imports, the bases of a class of the
 * project that has no `__init__` of its own, and those of the class around a `super().__init__()`.
 */
export function calledNames(project: ProjectSource, module: PythonModule, call: PythonNode): string[] {
  const called = child(call, "func");
  if (isSuperInit(called)) {
    const owner = [...ancestorsOf(module, call)].find(({ kind }) => kind === "ClassDef");
    return owner ? baseNames(project, { module, owner, depth: 0 }) : [];
  }
  return namesOf(project, { module, node: called, depth: 0 });
}

function isSuperInit(node: PythonNode | undefined): boolean {
  const object = node && word(node, "attr") === "__init__" ? child(node, "value") : undefined;
  return object?.kind === "Call" && dottedName(child(object, "func")) === "super";
}

function namesOf(
  project: ProjectSource,
  { module, node, depth }: { module: PythonModule; node: PythonNode | undefined; depth: number },
): string[] {
  const written = dottedName(node);
  if (written === undefined || depth > MAX_BASES) return [];
  const defined = definitionOf(project, module, written);
  if (defined?.node.kind === "ClassDef" && !hasOwnInit(defined.node))
    return baseNames(project, { module: defined.module, owner: defined.node, depth: depth + 1 });
  if (defined) return [];
  const name = fullName(module, node) ?? externalName(project, module, written);
  return name === undefined ? [] : [name];
}

function hasOwnInit(owner: PythonNode): boolean {
  return children(owner, "body").some((entry) => ["__init__", "__new__"].includes(word(entry, "name") ?? ""));
}

function baseNames(
  project: ProjectSource,
  { module, owner, depth }: { module: PythonModule; owner: PythonNode; depth: number },
): string[] {
  return children(owner, "bases").flatMap((node) => namesOf(project, { module, node, depth }));
}
