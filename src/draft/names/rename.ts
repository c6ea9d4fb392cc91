import type { Edit } from "../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { lineEndOf, planImports, wholeLines } from "../../syntax/imports.ts";
import { dottedName, parentOf, walk, word } from "../../syntax/tree.ts";
import { boundOtherwise, importedNames, targetOf } from "./bindings.ts";
import { listedNames } from "./import-list.ts";
import { importOf, moveNames, type MovedName } from "./rename-imports.ts";
import { lastPart, parentName, type Reference } from "./references.ts";

/** A place that reaches a name, and the full name to reach instead. */
export interface Renaming {
  readonly reference: Reference;
  readonly to: string;
  /** The project still works with versions that only have the old name: imports get both. */
  readonly isGuarded: boolean;
}

/** All the edits of one file; undefined when one of its places cannot be changed without guessing. */
export function renameAll(module: PythonModule, renamings: readonly Renaming[]): readonly Edit[] | undefined {
  const imports = renamings.filter(({ reference }) => reference.kind === "import");
  const uses = renamings.filter(({ reference }) => reference.kind !== "import");
  const locals = new Map(imports.map((entry) => [entry, localAfter(module, entry)]));
  const edits: Edit[] = [];
  for (const statement of new Set(imports.map(({ reference }) => reference.node))) {
    const own = imports.filter(({ reference }) => reference.node === statement);
    const changed = changeImport(module, statement, own, locals);
    if (!changed) return undefined;
    edits.push(...changed);
  }
  const reached = uses.map((use) => changeUse(module, use, imports, locals));
  if (reached.some((entry) => entry === undefined)) return undefined;
  const all = reached.flatMap((entry) => entry ?? []);
  edits.push(...all.map(({ edit }) => edit));
  edits.push(...neededImports(module, all, edits));
  return withoutTwins(edits);
}

/** How the file calls an imported name afterwards: by its new name, unless that is taken or an alias was given. */
function localAfter(module: PythonModule, { reference, to, isGuarded }: Renaming): string {
  if (reference.kind !== "import") return lastPart(to);
  const { local, alias } = reference.imported;
  const isAliased = word(alias, "asname") !== undefined;
  const fresh = lastPart(to);
  const isTaken = boundOtherwise(module).has(fresh) || isImportedAsOther(module, fresh, to);
  return isAliased || isTaken || isGuarded ? local : fresh;
}

function isImportedAsOther(module: PythonModule, name: string, full: string): boolean {
  return importedNames(module).some(({ local, target }) => local === name && target !== full);
}

function changeImport(
  module: PythonModule,
  statement: PythonNode,
  own: readonly Renaming[],
  locals: ReadonlyMap<Renaming, string>,
): readonly Edit[] | undefined {
  if (statement.kind === "Import") return changePlainImport(module, statement, own, locals);
  const moved = own.map((entry): MovedName => ({
    name: lastPart(entry.reference.dotted),
    to: entry.to,
    local: locals.get(entry) ?? lastPart(entry.to),
    isGuarded: entry.isGuarded,
  }));
  return moveNames(module, statement, moved);
}

/** `import old` alone on its line; one of several in a line is left to a person. */
function changePlainImport(
  module: PythonModule,
  statement: PythonNode,
  [entry, ...others]: readonly Renaming[],
  locals: ReadonlyMap<Renaming, string>,
): readonly Edit[] | undefined {
  const [listed, ...more] = listedNames(statement);
  if (!entry || !listed || others.length + more.length > 0) return undefined;
  const local = locals.get(entry) ?? lastPart(entry.to);
  const isDotted = listed.local === null && listed.name.includes(".");
  const text = isDotted && listed.local === null ? `import ${entry.to}` : importOf(entry.to, local);
  return [{ path: module.path, start: statement.start, end: statement.end, text }];
}

interface ChangedUse {
  readonly edit: Edit;
  /** Full name of something to import for it; null where all is there. */
  readonly needs: { readonly full: string; readonly isModule: boolean } | null;
}

