import type { Edit } from "../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { child, children, word } from "../../syntax/tree.ts";

/** A keyword argument of a call, `name=value`, with its place in the file. */
export interface KeywordArgument {
  readonly value: PythonNode;
  /** From the keyword's first letter to the end of the value, parentheses around it included. */
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** The argument that a call gives by this keyword; undefined when there is none, or it is written in a way that we do not know. */
export function keywordIn(module: PythonModule, call: PythonNode, name: string): KeywordArgument | undefined {
  const keyword = children(call, "keywords").find((entry) => word(entry, "arg") === name);
  const value = keyword && child(keyword, "value");
  if (!value || value.line < 1) return undefined;
  const before = module.text.slice(Math.max(call.start, value.start - name.length - 200), value.start);
  const head = new RegExp(`\\b${name}\\s{0,80}=\\s{0,80}((?:\\(\\s{0,80}){0,8})$`).exec(before);
  if (!head) return undefined;
  const opened = (head[1] ?? "").replaceAll(/\s/g, "").length;
  const closed = new RegExp(`^(?:\\s{0,80}\\)){${opened}}`).exec(module.text.slice(value.end, call.end));
  if (!closed) return undefined;
  return { value, name, start: value.start - head[0].length, end: value.end + closed[0].length };
}

/** Calls the argument something else. */
export function renameKeyword({ path }: PythonModule, { start, name }: KeywordArgument, fresh: string): Edit {
  return { path, start, end: start + name.length, text: fresh };
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Takes an argument out of its call, with its comma, and with its line where it has one to itself. */
export function dropArgument(module: PythonModule, argument: Range): Edit {
  const after = module.text.slice(argument.end);
  const comma = /^\s*,[ \t]*/.exec(after)?.[0];
  const isLast = comma === undefined || /^[ \t]*(?:[\r\n]|#)/.test(after.slice(comma.length));
  const range = wholeLine(module, argument) ?? (isLast ? withCommaBefore(module, argument) : undefined);
  const { start, end } = range ?? { start: argument.start, end: argument.end + (comma ?? "").length };
  return { path: module.path, start, end, text: "" };
}

function wholeLine({ text }: PythonModule, { start, end }: Range): Range | undefined {
  const indent = /(?:^|[\r\n])([ \t]*)$/.exec(text.slice(0, start))?.[1];
  const rest = /^[ \t]*,[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n)/.exec(text.slice(end))?.[0];
  return indent === undefined || rest === undefined
    ? undefined
    : { start: start - indent.length, end: end + rest.length };
}

function withCommaBefore({ text }: PythonModule, { start, end }: Range): Range {
  const lead = /,\s*$/.exec(text.slice(Math.max(0, start - 400), start))?.[0] ?? "";
  return { start: start - lead.length, end };
}

/** The offset at which a first argument is written: behind the parenthesis and blanks. Undefined before a comment. */
export function firstArgumentAt({ text }: PythonModule, call: PythonNode): number | undefined {
  const called = child(call, "func");
  const opening = called && /^\s{0,80}(?:\)\s{0,80}){0,8}\(\s{0,200}/.exec(text.slice(called.end, call.end))?.[0];
  if (!called || opening === undefined) return undefined;
  const start = called.end + opening.length;
  return text[start] === "#" ? undefined : start;
}
