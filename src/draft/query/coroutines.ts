import type { TestEvidence } from "../../domain/evidence.ts";
import type { ProjectSource, PythonNode } from "../../domain/python.ts";
import { definitionOf } from "../../syntax/resolve.ts";
import {
  child,
  children,
  dottedName,
  enclosingFunction,
  isFunction,
  walk,
  walkScope,
  word,
} from "../../syntax/tree.ts";
import { engineOf, type Located } from "../sqlalchemy/factories.ts";
import { isAsyncSession } from "../sqlalchemy/sessions.ts";
import { bindsName } from "../sqlalchemy/values.ts";
import { methodOf } from "./methods.ts";

/** Methods of AsyncSession that give a coroutine (SQLAlchemy 1.4 to 2.1). */
const SESSION_COROUTINES = new Set(
  [
    "execute scalar scalars get get_one stream stream_scalars run_sync connection commit rollback flush",
    "refresh delete merge close aclose reset invalidate remove",
  ].flatMap((line) => line.split(" ")),
);
/** Methods of AsyncConnection that give a coroutine. */
const CONNECTION_COROUTINES = new Set(
  [
    "execute scalar scalars stream stream_scalars run_sync exec_driver_sql get_raw_connection commit",
    "rollback close aclose invalidate",
  ].flatMap((line) => line.split(" ")),
);
/** Methods of AsyncSession that are plain: there is nothing to await. */
export const SESSION_PLAIN = new Set(
  [
    "add add_all expire expire_all expunge expunge_all is_modified in_transaction in_nested_transaction",
    "get_bind get_transaction get_nested_transaction",
  ].flatMap((line) => line.split(" ")),
);
/** Methods of the results that awaited calls give; all plain. */
export const RESULT_METHODS = new Set(
  [
    "scalars all first one one_or_none scalar scalar_one scalar_one_or_none unique mappings tuples",
    "columns partitions fetchall fetchone fetchmany keys",
  ].flatMap((line) => line.split(" ")),
);

/** What the code at hand says of a session: used to tell the async ones. */
export interface Surroundings {
  readonly project: ProjectSource;
  readonly evidence: TestEvidence;
}

/** True when a call surely gives a coroutine: of SQLAlchemy's async classes, or of an `async def` of the project. */
export function givesCoroutine(around: Surroundings, place: Located): boolean {
  const callee = place.node.kind === "Call" ? child(place.node, "func") : undefined;
  if (!callee) return false;
  if (isSessionCoroutine(around, place)) return true;
  const called = calledFunction(around.project, { module: place.module, node: callee });
  return called !== undefined && isCoroutineFunction(around, called, 0);
}

/** True for `session.commit()` and its like on an AsyncSession, an AsyncConnection or an AsyncEngine. */
export function isSessionCoroutine(around: Surroundings, { module, node }: Located): boolean {
  const called = methodCall(node);
  if (!called || dottedName(called.base) === undefined) return false;
  const { method } = called;
  const place = { module, node: called.base };
  if (SESSION_COROUTINES.has(method) && isAsyncSession(around.project, place, around.evidence)) return true;
  if (CONNECTION_COROUTINES.has(method) && isAsyncConnection(around.project, place)) return true;
  return method === "dispose" && engineOf(around.project, place)?.kind === "async";
}

/** `base.method(...)` taken apart; undefined for any other node. */
export function methodCall(
  node: PythonNode | undefined,
): { readonly base: PythonNode; readonly method: string } | undefined {
  const callee = node?.kind === "Call" ? child(node, "func") : undefined;
  const base = callee?.kind === "Attribute" ? child(callee, "value") : undefined;
  return callee && base && { base, method: word(callee, "attr") ?? "" };
}

/** A name that `async with engine.begin() as name` binds, the engine being an async one. */
function isAsyncConnection(project: ProjectSource, { module, node }: Located): boolean {
  const scope = enclosingFunction(module, node);
  const name = dottedName(node);
  const items = scope ? [...walk(scope)].filter((item) => item.kind === "withitem") : [];
  return items.some((item) => {
    const opener = methodCall(child(item, "context_expr"));
    if (!opener || dottedName(child(item, "optional_vars")) !== name) return false;
    if (opener.method !== "begin" && opener.method !== "connect") return false;
    return engineOf(project, { module, node: opener.base })?.kind === "async";
  });
}

/** The project function that a callee names, also as a method of an object whose class can be told. */
export function calledFunction(project: ProjectSource, callee: Located): Located | undefined {
  const name = dottedName(callee.node);
  const scope = enclosingFunction(callee.module, callee.node);
  const isLocal = name !== undefined && scope !== undefined && bindsName(scope, name.split(".")[0] ?? name);
  const definition = name === undefined || isLocal ? undefined : definitionOf(project, callee.module, name);
  if (definition && isFunction(definition.node)) return { module: definition.module, node: definition.node };
  return methodOf(project, callee);
}

const PLAIN_DECORATORS =
  /^(staticmethod|classmethod|(\w+\.)*(abstractmethod|override|final|get|post|put|patch|delete|head|options|api_route|route))$/;

/** An `async def` that is no generator, or a `def` that hands on what one gives; known decorators only. */
function isCoroutineFunction(around: Surroundings, { module, node }: Located, depth: number): boolean {
  const decorators = children(node, "decorator_list").map((entry) => dottedName(child(entry, "func") ?? entry) ?? "?");
  if (decorators.some((name) => !PLAIN_DECORATORS.test(name))) return false;
  const own = children(node, "body").flatMap((statement) => [...walkScope(statement)]);
  const isGenerator = own.some((entry) => entry.kind === "Yield" || entry.kind === "YieldFrom");
  if (node.kind === "AsyncFunctionDef") return !isGenerator;
  const returned = own.filter((entry) => entry.kind === "Return").map((entry) => child(entry, "value"));
  if (isGenerator || returned.length === 0 || depth > 3) return false;
  return returned.every((value) => {
    if (value?.kind !== "Call") return false;
    if (isSessionCoroutine(around, { module, node: value })) return true;
    const callee = child(value, "func");
    const called = callee && calledFunction(around.project, { module, node: callee });
    return called !== undefined && isCoroutineFunction(around, called, depth + 1);
  });
}
