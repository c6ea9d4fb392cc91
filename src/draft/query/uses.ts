import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { child, children, dottedName, parentOf, word } from "../../syntax/tree.ts";
import { type Chain, RUNNING, terminalOf } from "./chain.ts";

/** What becomes of a chain where it stands. */
export type Use =
  /** It runs here: by a method, a slice, or by being iterated over. */
  | { readonly kind: "run"; readonly by: string }
  /** It becomes a part of another statement. */
  | { readonly kind: "part" }
  /** It is kept under a name. */
  | { readonly kind: "variable"; readonly name: string }
  | { readonly kind: "unknown" };

const ITERATING = new Set(["list", "tuple", "set", "frozenset", "sorted", "enumerate", "dict", "zip"]);
/** Methods that take a statement: operators that compare with a subquery, and the session's own. */
const TAKING = new Set(["in_", "notin_", "not_in", "execute", "scalars", "stream", "stream_scalars"]);

/** What becomes of a chain, by its last method or else by the node around it. */
export function useOf(chain: Chain): Use {
  const terminal = terminalOf(chain);
  if (terminal) return RUNNING.has(terminal.name) ? { kind: "run", by: terminal.name } : { kind: "part" };
  if (chain.subscript) return { kind: "run", by: "slice" };
  return useAround(chain.module, chain.top);
}

function useAround(module: PythonModule, node: PythonNode): Use {
  const parent = parentOf(module, node);
  if (!parent) return { kind: "unknown" };
  if (["For", "comprehension"].includes(parent.kind)) return iterationOf(parent, node);
  if (parent.kind === "Call") return useAsArgument(parent, node);
  if (parent.kind === "IfExp" && child(parent, "test") !== node) return onlyKept(useAround(module, parent));
  return parent.kind === "Assign" ? useUnderName(parent) : { kind: "unknown" };
}

function useUnderName(assign: PythonNode): Use {
  const [target, ...others] = children(assign, "targets");
  const name = target?.kind === "Name" ? word(target, "id") : undefined;
  return name === undefined || others.length > 0 ? { kind: "unknown" } : { kind: "variable", name };
}

function onlyKept(use: Use): Use {
  return use.kind === "variable" ? use : { kind: "unknown" };
}

function iterationOf(parent: PythonNode, node: PythonNode): Use {
  const isAsync = parent.fields["is_async"] === 1;
  return child(parent, "iter") === node && !isAsync ? { kind: "run", by: "iterate" } : { kind: "unknown" };
}

function useAsArgument(call: PythonNode, node: PythonNode): Use {
  if (!children(call, "args").includes(node)) return { kind: "unknown" };
  const callee = child(call, "func");
  const name = dottedName(callee);
  if (name !== undefined && ITERATING.has(name)) return { kind: "run", by: "iterate" };
  const method = callee?.kind === "Attribute" ? (word(callee, "attr") ?? "") : "";
  return TAKING.has(method) ? { kind: "part" } : { kind: "unknown" };
}
