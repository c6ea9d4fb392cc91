import type { PythonModule, PythonNode, PythonValue } from "../domain/python.ts";

/** True for a syntax node, false for lists, names and constants. */
export function isNode(value: PythonValue | undefined): value is PythonNode {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The child node in a field, or undefined when the field is absent, empty or no node. */
export function child(node: PythonNode, field: string): PythonNode | undefined {
  const value = node.fields[field];
  return isNode(value) ? value : undefined;
}

/** The nodes in a list field; a list may hold `None` (keyword defaults), which is left out. */
export function children(node: PythonNode, field: string): readonly PythonNode[] {
  const value = node.fields[field];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** The text in a field (a name, an attribute, an operator), or undefined. */
export function word(node: PythonNode, field: string): string | undefined {
  const value = node.fields[field];
  return typeof value === "string" ? value : undefined;
}

/** All direct child nodes, in the order of their fields. */
export function childNodes(node: PythonNode): PythonNode[] {
  return Object.values(node.fields).flatMap((value) =>
    Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [],
  );
}

/** The node and everything below it, outer before inner, source order. */
export function* walk(node: PythonNode): Generator<PythonNode> {
  yield node;
  for (const next of childNodes(node)) yield* walk(next);
}

/** As `walk`, but does not enter functions, lambdas or classes below the node: the code that runs as part of it. */
export function* walkScope(node: PythonNode): Generator<PythonNode> {
  yield node;
  for (const next of childNodes(node)) {
    if (isScope(next)) yield next;
    else yield* walkScope(next);
  }
}

/** The node's source. */
export function sourceOf(module: PythonModule, node: PythonNode): string {
  return module.text.slice(node.start, node.end);
}

/** A dotted name as written: `db`, `self.session`, `sqlalchemy.select`; undefined for anything else. */
export function dottedName(node: PythonNode | undefined): string | undefined {
  if (node?.kind === "Name") return word(node, "id");
  if (node?.kind !== "Attribute") return undefined;
  const base = dottedName(child(node, "value"));
  return base === undefined ? undefined : `${base}.${word(node, "attr") ?? ""}`;
}

/** The argument of a call passed by this keyword, as its value node. */
export function keywordArgument(call: PythonNode, name: string): PythonNode | undefined {
  const keyword = children(call, "keywords").find((entry) => word(entry, "arg") === name);
  return keyword && child(keyword, "value");
}

/** The module that a `from` statement names, with its dots in front when it is relative. */
export function sourceOfImport(node: PythonNode): string {
  const level = node.fields["level"];
  return `${".".repeat(typeof level === "number" ? level : 0)}${word(node, "module") ?? ""}`;
}

/** A text that stands alone, as documentation does. */
export function isDocstring(statement: PythonNode): boolean {
  const value = statement.kind === "Expr" ? child(statement, "value") : undefined;
  return value?.kind === "Constant" && typeof value.fields["value"] === "string";
}

export function isFunction(node: PythonNode): boolean {
  return node.kind === "FunctionDef" || node.kind === "AsyncFunctionDef";
}

function isScope(node: PythonNode): boolean {
  return isFunction(node) || node.kind === "Lambda" || node.kind === "ClassDef";
}

const parentMaps = new WeakMap<PythonNode, Map<PythonNode, PythonNode>>();

function parentsOf(tree: PythonNode): Map<PythonNode, PythonNode> {
  const known = parentMaps.get(tree);
  if (known) return known;
  const parents = new Map<PythonNode, PythonNode>();
  for (const node of walk(tree)) for (const next of childNodes(node)) parents.set(next, node);
  parentMaps.set(tree, parents);
  return parents;
}

/** The node around this one; undefined for the module itself. */
export function parentOf(module: PythonModule, node: PythonNode): PythonNode | undefined {
  return parentsOf(module.tree).get(node);
}

/** The nodes around this one, nearest first. */
export function* ancestorsOf(module: PythonModule, node: PythonNode): Generator<PythonNode> {
  for (let next = parentOf(module, node); next; next = parentOf(module, next)) yield next;
}

/** The nearest function or lambda around the node; undefined at module or class level. */
export function enclosingFunction(module: PythonModule, node: PythonNode): PythonNode | undefined {
  for (const outer of ancestorsOf(module, node)) {
    if (isFunction(outer) || outer.kind === "Lambda") return outer;
    if (outer.kind === "ClassDef") return undefined;
  }
  return undefined;
}

/** The nearest statement around the node, or the node itself when it is one. */
export function enclosingStatement(module: PythonModule, node: PythonNode): PythonNode | undefined {
  const chain = [node, ...ancestorsOf(module, node)];
  return chain.find((entry, index) => isStatementList(chain[index + 1], entry));
}

function isStatementList(parent: PythonNode | undefined, node: PythonNode): boolean {
  if (!parent) return false;
  return ["body", "orelse", "finalbody"].some((field) => {
    const value = parent.fields[field];
    return Array.isArray(value) && value.includes(node) && parent.kind !== "IfExp" && parent.kind !== "Lambda";
  });
}

/** The innermost function whose lines hold this line; undefined at module level. */
export function functionAt(module: PythonModule, line: number): PythonNode | undefined {
  let found: PythonNode | undefined;
  for (const node of walk(module.tree)) {
    if (isFunction(node) && firstLine(node) <= line && line <= lastLine(module, node)) found = node;
  }
  return found;
}

/** Line of a definition's first decorator, or of the definition. */
export function firstLine(node: PythonNode): number {
  return Math.min(node.line, ...children(node, "decorator_list").map((decorator) => decorator.line));
}

/** One-based line of the node's last character. */
export function lastLine(module: PythonModule, node: PythonNode): number {
  return node.line + lineBreaksIn(module.text.slice(node.start, node.end));
}

function lineBreaksIn(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}
