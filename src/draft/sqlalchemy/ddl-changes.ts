import type { PythonNode } from "../../domain/python.ts";
import { child, children, keywordArgument, parentOf, sourceOf, walk, word } from "../../syntax/tree.ts";
import { type Change, plainChange } from "./change.ts";
import type { Located } from "./values.ts";

/** Methods of MetaData and of Table that take an engine or a connection. */
export const DDL_METHODS = new Set(["create_all", "drop_all", "reflect", "create", "drop"]);

/** `metadata.create_all(engine)`: its method, the engine or connection, and the other arguments as written. */
export interface DdlCall {
  readonly call: Located;
  /** `Base.metadata.create_all` */
  readonly method: string;
  readonly target: PythonNode;
  /** Source of the other arguments, each with its keyword. */
  readonly rest: readonly string[];
}

/** Reads a call that emits DDL on an engine or connection given as first argument or `bind`; undefined for others. */
export function ddlCall(call: Located): DdlCall | undefined {
  const { module, node } = call;
  const callee = node.kind === "Call" ? child(node, "func") : undefined;
  const target = children(node, "args")[0] ?? keywordArgument(node, "bind");
  if (!callee || !target || node.start < 0 || hasStars(node)) return undefined;
  if (!DDL_METHODS.has(word(callee, "attr") ?? "")) return undefined;
  return { call, method: sourceOf(module, callee), target, rest: restOf(call, target) };
}

function hasStars(call: PythonNode): boolean {
  const hasKeywords = children(call, "keywords").some((entry) => word(entry, "arg") === undefined);
  return hasKeywords || children(call, "args").some((entry) => entry.kind === "Starred");
}

function restOf({ module, node }: Located, target: PythonNode): string[] {
  const positional = children(node, "args").filter((entry) => entry !== target);
  const keywords = children(node, "keywords").flatMap((entry) => {
    const value = child(entry, "value");
    return value && value !== target ? [`${word(entry, "arg") ?? ""}=${sourceOf(module, value)}`] : [];
  });
  return [...positional.map((entry) => sourceOf(module, entry)), ...keywords];
}

/** `await conn.run_sync(Base.metadata.create_all, ...)`. */
export function runSync(ddl: DdlCall, connection: string): string {
  return `await ${connection}.run_sync(${[ddl.method, ...ddl.rest].join(", ")})`;
}

/** The call on a connection at hand, awaited and handed to `run_sync`. */
export function onConnection(ddl: DdlCall): Change {
  const { module, node } = ddl.call;
  return plainChange(module, node, runSync(ddl, sourceOf(module, ddl.target)));
}

/** True when the call is a statement of its own, with nothing else on its lines. */
export function isOwnStatement({ module, node }: Located): boolean {
  const parent = parentOf(module, node);
  if (parent?.kind !== "Expr") return false;
  const lineStart =
    Math.max(module.text.lastIndexOf("\n", parent.start - 1), module.text.lastIndexOf("\r", parent.start - 1)) + 1;
  const after = /^[^\r\n]*/.exec(module.text.slice(parent.end))?.[0] ?? "";
  return module.text.slice(lineStart, parent.start).trim() === "" && /^\s*(#.*)?$/.test(after);
}

/**
 * Statements that emit DDL on an AsyncEngine, put into one `async with engine.begin()` block. They follow each other in
 * one body of the asynchronous function `scope`, all with the same engine.
 */
export function inTransaction(group: readonly DdlCall[], scope: PythonNode): Change[] {
  const first = group[0];
  if (!first) return [];
  const { module } = first.call;
  const connection = freeName(scope);
  const indent = indentOf(first.call);
  const body = children(scope, "body")[0] ?? scope;
  const unit = indentOf({ module, node: body }).slice(indentOf({ module, node: scope }).length) || "    ";
  const lineEnd = /\r\n|\r|\n/.exec(module.text)?.[0] ?? "\n";
  const head = `async with ${engineText(first)}.begin() as ${connection}:${lineEnd}${indent}${unit}`;
  return group.map((ddl, index) => {
    const before = group[index - 1]?.call.node;
    if (!before) return plainChange(module, ddl.call.node, head + runSync(ddl, connection));
    const between = module.text.slice(before.end, ddl.call.node.start).replace(/(\r\n|\r|\n)([ \t]+)/g, `$1$2${unit}`);
    return plainChange(module, { start: before.end, end: ddl.call.node.end }, between + runSync(ddl, connection));
  });
}

/** The engine as written, without `.sync_engine`: DDL runs through the asynchronous one. */
function engineText({ call, target }: DdlCall): string {
  return sourceOf(call.module, target).replace(/\.sync_engine$/, "");
}

/** White space before the line's first word. */
function indentOf({ module, node }: Located): string {
  const start =
    Math.max(module.text.lastIndexOf("\n", node.start - 1), module.text.lastIndexOf("\r", node.start - 1)) + 1;
  return /^[ \t]*/.exec(module.text.slice(start, node.start))?.[0] ?? "";
}

function freeName(scope: PythonNode): string {
  const taken = new Set([...walk(scope)].flatMap((node) => [word(node, "id") ?? "", word(node, "arg") ?? ""]));
  return ["conn", "connection", "ddl_connection"].find((name) => !taken.has(name)) ?? "schema_connection";
}

/** Groups statements that follow each other in one body with the same engine; order as in the source. */
export function consecutive(ddls: readonly DdlCall[]): DdlCall[][] {
  const groups: DdlCall[][] = [];
  for (const ddl of ddls.toSorted((a, b) => a.call.node.start - b.call.node.start)) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    if (before && follows(before, ddl) && engineText(before) === engineText(ddl)) last?.push(ddl);
    else groups.push([ddl]);
  }
  return groups;
}

function follows(before: DdlCall, ddl: DdlCall): boolean {
  if (before.call.module !== ddl.call.module) return false;
  const own = parentOf(ddl.call.module, ddl.call.node);
  const previous = parentOf(before.call.module, before.call.node);
  const body = own && parentOf(ddl.call.module, own);
  const lists = body ? Object.values(body.fields) : [];
  return lists.some((list) => {
    const at = Array.isArray(list) && own ? list.indexOf(own) : -1;
    return Array.isArray(list) && at > 0 && list[at - 1] === previous;
  });
}
