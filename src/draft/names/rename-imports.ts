import type { Edit } from "../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { lineEndOf, planImports, wholeLines } from "../../syntax/imports.ts";
import { children, parentOf, word } from "../../syntax/tree.ts";
import { fromParts, indentationOf, type ListedName, listedNames, writtenName } from "./import-list.ts";
import { lastPart, parentName } from "./references.ts";

/** A name of a `from` statement that is to come from elsewhere. */
export interface MovedName {
  /** As the statement asks for it. */
  readonly name: string;
  /** Full name of what to import; `builtins.x` needs no import. */
  readonly to: string;
  /** How the file calls it afterwards. */
  readonly local: string;
  /** Keep the old import for versions that have no new one. */
  readonly isGuarded: boolean;
}

/** The edits that let a `from` statement bring its moved names from where they are now; undefined where that cannot be told. */
export function moveNames(
  module: PythonModule,
  statement: PythonNode,
  moved: readonly MovedName[],
): readonly Edit[] | undefined {
  const parts = fromParts(module, statement);
  if (!parts) return undefined;
  const listed = listedNames(statement);
  // Another statement of the same module would be this one once more.
  const isSameModule = moved.every(({ to, isGuarded }) => parentName(to) === word(statement, "module") && !isGuarded);
  const source = isSameModule ? word(statement, "module") : commonSource(listed, moved);
  const isRenamed = moved.some(({ name, to }) => lastPart(to) !== name);
  if (isRenamed && !parts.list) return isSameModule ? oneByOne(module, statement, moved) : undefined;
  if (source === undefined)
    return parts.list ? splitStatement(module, statement, { list: parts.list, listed, moved }) : undefined;
  const from: Edit = { path: module.path, ...parts.source, text: source };
  const names = listed.map((entry) => renamed(entry, moved));
  return parts.list && isRenamed ? [from, listEdit(module, parts.list, names)] : [from];
}

/**
 * Each name where it stands, for a list with comments in it; undefined where its names have no place in the file (Python
 * before 3.10), or two of them would become one.
 */
function oneByOne(
  module: PythonModule,
  statement: PythonNode,
  moved: readonly MovedName[],
): readonly Edit[] | undefined {
  const aliases = children(statement, "names");
  const names = listedNames(statement).map((entry) => writtenName(renamed(entry, moved)));
  if (new Set(names).size < names.length || aliases.some(({ line }) => line < 1)) return undefined;
  return aliases.flatMap(({ start, end }, index) => {
    const text = names[index] ?? "";
    const isSame = text === writtenName(listedNames(statement)[index] ?? { name: "", local: null });
    return isSame ? [] : [{ path: module.path, start, end, text }];
  });
}

/** The module from which all names of a statement come now; undefined when some stay, or come from elsewhere. */
function commonSource(listed: readonly ListedName[], moved: readonly MovedName[]): string | undefined {
  const [source = "", ...others] = new Set(moved.map(({ to }) => parentName(to)));
  const isWhole = moved.length === listed.length && others.length === 0 && !moved.some(({ isGuarded }) => isGuarded);
  return isWhole && source !== "" && source !== "builtins" ? source : undefined;
}

function renamed(entry: ListedName, moved: readonly MovedName[]): ListedName {
  const own = moved.find(({ name }) => name === entry.name);
  return own ? { name: lastPart(own.to), local: own.local } : entry;
}

interface NameList {
  readonly start: number;
  readonly end: number;
  readonly separator: string;
}

function listEdit(module: PythonModule, list: NameList, names: readonly ListedName[]): Edit {
  const written = new Set(names.map(writtenName)); // two old names may have become one
  return { path: module.path, start: list.start, end: list.end, text: [...written].join(list.separator) };
}

interface Split {
  readonly list: NameList;
  readonly listed: readonly ListedName[];
  readonly moved: readonly MovedName[];
}

/** What stays is left in the statement, what moved gets one of its own. */
function splitStatement(
  module: PythonModule,
  statement: PythonNode,
  { list, listed, moved }: Split,
): readonly Edit[] | undefined {
  const source = word(statement, "module");
  const gone = moved.filter(({ to, isGuarded }) => parentName(to) !== source || isGuarded);
  const kept = listed
    .filter(({ name }) => !gone.some((entry) => entry.name === name))
    .map((entry) => renamed(entry, moved));
  const wanted = gone.filter(({ to }) => parentName(to) !== "builtins");
  const isTopLevel = parentOf(module, statement)?.kind === "Module";
  const isPlain = wanted.every(({ isGuarded, to, local }) => !isGuarded && lastPart(to) === local);
  if (kept.length > 0 && isTopLevel && isPlain) {
    const imports = planImports(
      module,
      wanted.map(({ to }) => ({ source: parentName(to), name: lastPart(to) })),
    );
    return [listEdit(module, list, kept), ...imports.edits];
  }
  return inPlace(module, statement, { kept: kept.length > 0 ? listEdit(module, list, kept) : undefined, wanted });
}

/** The new statements where the old one stands. */
function inPlace(
  module: PythonModule,
  statement: PythonNode,
  { kept, wanted }: { readonly kept: Edit | undefined; readonly wanted: readonly MovedName[] },
): readonly Edit[] | undefined {
  const indent = indentationOf(module, statement);
  if (indent === undefined) return undefined;
  const source = module.text.slice(statement.start, statement.end);
  const old = /^from\s+([\w.]+)/.exec(source)?.[1] ?? "";
  const end = lineEndOf(module);
  const text = wanted.map((name) => importText(name, old, `${end}${indent}`)).join(`${end}${indent}`);
  const lines = wholeLines(module, statement);
  if (kept) return [kept, { path: module.path, start: lines.end, end: lines.end, text: `${indent}${text}${end}` }];
  if (text !== "") return [{ path: module.path, start: statement.start, end: statement.end, text }];
  return parentOf(module, statement)?.kind === "Module" ? [{ path: module.path, ...lines, text: "" }] : undefined;
}

function importText({ name, to, local, isGuarded }: MovedName, old: string, newLine: string): string {
  const fresh = importOf(to, local);
  if (!isGuarded) return fresh;
  const before = `from ${old} import ${writtenName({ name, local })}`;
  return [`try:`, `    ${fresh}`, `except ImportError:`, `    ${before}`].join(newLine);
}

/** The statement that brings a full name into a file under a local one. */
export function importOf(full: string, local: string): string {
  const [source, name] = [parentName(full), lastPart(full)];
  if (source === "") return local === full ? `import ${full}` : `import ${full} as ${local}`;
  return `from ${source} import ${writtenName({ name, local })}`;
}
