import type { ProjectSource, PythonModule, PythonNode } from "../../../domain/python.ts";
import { definitionOf } from "../../../syntax/resolve.ts";
import { child, children, dottedName, isFunction, walk, walkScope, word } from "../../../syntax/tree.ts";

/** A class of the repository. */
export interface OwnClass {
  readonly module: PythonModule;
  readonly node: PythonNode;
}

const MAX_BASES = 6;

/** Names that a class gives its objects: what its body binds and its methods give to `self`, bases in the project included. */
export function attributesOf(
  { project }: { readonly project: ProjectSource },
  { module, node }: OwnClass,
): ReadonlySet<string> {
  return new Set(classesOf(project, { module, node }, 0).flatMap((entry) => [...inBody(entry), ...ofSelf(entry)]));
}

/** A class and its bases, as far as they are the repository's. */
export function classesOf(project: ProjectSource, { module, node }: OwnClass, depth: number): PythonNode[] {
  if (depth > MAX_BASES) return [];
  const bases = children(node, "bases").flatMap((base) => {
    const written = dottedName(base);
    const definition = written === undefined ? undefined : definitionOf(project, module, written);
    return definition?.node.kind === "ClassDef" && definition.node !== node ? [definition] : [];
  });
  return [node, ...bases.flatMap((base) => classesOf(project, base, depth + 1))];
}

function inBody(owner: PythonNode): string[] {
  return [...walkScope(owner)].filter((node) => node !== owner).flatMap((node) => boundBy(node) ?? []);
}

function boundBy(node: PythonNode): string | undefined {
  if (isFunction(node) || node.kind === "ClassDef") return word(node, "name");
  const target = node.kind === "AnnAssign" ? child(node, "target") : node;
  return target?.kind === "Name" && child(target, "ctx")?.kind === "Store" ? word(target, "id") : undefined;
}

function ofSelf(owner: PythonNode): string[] {
  return [...walk(owner)].flatMap((node) => {
    const isOfSelf = node.kind === "Attribute" && dottedName(child(node, "value")) === "self";
    return isOfSelf && child(node, "ctx")?.kind === "Store" ? (word(node, "attr") ?? []) : [];
  });
}
