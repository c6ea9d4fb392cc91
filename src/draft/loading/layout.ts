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

/**
 * Adds `options=[...]` after the last argument of a call: a line that gets too long is broken inside the parentheses,
 * and where that is not enough every argument and every option gets a line of its own.
 */
export function appendedOptions(module: PythonModule, call: PythonNode, options: readonly string[]): readonly Edit[] {
  const all = [...children(call, "args"), ...children(call, "keywords")].toSorted((a, b) => a.end - b.end);
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last) return [];
  const edit = appended(module, last, `options=[${options.join(", ")}]`);
  const isOneLine = !/[\r\n]/.test(module.text.slice(call.start, call.end)) && last.end === call.end - 1;
  if (!isOneLine || !isTooLong(module, call, edit.text)) return [edit];
  const indent = indentAt(module, call.start);
  const inner = `${lineEndOf(module)}${indent}    `;
  if (indent.length + 4 + last.end - first.start + edit.text.length <= LONG_LINE)
    return [insertion(module, first.start, inner), { ...edit, text: edit.text + lineEndOf(module) + indent }];
  const gaps = all.slice(1).map((next, index) => ({ start: all[index]?.end ?? next.start, end: next.start }));
  if (gaps.some(({ start, end }) => !/^,\s*$/.test(module.text.slice(start, end)))) return [edit];
  const text = `,${inner}options=${column(options, "[]", inner)},${lineEndOf(module)}${indent}`;
  return [
    insertion(module, first.start, inner),
    ...gaps.map((gap) => ({ path: module.path, ...gap, text: `,${inner}` })),
    { ...edit, text },
  ];
}

/** Elements in brackets, one a line, a level deeper than the line break given. */
function column(elements: readonly string[], [open = "", close = ""]: string, lineBreak: string): string {
  return `${open}${elements.map((element) => `${lineBreak}    ${element},`).join("")}${lineBreak}${close}`;
}

/** Adds a call of `.options(...)` to the end of a statement, on a line of its own where the call before it is so. */
export function chained(module: PythonModule, chain: PythonNode, options: readonly string[]): readonly Edit[] {
  const text = `.options(${options.join(", ")})`;
  const gap = gapBefore(module, chain);
  if (/[\r\n]/.test(gap)) return [insertion(module, chain.end, gap + fitted(gap, options))];
  if (!isTooLong(module, chain, text)) return [insertion(module, chain.end, text)];
  const lineBreak = lineEndOf(module) + indentAt(module, chain.end);
  const isOneLine = !/[\r\n]/.test(module.text.slice(chain.start, chain.end));
  if (!isOneLine || !isAlone(module, chain)) return [insertion(module, chain.end, broken(lineBreak, options))];
  const inner = `${lineEndOf(module)}${indentAt(module, chain.start)}    `;
  const isShort = lengthAfter(inner) + chain.end - chain.start + text.length <= LONG_LINE;
  return [
    insertion(module, chain.start, inner),
    insertion(module, chain.end, (isShort ? text : broken(inner, options)) + lineBreak),
  ];
}

/** On one line behind a line break, or broken where that gets too long. */
function fitted(lineBreak: string, options: readonly string[]): string {
  const text = `.options(${options.join(", ")})`;
  return lengthAfter(lineBreak) + text.length <= LONG_LINE ? text : broken(lineBreak, options);
}

/** The options on a line of their own, or on one each. */
function broken(lineBreak: string, options: readonly string[]): string {
  const text = options.join(", ");
  const isShort = lengthAfter(lineBreak) + 4 + text.length <= LONG_LINE;
  return `.options${isShort ? `(${lineBreak}    ${text}${lineBreak})` : column(options, "()", lineBreak)}`;
}

/** Columns that the line after a line break begins with. */
function lengthAfter(lineBreak: string): number {
  return lineBreak.replace(/[\r\n]/g, "").length;
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
