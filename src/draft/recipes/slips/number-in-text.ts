import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { child, children, dottedName, parentOf, word } from "../../../syntax/tree.ts";
import type { Recipe, RecipeDraft } from "../recipe.ts";
import { isBuiltinAt } from "./builtins.ts";
import { type FailingLine, failingLines } from "./failing-line.ts";

/** Numbers put together with text. */
export const numberInText: Recipe = {
  id: "number-in-text",
  title: "A number added to text that is written there, or joined",
  explanation: "Python adds text only to text; a number must be turned into text first.",
  draft: (input) =>
    [...failingLines(input, CONCATENATED).flatMap(draftSum), ...failingLines(input, JOINED).flatMap(draftJoin)].slice(
      0,
      1,
    ),
};

const CONCATENATED =
  /^can only concatenate str \(not "(?:int|float)"\) to str|^unsupported operand type\(s\) for \+: '(?:int|float)' and 'str'/;
const JOINED = /^sequence item \d{1,9}: expected str instance, (?:int|float) found/;
const RATIONALE = "Text is put together there, so the number is written as text.";

type Kind = "text" | "number" | "unknown";

function draftSum(line: FailingLine): RecipeDraft[] {
  const { module } = line;
  const sums = line.nodes.filter((node) => isSum(node) && !isSum(parentOf(module, node)));
  const [sum, ...others] = sums;
  const parts = sum ? partsOf(sum) : [];
  if (others.length > 0 || !parts.some(isWords)) return [];
  const numbers = parts.filter((part) => kindOf(line, part) === "number");
  const unknown = parts.filter((part) => kindOf(line, part) === "unknown");
  const chosen = numbers.length > 0 ? numbers : unknown.length === 1 ? unknown : [];
  return wrapped(module, chosen);
}

function wrapped(module: PythonModule, chosen: readonly PythonNode[]): RecipeDraft[] {
  const [first] = chosen;
  if (!first || !isBuiltinAt(module, first, "str")) return [];
  const edits = chosen.flatMap(({ start, end }): Edit[] => [
    { path: module.path, start, end: start, text: "str(" },
    { path: module.path, start: end, end, text: ")" },
  ]);
  return [{ edits, rationale: RATIONALE, leftAlone: [] }];
}

function isSum(node: PythonNode | undefined): node is PythonNode {
  return node?.kind === "BinOp" && child(node, "op")?.kind === "Add";
}

/** The operands from left to right; a sum in parentheses on the right is one. */
function partsOf(sum: PythonNode): PythonNode[] {
  const [left, right] = [child(sum, "left"), child(sum, "right")];
  const before = isSum(left) ? partsOf(left) : left ? [left] : [];
  return right ? [...before, right] : before;
}

/** Text with a letter or a blank in it: then no sum of numbers is meant. */
function isWords(node: PythonNode): boolean {
  if (node.kind === "JoinedStr") return true;
  const value = node.kind === "Constant" ? node.fields["value"] : undefined;
  return typeof value === "string" && /[^\d.,+-]/.test(value);
}

function kindOf({ frame }: FailingLine, node: PythonNode): Kind {
  if (node.kind === "JoinedStr") return "text";
  if (node.kind === "Constant") return typeof node.fields["value"] === "string" ? "text" : "number";
  if (node.kind === "Call") return kindNamed(GIVES, dottedName(child(node, "func")));
  return kindNamed(TYPES, node.kind === "Name" ? frame.locals?.[word(node, "id") ?? ""] : undefined);
}

function kindNamed(kinds: ReadonlyMap<string, Kind>, name: string | undefined): Kind {
  return kinds.get(name ?? "") ?? "unknown";
}

const TYPES: ReadonlyMap<string, Kind> = new Map([
  ["int", "number"],
  ["float", "number"],
  ["str", "text"],
]);
const GIVES: ReadonlyMap<string, Kind> = new Map([
  ["len", "number"],
  ["str", "text"],
  ["repr", "text"],
]);

function draftJoin(line: FailingLine): RecipeDraft[] {
  const { module } = line;
  const joins = line.nodes.filter((node) => {
    const callee = node.kind === "Call" ? child(node, "func") : undefined;
    return (
      callee?.kind === "Attribute" && word(callee, "attr") === "join" && child(callee, "value")?.kind === "Constant"
    );
  });
  const [join, ...others] = joins;
  const [given] = join ? children(join, "args") : [];
  if (!given || others.length > 0) return [];
  if (given.kind !== "ListComp" && given.kind !== "GeneratorExp") return draftMap(module, given);
  const element = child(given, "elt");
  return element && dottedName(child(element, "func")) !== "str" ? wrapped(module, [element]) : [];
}

function draftMap(module: PythonModule, given: PythonNode): RecipeDraft[] {
  const isPlain = ["Name", "Attribute", "List", "Tuple", "Subscript"].includes(given.kind);
  if (!isPlain || !["str", "map"].every((name) => isBuiltinAt(module, given, name))) return [];
  const edits: Edit[] = [
    { path: module.path, start: given.start, end: given.start, text: "map(str, " },
    { path: module.path, start: given.end, end: given.end, text: ")" },
  ];
  return [{ edits, rationale: RATIONALE, leftAlone: [] }];
}
