import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import {
  child,
  children,
  dottedName,
  enclosingFunction,
  isFunction,
  walk,
  walkScope,
  word,
} from "../../../syntax/tree.ts";
import { isAtLine, type OwnPlace } from "../../names/place.ts";
import { fullName, isRead } from "../../names/references.ts";
import type { Recipe } from "../recipe.ts";
import { draftByLine, type Rewrite } from "./line-rewrite.ts";

/** What takes whole numbers alone. */
const COUNTING = new Set([
  "range",
  "chr",
  "random.randrange",
  "random.randint",
  "math.factorial",
  "math.comb",
  "math.perm",
]);

/** A quotient where a whole number is wanted. */
export const wholeDivision: Recipe = {
  id: "whole-division",
  title: "A quotient as a count or an index: `//` in the stead of `/`",
  explanation: "`/` always gives a float in Python 3, and `range`, indices and the like take whole numbers alone.",
  draft: (input) =>
    draftByLine(input, {
      message:
        /'float' object cannot be interpreted as an integer|integer argument expected, got float|non-integer arg(?:uments)?\b.{0,20}randrange|(?:list|tuple|string) indices must be integers[\w ]{0,20}, not float|slice indices must be integers|can't multiply sequence by non-int of type 'float'/,
      rationale: "`//` gives the whole number that is wanted there; `/` gives a float.",
      rewrites: rewritesAt,
    }),
};

/** Only the line that failed tells that it is given a float. */
function rewritesAt(module: PythonModule, { frame }: OwnPlace): Rewrite[] {
  const counts = [...walk(module.tree)]
    .filter((node) => node.line > 0 && isAtLine(module, node, frame.line))
    .flatMap((node) => countsAt(module, node));
  return [...new Set(counts)].flatMap((node) => rewriteOf(module, node) ?? []);
}

/** The expressions that a node needs whole numbers for. */
function countsAt(module: PythonModule, node: PythonNode): readonly PythonNode[] {
  if (node.kind === "Call") return isCounting(module, node) ? children(node, "args") : [];
  if (node.kind === "Subscript") return indicesOf(child(node, "slice"));
  return node.kind === "BinOp" && child(node, "op")?.kind === "Mult" ? repeats(node) : [];
}

/** How often a text or list is to be repeated. */
function repeats(product: PythonNode): readonly PythonNode[] {
  const sides = ["left", "right"].flatMap((field) => child(product, field) ?? []);
  return sides.some(isSequence) ? sides.filter((side) => !isSequence(side)) : [];
}

function isCounting(module: PythonModule, call: PythonNode): boolean {
  const called = child(call, "func");
  return COUNTING.has(fullName(module, called) ?? dottedName(called) ?? "");
}

/** Python before 3.9 has a node of its own around an index. */
function indicesOf(slice: PythonNode | undefined): PythonNode[] {
  if (slice?.kind === "Index") return indicesOf(child(slice, "value"));
  if (slice?.kind !== "Slice") return slice ? [slice] : [];
  return ["lower", "upper", "step"].flatMap((field) => child(slice, field) ?? []);
}

function isSequence(node: PythonNode): boolean {
  const isText = node.kind === "Constant" && typeof node.fields["value"] === "string";
  return isText || node.kind === "List" || node.kind === "Tuple";
}

function rewriteOf(module: PythonModule, count: PythonNode): Rewrite | undefined {
  const value = count.kind === "Name" ? valueOf(module, count) : count;
  const divisions = value ? divisionsIn(value) : [];
  const [division] = divisions;
  if (!division || divisions.length > 1) return undefined;
  const left = child(division, "left");
  const right = child(division, "right");
  if (!left || !right) return undefined;
  const between = module.text.slice(left.end, right.start);
  const at = left.end + between.indexOf("/");
  if (!/^[^#/]*\/[^#/]*$/.test(between)) return undefined;
  return { node: count, edits: () => [{ path: module.path, start: at, end: at + 1, text: "//" }] };
}

/** Divisions of the number itself, not of what is given to functions on the way. */
function divisionsIn(node: PythonNode): PythonNode[] {
  if (node.kind === "UnaryOp") return divisionsIn(child(node, "operand") ?? node);
  if (node.kind !== "BinOp") return [];
  const inner = [child(node, "left"), child(node, "right")].flatMap((side) => (side ? divisionsIn(side) : []));
  return child(node, "op")?.kind === "Div" ? [node, ...inner] : inner;
}

/** What a local name was given, where nothing else reads it. */
function valueOf(module: PythonModule, name: PythonNode): PythonNode | undefined {
  const scope = enclosingFunction(module, name);
  if (!scope || !isFunction(scope)) return undefined;
  const id = word(name, "id");
  const uses = [...walk(scope)].filter((node) => node.kind === "Name" && word(node, "id") === id);
  const values = children(scope, "body")
    .flatMap((statement) => [...walkScope(statement)])
    .filter((node) => node.kind === "Assign" && children(node, "targets").some((target) => word(target, "id") === id));
  const isOnly = uses.filter((node) => isRead(node)).length === 1 && uses.length === 2 && values.length === 1;
  return isOnly && values[0] ? child(values[0], "value") : undefined;
}
