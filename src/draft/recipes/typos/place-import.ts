import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { lineEnd, lineEndOf, lineStart } from "../../../syntax/imports.ts";
import {
  compareRanks,
  importBlock,
  type ImportRank,
  type IsOwn,
  rankOf,
  rankOfStatement,
} from "../../../syntax/import-rank.ts";
import { children, firstLine, isDocstring, sourceOfImport } from "../../../syntax/tree.ts";
import { fromParts, listedNames } from "../../names/import-list.ts";

/** An import to add at module level: `import numpy as np`, `from ..money import total`. */
export type NewImport =
  | { readonly kind: "module"; readonly full: string; readonly local: string | null }
  | { readonly kind: "from"; readonly source: string; readonly name: string };

/** The edit that brings an import into a file where isort would put it; undefined where that cannot be told. */
export function addImport(module: PythonModule, wanted: NewImport, isOwn: IsOwn): Edit | undefined {
  const block = importBlock(module);
  const same = wanted.kind === "from" ? block.find((entry) => writtenSource(entry) === wanted.source) : undefined;
  if (same && wanted.kind === "from") return lengthen(module, same, wanted.name);
  return insert(module, block, { text: textOf(wanted), place: rankOfNew(wanted, isOwn), isOwn });
}

/** The module after `from` with its dots; undefined for a plain import and for `*`. */
function writtenSource(statement: PythonNode): string | undefined {
  if (statement.kind !== "ImportFrom" || listedNames(statement).some(({ name }) => name === "*")) return undefined;
  return sourceOfImport(statement);
}

function lengthen(module: PythonModule, statement: PythonNode, name: string): Edit | undefined {
  const list = fromParts(module, statement)?.list;
  if (!list) return undefined;
  const names = module.text
    .slice(list.start, list.end)
    .split(",")
    .map((entry) => entry.trim());
  const next = names.findIndex((entry) => compareNames(entry, name) > 0);
  const isSorted = names.every((entry, index) => index === 0 || compareNames(names[index - 1] ?? "", entry) <= 0);
  const all = isSorted && next !== -1 ? names.toSpliced(next, 0, name) : [...names, name];
  return { path: module.path, start: list.start, end: list.end, text: all.join(list.separator) };
}

/** Constants, classes, the rest; each by name. */
function compareNames(first: string, second: string): number {
  const rank = (name: string): number =>
    name.length > 1 && name === name.toUpperCase() ? 0 : /^[A-Z]/.test(name) ? 1 : 2;
  return rank(first) - rank(second) || (first < second ? -1 : first > second ? 1 : 0);
}

function textOf(wanted: NewImport): string {
  if (wanted.kind === "from") return `from ${wanted.source} import ${wanted.name}`;
  const isRenamed = wanted.local !== null && wanted.local !== wanted.full;
  return isRenamed ? `import ${wanted.full} as ${wanted.local}` : `import ${wanted.full}`;
}

function rankOfNew(wanted: NewImport, isOwn: IsOwn): ImportRank {
  return wanted.kind === "module" ? rankOf(wanted.full, true, isOwn) : rankOf(wanted.source, false, isOwn);
}

interface Insertion {
  readonly text: string;
  readonly place: ImportRank;
  readonly isOwn: IsOwn;
}

function insert(module: PythonModule, block: readonly PythonNode[], insertion: Insertion): Edit {
  const { text, place, isOwn } = insertion;
  const before = block.findLast((statement) => compareRanks(rankOfStatement(statement, isOwn), place) <= 0);
  if (before) return insertBelow(module, block, { ...insertion, before });
  const next = block.find((statement) => compareRanks(rankOfStatement(statement, isOwn), place) > 0);
  const end = lineEndOf(module);
  if (!next) return atStart(module, text, end);
  const isOther = rankOfStatement(next, isOwn)[0] !== place[0];
  return insertAt(module, lineStart(module, next.start), `${text}${end}${isOther ? end : ""}`);
}

function insertBelow(
  module: PythonModule,
  block: readonly PythonNode[],
  { text, place, isOwn, before }: Insertion & { readonly before: PythonNode },
): Edit {
  const end = lineEndOf(module);
  const at = lineEnd(module, before.end);
  const isUnended = at > 0 && !/[\r\n]/.test(module.text[at - 1] ?? "");
  const isOther = rankOfStatement(before, isOwn)[0] !== place[0];
  const isTight = isOther && before !== block.at(-1) && !/^\s*$/.test(lineAt(module, at));
  return insertAt(module, at, `${isUnended ? end : ""}${isOther ? end : ""}${text}${end}${isTight ? end : ""}`);
}

function lineAt(module: PythonModule, offset: number): string {
  return module.text.slice(offset, lineEnd(module, offset));
}

function insertAt(module: PythonModule, at: number, text: string): Edit {
  return { path: module.path, start: at, end: at, text };
}

/** A file without imports: below its documentation, else below the comments at its head. */
function atStart(module: PythonModule, text: string, end: string): Edit {
  const [first, second] = children(module.tree, "body");
  const hasText = first !== undefined && isDocstring(first);
  const next = hasText ? second : first;
  const gap = next && /^(?:Async)?FunctionDef$|^ClassDef$/.test(next.kind) ? `${end}${end}` : end;
  if (hasText)
    return insertAt(module, lineEnd(module, first.end), `${end}${text}${end}${isBlankAfter(module, first) ? "" : gap}`);
  const head = headComments(module, next);
  return insertAt(module, head, `${text}${end}${gap}`);
}

function isBlankAfter(module: PythonModule, statement: PythonNode): boolean {
  return /^\s*$/.test(lineAt(module, lineEnd(module, statement.end)));
}

/** Where the comments end that speak of the whole file: those with a blank line below them, or a first line for the system. */
function headComments(module: PythonModule, first: PythonNode | undefined): number {
  const mark = module.text.startsWith("\ufeff") ? 1 : 0;
  const own = /^(?:#[^\r\n]*(?:\r\n|\r|\n))+(?:[ \t]*(?:\r\n|\r|\n))+/.exec(module.text.slice(mark))?.[0];
  const system = /^(?:#(?:!|[^\r\n]{0,200}coding[:=])[^\r\n]*(?:\r\n|\r|\n))+/.exec(module.text.slice(mark))?.[0];
  const at = mark + (own ?? system ?? "").length;
  const limit = first ? lineStart(module, startOf(first)) : module.text.length;
  return Math.min(at, limit);
}

function startOf(statement: PythonNode): number {
  const decorator = children(statement, "decorator_list")[0];
  return firstLine(statement) < statement.line && decorator ? decorator.start : statement.start;
}
