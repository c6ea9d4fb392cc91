import { posix } from "node:path";
import type { Edit } from "../../domain/patch.ts";
import type { ProjectSource, PythonModule, PythonNode } from "../../domain/python.ts";
import { lineEnd, lineEndOf } from "../../syntax/imports.ts";
import { importedFile } from "../../syntax/imported-file.ts";
import { definitionOf, moduleStatements } from "../../syntax/resolve.ts";
import { children, sourceOf, word } from "../../syntax/tree.ts";
import { attributeNames, type ModelClass } from "./classes.ts";

/** A class as this module already names it: what a new name is written beside. */
export interface SpelledModel {
  readonly model: ModelClass;
  readonly spelling: string;
}

/** How to write a class in a module, and what to import for it. */
export interface Spelling {
  readonly text: string;
  readonly edits: readonly Edit[];
}

interface Request {
  readonly project: ProjectSource;
  readonly module: PythonModule;
  readonly model: ModelClass;
}

/**
 * The way to write a class in a module: by a name it has there, through the module that another class is spelled
 * with, or imported the way that class is. Undefined when none of these is possible.
 */
export function spellModel(request: Request, near: SpelledModel): Spelling | undefined {
  const { project, module, model } = request;
  if (near.model.node === model.node) return { text: near.spelling, edits: [] };
  const known = [model.name, ...localNames(module)].find((name) => isModel(request, name));
  if (known !== undefined) return { text: known, edits: [] };
  const prefix = near.spelling.slice(0, near.spelling.lastIndexOf(".") + 1);
  if (prefix !== "" && isModel(request, prefix + model.name)) return { text: prefix + model.name, edits: [] };
  if (prefix !== "" || definitionOf(project, module, model.name)) return undefined;
  const statement = importOf(module, near.spelling);
  const edit = statement && (lengthened(request, statement) ?? newImport(request, statement, near.model));
  return edit && { text: model.name, edits: [edit] };
}

function isModel({ project, module, model }: Request, name: string): boolean {
  return definitionOf(project, module, name)?.node === model.node && isBoundAtRun(module, name.split(".")[0] ?? name);
}

/** False for names that only type checkers see: imported under `if TYPE_CHECKING:`. */
function isBoundAtRun(module: PythonModule, name: string): boolean {
  return children(module.tree, "body").some((statement) => {
    if (statement.kind === "If") return false;
    return [...moduleStatements(statement), statement].some((entry) => {
      const aliases = children(entry, "names").map((alias) => word(alias, "asname") ?? word(alias, "name") ?? "");
      const isImported = aliases.some((alias) => alias === "*" || alias.split(".")[0] === name);
      return isImported || attributeNames(entry).includes(name) || word(entry, "name") === name;
    });
  });
}

function localNames(module: PythonModule): readonly string[] {
  return imports(module).flatMap((statement) =>
    children(statement, "names").flatMap((alias) => word(alias, "asname") ?? word(alias, "name") ?? []),
  );
}

function imports(module: PythonModule): readonly PythonNode[] {
  return children(module.tree, "body").filter((statement) => statement.kind === "ImportFrom");
}

function importOf(module: PythonModule, name: string): PythonNode | undefined {
  return imports(module).find((statement) =>
    children(statement, "names").some((alias) => (word(alias, "asname") ?? word(alias, "name")) === name),
  );
}

function sourceFile({ project, module }: Request, statement: PythonNode): string | undefined {
  return importedFile(project.trackedFiles, module.path, {
    source: word(statement, "module") ?? "",
    level: levelOf(statement),
  });
}

function levelOf(statement: PythonNode): number {
  const level = statement.fields["level"];
  return typeof level === "number" ? level : 0;
}

/** The class added to the statement, when its module has the class too. */
function lengthened(request: Request, statement: PythonNode): Edit | undefined {
  const { project, module, model } = request;
  const source = project.modules.get(sourceFile(request, statement) ?? "");
  if (!source || !isModel({ project, module: source, model }, model.name)) return undefined;
  const written = sourceOf(module, statement);
  const list = /[#\\]/.test(written) ? undefined : written.split(/\bimport\b/).at(-1);
  return list === undefined ? undefined : insertedName({ path: module.path, list, end: statement.end }, model.name);
}

interface NameList {
  readonly path: string;
  /** What stands after `import`. */
  readonly list: string;
  readonly end: number;
}

/** The name put where it belongs by the alphabet, when the list is sorted, else at the end. */
function insertedName({ path, list, end }: NameList, name: string): Edit | undefined {
  const names = list
    .replace(/[()]/g, "")
    .split(",")
    .flatMap((item) => item.trim() || []);
  const before = nameBefore(names, name);
  const [, lineBreak = " ", indent = ""] = /\((\r\n|\r|\n)([ \t]*)/.exec(list) ?? [];
  const found = wordAt(list, before ?? names[0] ?? "");
  if (found === -1) return undefined;
  const start = end - list.length + found + (before?.length ?? 0);
  const comma = `,${lineBreak}${indent}`;
  return { path, start, end: start, text: before === undefined ? `${name}${comma}` : `${comma}${name}` };
}

function nameBefore(names: readonly string[], name: string): string | undefined {
  const isSorted = names.every((entry, index) => index === 0 || (names[index - 1] ?? "") <= entry);
  return isSorted ? names.findLast((entry) => entry < name) : names.at(-1);
}

function wordAt(text: string, name: string): number {
  const match = new RegExp(`(^|[^\\w])(?=${name.replaceAll(/\s+/g, "\\s+")}(?!\\w))`).exec(text);
  return match ? match.index + (match[1]?.length ?? 0) : -1;
}

/** `from app.models.item import Item` after `from app.models.order import Order`, in the same manner. */
function newImport(request: Request, statement: PythonNode, near: ModelClass): Edit | undefined {
  const { module, model } = request;
  if (sourceFile(request, statement) !== near.module.path) return undefined;
  const level = levelOf(statement);
  const nearDotted = modulePath(near.module.path);
  const source = (word(statement, "module") ?? "").split(".").filter(Boolean).join("/");
  const base =
    level > 0
      ? posix.normalize(posix.join(posix.dirname(module.path), "../".repeat(level - 1)))
      : nearDotted.slice(0, nearDotted.length - source.length);
  const folder = base === "." || base === "./" || base === "" ? "" : `${base.replace(/\/+$/, "")}/`;
  const target = modulePath(model.module.path);
  if (!target.startsWith(folder) || !nearDotted.endsWith(source)) return undefined;
  const dotted = target.slice(folder.length).split("/").join(".");
  const at = lineEnd(module, statement.end);
  const text = `from ${".".repeat(level)}${dotted} import ${model.name}${lineEndOf(module)}`;
  return { path: module.path, start: at, end: at, text };
}

function modulePath(path: string): string {
  return path.replace(/\.py$/, "").replace(/\/__init__$/, "");
}
