import type { Edit } from "../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { word } from "../../syntax/tree.ts";
import { boundOtherwise, importedNames } from "./bindings.ts";
import { listedNames } from "./import-list.ts";
import { neededImports } from "./needed-imports.ts";
import { importOf, moveNames } from "./rename-imports.ts";
import { changeUse } from "./rename-use.ts";
import { lastPart, parentName, type Reference } from "./references.ts";
import { distinctEdits } from "../../text/distinct-edits.ts";

/** A place that reaches a name, and the full name to reach instead. */
export interface Renaming {
  readonly reference: Reference;
  /** `builtins.float` needs no import. */
  readonly to: string;
  /** The project still works with versions that only have the old name: imports get both. */
  readonly isGuarded: boolean;
}

/** An import to change, with the name that the file calls it by afterwards. */
interface ImportRenaming extends Renaming {
  readonly local: string;
}

/** All the edits of one file; undefined when one of its places cannot be changed without guessing. */
export function renameAll(module: PythonModule, renamings: readonly Renaming[]): readonly Edit[] | undefined {
  const imports = renamings
    .filter(({ reference }) => reference.kind === "import")
    .map((entry): ImportRenaming => ({ ...entry, local: localAfter(module, entry) }));
  const statements = new Set(imports.map(({ reference }) => reference.node));
  const changed = [...statements].map((statement) =>
    changeImport(
      module,
      statement,
      imports.filter(({ reference }) => reference.node === statement),
    ),
  );
  const locals = localsOf(imports);
  // `flask.Markup` is not reached by the `from flask import Markup` of a function.
  const plain = localsOf(imports.filter(({ reference }) => reference.node.kind === "Import"));
  const uses = renamings.filter(({ reference }) => reference.kind !== "import");
  const reached = uses.map((use) => changeUse(module, use, use.reference.kind === "attribute" ? plain : locals));
  if (changed.includes(undefined) || reached.includes(undefined)) return undefined;
  const found = reached.flatMap((entry) => entry ?? []);
  const edits = [...changed.flatMap((entry) => entry ?? []), ...found.map(({ edit }) => edit)];
  const needs = found.flatMap(({ needs: need }) => need ?? []);
  return distinctEdits([...edits, ...neededImports(module, needs, edits)]);
}

/** What the file calls the names afterwards whose imports change, by the old full names. */
function localsOf(imports: readonly ImportRenaming[]): ReadonlyMap<string, string> {
  return new Map(imports.map(({ reference, local }) => [reference.dotted, local]));
}

/**
 * How the file calls an imported name afterwards: by its new name, unless that is taken, would hide one of Python's own
 * (`from numpy import all`), or an alias was given.
 */
function localAfter(module: PythonModule, { reference, to, isGuarded }: Renaming): string {
  if (reference.kind !== "import") return lastPart(to);
  const { local, alias } = reference.imported;
  const isAliased = word(alias, "asname") !== undefined;
  const fresh = lastPart(to);
  const isHiding = HIDEABLE.has(fresh) && parentName(to) !== "builtins";
  const isTaken = isHiding || boundOtherwise(module).has(fresh) || isImportedAsOther(module, fresh, to);
  return isAliased || isTaken || isGuarded ? local : fresh;
}

/** Python's own functions and types that libraries name some of theirs after. */
const HIDEABLE: ReadonlySet<string> = new Set(
  "abs all any ascii bin bool bytes chr compile complex dict dir divmod eval exec filter float format hash help hex id input int iter len list map max min next object oct open ord pow print property range repr reversed round set slice sorted str sum tuple type vars zip".split(
    " ",
  ),
);

function isImportedAsOther(module: PythonModule, name: string, full: string): boolean {
  return importedNames(module).some(({ local, target }) => local === name && target !== full);
}

function changeImport(
  module: PythonModule,
  statement: PythonNode,
  own: readonly ImportRenaming[],
): readonly Edit[] | undefined {
  if (statement.kind === "Import") return changePlainImport(module, statement, own);
  const moved = own.map(({ reference, to, local, isGuarded }) => ({
    name: lastPart(reference.dotted),
    to,
    local,
    isGuarded,
  }));
  return moveNames(module, statement, moved);
}

/** `import old` alone on its line; one of several in a line is left to a person. */
function changePlainImport(
  module: PythonModule,
  statement: PythonNode,
  [entry, ...others]: readonly ImportRenaming[],
): readonly Edit[] | undefined {
  const [listed, ...more] = listedNames(statement);
  if (!entry || !listed || others.length + more.length > 0) return undefined;
  const isDotted = listed.local === null && listed.name.includes(".");
  const text = isDotted ? `import ${entry.to}` : importOf(entry.to, entry.local);
  return [{ path: module.path, start: statement.start, end: statement.end, text }];
}
