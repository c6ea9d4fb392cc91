import type { ProjectSource, PythonNode } from "../../domain/python.ts";
import { ancestorsOf, child, children, dottedName, enclosingFunction, walk, word } from "../../syntax/tree.ts";
import { engineOf, type Located, sqlalchemyName } from "./factories.ts";
import { parameterNamed } from "./sessions.ts";

/**
 * Whether an expression is an AsyncEngine (or the engine inside one) or an AsyncConnection: by what makes it, or by the
 * annotation of the parameter. Undefined for synchronous ones and what cannot be told.
 */
export function handleKind(project: ProjectSource, place: Located): "engine" | "connection" | undefined {
  const engine = engineOf(project, place);
  if (engine) return engine.kind === "sync" ? undefined : "engine";
  const scope = enclosingFunction(place.module, place.node);
  const name = dottedName(place.node);
  if (!scope || name === undefined) return undefined;
  if (isEntered(project, place, name)) return "connection";
  const annotation = parameterNamed(scope, name)?.annotation;
  const type = annotation && annotatedType(project, { module: place.module, node: annotation });
  return type === "AsyncEngine" ? "engine" : type === "AsyncConnection" ? "connection" : undefined;
}

/** True inside `async with engine.begin() as name`. */
function isEntered(project: ProjectSource, { module, node }: Located, name: string): boolean {
  const items = [...ancestorsOf(module, node)].flatMap((outer) =>
    outer.kind === "AsyncWith" ? children(outer, "items") : [],
  );
  const item = items.find((entry) => dottedName(child(entry, "optional_vars")) === name);
  const maker = item && child(item, "context_expr");
  const callee = maker?.kind === "Call" ? child(maker, "func") : undefined;
  const isOpened = callee?.kind === "Attribute" && /^(begin|connect)$/.test(word(callee, "attr") ?? "");
  const engine = isOpened ? child(callee, "value") : undefined;
  return engine !== undefined && handleKind(project, { module, node: engine }) === "engine";
}

function annotatedType(project: ProjectSource, { module, node }: Located): string | undefined {
  const parts: PythonNode[] = [...walk(node)];
  return parts.flatMap((part) => sqlalchemyName(project, { module, node: part }) ?? []).at(0);
}
