import type { ProjectSource, PythonNode } from "../../domain/python.ts";
import { definitionOf } from "../../syntax/resolve.ts";
import { ancestorsOf, child, children, dottedName, isFunction, walkScope, word } from "../../syntax/tree.ts";
import { assignedValue, followValue, type Located } from "./values.ts";

/** Base classes looked through before we give up: a class that is its own base ends here. */
const MAX_BASES = 8;

/**
 * What the class of a settings object says under the attribute that an expression reads: the method or property, or the
 * value of the field. Base classes in the project count, the nearest first.
 */
export function memberOf(project: ProjectSource, { module, node }: Located): Located | undefined {
  const owner = node.kind === "Attribute" ? ownerOf(project, { module, node }) : undefined;
  return owner && memberIn(project, owner, { name: word(node, "attr") ?? "", depth: MAX_BASES });
}

interface Wanted {
  readonly name: string;
  readonly depth: number;
}

function memberIn(project: ProjectSource, owner: Located, { name, depth }: Wanted): Located | undefined {
  if (depth === 0) return undefined;
  const own = children(owner.node, "body").flatMap((statement) => declared(statement, name) ?? []);
  if (own[0]) return { module: owner.module, node: own[0] };
  const bases = children(owner.node, "bases").flatMap(
    (base) => definitionOf(project, owner.module, dottedName(base) ?? "") ?? [],
  );
  const found = bases.flatMap((base) => memberIn(project, base, { name, depth: depth - 1 }) ?? []);
  return found[0];
}

function declared(statement: PythonNode, name: string): PythonNode | undefined {
  return isFunction(statement) && word(statement, "name") === name ? statement : assignedValue(statement, name);
}

/** The class of the object an attribute is read from: `Settings`, `settings = Settings()`, `self`, `get_settings()`. */
function ownerOf(project: ProjectSource, { module, node }: Located): Located | undefined {
  const base = child(node, "value");
  if (dottedName(base) === "self") {
    const around = [...ancestorsOf(module, node)].find((outer) => outer.kind === "ClassDef");
    return around && { module, node: around };
  }
  const value = base && followValue(project, { module, node: base });
  const made = value?.node.kind === "Call" ? child(value.node, "func") : undefined;
  return value && made
    ? classOf(project, { module: value.module, node: made })
    : base && classOf(project, { module, node: base });
}

/** The class that a name names, or that the function of that name makes an object of. */
function classOf(project: ProjectSource, { module, node }: Located): Located | undefined {
  const name = dottedName(node);
  const definition = name === undefined ? undefined : definitionOf(project, module, name);
  if (definition?.node.kind === "ClassDef") return definition;
  return definition && isFunction(definition.node) ? classReturned(project, definition) : undefined;
}

/** `def get_settings(): return Settings()`, or one that says so in its annotation. */
function classReturned(project: ProjectSource, { module, node }: Located): Located | undefined {
  const returned = children(node, "body")
    .flatMap((statement) => [...walkScope(statement)])
    .flatMap((inner) => (inner.kind === "Return" ? (child(inner, "value") ?? []) : []));
  const makers = returned.flatMap((value) => (value.kind === "Call" ? (child(value, "func") ?? []) : []));
  for (const entry of [...makers, ...annotationOf(node)]) {
    const definition = definitionOf(project, module, dottedName(entry) ?? "");
    if (definition?.node.kind === "ClassDef") return definition;
  }
  return undefined;
}

function annotationOf(node: PythonNode): PythonNode[] {
  const annotation = child(node, "returns");
  return annotation ? [annotation] : [];
}
