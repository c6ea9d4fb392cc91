import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { lineEnd, lineEndOf, planImports, spellingOf, wholeLines } from "../../../syntax/imports.ts";
import { child, children, dottedName, sourceOfImport, word } from "../../../syntax/tree.ts";
import { indentationOf, type ListedName, writtenName } from "../../names/import-list.ts";
import type { LateUses } from "./import-uses.ts";
import { insertFirst } from "./insertion.ts";

/** More functions than these would each get an import of their own: then another shape of the code is wanted. */
const MAX_FUNCTIONS = 4;

/** Takes an import from the top of a file to where its names are needed; undefined where the text does not allow it. */
export function moveImport(module: PythonModule, statement: PythonNode, uses: LateUses): Edit[] | undefined {
  const source = module.text.slice(statement.start, statement.end);
  if (indentationOf(module, statement) !== "" || /[#;\\]/.test(source) || uses.functions.size > MAX_FUNCTIONS)
    return undefined;
  const inside = [...uses.functions].map(([scope, names]) =>
    insertFirst(module, scope, [importText(statement, names), ""]),
  );
  const checking = uses.annotated.length > 0 ? typeChecking(module, statement, uses) : { edits: [], inPlace: "" };
  if (inside.includes(undefined) || !checking) return undefined;
  const place = checking.inPlace === "" ? removedLines(module, statement) : wholeLines(module, statement);
  const taken = { path: module.path, ...place, text: checking.inPlace };
  return [taken, ...inside.flatMap((edit) => edit ?? []), ...checking.edits];
}

function importText(statement: PythonNode, names: readonly ListedName[]): string {
  const list = names.map((name) => writtenName(name)).join(", ");
  if (statement.kind === "Import") return `import ${list}`;
  return `from ${sourceOfImport(statement)} import ${list}`;
}

interface Checking {
  readonly edits: readonly Edit[];
  /** What stands in the place of the import afterwards. */
  readonly inPlace: string;
}

/** The import for type checkers alone, and quotes around the annotations unless none of the file is evaluated. */
function typeChecking(module: PythonModule, statement: PythonNode, uses: LateUses): Checking | undefined {
  const quotes = isPostponed(module) ? [] : uses.annotations.flatMap((node) => quoted(module, node));
  const text = importText(statement, uses.annotated);
  const block = existingBlock(module);
  if (!block) return freshBlock(module, statement, { text, quotes });
  const added = insertFirst(module, block, [text]);
  return added && { edits: [...quotes, added], inPlace: "" };
}

/** Below the last import; the flag's own import takes the place of the one that moves. */
function freshBlock(
  module: PythonModule,
  statement: PythonNode,
  { text, quotes }: { readonly text: string; readonly quotes: readonly Edit[] },
): Checking {
  const flag = flagIn(module);
  const end = lineEndOf(module);
  const block = `if ${flag.spelling}:${end}    ${text}${end}`;
  const last = children(module.tree, "body").findLast(({ kind }) => kind === "Import" || kind === "ImportFrom");
  const edits = [...quotes, ...flag.edits];
  if (!last || last === statement)
    return { edits, inPlace: flag.statement === "" ? block : `${flag.statement}${end}${block}` };
  const at = lineEnd(module, last.end);
  return {
    edits: [...edits, { path: module.path, start: at, end: at, text: `${end}${block}` }],
    inPlace: flag.statement,
  };
}

/** How the file calls `TYPE_CHECKING`, and what it takes to have it. */
function flagIn(module: PythonModule): { spelling: string; edits: readonly Edit[]; statement: string } {
  const wanted = { source: "typing", name: "TYPE_CHECKING" };
  const known = spellingOf(module, wanted);
  if (known !== undefined) return { spelling: known, edits: [], statement: "" };
  const hasTyping = children(module.tree, "body").some(
    (entry) => entry.kind === "ImportFrom" && word(entry, "module") === "typing",
  );
  const edits = hasTyping ? planImports(module, [wanted]).edits : [];
  const statement = hasTyping ? "" : `from typing import TYPE_CHECKING${lineEndOf(module)}`;
  return { spelling: "TYPE_CHECKING", edits, statement };
}

function existingBlock(module: PythonModule): PythonNode | undefined {
  return children(module.tree, "body").find(
    (entry) => entry.kind === "If" && /(^|\.)TYPE_CHECKING$/.test(dottedName(child(entry, "test")) ?? ""),
  );
}

function isPostponed(module: PythonModule): boolean {
  return spellingOf(module, { source: "__future__", name: "annotations" }) !== undefined;
}

function quoted({ path }: PythonModule, { start, end }: PythonNode): Edit[] {
  return [
    { path, start, end: start, text: '"' },
    { path, start: end, end, text: '"' },
  ];
}

/** With blank lines that would be too many once it is gone. */
function removedLines(module: PythonModule, statement: PythonNode): { readonly start: number; readonly end: number } {
  const lines = wholeLines(module, statement);
  const blank = /^(?:[ \t]*(?:\r\n|\r|\n)){1,20}/.exec(module.text.slice(lines.end))?.[0].length ?? 0;
  if (lines.start === 0) return { start: 0, end: lines.end + blank };
  const above = /(?<=[\r\n])(?:\r\n|\r|\n)$/.exec(module.text.slice(0, lines.start))?.[0].length ?? 0;
  return blank > 0 ? { start: lines.start - above, end: lines.end } : lines;
}
