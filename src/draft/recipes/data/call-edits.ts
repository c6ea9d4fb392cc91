import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { child, children, word } from "../../../syntax/tree.ts";

/** The arguments of a call in source order, keywords with their names; undefined when one is starred. */
export function plainArguments(call: PythonNode): readonly PythonNode[] | undefined {
  const positional = children(call, "args");
  const isStarred = positional.some(({ kind }) => kind === "Starred");
  const isSpread = children(call, "keywords").some((entry) => word(entry, "arg") === undefined);
  return isStarred || isSpread ? undefined : positional;
}

/** The names of a call's keywords. */
export function keywordNames(call: PythonNode): readonly string[] {
  return children(call, "keywords").flatMap((entry) => word(entry, "arg") ?? []);
}

/** Puts one more argument behind the last one; undefined where the call is written in a way that we do not know. */
export function addArgument(module: PythonModule, call: PythonNode, text: string): Edit | undefined {
  const values = children(call, "keywords").flatMap((entry) => child(entry, "value") ?? []);
  const last = [...children(call, "args"), ...values].toSorted((a, b) => b.end - a.end)[0];
  if (!last) return { path: module.path, start: call.end - 1, end: call.end - 1, text };
  const rest = /^([\s)]*)(,?\s*)\)$/.exec(module.text.slice(last.end, call.end));
  if (!rest) return undefined;
  const at = last.end + (rest[1] ?? "").trimEnd().length;
  return { path: module.path, start: at, end: at, text: `, ${text}` };
}

/** Calls something else. */
export function callInstead({ path }: PythonModule, call: PythonNode, text: string): Edit[] {
  const called = child(call, "func");
  return called ? [{ path, start: called.start, end: called.end, text }] : [];
}

/** Writes something behind an expression. */
export function append({ path }: PythonModule, node: PythonNode, text: string): Edit {
  return { path, start: node.end, end: node.end, text };
}

/** What binds tighter than a dot: it needs no parentheses before one. */
const PRIMARY = new Set([
  "Name",
  "Attribute",
  "Call",
  "Subscript",
  "List",
  "Tuple",
  "Dict",
  "Set",
  "ListComp",
  "JoinedStr",
]);

/**
 * A call with one argument, given up for that argument with something behind it: `np.asscalar(a)` as `a.item()`.
 * Undefined where there is more in the call than the argument.
 */
export function unwrapCall(module: PythonModule, call: PythonNode, suffix: string): Edit[] | undefined {
  const [argument, ...others] = plainArguments(call) ?? [];
  const called = child(call, "func");
  if (!argument || !called || others.length + keywordNames(call).length > 0) return undefined;
  const [before, after] = [module.text.slice(called.end, argument.start), module.text.slice(argument.end, call.end)];
  if (!/^\s*\(\s*$/.test(before) || !/^\s*,?\s*\)$/.test(after)) return undefined;
  const isPrimary = PRIMARY.has(argument.kind) && !module.text.slice(argument.start, argument.end).includes("\n");
  const [open, close] = isPrimary ? ["", ""] : ["(", ")"];
  return [
    { path: module.path, start: call.start, end: argument.start, text: open },
    { path: module.path, start: argument.end, end: call.end, text: `${close}${suffix}` },
  ];
}
