import type { TestEvidence } from "../../domain/evidence.ts";
import type { ProjectSource } from "../../domain/python.ts";
import { definitionOf, externalName } from "../../syntax/resolve.ts";
import { child, children, dottedName, isFunction, keywordArgument, word } from "../../syntax/tree.ts";
import { engineOf, type EngineSource, factoryOf, isAsyncSessionClass, type Located } from "./factories.ts";
import type { Role } from "./flow-model.ts";
import { handleKind } from "./handles.ts";
import { isAsyncSession } from "./sessions.ts";
import { hasSyncDriver } from "./urls.ts";

/** What an asynchronous context manager gives when entered; `other` is one of the project's own. */
export type ContextResult = Role | "other";

/** What a context expression gives that can only be entered by `async with`; undefined when that is not certain. */
export function asyncContext(
  project: ProjectSource,
  place: Located,
  evidence: TestEvidence,
): ContextResult | undefined {
  const { module, node } = place;
  const callee = node.kind === "Call" ? child(node, "func") : undefined;
  if (!callee) return isAsyncSession(project, place, evidence) ? "session" : undefined;
  const called = { module, node: callee };
  if (givesAsyncSession(project, called)) return "session";
  const opener = openerOf(called, /^(begin|begin_nested|connect)$/);
  if (opener) return opened(project, opener, { method: word(callee, "attr") ?? "", evidence });
  return isOwnManager(project, called) ? "other" : undefined;
}

function givesAsyncSession(project: ProjectSource, called: Located): boolean {
  return factoryOf(project, called)?.kind === "async" || isAsyncSessionClass(project, called.module, called.node);
}

/** What a method of one of these names is called on. */
function openerOf({ module, node }: Located, names: RegExp): Located | undefined {
  const base = names.test(word(node, "attr") ?? "") ? child(node, "value") : undefined;
  return base && { module, node: base };
}

function opened(
  project: ProjectSource,
  base: Located,
  { method, evidence }: { readonly method: string; readonly evidence: TestEvidence },
): ContextResult | undefined {
  const engine = engineOf(project, base);
  if (engine) return engine.kind === "async" && method !== "begin_nested" ? "connection" : undefined;
  if (method === "connect") return handleKind(project, base) === "engine" ? "connection" : undefined;
  if (factoryOf(project, base)?.kind === "async") return "session";
  if (isAsyncSession(project, base, evidence)) return "session";
  return handleKind(project, base) === undefined ? undefined : "connection";
}

/** A function of the project under contextlib's `asynccontextmanager`. */
function isOwnManager(project: ProjectSource, { module, node }: Located): boolean {
  const name = dottedName(node);
  const definition = name === undefined ? undefined : definitionOf(project, module, name);
  if (!definition || !isFunction(definition.node)) return false;
  return children(definition.node, "decorator_list").some(
    (entry) => externalName(project, definition.module, dottedName(entry)) === "contextlib.asynccontextmanager",
  );
}

/** True when the expression gives a session or connection of a synchronous engine whose URL names a synchronous driver. */
export function isSyncContext(project: ProjectSource, { module, node }: Located): boolean {
  const callee = node.kind === "Call" ? child(node, "func") : undefined;
  if (!callee) return false;
  const opener = openerOf({ module, node: callee }, /^(begin|connect)$/);
  const factory = factoryOf(project, opener ?? { module, node: callee });
  const engine = opener && engineOf(project, opener);
  const source = engine ?? (factory?.kind === "sync" ? factory.engine : undefined);
  return source !== undefined && isSyncEngine(project, source);
}

function isSyncEngine(project: ProjectSource, { kind, creation }: EngineSource): boolean {
  const url = children(creation.node, "args")[0] ?? keywordArgument(creation.node, "url");
  return kind === "sync" && url !== undefined && hasSyncDriver(project, { module: creation.module, node: url });
}
