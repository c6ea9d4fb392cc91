import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { child, children, word } from "../../../syntax/tree.ts";
import { parametersOf } from "./setup-files.ts";

/** Takes a parameter out of a function's list; undefined where the list has more than plain parameters, or comments. */
export function withoutParameter(module: PythonModule, node: PythonNode, name: string): Edit | undefined {
  const all = parametersOf(node);
  const index = all.findIndex((entry) => word(entry, "arg") === name);
  const own = all[index];
  if (!own || !isPlain(node)) return undefined;
  const [previous, next] = [all[index - 1], all[index + 1]];
  const comma = /^\s*,[ \t]*/.exec(module.text.slice(own.end))?.[0] ?? "";
  const start = next || !previous ? own.start : previous.end;
  const end = next ? next.start : own.end + (previous ? 0 : comma.length);
  return /[#\\]/.test(module.text.slice(start, end)) ? undefined : { path: module.path, start, end, text: "" };
}

/** Puts a parameter behind those that a function has; undefined where the list has more than plain parameters. */
export function withParameter(module: PythonModule, node: PythonNode, name: string): Edit | undefined {
  if (!isPlain(node)) return undefined;
  const last = parametersOf(node).at(-1);
  if (last) return { path: module.path, start: last.end, end: last.end, text: `, ${name}` };
  const opening = module.text.indexOf("(", node.start);
  const isEmpty = /^def\s+\w+\s*\(\s*\)/.test(module.text.slice(node.start).replace(/^async\s+/, ""));
  return isEmpty ? { path: module.path, start: opening + 1, end: opening + 1, text: name } : undefined;
}

/** Nothing but names and annotations: no defaults, no star, no keywords only. */
function isPlain(node: PythonNode): boolean {
  const list = child(node, "args");
  if (!list) return false;
  const isStarred = child(list, "vararg") !== undefined || child(list, "kwarg") !== undefined;
  const others = ["posonlyargs", "kwonlyargs", "defaults"].flatMap((field) => children(list, field));
  return !isStarred && others.length === 0;
}
