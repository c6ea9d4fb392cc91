import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { child, children, walk, word } from "../../syntax/tree.ts";
import { codeOf } from "./constant.ts";
import { droppedKeywords } from "./gone-keywords.ts";
import { bindingsIn } from "./scope.ts";

/**
 * True when two statements differ at most in how things are called: another method, another order, other keywords. What
 * goes into the calls stays: no name and no literal is lost but with a keyword that is no longer taken, new names are imported ones, new literals are keyword
 * arguments, and what is assigned to is the same.
 */
export function keepsCallShape(
  modules: { readonly before: PythonModule; readonly after: PythonModule },
  before: PythonNode,
  after: PythonNode,
): boolean {
  if (headOf(before) === headOf(after)) return true;
  const [old, now] = [partsOf(before), partsOf(after)];
  const lost = without(old.names, now.names).filter((name) => !isImported(modules.before, name));
  const fresh = without(now.names, old.names).filter((name) => !isImported(modules.after, name));
  const isSameTarget = codesOf(targetsOf(before)) === codesOf(targetsOf(after));
  const added = without(now.literals, old.literals);
  return (
    old.calls > 0 &&
    now.calls > 0 &&
    isSameTarget &&
    [...lost, ...fresh, ...without(old.literals, now.literals), ...without(added, now.keywordLiterals)].length === 0
  );
}

/** A `with` is judged by its head alone. */
function headOf(statement: PythonNode): string {
  return codesOf(headNodes(statement));
}

function headNodes(statement: PythonNode): PythonNode[] {
  const items = children(statement, "items");
  return items.length > 0 ? [...items] : [statement];
}

function codesOf(nodes: readonly PythonNode[]): string {
  return nodes.map((node) => codeOf(node)).join();
}

function targetsOf(statement: PythonNode): PythonNode[] {
  return headNodes(statement)
    .flatMap((node) => [...walk(node)])
    .filter((node) => child(node, "ctx")?.kind === "Store");
}

interface Parts {
  readonly names: readonly string[];
  readonly literals: readonly string[];
  /** Of them, those that are given by keyword. */
  readonly keywordLiterals: readonly string[];
  readonly calls: number;
}

function partsOf(statement: PythonNode): Parts {
  const all = headNodes(statement).flatMap((node) => [...walk(node)]);
  const gone = new Set(all.flatMap((node) => droppedKeywords(node)).flatMap((node) => [...walk(node)]));
  const nodes = all.filter((node) => !gone.has(node));
  const literal = (node: PythonNode | undefined): string[] => (node?.kind === "Constant" ? [codeOf(node)] : []);
  return {
    names: nodes.flatMap((node) => (node.kind === "Name" ? [word(node, "id") ?? ""] : [])),
    literals: nodes.flatMap((node) => literal(node)),
    keywordLiterals: nodes.flatMap((node) => (node.kind === "keyword" ? literal(child(node, "value")) : [])),
    calls: nodes.filter(({ kind }) => kind === "Call").length,
  };
}

/** What one list has more often than the other. */
function without(list: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return list.filter((entry) => {
    const index = left.indexOf(entry);
    if (index !== -1) left.splice(index, 1);
    return index === -1;
  });
}

function isImported(module: PythonModule, name: string): boolean {
  const bindings = bindingsIn(module.tree).get(name) ?? [];
  return bindings.length > 0 && bindings.every(({ kind }) => kind === "import");
}
