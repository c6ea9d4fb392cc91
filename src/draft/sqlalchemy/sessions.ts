import type { TestEvidence } from "../../domain/evidence.ts";
import type { ProjectSource, PythonModule, PythonNode } from "../../domain/python.ts";
import { definitionOf } from "../../syntax/resolve.ts";
import {
  ancestorsOf,
  child,
  children,
  dottedName,
  enclosingFunction,
  functionAt,
  isFunction,
  keywordArgument,
  sourceOf,
  walk,
  walkScope,
  word,
} from "../../syntax/tree.ts";
import { factoryOf, isAsyncSessionClass, type Located, sqlalchemyName } from "./factories.ts";
import { followValue } from "./values.ts";

/** What a session expression is, and how we know: seen at run time, said by an annotation, or made by a factory. */
export interface SessionKind {
  readonly kind: "async" | "sync";
  readonly by: "run" | "factory" | "annotation";
}

/**
 * The kind of session an expression (`db`, `self.session`) holds where it stands. What was seen while the failing test
 * ran outweighs what the factory says, and that outweighs the annotation, which may be a wish.
 */
export function sessionKindOf(project: ProjectSource, place: Located, evidence: TestEvidence): SessionKind | undefined {
  const name = dottedName(place.node);
  if (name === undefined) return factoryCallKind(project, place);
  const seen = seenKind(place, name, evidence);
  if (seen) return { kind: seen, by: "run" };
  const scope = enclosingFunction(place.module, place.node);
  const made = scope && assignedKind(project, { module: place.module, node: scope }, name);
  if (made) return { kind: made, by: "factory" };
  const parameter = scope && parameterNamed(scope, name);
  if (parameter) return parameterKind(project, place.module, parameter);
  if (name.startsWith("self.")) return attributeKind(project, place, name.slice("self.".length));
  return undefined;
}

/** True when the expression holds an AsyncSession by any evidence. */
export function isAsyncSession(project: ProjectSource, place: Located, evidence: TestEvidence): boolean {
  return sessionKindOf(project, place, evidence)?.kind === "async";
}

function factoryCallKind(project: ProjectSource, { module, node }: Located): SessionKind | undefined {
  const callee = node.kind === "Call" ? child(node, "func") : undefined;
  if (!callee) return undefined;
  if (isAsyncSessionClass(project, module, callee)) return { kind: "async", by: "factory" };
  if (sqlalchemyName(project, { module, node: callee }) === "Session") return { kind: "sync", by: "factory" };
  const factory = factoryOf(project, { module, node: callee });
  return factory && { kind: factory.kind, by: "factory" };
}

function seenKind({ module, node }: Located, name: string, evidence: TestEvidence): "async" | "sync" | undefined {
  const scope = enclosingFunction(module, node);
  const frames = evidence.raised.flatMap((raised) => raised.frames);
  const types = frames
    .filter((frame) => frame.path === module.path && scope !== undefined && functionAt(module, frame.line) === scope)
    .flatMap((frame) => (frame.locals?.[name] === undefined ? [] : [frame.locals[name]]));
  const type = types.at(-1)?.split(".").at(-1);
  return type === "AsyncSession" || type === "async_scoped_session" ? "async" : type === "Session" ? "sync" : undefined;
}

/** The kind of session that `name = factory()` or `with factory() as name` binds inside a function. */
function assignedKind(
  project: ProjectSource,
  { module, node: scope }: Located,
  name: string,
): "async" | "sync" | undefined {
  for (const node of children(scope, "body").flatMap((statement) => [...walkScope(statement)])) {
    const value = boundValue(node, name);
    const kind = value && factoryCallKind(project, { module, node: value });
    if (kind) return kind.kind;
  }
  return undefined;
}

function boundValue(node: PythonNode, name: string): PythonNode | undefined {
  if (node.kind === "Assign" && children(node, "targets").some((target) => dottedName(target) === name))
    return child(node, "value");
  if (node.kind === "AnnAssign" && dottedName(child(node, "target")) === name) return child(node, "value");
  if (node.kind === "withitem" && dottedName(child(node, "optional_vars")) === name) return child(node, "context_expr");
  return undefined;
}

/** A parameter of a function with its annotation and default. */
export interface Parameter {
  readonly node: PythonNode;
  readonly annotation: PythonNode | undefined;
  readonly default: PythonNode | undefined;
}

/** The parameter of this name; undefined when the function has none. */
export function parameterNamed(scope: PythonNode, name: string): Parameter | undefined {
  const list = child(scope, "args");
  if (!list) return undefined;
  const positional = [...children(list, "posonlyargs"), ...children(list, "args")];
  const defaults = children(list, "defaults");
  const index = positional.findIndex((entry) => word(entry, "arg") === name);
  const node = positional[index] ?? children(list, "kwonlyargs").find((entry) => word(entry, "arg") === name);
  if (!node) return undefined;
  const fallback = index === -1 ? keywordDefault(list, name) : defaults[index - (positional.length - defaults.length)];
  return { node, annotation: child(node, "annotation"), default: fallback };
}

