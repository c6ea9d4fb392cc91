import type { Edit } from "../../../domain/patch.ts";
import type { PythonNode } from "../../../domain/python.ts";
import { child, children, firstLine, sourceOf, walk, word } from "../../../syntax/tree.ts";
import { boundOtherwise, importedNames } from "../../names/bindings.ts";
import { type OwnPlace, ownPlaces } from "../../names/place.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { classesIn, isModel, lineage, outsideName, type OwnClass } from "./models.ts";
import { literalType } from "./literal-type.ts";

/** pydantic 1 took a field's type from its default. */
export const annotateFields: Recipe = {
  id: "pydantic-annotate-fields",
  title: "pydantic 2: a field without an annotation gets the type of its default, or of the field it overrides",
  explanation: "pydantic 1 took the type of a field from its default; pydantic 2 wants it written.",
  draft: (input) =>
    ownPlaces(input)
      .flatMap((place) => draftAt(input, place))
      .slice(0, 1),
};

const COMPLAINTS = [
  /A non-annotated attribute was detected: `(\w{1,200}) = /,
  /Field '(\w{1,200})' defined on a base class was overridden by a non-annotated attribute/,
];

function draftAt(input: RecipeInput, { module, frame, message }: OwnPlace): RecipeDraft[] {
  const name = COMPLAINTS.map((words) => words.exec(message)?.[1]).find((found) => found !== undefined);
  if (name === undefined) return [];
  const models = classesIn(module).filter((owner) => isModel(input.project, owner));
  const shown = models.find(
    ({ node }) =>
      (node.line === frame.line || firstLine(node) === frame.line) && bare(node).some((entry) => isNamed(entry, name)),
  );
  const attribute = shown && bare(shown.node).find((entry) => isNamed(entry, name));
  if (!shown || !attribute || !annotated(input, shown, attribute)) return [];
  const edits = models.flatMap((owner) => bare(owner.node).flatMap((entry) => annotated(input, owner, entry) ?? []));
  return [
    {
      edits,
      rationale: "pydantic 2 wants a type for each field; pydantic 1 took this one from the default.",
      leftAlone: [],
      mayEditTests: input.project.guarded.has(module.path),
    },
  ];
}

/** Assignments of a class's body to one public name, without an annotation. */
function bare(owner: PythonNode): PythonNode[] {
  return children(owner, "body").filter((entry) => {
    const [target, ...others] = entry.kind === "Assign" ? children(entry, "targets") : [];
    const name = target?.kind === "Name" ? (word(target, "id") ?? "_") : "_";
    return others.length === 0 && !name.startsWith("_") && name !== "model_config";
  });
}

function isNamed(statement: PythonNode, name: string): boolean {
  return children(statement, "targets").some((target) => word(target, "id") === name);
}

/** The edit that annotates a field; undefined where its type cannot be told. */
function annotated(input: RecipeInput, owner: OwnClass, statement: PythonNode): Edit | undefined {
  const [target] = children(statement, "targets");
  const type =
    target && (inherited(input, owner, target) ?? literalType(owner.module, defaultOf(input, owner, statement)));
  if (!target || type === undefined || isHidden(owner, type)) return undefined;
  return { path: owner.module.path, start: target.end, end: target.end, text: `: ${type}` };
}

/** A name of Python's own that the file gives another meaning. */
function isHidden({ module, node }: OwnClass, type: string): boolean {
  const isImported = importedNames(module).some(({ local }) => local === type);
  const isField = [...walk(node)].some((entry) => word(entry, "id") === type && child(entry, "ctx")?.kind === "Store");
  return BUILTIN.test(type) && (isImported || isField || boundOtherwise(module).has(type));
}

const BUILTIN = /^(?:str|int|float|bool|bytes|list|dict)$/;

/** As a base class annotates it, where that can be said here in the same words. */
function inherited({ project }: RecipeInput, owner: OwnClass, target: PythonNode): string | undefined {
  for (const base of lineage(project, owner).slice(1)) {
    const field = children(base.node, "body").find(
      (entry) => entry.kind === "AnnAssign" && word(child(entry, "target") ?? entry, "id") === word(target, "id"),
    );
    const annotation = field && child(field, "annotation");
    if (!annotation) continue;
    const text = sourceOf(base.module, annotation);
    return base.module === owner.module || BUILTIN.test(text) ? text : undefined;
  }
  return undefined;
}

/** The default itself, or the one that a `Field` is given first. */
function defaultOf({ project }: RecipeInput, { module }: OwnClass, statement: PythonNode): PythonNode | undefined {
  const value = child(statement, "value");
  if (value?.kind !== "Call") return value;
  const name = outsideName(project, module, child(value, "func"));
  return /^pydantic(\.fields)?\.Field$/.test(name ?? "") ? children(value, "args")[0] : undefined;
}
