import type { Edit } from "../../../domain/patch.ts";
import type { PythonNode } from "../../../domain/python.ts";
import { child, children, dottedName, isFunction, parentOf, walk, word } from "../../../syntax/tree.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { type FailingLine, failingLines, productModules, unique } from "./failing-line.ts";

/** Methods named without being called, and properties that are called. */
export const uncalledMethod: Recipe = {
  id: "uncalled-method",
  title: "A method that is named but not called, or a property that is called",
  explanation: "Without `()` a method is only named, not run; a property is run by its name alone.",
  draft: (input) =>
    [
      ...failingLines(input, METHOD).flatMap((line) => draftCall(input, line)),
      ...failingLines(input, NOT_CALLABLE).flatMap((line) => draftProperty(input, line)),
    ].slice(0, 1),
};

const METHOD =
  /^'(?:method|builtin_function_or_method)' object (?:is not (?:subscriptable|iterable)|has no attribute )|^object of type '(?:method|builtin_function_or_method)' has no len|^unsupported operand type\(s\) for [^\n]{1,20}: .{0,100}'(?:method|builtin_function_or_method)'|^'[<>=]{1,2}' not supported between instances of .{0,100}'(?:method|builtin_function_or_method)'|^can only concatenate str \(not "(?:method|builtin_function_or_method)"\)/;
const NOT_CALLABLE =
  /^'(?:int|str|float|bool|list|dict|tuple|set|NoneType|datetime\.\w+|decimal\.Decimal)' object is not callable/;
/** Methods of Python's own types that take nothing. */
const BUILTIN_METHODS = new Set(
  "items keys values upper lower strip lstrip rstrip split splitlines title capitalize copy timestamp isoformat date total_seconds readlines".split(
    " ",
  ),
);
const ITERATING = /^(list|tuple|set|sorted|dict|sum|min|max|any|all|enumerate|iter)$/;

function draftCall(input: RecipeInput, line: FailingLine): RecipeDraft[] {
  const { module, message } = line;
  const isBuiltin = message.includes("builtin_function_or_method");
  const named = unique(usedAsValue(line)).filter((node) => node.kind === "Attribute");
  const [method, ...others] = named.filter((node) => isMethod(input, word(node, "attr") ?? "", isBuiltin));
  if (!method || others.length > 0) return [];
  const edits: Edit[] = [{ path: module.path, start: method.end, end: method.end, text: "()" }];
  return [
    {
      edits,
      rationale: `\`${word(method, "attr") ?? ""}\` is a method: its value is there once it is called.`,
      leftAlone: [],
    },
  ];
}

function isMethod(input: RecipeInput, name: string, isBuiltin: boolean): boolean {
  if (isBuiltin) return BUILTIN_METHODS.has(name);
  const found = definitions(input, name);
  return found.length > 0 && found.every((node) => children(node, "decorator_list").length === 0 && needsNothing(node));
}

/** Methods of that name in the project's classes. */
function definitions(input: RecipeInput, name: string): PythonNode[] {
  return productModules(input).flatMap((module) =>
    [...walk(module.tree)].filter(
      (node) => isFunction(node) && word(node, "name") === name && parentOf(module, node)?.kind === "ClassDef",
    ),
  );
}

function needsNothing(node: PythonNode): boolean {
  const list = child(node, "args");
  if (node.kind !== "FunctionDef" || !list) return false;
  const positional = [...children(list, "posonlyargs"), ...children(list, "args")];
  return positional.length - children(list, "defaults").length <= 1 && children(list, "kwonlyargs").length === 0;
}

/** What the message says cannot be used so: the operands, what is indexed, gone through or measured. */
function usedAsValue({ nodes, message }: FailingLine): PythonNode[] {
  const attribute = /has no attribute '(\w+)'/.exec(message)?.[1];
  return nodes
    .flatMap((node): (PythonNode | undefined)[] => {
      if (attribute !== undefined) return word(node, "attr") === attribute ? [child(node, "value")] : [];
      if (message.includes("not subscriptable")) return node.kind === "Subscript" ? [child(node, "value")] : [];
      if (message.includes("not iterable")) return iterated(node);
      if (message.includes("has no len")) return measured(node, /^len$/);
      return operands(node);
    })
    .flatMap((node) => node ?? []);
}

function iterated(node: PythonNode): (PythonNode | undefined)[] {
  return /^(For|comprehension)$/.test(node.kind) ? [child(node, "iter")] : measured(node, ITERATING);
}

function measured(node: PythonNode, names: RegExp): PythonNode[] {
  return node.kind === "Call" && names.test(dottedName(child(node, "func")) ?? "")
    ? children(node, "args").slice(0, 1)
    : [];
}

function operands(node: PythonNode): (PythonNode | undefined)[] {
  if (node.kind === "BinOp") return [child(node, "left"), child(node, "right")];
  if (node.kind === "AugAssign") return [child(node, "value")];
  return node.kind === "Compare" ? [child(node, "left"), ...children(node, "comparators")] : [];
}

function draftProperty(input: RecipeInput, { module, nodes }: FailingLine): RecipeDraft[] {
  const calls = nodes.filter((node) => {
    const callee = node.kind === "Call" ? child(node, "func") : undefined;
    return callee?.kind === "Attribute" && isProperty(input, word(callee, "attr") ?? "");
  });
  const [call, ...others] = calls;
  const callee = call && child(call, "func");
  const isEmpty = call && callee && /^\s*\(\s*\)$/.test(module.text.slice(callee.end, call.end));
  if (!isEmpty || others.length > 0) return [];
  const edits: Edit[] = [{ path: module.path, start: callee.end, end: call.end, text: "" }];
  return [
    {
      edits,
      rationale: `\`${word(callee, "attr") ?? ""}\` is a property: its name alone gives the value.`,
      leftAlone: [],
    },
  ];
}

function isProperty(input: RecipeInput, name: string): boolean {
  const found = definitions(input, name);
  const isOne = (node: PythonNode): boolean =>
    children(node, "decorator_list").some((entry) =>
      /^(property|(functools\.)?cached_property|\w+\.(setter|deleter))$/.test(dottedName(entry) ?? ""),
    );
  return found.length > 0 && found.every(isOne);
}
