import type { Edit } from "../../../domain/patch.ts";
import type { PythonNode } from "../../../domain/python.ts";
import { child, children, word } from "../../../syntax/tree.ts";
import { firstArgumentAt } from "../../names/arguments.ts";
import { ownPlaces } from "../../names/place.ts";
import { sightings } from "../../query/failing-path.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { classesIn, isModel, lineage, modelsNamed, outsideName, type OwnClass } from "./models.ts";
import { mayBeNone } from "./optional-type.ts";

/** In pydantic 2 a field may be None and still be required. */
export const optionalFieldDefault: Recipe = {
  id: "pydantic-optional-default",
  title: "pydantic 2: an `Optional` field without a default has become required",
  explanation:
    "pydantic 1 took None for the default of an `Optional` field; pydantic 2 only does so where the field says `= None`.",
  draft,
};

function draft(input: RecipeInput): readonly RecipeDraft[] {
  const missing = sightings(input).flatMap(({ type, message }) =>
    type?.endsWith("ValidationError") === true ? missingFields(message ?? "") : [],
  );
  const found = missing.map((entry) => fieldOf(input, entry));
  // Where a field is missing that must be given, the data is at fault, not the model.
  if (found.length === 0 || found.includes(undefined)) return [];
  const fields = [...new Map(found.flatMap((entry) => (entry ? [[entry.field, entry] as const] : []))).values()];
  const edits = fields.flatMap((field) => withDefault(field) ?? []);
  if (edits.length < fields.length || ownPlaces(input).length === 0) return [];
  const rationale = "An `Optional` field is required in pydantic 2 unless it has a default; None was it before.";
  return [{ edits, rationale, leftAlone: [] }];
}

interface Missing {
  readonly model: string;
  /** `items.0.note` as its parts. */
  readonly location: readonly string[];
}

/** `1 validation error for Patch` / `name` / `  Field required [type=missing, …]` */
function missingFields(message: string): Missing[] {
  const lines = message.slice(0, 20_000).split("\n");
  const model = /^\d{1,6} validation errors? for (\w{1,200})/.exec(lines[0] ?? "")?.[1];
  if (model === undefined) return [];
  return lines.flatMap((line, index) => {
    const isMissing = /^\s{1,8}Field required \[type=missing\b/.test(line);
    return isMissing ? [{ model, location: (lines[index - 1] ?? "").trim().split(".") }] : [];
  });
}

interface Field extends OwnClass {
  /** Its `AnnAssign`. */
  readonly field: PythonNode;
}

/** The field that is missing, when it may be None and the product declares it so in one place. */
function fieldOf(input: RecipeInput, { model, location }: Missing): Field | undefined {
  const name = location.at(-1) ?? "";
  const { project } = input;
  const models = location.length === 1 ? modelsNamed(project, model) : everyModel(input);
  const fields = models.flatMap((owner) => {
    const holder = lineage(project, owner).find((entry) => declared(entry, name));
    const field = holder && declared(holder, name);
    return holder && field && !project.guarded.has(holder.module.path) ? [{ ...holder, field }] : [];
  });
  const wanted = fields.filter(
    (field) => mayBeNone(project, field.module, child(field.field, "annotation")) && isOpen(input, field),
  );
  const [first, ...others] = new Map(wanted.map((field) => [field.field, field])).values();
  return first && others.length === 0 ? first : undefined;
}

function everyModel({ project }: RecipeInput): OwnClass[] {
  return [...project.modules.values()].flatMap(classesIn).filter((owner) => isModel(project, owner));
}

function declared({ node }: OwnClass, name: string): PythonNode | undefined {
  return children(node, "body").find(
    (entry) => entry.kind === "AnnAssign" && word(child(entry, "target") ?? entry, "id") === name,
  );
}

/** No default: nothing is given, or a `Field` that says other things only. `...` says that it is required. */
function isOpen({ project }: RecipeInput, { module, field }: Field): boolean {
  const value = child(field, "value");
  if (!value) return true;
  const called = value.kind === "Call" ? outsideName(project, module, child(value, "func")) : undefined;
  const keywords = children(value, "keywords").map((entry) => word(entry, "arg"));
  const isGiven = keywords.some((name) => name === undefined || name === "default" || name === "default_factory");
  return /^pydantic(\.fields)?\.Field$/.test(called ?? "") && children(value, "args").length === 0 && !isGiven;
}

function withDefault({ module, field }: Field): Edit | undefined {
  const value = child(field, "value");
  if (!value) return { path: module.path, start: field.end, end: field.end, text: " = None" };
  const start = firstArgumentAt(module, value);
  if (start === undefined) return undefined;
  const isAlone = children(value, "keywords").length === 0;
  return { path: module.path, start, end: start, text: isAlone ? "None" : "default=None, " };
}
