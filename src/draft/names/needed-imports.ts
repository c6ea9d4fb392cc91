import type { Edit } from "../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { lineEndOf, planImports, wholeLines } from "../../syntax/imports.ts";
import { parentOf, walk, word } from "../../syntax/tree.ts";
import { importedNames } from "./bindings.ts";
import { listedNames } from "./import-list.ts";
import { lastPart, parentName } from "./references.ts";

/** Something that changed code must have at hand. */
export interface ImportNeed {
  /** Full name. */
  readonly full: string;
  /** `import full`; else `from its module import it`. */
  readonly isModule: boolean;
}

/**
 * The imports that a file lacks once these edits are made, at module level, in the stead of a plain import that nothing
 * uses any more.
 */
export function neededImports(module: PythonModule, needs: readonly ImportNeed[], edits: readonly Edit[]): Edit[] {
  const missing = [...new Map(needs.map((need) => [need.full, need])).values()];
  const modules = missing.filter(({ isModule, full }) => isModule && !isImported(module, full)).map(({ full }) => full);
  const names = missing.filter(({ isModule }) => !isModule);
  const plan = planImports(
    module,
    names.map(({ full }) => ({ source: parentName(full), name: lastPart(full) })),
  );
  return [...moduleImports(module, modules, unusedImport(module, edits)), ...plan.edits];
}

function moduleImports(module: PythonModule, modules: readonly string[], unused: PythonNode | undefined): Edit[] {
  const end = lineEndOf(module);
  const text = modules.map((full) => `import ${full}`).join(end);
  if (unused && text !== "") return [{ path: module.path, start: unused.start, end: unused.end, text }];
  if (unused) return [{ path: module.path, ...wholeLines(module, unused), text: "" }];
  const place = text === "" ? undefined : neighbour(module, modules[0] ?? "");
  if (!place) return [];
  const at = wholeLines(module, place).end;
  return [{ path: module.path, start: at, end: at, text: `${text}${end}` }];
}

function isImported(module: PythonModule, full: string): boolean {
  return importedNames(module).some(
    ({ statement, imported, alias }) =>
      statement.kind === "Import" && imported === full && word(alias, "asname") === undefined,
  );
}

/** A plain import of the same package, else the first import of the file: below it a further one goes. */
function neighbour(module: PythonModule, full: string): PythonNode | undefined {
  const top = full.split(".")[0];
  const imports = importedNames(module).filter(({ statement }) => parentOf(module, statement)?.kind === "Module");
  const family = imports.find(
    ({ statement, imported }) => statement.kind === "Import" && imported.split(".")[0] === top,
  );
  return (family ?? imports.find(({ imported }) => !imported.startsWith("__future__.")) ?? imports.at(-1))?.statement;
}

/** A plain import alone in its statement, all uses of which are replaced by something that does not begin with it. */
function unusedImport(module: PythonModule, edits: readonly Edit[]): PythonNode | undefined {
  const isReplaced = (node: PythonNode): boolean =>
    edits.some((edit) => edit.start <= node.start && node.end <= edit.end);
  for (const { statement, local } of importedNames(module)) {
    const isAlone = statement.kind === "Import" && listedNames(statement).length === 1;
    if (!isAlone || parentOf(module, statement)?.kind !== "Module" || isReplaced(statement)) continue;
    const uses = [...walk(module.tree)].filter((node) => node.kind === "Name" && word(node, "id") === local);
    const isKept = edits.some((edit) => new RegExp(`\\b${local}\\b`).test(edit.text));
    if (uses.length > 0 && uses.every(isReplaced) && !isKept) return statement;
  }
  return undefined;
}
