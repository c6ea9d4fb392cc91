import type { Edit } from "../domain/patch.ts";
import type { PythonModule, PythonNode } from "../domain/python.ts";
import { importPlace, type ImportToPlace } from "./import-place.ts";
import { isFrom, isUnusedAfter } from "./import-use.ts";
import { children, isDocstring, word } from "./tree.ts";

/** A name to have at hand: `from <source> import <name>`. */
export interface WantedName {
  readonly source: string;
  readonly name: string;
}

export interface ImportPlan {
  /** Statements to add, lengthen, shorten or drop; no overlaps with each other. */
  readonly edits: readonly Edit[];
  /** How to write each wanted name in this module: `select`, `sa.select`. */
  readonly spelling: (name: string) => string;
}

/**
 * Brings names into a module with the smallest change of its imports, where isort would put them, and drops names
 * that nothing uses once `otherEdits` are made. Names already there under any spelling are used as they are.
 */
export function planImports(
  module: PythonModule,
  wanted: readonly WantedName[],
  drop: { readonly names: readonly WantedName[]; readonly otherEdits: readonly Edit[] } = { names: [], otherEdits: [] },
): ImportPlan {
  const spellings = new Map<string, string>();
  const missing: WantedName[] = [];
  for (const entry of wanted) {
    const known = spellingOf(module, entry);
    spellings.set(entry.name, known ?? entry.name);
    if (known === undefined && !missing.some((other) => other.name === entry.name)) missing.push(entry);
  }
  const unused = drop.names.filter((entry) => isUnusedAfter(module, entry, drop.otherEdits));
  return {
    edits: importEdits(module, missing, { unused, otherEdits: drop.otherEdits }),
    spelling: (name) => spellings.get(name) ?? name,
  };
}

/** How this module already spells a name from outside, or undefined when it does not import it at module level. */
export function spellingOf(module: PythonModule, { source, name }: WantedName): string | undefined {
  for (const statement of children(module.tree, "body")) {
    for (const alias of children(statement, "names")) {
      const local = word(alias, "asname");
      if (statement.kind === "ImportFrom" && isFrom(statement, source) && word(alias, "name") === name)
        return local ?? name;
      if (statement.kind === "Import" && word(alias, "name") === source) return `${local ?? source}.${name}`;
    }
  }
  return undefined;
}

interface Other {
  readonly unused: readonly WantedName[];
  readonly otherEdits: readonly Edit[];
}

function importEdits(module: PythonModule, missing: readonly WantedName[], { unused, otherEdits }: Other): Edit[] {
  const left = new Map<string, string[]>();
  for (const { source, name } of missing) left.set(source, [...(left.get(source) ?? []), name]);
  const edits = children(module.tree, "body").flatMap((statement) => {
    const change = namesToChange(statement, left, unused);
    const edit = change && rewriteNames(module, statement, change);
    if (edit && change.add.length > 0) left.delete(word(statement, "module") ?? "");
    return edit ? [edit] : [];
  });
  const dropped = children(module.tree, "body").filter((statement) => isDropped(statement, [...edits, ...otherEdits]));
  const added = [...left].map(([source, names]) => newStatement(module, { source, names }, dropped));
  return mergeSamePlace([...edits, ...added]);
}

