import type { PythonModule, PythonNode, PythonValue } from "../../domain/python.ts";
import { child, children, isNode, parentOf, word } from "../../syntax/tree.ts";

/** The text of a string literal, also when it is put together from literals by `+`; undefined for anything else. */
export function textOf(node: PythonNode | undefined): string | undefined {
  if (node?.kind === "Constant") return word(node, "value");
  if (node?.kind === "JoinedStr") return joined(children(node, "values"));
  if (node?.kind !== "BinOp" || child(node, "op")?.kind !== "Add") return undefined;
  const sides = [child(node, "left"), child(node, "right")].flatMap((side) => side ?? []);
  return joined(sides);
}

function joined(parts: readonly PythonNode[]): string | undefined {
  const texts = parts.map((part) => textOf(part));
  return texts.every((text) => text !== undefined) ? texts.join("") : undefined;
}

/** Expressions that are the same whatever the program does: literals, and what is made of literals alone. */
const FIXED = new Set([
  "Constant",
  "UnaryOp",
  "BinOp",
  "BoolOp",
  "Compare",
  "IfExp",
  "Tuple",
  "List",
  "Set",
  "Dict",
  "JoinedStr",
  "FormattedValue",
]);

/** True when nothing in the expression depends on anything: no name but that of a function called with literals. */
export function isConstant(node: PythonNode | undefined): boolean {
  if (!node) return true;
  if (node.kind === "Call") return isCallOfConstants(node);
  if (!FIXED.has(node.kind)) return false;
  return expressionsIn(node).every((part) => isConstant(part));
}

/** `Decimal("1.5")`, `list()`; a call without arguments of something else than a builtin type may do anything. */
function isCallOfConstants(node: PythonNode): boolean {
  const values = [
    ...children(node, "args"),
    ...children(node, "keywords").flatMap((entry) => child(entry, "value") ?? []),
  ];
  const name = word(child(node, "func") ?? node, "id") ?? "";
  const isType =
    /^(bool|bytes|dict|float|frozenset|int|list|set|str|tuple|Decimal|Fraction|date|datetime|object)$/.test(name);
  return isType && values.every((value) => isConstant(value));
}

function expressionsIn(node: PythonNode): PythonNode[] {
  return Object.values(node.fields)
    .flatMap((value) => (isNode(value) ? [value] : Array.isArray(value) ? value.filter(isNode) : []))
    .filter((part) => !isOperator(part));
}

/** Operators and contexts have no fields; a literal always has. */
function isOperator(node: PythonNode): boolean {
  return Object.keys(node.fields).length === 0;
}

/**
 * What Python takes a test for that is made of literals: `True`, `1`, `not False`, `x or True`, a tuple with something in
 * it; undefined when it depends on more.
 */
export function truthOf(node: PythonNode | undefined): boolean | undefined {
  if (!node) return undefined;
  switch (node.kind) {
    case "Constant":
      return Boolean(node.fields["value"]);
    case "Tuple":
      return children(node, "elts").length > 0;
    case "BoolOp":
      return truthOfChoice(node);
    case "UnaryOp":
      return child(node, "op")?.kind === "Not" ? opposite(truthOf(child(node, "operand"))) : undefined;
    default:
      return undefined;
  }
}

function opposite(truth: boolean | undefined): boolean | undefined {
  return truth === undefined ? undefined : !truth;
}

/** One true part is enough for `or`, one false part for `and`. */
function truthOfChoice(node: PythonNode): boolean | undefined {
  const decisive = child(node, "op")?.kind === "Or";
  const parts = children(node, "values").map((value) => truthOf(value));
  if (parts.includes(decisive)) return decisive;
  return parts.includes(undefined) ? undefined : !decisive;
}

/** True for a literal that is only a part of a text put together by `+`. */
export function isPartOfText(module: PythonModule, node: PythonNode): boolean {
  const parent = parentOf(module, node);
  return parent !== undefined && parent.kind !== "FormattedValue" && textOf(parent) !== undefined;
}

/** The node as text, without its place: equal code gives equal text, whatever its layout and comments. */
export function codeOf(value: PythonValue | undefined): string {
  if (Array.isArray(value)) return `[${value.map((entry: PythonValue) => codeOf(entry)).join(",")}]`;
  if (!isNode(value)) return JSON.stringify(value ?? null);
  const fields = Object.entries(value.fields).map(([name, field]) => `${name}=${codeOf(field)}`);
  return `${value.kind}(${fields.join(",")})`;
}
