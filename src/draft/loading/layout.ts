import type { Edit } from "../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { lineEndOf, lineStart } from "../../syntax/imports.ts";
import { child, children, parentOf } from "../../syntax/tree.ts";

/** Columns after which an edited one-line call is broken. */
const LONG_LINE = 100;

/** The blanks that the line of an offset begins with. */
export function indentAt(module: PythonModule, offset: number): string {
  return /^[ \t]*/.exec(module.text.slice(lineStart(module, offset), offset))?.[0] ?? "";
}

/** Adds to a list of arguments or elements after its last one, on a line of its own where the others are so. */
export function appended(module: PythonModule, last: PythonNode, text: string): Edit {
  const start = lineStart(module, last.start);
  const isOwnLine = module.text.slice(start, last.start).trim() === "";
  const separator = isOwnLine ? `,${lineEndOf(module)}${indentAt(module, last.start)}` : ", ";
  return { path: module.path, start: last.end, end: last.end, text: separator + text };
}

/** As `appended`, for the last argument of a call: a line that gets too long is broken inside the parentheses. */
export function appendedArgument(module: PythonModule, call: PythonNode, text: string): readonly Edit[] {
  const all = [...children(call, "args"), ...children(call, "keywords")].toSorted((a, b) => a.end - b.end);
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last) return [];
  const edit = appended(module, last, text);
  const isOneLine = !/[\r\n]/.test(module.text.slice(call.start, call.end)) && last.end === call.end - 1;
  if (!isOneLine || !isTooLong(module, call, edit.text)) return [edit];
  const lineBreak = lineEndOf(module) + indentAt(module, call.start);
  const before = insertion(module, first.start, `${lineBreak}    `);
  return [before, { ...edit, text: edit.text + lineBreak }];
}

/** Adds a call of `.options(...)` to the end of a statement, on a line of its own where the call before it is so. */
export function chained(module: PythonModule, chain: PythonNode, options: string): readonly Edit[] {
  const text = `.options(${options})`;
  const gap = gapBefore(module, chain);
  if (/[\r\n]/.test(gap)) return [insertion(module, chain.end, gap + text)];
  const frame = isAlone(module, chain) ? brokenAround(module, chain, text) : undefined;
  if (frame) return frame;
  return [insertion(module, chain.end, isTooLong(module, chain, text) ? broken(module, chain, options) : text)];
}

/** The blanks and line breaks before the last method call of a chain. */
function gapBefore(module: PythonModule, chain: PythonNode): string {
  const callee = child(chain, "func");
  const base = callee?.kind === "Attribute" ? child(callee, "value") : undefined;
  const between = base && callee ? module.text.slice(base.end, callee.end) : "";
  return /^\s*/.exec(between)?.[0] ?? "";
}

function insertion(module: PythonModule, at: number, text: string): Edit {
  return { path: module.path, start: at, end: at, text };
}

/** True when the node is the only argument of a call that stands on one line. */
function isAlone(module: PythonModule, node: PythonNode): boolean {
  const outer = parentOf(module, node);
  if (outer?.kind !== "Call" || children(outer, "args").length !== 1 || children(outer, "keywords").length > 0)
    return false;
  return outer.end === node.end + 1 && children(outer, "args")[0] === node && module.text[node.start - 1] === "(";
}

function isTooLong(module: PythonModule, node: PythonNode, text: string): boolean {
  const start = Math.max(lineStart(module, node.start), lineStart(module, node.end));
  const rest = /^[^\r\n]*/.exec(module.text.slice(node.end))?.[0] ?? "";
  return node.end + rest.length - start + text.length > LONG_LINE;
}

function broken(module: PythonModule, node: PythonNode, options: string): string {
  const lineBreak = lineEndOf(module) + indentAt(module, node.end);
  return `.options(${lineBreak}    ${options}${lineBreak})`;
}

function brokenAround(module: PythonModule, node: PythonNode, text: string): readonly Edit[] | undefined {
  const isOneLine = !/[\r\n]/.test(module.text.slice(node.start, node.end));
  if (!isOneLine || !isTooLong(module, node, text)) return undefined;
  const indent = indentAt(module, node.start);
  const lineBreak = lineEndOf(module);
  return [
    insertion(module, node.start, `${lineBreak}${indent}    `),
    insertion(module, node.end, `${text}${lineBreak}${indent}`),
  ];
}
