import type { ProjectSource, PythonNode } from "../../domain/python.ts";
import { definitionOf } from "../../syntax/resolve.ts";
import { child, dottedName, enclosingFunction, parentOf, walk, word } from "../../syntax/tree.ts";
import { classAround } from "./flow-arguments.ts";
import { parameterNamed } from "./sessions.ts";
import { followValue, type Located } from "./values.ts";

/** Places that use a method of a class; `unknown` = the same name used on something that may be of that class. */
export interface MethodReferences {
  readonly known: readonly Located[];
  readonly unknown: readonly Located[];
}

/** Looks for `database.session()` by the class of what stands before the dot. Reads without a call are other attributes. */
export function methodReferences(project: ProjectSource, method: Located): MethodReferences {
  const name = word(method.node, "name") ?? "";
  const owner = parentOf(method.module, method.node);
  const places = [...project.modules.values()]
    .filter((module) => module.text.includes(`.${name}`))
    .flatMap((module) =>
      [...walk(module.tree)].filter((node) => word(node, "attr") === name).map((node) => ({ module, node })),
    )
    .filter(isUsed);
  const known = places.filter((place) => classBefore(project, place) === owner);
  return { known, unknown: places.filter((place) => classBefore(project, place) === undefined) };
}

/** Reads of an attribute through an object of the class, outside of the class: `database.session_factory`. */
export function attributeReads(project: ProjectSource, owner: PythonNode, attribute: string): Located[] {
  return [...project.modules.values()]
    .filter((module) => module.text.includes(`.${attribute}`))
    .flatMap((module) =>
      [...walk(module.tree)].filter((node) => word(node, "attr") === attribute).map((node) => ({ module, node })),
    )
    .filter(({ node }) => dottedName(child(node, "value")) !== "self")
    .filter((place) => classBefore(project, place) === owner);
}

/** Called, or handed to something that may call it. */
function isUsed({ module, node }: Located): boolean {
  const parent = parentOf(module, node);
  return parent?.kind === "Call" || parent?.kind === "keyword";
}

/** The project class of the object that an attribute is read from: made by it, annotated with it, or `self`. */
function classBefore(project: ProjectSource, { module, node }: Located): PythonNode | undefined {
  const base = child(node, "value");
  const name = dottedName(base);
  if (!base || name === undefined) return base && madeClass(project, { module, node: base });
  if (name === "self" || name === "cls") return classAround({ module, node });
  const scope = enclosingFunction(module, node);
  const annotation = scope && parameterNamed(scope, name)?.annotation;
  if (annotation) return namedClass(project, { module, node: annotation });
  const value = followValue(project, { module, node: base });
  return value ? madeClass(project, value) : namedClass(project, { module, node: base });
}

function madeClass(project: ProjectSource, { module, node }: Located): PythonNode | undefined {
  const callee = node.kind === "Call" ? child(node, "func") : undefined;
  return callee && namedClass(project, { module, node: callee });
}

function namedClass(project: ProjectSource, { module, node }: Located): PythonNode | undefined {
  const name = dottedName(node);
  const definition = name === undefined ? undefined : definitionOf(project, module, name);
  return definition?.node.kind === "ClassDef" ? definition.node : undefined;
}
