import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { children, word } from "../../syntax/tree.ts";

/** One name of a `from` statement. */
export interface ListedName {
  readonly name: string;
  /** After `as`; null where there is none. */
  readonly local: string | null;
}

/** The names of an import statement, in order. */
export function listedNames(statement: PythonNode): ListedName[] {
  return children(statement, "names").map((alias) => ({
    name: word(alias, "name") ?? "",
    local: word(alias, "asname") ?? null,
  }));
}

/** How a name is written in an import statement. */
export function writtenName({ name, local }: ListedName): string {
  return local === null || local === name ? name : `${name} as ${local}`;
}

/** Where the parts of a `from` statement stand in the file. Python before 3.10 gives no positions for its names. */
export interface FromParts {
  /** The module after `from`. */
  readonly source: { readonly start: number; readonly end: number };
  /** From the first name to the last one, without parentheses; null where comments or `\` stand between them. */
  readonly list: { readonly start: number; readonly end: number; readonly separator: string } | null;
}

/** Reads a `from` statement's text; undefined when it is written in no way that we know. */
export function fromParts(module: PythonModule, statement: PythonNode): FromParts | undefined {
  const text = module.text.slice(statement.start, statement.end);
  const head = /^from(\s+)([\w.]+)\s+import\s*(\(?)(\s*)/.exec(text);
  if (!head) return undefined;
  const [all, blanks = "", source = "", , indent = ""] = head;
  const start = statement.start + "from".length + blanks.length;
  const rest = text.slice(all.length).replace(/[\s,)]+$/, "");
  const listStart = statement.start + all.length;
  const isPlain = !/[#\\]/.test(text);
  const isOneEach = /[\r\n]/.test(indent) && /,\s*[\r\n]/.test(rest);
  const list = { start: listStart, end: listStart + rest.length, separator: isOneEach ? `,${indent}` : ", " };
  return { source: { start, end: start + source.length }, list: isPlain ? list : null };
}

/** The blanks before a statement that has its lines to itself; undefined for one that shares its line. */
export function indentationOf(module: PythonModule, statement: PythonNode): string | undefined {
  const before = module.text.slice(0, statement.start);
  return /(?:^|[\r\n])([ \t]*)$/.exec(before)?.[1];
}
