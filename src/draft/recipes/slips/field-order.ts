import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { lineEnd, lineStart } from "../../../syntax/imports.ts";
import { child, children, dottedName, firstLine, sourceOf, walk, word } from "../../../syntax/tree.ts";
import { compareVersions } from "../../facts/support.ts";
import { indentationOf } from "../../names/import-list.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { dataClassDecorator, dataClasses } from "./data-classes.ts";
import { type FailingLine, failingLines } from "./failing-line.ts";
import { aboveComments } from "./insertion.ts";

/** Data classes in which a field without a default follows one that has a default. */
export const fieldOrder: Recipe = {
  id: "field-order",
  title: "A data class's field without a default behind one that has a default",
  explanation:
    "The fields of a data class become the parameters of its `__init__`, and there a parameter without a default cannot follow one with a default.",
  draft: (input) =>
    failingLines(input, WRONG_ORDER)
      .flatMap((line) => draftOrder(input, line))
      .slice(0, 1),
};

const WRONG_ORDER = /^non-default argument '(\w{1,200})' follows default argument/;

function draftOrder(input: RecipeInput, { module, frame, message }: FailingLine): RecipeDraft[] {
  const name = WRONG_ORDER.exec(message)?.[1];
  const owner = dataClasses(module).find((node) => firstLine(node) <= frame.line && frame.line <= node.line);
  const fields = owner ? fieldsOf(owner) : [];
  const index = fields.findIndex((entry) => nameOf(entry) === name);
  return owner && index !== -1 ? draftIn(input, { module, owner, fields, index }) : [];
}

interface WrongField {
  readonly module: PythonModule;
  readonly owner: PythonNode;
  readonly fields: readonly PythonNode[];
  /** Of the field that Python names. */
  readonly index: number;
}

function draftIn(input: RecipeInput, { module, owner, fields, index }: WrongField): RecipeDraft[] {
  const firstDefault = fields.findIndex((entry) => child(entry, "value") !== undefined);
  const isOwnOrder = firstDefault !== -1 && firstDefault < index;
  if (mostPositional(input, word(owner, "name") ?? "") > (isOwnOrder ? firstDefault : 0)) return [];
  const edits = isOwnOrder ? movedFields(module, owner, fields) : keywordOnly(input, module, owner);
  return edits.length === 0 ? [] : [{ edits, rationale: isOwnOrder ? MOVED : KEYWORD, leftAlone: [] }];
}

const MOVED = "Fields without a default come first now; nobody passes them by position.";
const KEYWORD =
  "A base class has a field with a default, so the fields of this class are passed by keyword only, as they already are.";

function fieldsOf(owner: PythonNode): PythonNode[] {
  return children(owner, "body").filter(({ kind }) => kind === "AnnAssign");
}

function nameOf(field: PythonNode): string {
  return word(child(field, "target") ?? field, "id") ?? "";
}

/** How many arguments somebody passes to the class without their names; a starred one may be any number. */
function mostPositional({ project }: RecipeInput, name: string): number {
  const calls = [...project.modules.values()]
    .flatMap((module) => [...walk(module.tree)])
    .filter((node) => node.kind === "Call" && dottedName(child(node, "func"))?.split(".").at(-1) === name);
  const counts = calls.map((call) =>
    children(call, "args").some(({ kind }) => kind === "Starred") ? Infinity : children(call, "args").length,
  );
  return Math.max(0, ...counts);
}

/** Whole lines, comments above them with them; nothing where a field has a text below that describes it. */
function movedFields(module: PythonModule, owner: PythonNode, fields: readonly PythonNode[]): Edit[] {
  const first = fields.find((entry) => child(entry, "value") !== undefined);
  const later = fields.filter((entry) => first && entry.start > first.start && child(entry, "value") === undefined);
  const isPlain = [...later, first].every((entry) => entry && isAlone(module, owner, entry));
  if (!first || !isPlain) return [];
  const lines = later.map((entry) => linesOf(module, entry));
  const at = linesOf(module, first).start;
  const text = lines.map(({ start, end }) => module.text.slice(start, end)).join("");
  const removed = lines.map((range) => ({ path: module.path, ...range, text: "" }));
  return text.endsWith("\n") ? [{ path: module.path, start: at, end: at, text }, ...removed] : [];
}

function isAlone(module: PythonModule, owner: PythonNode, field: PythonNode): boolean {
  const body = children(owner, "body");
  const next = body[body.indexOf(field) + 1];
  const isShared = module.text.slice(field.end, lineEnd(module, field.end)).includes(";");
  return indentationOf(module, field) !== undefined && !isShared && next?.kind !== "Expr";
}

function linesOf(module: PythonModule, field: PythonNode): { readonly start: number; readonly end: number } {
  return { start: aboveComments(module, lineStart(module, field.start)), end: lineEnd(module, field.end) };
}

/** A field with a default comes from a base class; the class's own fields are passed by keyword then. */
function keywordOnly(input: RecipeInput, module: PythonModule, owner: PythonNode): Edit[] {
  const decorator = dataClassDecorator(module, owner);
  if (!decorator || children(owner, "bases").length === 0 || !hasKeywordOnly(input)) return [];
  const { path } = module;
  const source = sourceOf(module, decorator);
  if (source.includes("kw_only")) return [];
  if (decorator.kind !== "Call") return [{ path, start: decorator.end, end: decorator.end, text: "(kw_only=True)" }];
  const at = decorator.end - 1;
  const text = children(decorator, "keywords").length === 0 ? "kw_only=True" : ", kw_only=True";
  return /[\w\]})"'](\)|\(\))$/.test(source) ? [{ path, start: at, end: at, text }] : [];
}

/** Python 3.10 and newer, in what runs and in what the project works with. */
function hasKeywordOnly({ python, support }: RecipeInput): boolean {
  const versions = [python, support.python ?? python];
  return versions.every((version) => version !== null && compareVersions(version, "3.10") >= 0);
}
