import type { ProjectSource, PythonModule, PythonNode } from "../../domain/python.ts";
import { definitionOf, externalName } from "../../syntax/resolve.ts";
import { child, children, dottedName, isFunction, keywordArgument, walk, walkScope, word } from "../../syntax/tree.ts";
import { followValue, type Located as Place } from "./values.ts";

/** A node together with the module it stands in. */
export type Located = Place;

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
export function valueOf(project: ProjectSource, place: Located): Located | undefined {
  return followValue(project, place);
}

/** Names, wrappers and calls followed before we give up: functions that return themselves end here. */
const MAX_DEPTH = 8;

/** What engine an expression gives, or undefined when it cannot be told. */
export function engineOf(project: ProjectSource, place: Located): EngineSource | undefined {
  return engineAt(project, place, MAX_DEPTH);
}

function engineAt(project: ProjectSource, place: Located, depth: number): EngineSource | undefined {
  if (depth === 0) return undefined;
  if (word(place.node, "attr") === "sync_engine") return innerEngine(project, place, depth);
  const value = valueOf(project, place);
  if (!value) return undefined;
  const kind = engineKind(makerOf(project, value));
  if (kind) return { kind, creation: value };
  const next = value.node.kind === "Call" ? returnedBy(project, value) : value;
  return next && next.node !== place.node ? engineAt(project, next, depth - 1) : undefined;
}

function innerEngine(project: ProjectSource, { module, node }: Located, depth: number): EngineSource | undefined {
  const base = child(node, "value");
  const outer = base && engineAt(project, { module, node: base }, depth - 1);
  return outer?.kind === "async" ? { kind: "inner", creation: outer.creation } : undefined;
}

function engineKind(maker: string | undefined): "async" | "sync" | undefined {
  if (maker === undefined) return undefined;
  return ASYNC_ENGINE_MAKERS.has(maker) ? "async" : SYNC_ENGINE_MAKERS.has(maker) ? "sync" : undefined;
}

/** The name of SQLAlchemy's function that a call calls; undefined for other calls and no calls. */
function makerOf(project: ProjectSource, { module, node }: Located): string | undefined {
  const callee = node.kind === "Call" ? child(node, "func") : undefined;
  return callee && sqlalchemyName(project, { module, node: callee });
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
  return factoryAt(project, place, MAX_DEPTH);
}

function factoryAt(project: ProjectSource, place: Located, depth: number): SessionFactory | undefined {
  const value = depth === 0 ? undefined : valueOf(project, place);
  if (!value || value.node.kind !== "Call") return undefined;
  const maker = makerOf(project, value) ?? "";
  if (SESSION_MAKERS.has(maker)) return madeFactory(project, value, maker);
  const first = children(value.node, "args")[0];
  if (REGISTRIES.has(maker)) return first && factoryAt(project, { module: value.module, node: first }, depth - 1);
  const result = returnedBy(project, value);
  return result && factoryAt(project, result, depth - 1);
}

function madeFactory(project: ProjectSource, call: Located, maker: string): SessionFactory {
  const bind = children(call.node, "args")[0] ?? keywordArgument(call.node, "bind");
  const sessionClass = keywordArgument(call.node, "class_");
  const isAsync = maker === "async_sessionmaker" || isAsyncSessionClass(project, call.module, sessionClass);
  return {
    kind: isAsync ? "async" : "sync",
    call,
    engine: bind && engineOf(project, { module: call.module, node: bind }),
  };
}

/** True for AsyncSession itself and project classes derived from it. */
export function isAsyncSessionClass(
  project: ProjectSource,
  module: PythonModule,
  node: PythonNode | undefined,
): boolean {
  return node !== undefined && isDerived(project, { module, node }, MAX_DEPTH);
}

function isDerived(project: ProjectSource, place: Located, depth: number): boolean {
  if (depth === 0) return false;
  if (sqlalchemyName(project, place) === "AsyncSession") return true;
  const name = dottedName(place.node);
  const definition = name === undefined ? undefined : definitionOf(project, place.module, name);
  if (definition?.node.kind !== "ClassDef") return false;
  return children(definition.node, "bases").some((base) =>
    isDerived(project, { module: definition.module, node: base }, depth - 1),
  );
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