function keywordDefault(list: PythonNode, name: string): PythonNode | undefined {
  const index = children(list, "kwonlyargs").findIndex((entry) => word(entry, "arg") === name);
  const defaults = list.fields["kw_defaults"];
  const value = Array.isArray(defaults) ? defaults[index] : undefined;
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
}

function parameterKind(project: ProjectSource, module: PythonModule, parameter: Parameter): SessionKind | undefined {
  const provider = providerOf(project, module, parameter);
  const provided = provider && providedKind(project, provider);
  if (provided) return { kind: provided, by: "factory" };
  const annotation = parameter.annotation && annotationKind(project, { module, node: parameter.annotation });
  return annotation && { kind: annotation, by: "annotation" };
}

/** The function that FastAPI calls for a parameter: `= Depends(get_db)` or `Annotated[..., Depends(get_db)]`. */
export function providerOf(project: ProjectSource, module: PythonModule, parameter: Parameter): Located | undefined {
  const places: Located[] = [];
  if (parameter.default) places.push({ module, node: parameter.default });
  if (parameter.annotation) places.push(aliased(project, { module, node: parameter.annotation }));
  for (const place of places) {
    for (const node of walk(place.node)) {
      const provider = dependencyOf(project, { module: place.module, node });
      if (provider) return provider;
    }
  }
  return undefined;
}

/** The project function or method named in a `Depends(...)` or `Security(...)` call. */
function dependencyOf(project: ProjectSource, { module, node }: Located): Located | undefined {
  const callee = node.kind === "Call" ? dottedName(child(node, "func")) : undefined;
  if (callee === undefined || !/(^|\.)(Depends|Security)$/.test(callee)) return undefined;
  const provider = children(node, "args")[0] ?? keywordArgument(node, "dependency");
  return provider && functionNamed(project, { module, node: provider });
}

function functionNamed(project: ProjectSource, { module, node: provider }: Located): Located | undefined {
  const name = dottedName(provider);
  const definition = name === undefined ? undefined : definitionOf(project, module, name);
  if (!definition && provider.kind === "Attribute") return methodOf(project, { module, node: provider });
  return definition && isFunction(definition.node) ? definition : undefined;
}

/** `database.session` where `database = Database()`: the method of the class. */
function methodOf(project: ProjectSource, { module, node }: Located): Located | undefined {
  const base = child(node, "value");
  const value = base && followValue(project, { module, node: base });
  const maker = value?.node.kind === "Call" ? dottedName(child(value.node, "func")) : undefined;
  const owner = value && maker !== undefined ? definitionOf(project, value.module, maker) : undefined;
  if (owner?.node.kind !== "ClassDef") return undefined;
  const methods = children(owner.node, "body").filter(isFunction);
  const found = methods.find((entry) => word(entry, "name") === word(node, "attr"));
  return found && { module: owner.module, node: found };
}

/** `SessionDep` -> the expression it was assigned; other annotations stand for themselves. */
function aliased(project: ProjectSource, place: Located): Located {
  const name = dottedName(place.node);
  const definition = name === undefined ? undefined : definitionOf(project, place.module, name);
  const value = definition && child(definition.node, "value");
  return definition && value ? { module: definition.module, node: value } : place;
}

function annotationKind(project: ProjectSource, place: Located): "async" | "sync" | undefined {
  const { module, node } = aliased(project, place);
  for (const part of walk(node)) {
    if (isAsyncSessionClass(project, module, part)) return "async";
    if (sqlalchemyName(project, { module, node: part }) === "Session") return "sync";
  }
  const text = node.kind === "Constant" ? sourceOf(module, node) : "";
  return /\bAsyncSession\b/.test(text) ? "async" : /\bSession\b/.test(text) ? "sync" : undefined;
}

/** What a provider function yields or returns. */
function providedKind(project: ProjectSource, { module, node: scope }: Located): "async" | "sync" | undefined {
  for (const node of children(scope, "body").flatMap((statement) => [...walkScope(statement)])) {
    const value = node.kind === "Yield" || node.kind === "Return" ? child(node, "value") : undefined;
    const name = dottedName(value);
    const kind =
      name === undefined
        ? value && factoryCallKind(project, { module, node: value })?.kind
        : assignedKind(project, { module, node: scope }, name);
    if (kind) return kind;
  }
  return undefined;
}

/** `self.session` by what the class stores under it: a parameter or a session it makes. */
function attributeKind(project: ProjectSource, { module, node }: Located, attribute: string): SessionKind | undefined {
  const owner = [...ancestorsOf(module, node)].find((outer) => outer.kind === "ClassDef");
  for (const method of owner ? children(owner, "body").filter(isFunction) : []) {
    for (const inner of walk(method)) {
      const value = boundValue(inner, `self.${attribute}`);
      if (!value) continue;
      const parameter = parameterNamed(method, dottedName(value) ?? "");
      const kind = parameter
        ? parameterKind(project, module, parameter)
        : factoryCallKind(project, { module, node: value });
      if (kind) return kind;
    }
  }
  return undefined;
}
