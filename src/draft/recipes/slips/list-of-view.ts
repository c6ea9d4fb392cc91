import type { PythonNode } from "../../../domain/python.ts";
import { child, children, dottedName, word } from "../../../syntax/tree.ts";
import type { Recipe, RecipeDraft } from "../recipe.ts";
import { isBuiltinAt } from "./builtins.ts";
import { type FailingLine, failingLines, unique } from "./failing-line.ts";
import { callFor, makes } from "./producers.ts";

/** Views and iterators used as if they were lists. */
export const listOfView: Recipe = {
  id: "list-of-view",
  title: "A view of a dictionary, or what `map`, `zip` and `filter` give, used as a list",
  explanation:
    "`keys()`, `map()` and their like give views and iterators that can be gone through, but not indexed, measured, sorted or written as JSON.",
  draft: (input) => failingLines(input, VIEW).flatMap(draftList).slice(0, 1),
};

const TYPES = "dict_keys|dict_values|dict_items|map|zip|filter";
const VIEW = new RegExp(
  `^(?:'(?:${TYPES})' object is not subscriptable|object of type '(?:${TYPES})' has no len|Object of type (?:${TYPES}) is not JSON serializable|'(?:${TYPES})' object has no attribute '(?:sort|append|index|insert|pop|reverse|extend|remove)')`,
);

function draftList(line: FailingLine): RecipeDraft[] {
  const { module, message, scope } = line;
  const type = new RegExp(`\\b(${TYPES})\\b`).exec(message)?.[1] ?? "";
  const used = unique(usedAsList(line).flatMap((node) => callFor(scope, node) ?? [])).filter((call) =>
    makes(module, call, type),
  );
  const anywhere = line.nodes.flatMap((node) => callFor(scope, node) ?? []).filter((call) => makes(module, call, type));
  const [call, ...others] = used.length > 0 ? used : unique(anywhere);
  if (!call || others.length > 0 || isListed(line, call) || !isBuiltinAt(module, call, "list")) return [];
  const edits = [
    { path: module.path, start: call.start, end: call.start, text: "list(" },
    { path: module.path, start: call.end, end: call.end, text: ")" },
  ];
  return [{ edits, rationale: `A \`${type}\` is no list; now one is made of it.`, leftAlone: [] }];
}

/** What the line indexes, measures or calls a list's method on, by the message. */
function usedAsList({ nodes, message }: FailingLine): PythonNode[] {
  const method = /has no attribute '(\w+)'/.exec(message)?.[1];
  if (method !== undefined)
    return nodes
      .filter((node) => node.kind === "Attribute" && word(node, "attr") === method)
      .flatMap((node) => child(node, "value") ?? []);
  if (message.includes("not subscriptable"))
    return nodes.filter(({ kind }) => kind === "Subscript").flatMap((node) => child(node, "value") ?? []);
  const isLen = (node: PythonNode): boolean => node.kind === "Call" && dottedName(child(node, "func")) === "len";
  return message.includes("has no len")
    ? nodes.filter(isLen).flatMap((node) => children(node, "args").slice(0, 1))
    : [];
}

/** A list is made of it where it stands. */
function isListed({ nodes }: FailingLine, call: PythonNode): boolean {
  return nodes.some(
    (node) => /^(list|tuple|sorted)$/.test(dottedName(child(node, "func")) ?? "") && children(node, "args")[0] === call,
  );
}
