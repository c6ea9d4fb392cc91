import type { ProjectSource, PythonModule, PythonNode } from "../../domain/python.ts";
import { definitionOf } from "../../syntax/resolve.ts";
import {
  ancestorsOf,
  child,
  children,
  dottedName,
  enclosingFunction,
  isFunction,
  walk,
  walkScope,
  word,
} from "../../syntax/tree.ts";

/** A node together with the module it stands in. */
export interface Located {
  readonly module: PythonModule;
  readonly node: PythonNode;
}

/** Names followed through names before we give up: `a = b` with `b = a` ends here. */
const MAX_STEPS = 8;

/**
 * The expression that a name stands for: the right side of its only binding (in the function around it, in the class
 * for `self.x`, in the project's modules), followed through names and imports; an expression that is no name stands
 * for itself. Undefined for parameters, functions, classes, names bound twice and names of other packages.
 */
export function followValue(project: ProjectSource, place: Located): Located | undefined {
  let current: Located | undefined = place;
  for (let step = 0; step < MAX_STEPS && current; step++) {
    const name = dottedName(current.node);
    if (name === undefined) return current;
    const next = boundTo(project, current, name);
    if (!next) return step === 0 ? undefined : current;
    current = next;
  }
  return undefined;
}

function boundTo(project: ProjectSource, place: Located, name: string): Located | undefined {
  const scope = enclosingFunction(place.module, place.node);
  if (scope && bindsName(scope, name.split(".")[0] ?? name)) return boundInside(place, scope, name);
  const definition = definitionOf(project, place.module, name);
  if (!definition) return attributeOfObject(project, place, name) ?? classBody(place, name);
  const value = isFunction(definition.node) ? undefined : child(definition.node, "value");
  return value && { module: definition.module, node: value };
}

function boundInside(place: Located, scope: PythonNode, name: string): Located | undefined {
  const isOwnAttribute = /^(self|cls)\.\w+$/.test(name);
  return isOwnAttribute ? ownAttribute(place, name) : localValue({ module: place.module, node: scope }, name);
}

/** True when the function's parameters or own statements bind the name, so that an outer one is hidden. */
export function bindsName(scope: PythonNode, name: string): boolean {
  if (parameterNames(scope).includes(name)) return true;
  const own = children(scope, "body").flatMap((statement) => [...walkScope(statement)]);
  const isGlobal = own.some((node) => node.kind === "Global" && listed(node, "names").includes(name));
  return !isGlobal && own.some((node) => isStored(node, name));
}

function isStored(node: PythonNode, name: string): boolean {
  return node.kind === "Name" && word(node, "id") === name && child(node, "ctx")?.kind === "Store";
}

function listed(node: PythonNode, field: string): readonly unknown[] {
  const value = node.fields[field];
  return Array.isArray(value) ? value : [];
}

/** The names of all parameters of a function or lambda, starred ones included. */
export function parameterNames(scope: PythonNode): string[] {
  const list = child(scope, "args");
  if (!list) return [];
  const single = [child(list, "vararg"), child(list, "kwarg")].filter((entry) => entry !== undefined);
  const all = [...children(list, "posonlyargs"), ...children(list, "args"), ...children(list, "kwonlyargs"), ...single];
  return all.map((entry) => word(entry, "arg") ?? "");
}

function localValue({ module, node: scope }: Located, name: string): Located | undefined {
  if (parameterNames(scope).includes(name)) return undefined;
  const values = assignmentsIn(scope, name);
  return values.length === 1 && values[0] ? { module, node: values[0] } : undefined;
}

/** The values that plain assignments in a function's own statements give a name. */
function assignmentsIn(scope: PythonNode, name: string): PythonNode[] {
  return children(scope, "body")
    .flatMap((statement) => [...walkScope(statement)])
    .flatMap((node) => assignedValue(node, name) ?? []);
}

/** The value that a statement assigns to a dotted name; undefined when it does not. */
export function assignedValue(node: PythonNode, name: string): PythonNode | undefined {
  const isPlain = node.kind === "Assign" && children(node, "targets").some((target) => dottedName(target) === name);
  const isAnnotated = node.kind === "AnnAssign" && dottedName(child(node, "target")) === name;
  return isPlain || isAnnotated ? child(node, "value") : undefined;
}

function ownAttribute({ module, node }: Located, name: string): Located | undefined {
  const owner = [...ancestorsOf(module, node)].find((outer) => outer.kind === "ClassDef");
  return owner && attributeValue({ module, node: owner }, name.split(".")[1] ?? name);
}

/** What a class stores under an attribute, in its body or as `self.x = ...`; undefined unless there is one value. */
function attributeValue({ module, node: owner }: Located, attribute: string): Located | undefined {
  const own = children(owner, "body").flatMap((statement) => assignedValue(statement, attribute) ?? []);
  const stored = children(owner, "body")
    .filter(isFunction)
    .flatMap((method) => [...walk(method)].flatMap((node) => assignedValue(node, `self.${attribute}`) ?? []));
  const values = [...own, ...stored].filter((value) => !isNone(value));
  return values.length === 1 && values[0] ? { module, node: values[0] } : undefined;
}

function isNone(node: PythonNode): boolean {
  return node.kind === "Constant" && node.fields["value"] === null;
}

/** `db.engine` where `db = Database()` or `Database` is a class of the project. */
function attributeOfObject(project: ProjectSource, { module }: Located, name: string): Located | undefined {
  const at = name.lastIndexOf(".");
  if (at === -1) return undefined;
  const base = definitionOf(project, module, name.slice(0, at));
  if (!base) return undefined;
  if (base.node.kind === "ClassDef") return attributeValue(base, name.slice(at + 1));
  const value = child(base.node, "value");
  const maker = value?.kind === "Call" ? dottedName(child(value, "func")) : undefined;
  const made = maker === undefined ? undefined : definitionOf(project, base.module, maker);
  return made?.node.kind === "ClassDef" ? attributeValue(made, name.slice(at + 1)) : undefined;
}

/** A name used in a class body that the same body binds. */
function classBody({ module, node }: Located, name: string): Located | undefined {
  const owner = [...ancestorsOf(module, node)].find((outer) => isFunction(outer) || outer.kind === "ClassDef");
  if (owner?.kind !== "ClassDef") return undefined;
  const values = children(owner, "body").flatMap((statement) => assignedValue(statement, name) ?? []);
  return values.length === 1 && values[0] ? { module, node: values[0] } : undefined;
}