interface NameChange {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

function namesToChange(
  statement: PythonNode,
  missing: ReadonlyMap<string, readonly string[]>,
  unused: readonly WantedName[],
): NameChange | undefined {
  const source = word(statement, "module") ?? "";
  if (statement.kind !== "ImportFrom" || !isFrom(statement, source)) return undefined;
  const present = children(statement, "names").map((alias) => word(alias, "name") ?? "");
  const remove = unused
    .filter((entry) => entry.source === source && present.includes(entry.name))
    .map((entry) => entry.name);
  const add = present.includes("*") ? [] : (missing.get(source) ?? []);
  return add.length + remove.length > 0 ? { add, remove } : undefined;
}

/**
 * Names of one `from` statement changed in its own layout. Worked out on the text, since Python before 3.10 gives no
 * positions for the names; undefined when comments or continuation marks inside forbid a rewrite.
 */
function rewriteNames(module: PythonModule, statement: PythonNode, change: NameChange): Edit | undefined {
  const source = module.text.slice(statement.start, statement.end);
  const head = /^from\s+[\w.]+\s+import\s*\(?\s*/.exec(source)?.[0];
  if (head === undefined || /[#\\]/.test(source)) return undefined;
  const list = source.slice(head.length).replace(/[\s,)]+$/, "");
  const kept = list
    .split(",")
    .map((item) => item.trim())
    .filter((item) => !change.remove.includes(item.split(/\s/)[0] ?? item));
  const names = insertSorted(kept, change.add);
  if (names.length === 0) return { path: module.path, ...wholeLines(module, statement), text: "" };
  const start = statement.start + head.length;
  return { path: module.path, start, end: start + list.length, text: names.join(separatorOf(module, head, list)) };
}

/** One name a line when the list is written so, else all on one. */
function separatorOf(module: PythonModule, head: string, list: string): string {
  const indent = /(?:\r\n|\r|\n)([ \t]*)$/.exec(head)?.[1];
  const isOneEach =
    indent !== undefined &&
    list
      .split(",")
      .slice(1)
      .every((item) => /^[ \t]*[\r\n]/.test(item));
  return isOneEach ? `,${lineEndOf(module)}${indent}` : ", ";
}

function insertSorted(names: readonly string[], add: readonly string[]): string[] {
  const result = [...names];
  for (const name of add.toSorted(compareNames)) {
    const isSorted = result.every((entry, index) => index === 0 || compareNames(result[index - 1] ?? "", entry) <= 0);
    const at = isSorted ? result.findIndex((entry) => compareNames(entry, name) > 0) : -1;
    result.splice(at === -1 ? result.length : at, 0, name);
  }
  return result;
}

/** isort's default order: constants, classes, then the rest; each by name. */
function compareNames(a: string, b: string): number {
  return nameRank(a) - nameRank(b) || (a < b ? -1 : a > b ? 1 : 0);
}

function nameRank(name: string): number {
  const own = name.split(/\s/)[0] ?? name;
  if (own.length > 1 && own === own.toUpperCase()) return 0;
  return /^[A-Z]/.test(own) ? 1 : 2;
}

function isDropped(statement: PythonNode, edits: readonly Edit[]): boolean {
  return edits.some(({ start, end, text }) => text === "" && start <= statement.start && statement.end <= end);
}

interface NewStatement {
  readonly source: string;
  readonly names: readonly string[];
}

function newStatement(module: PythonModule, { source, names }: NewStatement, dropped: readonly PythonNode[]): Edit {
  const text = `from ${source} import ${insertSorted([], names).join(", ")}`;
  return placedImport(module, { source, isPlain: false, dropped }, text);
}

/** The edit that writes an import where isort would put it; first of all code in a file that begins without imports. */
export function placedImport(module: PythonModule, wanted: ImportToPlace, text: string): Edit {
  const end = lineEndOf(module);
  const place = importPlace(module, wanted);
  if (!place) {
    const last = wanted.dropped?.at(-1);
    return lineAt(module, last ? lineEnd(module, last.end) : startOfCode(module), `${text}${end}`);
  }
  const at = place.isBefore ? lineStart(module, place.beside.start) : lineEnd(module, place.beside.end);
  const isLoose = /^[ \t]*[\r\n]/.test(module.text.slice(at));
  const before = place.isApartFromBelow ? end : "";
  return lineAt(module, at, `${before}${text}${end}${place.isApartFromAbove && !isLoose ? end : ""}`);
}

/** Whole lines at the start of a line, or behind a last one that lacks its end. */
function lineAt(module: PythonModule, at: number, text: string): Edit {
  const isAfterUnendedLine = at > 0 && !/[\r\n]/.test(module.text[at - 1] ?? "");
  return { path: module.path, start: at, end: at, text: isAfterUnendedLine ? lineEndOf(module) + text : text };
}

/** Where the first statement begins that is not the module's docstring. */
export function startOfCode(module: PythonModule): number {
  const first = children(module.tree, "body")[0];
  if (first && isDocstring(first)) return lineEnd(module, first.end);
  return first ? lineStart(module, first.start) : module.text.length;
}

/** The offset after the line break that ends the line holding `offset`. */
export function lineEnd(module: PythonModule, offset: number): number {
  const match = /\r\n|\r|\n/.exec(module.text.slice(offset));
  return match ? offset + match.index + match[0].length : module.text.length;
}

/** The offset of the first character of the line holding `offset`. */
export function lineStart(module: PythonModule, offset: number): number {
  return Math.max(module.text.lastIndexOf("\n", offset - 1), module.text.lastIndexOf("\r", offset - 1)) + 1;
}

/** The statement with its line break, when it has its lines to itself. */
export function wholeLines(
  module: PythonModule,
  statement: PythonNode,
): { readonly start: number; readonly end: number } {
  return { start: lineStart(module, statement.start), end: lineEnd(module, statement.end) };
}

/** The line break this file uses: that of its first line. */
export function lineEndOf(module: PythonModule): string {
  return /\r\n|\r|\n/.exec(module.text)?.[0] ?? "\n";
}

/** Two insertions at one place become one, in order, so that no two edits touch. */
function mergeSamePlace(edits: readonly Edit[]): Edit[] {
  const merged: Edit[] = [];
  for (const edit of edits) {
    const twin = merged.findIndex(
      (other) => other.start === edit.start && other.end === other.start && edit.end === edit.start,
    );
    const found = merged[twin];
    // Both begin a section there: it is one.
    if (found) merged[twin] = { ...found, text: found.text + edit.text.replace(/^(?:\r\n|\r|\n)/, "") };
    else merged.push(edit);
  }
  return merged;
}
