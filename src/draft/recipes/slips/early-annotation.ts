import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { lineEndOf, lineStart, planImports } from "../../../syntax/imports.ts";
import {
  ancestorsOf,
  child,
  children,
  firstLine,
  isFunction,
  lastLine,
  parentOf,
  walk,
  word,
} from "../../../syntax/tree.ts";
import type { Recipe, RecipeDraft } from "../recipe.ts";
import { type FailingLine, failingLines } from "./failing-line.ts";
import { isEvaluatedAtRuntime } from "./import-uses.ts";
import { firstStatement } from "./insertion.ts";

/** Annotations that name a class before it is there. */
export const earlyAnnotation: Recipe = {
  id: "early-annotation",
  title: "An annotation that names a class further down in the file, or the class around it",
  explanation:
    "Up to Python 3.13 annotations are evaluated where they stand, so a name in one must be there already, unless their evaluation is postponed.",
  draft: (input) => failingLines(input, NOT_THERE).flatMap(draftPostponed).slice(0, 1),
};

const NOT_THERE =
  /^(?:name '(\w{1,200})' is not defined|cannot access free variable '(\w{1,200})' where|free variable '(\w{1,200})' referenced before)/;

function draftPostponed({ module, frame, message }: FailingLine): RecipeDraft[] {
  const name =
    NOT_THERE.exec(message)
      ?.slice(1)
      .find((part) => part !== undefined) ?? "";
  const uses = [...walk(module.tree)].filter(
    (node) => node.kind === "Name" && word(node, "id") === name && isAt(module, node, frame.line),
  );
  const isLater = uses.every((node) => isAnnotation(module, node) && comesLater(module, node, name));
  const isOurs = uses.length > 0 && isLater && !isEvaluatedAtRuntime(module);
  const edits = isOurs ? postponingEdits(module) : [];
  return edits.length === 0 ? [] : [{ edits, rationale: rationale(name), leftAlone: [] }];
}

function rationale(name: string): string {
  return `\`${name}\` is defined later than the annotation that names it; annotations of this file are no longer evaluated where they stand.`;
}

/** In the head of the definition that runs at the line, or in a simple statement there. */
function isAt(module: PythonModule, node: PythonNode, line: number): boolean {
  const owner = [...ancestorsOf(module, node)].find((outer) => isFunction(outer) || outer.kind === "AnnAssign");
  if (!owner) return false;
  const [first] = children(owner, "body");
  const last = first ? Math.max(owner.line, firstLine(first) - 1) : lastLine(module, owner);
  return firstLine(owner) <= line && line <= last && node.line <= last;
}

function isAnnotation(module: PythonModule, use: PythonNode): boolean {
  return [use, ...ancestorsOf(module, use)].some((node) => {
    const parent = parentOf(module, node);
    return parent !== undefined && [child(parent, "annotation"), child(parent, "returns")].includes(node);
  });
}

/** A class of the file that begins below, or that is just being made. */
function comesLater(module: PythonModule, use: PythonNode, name: string): boolean {
  const isClass = (node: PythonNode): boolean => node.kind === "ClassDef" && word(node, "name") === name;
  const isAround = [...ancestorsOf(module, use)].some(isClass);
  return isAround || children(module.tree, "body").some((node) => isClass(node) && node.start > use.start);
}

/** First in the file, below its docstring; nothing but other `__future__` imports may stand before it. */
function postponingEdits(module: PythonModule): Edit[] {
  const body = children(module.tree, "body");
  const wanted = { source: "__future__", name: "annotations" };
  if (body.some((node) => word(node, "module") === "__future__")) return [...planImports(module, [wanted]).edits];
  const first = firstStatement(module.tree);
  if (!first) return [];
  const at = lineStart(module, Math.min(...[first, ...children(first, "decorator_list")].map(({ start }) => start)));
  const end = lineEndOf(module);
  const isImport = first.kind === "Import" || first.kind === "ImportFrom";
  const text = `from __future__ import annotations${end.repeat(isImport ? 2 : 3)}`;
  return [{ path: module.path, start: at, end: at, text }];
}
