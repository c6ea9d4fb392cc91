import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { child, parentOf, word } from "../../syntax/tree.ts";

/** One method call of a chain: `.filter(...)`. */
export interface Link {
  readonly name: string;
  readonly attribute: PythonNode;
  readonly call: PythonNode;
}

/** A query as written: what it starts from, the methods called on it, and a slice behind them. */
export interface Chain {
  readonly module: PythonModule;
  /** `session.query(...)`, or the name of a variable that holds a query. */
  readonly root: PythonNode;
  readonly links: readonly Link[];
  readonly subscript: PythonNode | undefined;
  /** The outermost node of all this. */
  readonly top: PythonNode;
}

/** Methods that run a query and give its result. */
export const RUNNING = new Set(["all", "first", "one", "one_or_none", "scalar", "get", "count", "update", "delete"]);
/** Methods that turn a query into a part of another statement. */
export const EMBEDDING = new Set(["subquery", "scalar_subquery", "as_scalar", "exists", "label", "cte"]);

/** The chain that starts at a node; it ends where a method gives something that is no query any more. */
export function chainFrom(module: PythonModule, root: PythonNode): Chain {
  const links: Link[] = [];
  let top = root;
  for (let next = linkOn(module, top); next; next = linkOn(module, top)) {
    links.push(next);
    top = next.call;
    if (RUNNING.has(next.name) || EMBEDDING.has(next.name)) return { module, root, links, subscript: undefined, top };
  }
  const outer = parentOf(module, top);
  const subscript = outer?.kind === "Subscript" && child(outer, "value") === top ? outer : undefined;
  return { module, root, links, subscript, top: subscript ?? top };
}

function linkOn(module: PythonModule, node: PythonNode): Link | undefined {
  const attribute = parentOf(module, node);
  if (attribute?.kind !== "Attribute" || child(attribute, "value") !== node) return undefined;
  const call = parentOf(module, attribute);
  if (call?.kind !== "Call" || child(call, "func") !== attribute) return undefined;
  return { name: word(attribute, "attr") ?? "", attribute, call };
}

/** The session of a `session.query(...)` call; undefined for any other node. */
export function querySession(node: PythonNode): PythonNode | undefined {
  const callee = node.kind === "Call" ? child(node, "func") : undefined;
  return callee?.kind === "Attribute" && word(callee, "attr") === "query" ? child(callee, "value") : undefined;
}

/** The method that runs or embeds the query, when the chain has one. */
export function terminalOf(chain: Chain): Link | undefined {
  const last = chain.links.at(-1);
  return last && (RUNNING.has(last.name) || EMBEDDING.has(last.name)) ? last : undefined;
}

/** The methods that build the query, without the one that runs or embeds it. */
export function stepsOf(chain: Chain): readonly Link[] {
  return terminalOf(chain) ? chain.links.slice(0, -1) : chain.links;
}
