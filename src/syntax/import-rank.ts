import type { PythonModule, PythonNode } from "../domain/python.ts";
import { isStandardLibrary } from "./standard-library.ts";
import { children, isDocstring, sourceOfImport, word } from "./tree.ts";

/** Whether the first name of a module is the repository's own. */
export type IsOwn = (top: string) => boolean;

/** Section (future, Python's own, installed, the repository's, relative), then plain imports before `from`, then the name. */
export type ImportRank = readonly [section: number, kind: number, source: string];

/** The imports at the head of a file, before anything else but its documentation. */
export function importBlock(module: PythonModule): PythonNode[] {
  const body = children(module.tree, "body").filter((statement, index) => index > 0 || !isDocstring(statement));
  const end = body.findIndex(({ kind }) => kind !== "Import" && kind !== "ImportFrom");
  return end === -1 ? body : body.slice(0, end);
}

/** The place in isort's order of `import source`, or of `from source import …`. */
export function rankOf(source: string, isPlain: boolean, isOwn: IsOwn): ImportRank {
  return [sectionOf(source, isOwn), isPlain ? 0 : 1, source];
}

/** The same of a statement that is there; a plain import of several goes by its first. */
export function rankOfStatement(statement: PythonNode, isOwn: IsOwn): ImportRank {
  const [first] = children(statement, "names");
  return statement.kind === "Import"
    ? rankOf((first && word(first, "name")) ?? "", true, isOwn)
    : rankOf(sourceOfImport(statement), false, isOwn);
}

export function compareRanks(first: ImportRank, second: ImportRank): number {
  const names = first[2] < second[2] ? -1 : first[2] > second[2] ? 1 : 0;
  return first[0] - second[0] || first[1] - second[1] || names;
}

/** The first name of a dotted one. */
export function topOf(source: string): string {
  return source.split(".")[0] ?? source;
}

function sectionOf(source: string, isOwn: IsOwn): number {
  const top = topOf(source);
  if (source.startsWith(".")) return 4;
  if (top === "__future__") return 0;
  if (isOwn(top)) return 3;
  return isStandardLibrary(top) ? 1 : 2;
}