function changeUse(
  module: PythonModule,
  { reference, to }: Renaming,
  imports: readonly Renaming[],
  locals: ReadonlyMap<Renaming, string>,
): ChangedUse | undefined {
  const { node, dotted } = reference;
  const at = (text: string, needs: ChangedUse["needs"] = null): ChangedUse => ({
    edit: { path: module.path, start: node.start, end: node.end, text },
    needs,
  });
  const moved = imports.find((entry) => entry.reference.dotted === dotted);
  if (reference.kind === "name") return moved ? at(locals.get(moved) ?? lastPart(to)) : undefined;
  const local = (dottedName(node) ?? "").split(".")[0] ?? "";
  const target = targetOf(module, local) ?? "";
  if (parentName(to) === "builtins") return isFree(module, lastPart(to)) ? at(lastPart(to)) : undefined;
  if (moved) return at(to);
  if (to.startsWith(`${target}.`)) {
    const isDeeper = parentName(to) !== parentName(dotted) && parentName(to) !== target;
    return at(`${local}${to.slice(target.length)}`, isDeeper ? { full: parentName(to), isModule: true } : null);
  }
  const name = lastPart(to);
  if (parentName(to) === "") return isFree(module, name) ? at(to, { full: to, isModule: true }) : undefined;
  const isAtHand = importedNames(module).some((entry) => entry.target === to && entry.local === name);
  if (isAtHand || isFree(module, name)) return at(name, { full: to, isModule: false });
  return at(to, { full: parentName(to), isModule: true });
}

function isFree(module: PythonModule, name: string): boolean {
  return !boundOtherwise(module).has(name) && !importedNames(module).some(({ local }) => local === name);
}

/** Imports for what the changed places need, in the stead of an import that nothing needs any more. */
function neededImports(module: PythonModule, uses: readonly ChangedUse[], edits: readonly Edit[]): Edit[] {
  const needs = new Map(uses.flatMap(({ needs: need }) => (need ? [[need.full, need.isModule] as const] : [])));
  const missing = [...needs].filter(([full, isModule]) => !(isModule && isImported(module, full)));
  const modules = missing.filter(([, isModule]) => isModule).map(([full]) => `import ${full}`);
  const names = missing.filter(([, isModule]) => !isModule).map(([full]) => full);
  const unused = unusedImport(module, edits);
  const plan = planImports(
    module,
    names.map((full) => ({ source: parentName(full), name: lastPart(full) })),
  );
  const end = lineEndOf(module);
  if (unused && modules.length > 0)
    return [{ path: module.path, start: unused.start, end: unused.end, text: modules.join(end) }, ...plan.edits];
  const dropped: Edit[] = unused ? [{ path: module.path, ...wholeLines(module, unused), text: "" }] : [];
  const first = importedNames(module).find(({ statement }) => parentOf(module, statement)?.kind === "Module");
  if (modules.length === 0 || !first) return [...dropped, ...plan.edits];
  const place = neighbour(module, modules[0] ?? "") ?? first.statement;
  const at = wholeLines(module, place).end;
  return [...dropped, ...plan.edits, { path: module.path, start: at, end: at, text: `${modules.join(end)}${end}` }];
}

function isImported(module: PythonModule, full: string): boolean {
  return importedNames(module).some(
    ({ statement, imported, alias }) =>
      statement.kind === "Import" && imported === full && word(alias, "asname") === undefined,
  );
}

/** The plain import of the same package, to write a further one below. */
function neighbour(module: PythonModule, statement: string): PythonNode | undefined {
  const top = statement.slice("import ".length).split(".")[0];
  return importedNames(module).find(
    (entry) =>
      entry.statement.kind === "Import" &&
      entry.imported.split(".")[0] === top &&
      parentOf(module, entry.statement)?.kind === "Module",
  )?.statement;
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

/** The same insertion twice is one. */
function withoutTwins(edits: readonly Edit[]): readonly Edit[] {
  return [...new Map(edits.map((edit) => [JSON.stringify(edit), edit])).values()];
}
