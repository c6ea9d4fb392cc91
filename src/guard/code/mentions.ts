import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { child, children, parentOf, sourceOfImport, walk, word } from "../../syntax/tree.ts";
import { meaningsOf } from "./meaning.ts";

/** A place where a module names something from outside: by import, or in use. */
export interface Mention {
  /** `os._exit`, `builtins.eval`. */
  readonly dotted: string;
  readonly node: PythonNode;
  readonly isImport: boolean;
}

const known = new WeakMap<PythonModule, readonly Mention[]>();

/** Everything from outside that the module names, in source order; the longest name only: `os.environ.get`, not `os`. */
export function mentionsIn(module: PythonModule): readonly Mention[] {
  const cached = known.get(module);
  if (cached) return cached;
  const found = [...walk(module.tree)].flatMap((node) => [...importedBy(node), ...usedBy(module, node)]);
  known.set(module, found);
  return found;
}

function importedBy(node: PythonNode): Mention[] {
  const aliases = node.kind === "Import" || node.kind === "ImportFrom" ? children(node, "names") : [];
  const source = node.kind === "ImportFrom" ? `${sourceOfImport(node)}.` : "";
  return aliases.map((alias) => ({ dotted: `${source}${word(alias, "name") ?? ""}`, node, isImport: true }));
}

function usedBy(module: PythonModule, node: PythonNode): Mention[] {
  const isUse = ["Name", "Attribute", "Call", "Subscript"].includes(node.kind);
  const parent = parentOf(module, node);
  const isInner = parent?.kind === "Attribute" && child(parent, "value") === node;
  if (!isUse || isInner || child(node, "ctx")?.kind === "Store") return [];
  return [...new Set(meaningsOf(module, node))].map((dotted) => ({ dotted, node, isImport: false }));
}

/** The call or subscript that a node is the head of, else the node itself. */
export function wholeOf(module: PythonModule, node: PythonNode): PythonNode {
  const parent = parentOf(module, node);
  const head = parent?.kind === "Call" ? child(parent, "func") : parent?.kind === "Subscript" && child(parent, "value");
  return parent && head === node ? parent : node;
}

/** True when the name is one of these or lies below one: `os.environ.get` below `os.environ`. */
export function isAmong(dotted: string, names: readonly string[]): boolean {
  return names.some((name) => dotted === name || dotted.startsWith(`${name}.`));
}

/** As a person would write it. */
export function plainName(dotted: string): string {
  return dotted.replace(/^builtins\./, "");
}
