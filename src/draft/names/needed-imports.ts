import type { Edit } from "../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { lineEndOf, placedImport, planImports, wholeLines } from "../../syntax/imports.ts";
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
  return [...moduleImports(module, modules, unusedImports(module, edits)), ...plan.edits];
}

function moduleImports(module: PythonModule, modules: readonly string[], unused: readonly PythonNode[]): Edit[] {
  const { path } = module;
  const text = modules.map((full) => `import ${full}`).join(lineEndOf(module));
  const [first, ...others] = unused;
  const isReplaced = first !== undefined && text !== "";
  const dropped = (isReplaced ? others : unused).map((node) => ({ path, ...wholeLines(module, node), text: "" }));
  if (text === "") return dropped;
  return [...dropped, first ? { path, start: first.start, end: first.end, text } : addedLines(module, modules, text)];
}

/** The modules of one need go together: they are of one package, or few. */
function addedLines(module: PythonModule, [first = ""]: readonly string[], text: string): Edit {
  const edit = placedImport(module, { source: first, isPlain: true }, text);
  const isFirst = !importedNames(module).some(({ statement }) => parentOf(module, statement)?.kind === "Module");
  return isFirst ? { ...edit, text: `${edit.text}${lineEndOf(module)}` } : edit;
}

function isImported(module: PythonModule, full: string): boolean {
  return importedNames(module).some(
    ({ statement, imported, alias }) =>
      statement.kind === "Import" && imported === full && word(alias, "asname") === undefined,
  );
}

/** Plain imports alone in their statements, all uses of which are replaced by something that does not begin with them. */
function unusedImports(module: PythonModule, edits: readonly Edit[]): PythonNode[] {
  const isReplaced = (node: PythonNode): boolean =>
    edits.some((edit) => edit.start <= node.start && node.end <= edit.end);
  return importedNames(module).flatMap(({ statement, local }) => {
    const isAlone = statement.kind === "Import" && listedNames(statement).length === 1;
    if (!isAlone || parentOf(module, statement)?.kind !== "Module" || isReplaced(statement)) return [];
    const uses = [...walk(module.tree)].filter((node) => node.kind === "Name" && word(node, "id") === local);
    const isKept = edits.some((edit) => new RegExp(`\\b${local}\\b`).test(edit.text));
    return uses.length > 0 && uses.every(isReplaced) && !isKept ? [statement] : [];
  });
}
