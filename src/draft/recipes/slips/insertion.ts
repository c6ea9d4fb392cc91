import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { lineEndOf, lineStart } from "../../../syntax/imports.ts";
import { children, isDocstring } from "../../../syntax/tree.ts";

/**
 * Lines put first in a function's body, below its docstring and above comments that belong to what follows. Undefined
 * where the body shares a line with the head, or is a docstring alone.
 */
export function insertFirst(module: PythonModule, scope: PythonNode, lines: readonly string[]): Edit | undefined {
  const statement = firstStatement(scope);
  if (!statement) return undefined;
  const starts = [statement, ...children(statement, "decorator_list")].map(({ start }) => start);
  const at = lineStart(module, Math.min(...starts));
  const indent = /^[ \t]*/.exec(module.text.slice(at))?.[0] ?? "";
  const isOwnLine = /^[ \t]*@?$/.test(module.text.slice(at, Math.min(...starts)));
  if (!isOwnLine || at <= scope.start) return undefined;
  const start = aboveComments(module, at);
  const end = lineEndOf(module);
  const text = lines.map((line) => (line === "" ? end : `${indent}${line}${end}`)).join("");
  return { path: module.path, start, end: start, text };
}

/** The first statement that does something. */
export function firstStatement(scope: PythonNode): PythonNode | undefined {
  const [first, second] = children(scope, "body");
  return first && isDocstring(first) ? second : first;
}

/** The offset of the first of the comment lines right above a line, or of the line. */
export function aboveComments(module: PythonModule, at: number): number {
  const before = /(?:(?<=[\r\n])[ \t]+#[^\r\n]{0,500}(?:\r\n|\r|\n)){0,50}$/.exec(module.text.slice(0, at));
  return at - (before?.[0].length ?? 0);
}
