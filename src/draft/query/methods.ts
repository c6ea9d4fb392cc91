import type { ProjectSource, PythonNode } from "../../domain/python.ts";
import { definitionOf } from "../../syntax/resolve.ts";
import {
  ancestorsOf,
  child,
  children,
  dottedName,
  enclosingFunction,
  isFunction,
  walk,
  word,
} from "../../syntax/tree.ts";
import { parameterNamed } from "../sqlalchemy/sessions.ts";
import { followValue, type Located } from "../sqlalchemy/values.ts";

const MAX_BASES = 8;

/** The method that `object.method` names, when the object's class is a class of the project; its bases are searched too. */
export function methodOf(project: ProjectSource, { module, node }: Located): Located | undefined {
  const base = node.kind === "Attribute" ? child(node, "value") : undefined;
  const owner = base && classOf(project, { module, node: base });
  return owner && methodIn(project, { owner, name: word(node, "attr") ?? "", left: MAX_BASES });
}

interface Search {
  readonly owner: Located;
  readonly name: string;
  readonly left: number;
}

function methodIn(project: ProjectSource, { owner, name, left }: Search): Located | undefined {
  const own = children(owner.node, "body").find((entry) => isFunction(entry) && word(entry, "name") === name);
  if (own || left === 0) return own && { module: owner.module, node: own };
  for (const base of children(owner.node, "bases")) {
    const parent = classNamed(project, {
      module: owner.module,
      node: base.kind === "Subscript" ? (child(base, "value") ?? base) : base,
    });
    const found = parent && methodIn(project, { owner: parent, name, left: left - 1 });
    if (found) return found;
  }
  return undefined;
}

function classNamed(project: ProjectSource, { module, node }: Located): Located | undefined {
  const definition = definitionOf(project, module, dottedName(node) ?? "");
  return definition?.node.kind === "ClassDef" ? { module: definition.module, node: definition.node } : undefined;
}

/** The project class of an object: by `self`, by the call that made it, or by a parameter's annotation. */
function classOf(project: ProjectSource, place: Located): Located | undefined {
  if (place.node.kind === "Call") return madeBy(project, place);
  const name = dottedName(place.node);
  if (name === "self" || name === "cls") return ownClass(place);
  if (name === undefined) return undefined;
  const annotated = annotatedClass(project, place, name);
  if (annotated) return annotated;
  const value = followValue(project, place);
  if (!value) return undefined;
  if (value.node.kind === "Call") return madeBy(project, value);
  const inner = dottedName(value.node);
  return inner === undefined ? undefined : annotatedClass(project, value, inner);
}

function madeBy(project: ProjectSource, { module, node }: Located): Located | undefined {
  const callee = child(node, "func");
  return callee && classNamed(project, { module, node: callee });
}

function ownClass({ module, node }: Located): Located | undefined {
  const owner = [...ancestorsOf(module, node)].find((entry) => entry.kind === "ClassDef");
  return owner && { module, node: owner };
}

/** The one class of the project that a parameter's annotation names. */
function annotatedClass(project: ProjectSource, { module, node }: Located, name: string): Located | undefined {
  const scope = enclosingFunction(module, node);
  const annotation = scope && parameterNamed(scope, name)?.annotation;
  const classes = annotation
    ? [...walk(annotation)].flatMap((entry: PythonNode) => classNamed(project, { module, node: entry }) ?? [])
    : [];
  return classes.length === 1 ? classes[0] : undefined;
}
