import type { ProjectSource, PythonModule, PythonNode } from "../../domain/python.ts";
import { definitionOf, externalName } from "../../syntax/resolve.ts";
import { child, children, dottedName, isFunction, keywordArgument, walk, walkScope, word } from "../../syntax/tree.ts";

/** A node together with the module it stands in. */
export interface Located {
  readonly module: PythonModule;
  readonly node: PythonNode;
}

/**
 * What an expression that should be an engine is: `async` = AsyncEngine, `sync` = Engine, `inner` = the sync engine
 * inside an AsyncEngine (`engine.sync_engine`).
 */
export interface EngineSource {
  readonly kind: "async" | "sync" | "inner";
  /** The `create_engine(...)` or `create_async_engine(...)` call. */
  readonly creation: Located;
}

/** A call that makes a session factory, `sessionmaker(...)` or a relative of it. */
export interface SessionFactory {
  /** `async` when calling it gives an AsyncSession. */
  readonly kind: "async" | "sync";
  readonly call: Located;
  /** What it is bound to; undefined when it is bound later or cannot be told. */
  readonly engine: EngineSource | undefined;
}

const ASYNC_ENGINE_MAKERS = new Set(["create_async_engine", "async_engine_from_config"]);
const SYNC_ENGINE_MAKERS = new Set(["create_engine", "engine_from_config"]);
const SESSION_MAKERS = new Set(["sessionmaker", "async_sessionmaker"]);
/** Wrappers whose first argument is the factory that matters. */
const REGISTRIES = new Set(["scoped_session", "async_scoped_session"]);

/** The last part of a name from SQLAlchemy or SQLModel; undefined for anything else. */
export function sqlalchemyName(project: ProjectSource, { module, node }: Located): string | undefined {
  const name = externalName(project, module, dottedName(node));
  return name !== undefined && /^(sqlalchemy|sqlmodel)\./.test(name) ? name.split(".").at(-1) : undefined;
}

/**
 * The expression that a name stands for: the right side of its only binding, followed through imports; an expression
 * that is no name stands for itself. Undefined for parameters, functions, classes and names of other packages.
 */
export function valueOf(project: ProjectSource, { module, node }: Located): Located | undefined {
  const name = dottedName(node);
  if (name === undefined) return { module, node };
  const definition = definitionOf(project, module, name);
  const value = definition && child(definition.node, "value");
  if (!definition || !value || isFunction(definition.node)) return undefined;
  return dottedName(value) === undefined || dottedName(value) === name
    ? { module: definition.module, node: value }
    : (valueOf(project, { module: definition.module, node: value }) ?? { module: definition.module, node: value });
}

/** What engine an expression gives, or undefined when it cannot be told. */
export function engineOf(project: ProjectSource, place: Located): EngineSource | undefined {
  if (place.node.kind === "Attribute" && word(place.node, "attr") === "sync_engine") {
    const base = child(place.node, "value");
    const outer = base && engineOf(project, { module: place.module, node: base });
    return outer?.kind === "async" ? { kind: "inner", creation: outer.creation } : undefined;
  }
  const value = valueOf(project, place) ?? returnedBy(project, place);
  if (!value || value.node.kind !== "Call")
    return value && value.node !== place.node ? engineOf(project, value) : undefined;
  const callee = child(value.node, "func");
  const maker = callee && sqlalchemyName(project, { module: value.module, node: callee });
  if (maker !== undefined && ASYNC_ENGINE_MAKERS.has(maker)) return { kind: "async", creation: value };
  if (maker !== undefined && SYNC_ENGINE_MAKERS.has(maker)) return { kind: "sync", creation: value };
  const result = returnedBy(project, value);
  return result && engineOf(project, result);
}

/** What a call of a project function returns, when it has exactly one return with a value. */
export function returnedBy(project: ProjectSource, place: Located): Located | undefined {
  const callee = place.node.kind === "Call" ? child(place.node, "func") : undefined;
  const name = dottedName(callee);
  const definition = name === undefined ? undefined : definitionOf(project, place.module, name);
  if (!definition || !isFunction(definition.node)) return undefined;
  const returns = children(definition.node, "body")
    .flatMap((statement) => [...walkScope(statement)])
    .filter((node) => node.kind === "Return" && child(node, "value"));
  const value = returns.length === 1 && returns[0] ? child(returns[0], "value") : undefined;
  return value && { module: definition.module, node: value };
}

/** The factory an expression names or makes: `SessionLocal`, `sessionmaker(engine)`, `scoped_session(SessionLocal)`. */
export function factoryOf(project: ProjectSource, place: Located): SessionFactory | undefined {
  const value = valueOf(project, place) ?? returnedBy(project, place);
  if (!value || value.node.kind !== "Call") return undefined;
  const callee = child(value.node, "func");
  const maker = callee && sqlalchemyName(project, { module: value.module, node: callee });
  const first = children(value.node, "args")[0];
  if (maker !== undefined && REGISTRIES.has(maker))
    return first && factoryOf(project, { module: value.module, node: first });
  if (maker === undefined || !SESSION_MAKERS.has(maker)) {
    const result = returnedBy(project, value);
    return result && factoryOf(project, result);
  }
  const bind = first ?? keywordArgument(value.node, "bind");
  const sessionClass = keywordArgument(value.node, "class_");
  const isAsync = maker === "async_sessionmaker" || isAsyncSessionClass(project, value.module, sessionClass);
  return {
    kind: isAsync ? "async" : "sync",
    call: value,
    engine: bind && engineOf(project, { module: value.module, node: bind }),
  };
}

/** True for AsyncSession itself and project classes derived from it. */
export function isAsyncSessionClass(
  project: ProjectSource,
  module: PythonModule,
  node: PythonNode | undefined,
): boolean {
  if (!node) return false;
  if (sqlalchemyName(project, { module, node }) === "AsyncSession") return true;
  const name = dottedName(node);
  const definition = name === undefined ? undefined : definitionOf(project, module, name);
  if (definition?.node.kind !== "ClassDef") return false;
  return children(definition.node, "bases").some((base) => isAsyncSessionClass(project, definition.module, base));
}

/** Every call in the loaded project that makes a session factory or an engine from SQLAlchemy's functions. */
export function* sqlalchemyCalls(project: ProjectSource, names: ReadonlySet<string>): Generator<Located> {
  for (const module of project.modules.values()) {
    for (const node of walk(module.tree)) {
      const callee = node.kind === "Call" ? child(node, "func") : undefined;
      const name = callee && sqlalchemyName(project, { module, node: callee });
      if (name !== undefined && names.has(name)) yield { module, node };
    }
  }
}
