import type { Edit } from "../../../domain/patch.ts";
import type { PythonNode } from "../../../domain/python.ts";
import { child, children, dottedName, functionAt, walk, word } from "../../../syntax/tree.ts";
import { isAtLine, type OwnPlace, ownPlaces } from "../../names/place.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";

/** Rows used like dictionaries. */
export const rowMapping: Recipe = {
  id: "row-mapping",
  title: 'A row used like a dictionary (`row["name"]`, `dict(row)`, `row.keys()`): `row._mapping`',
  explanation: "A row is a tuple since SQLAlchemy 2.0; its columns by name are in the mapping that it carries.",
  draft: (input) =>
    ownPlaces(input)
      .flatMap((place) => draftAt(input, place))
      .slice(0, 1),
};

/** How a use takes the row for a dictionary. */
type Shape = "key" | "dict" | "method";

function draftAt(input: RecipeInput, place: OwnPlace): RecipeDraft[] {
  const { module, frame } = place;
  const shape = shapeOf(place.message);
  if (!shape) return [];
  const scope = functionAt(module, frame.line) ?? module.tree;
  const uses = [...walk(scope)].flatMap((node) => rowsUsed(node));
  const shown = uses.filter(
    (use) => use.shape === shape && isAtLine(module, use.row, frame.line) && isRow(place, use.row),
  );
  if (shown.length === 0) return [];
  const names = new Set(shown.flatMap(({ row }) => dottedName(row) ?? []));
  const same = uses.filter((use) => shown.includes(use) || names.has(dottedName(use.row) ?? ""));
  const edits = same.map(({ row }): Edit => ({ path: module.path, start: row.end, end: row.end, text: "._mapping" }));
  const rationale = "The mapping of a row has its columns by name.";
  return [{ edits, rationale, leftAlone: [], mayEditTests: input.project.guarded.has(module.path) }];
}

function shapeOf(message: string): Shape | undefined {
  if (message.startsWith("tuple indices must be integers or slices, not str")) return "key";
  if (message.startsWith("cannot convert dictionary update sequence element #0")) return "dict";
  return /^Could not locate column in row for column '(?:keys|items|values)'/.test(message) ? "method" : undefined;
}

interface RowUse {
  readonly row: PythonNode;
  readonly shape: Shape;
}

function rowsUsed(node: PythonNode): RowUse[] {
  if (node.kind === "Subscript") return keyUse(node);
  return node.kind === "Call" ? [...dictUse(node), ...methodUse(node)] : [];
}

function keyUse(node: PythonNode): RowUse[] {
  const row = child(node, "value");
  return row && child(node, "ctx")?.kind === "Load" && isTextKey(node) ? [{ row, shape: "key" }] : [];
}

function dictUse(call: PythonNode): RowUse[] {
  const [row, ...others] = children(call, "args");
  const isDict = dottedName(child(call, "func")) === "dict" && others.length === 0;
  return isDict && row && row.kind !== "Starred" ? [{ row, shape: "dict" }] : [];
}

function methodUse(call: PythonNode): RowUse[] {
  const called = child(call, "func");
  const isMethod = called?.kind === "Attribute" && /^(?:keys|items|values)$/.test(word(called, "attr") ?? "");
  const row = isMethod && children(call, "args").length === 0 ? child(called, "value") : undefined;
  return row ? [{ row, shape: "method" }] : [];
}

function isTextKey(node: PythonNode): boolean {
  const slice = child(node, "slice");
  const key = slice?.kind === "Index" ? child(slice, "value") : slice;
  return key?.kind === "Constant" && typeof key.fields["value"] === "string";
}

/** By its type in the frame; what a result gives at once is one too. */
function isRow({ frame }: OwnPlace, node: PythonNode): boolean {
  const name = node.kind === "Name" ? word(node, "id") : undefined;
  if (name !== undefined) return /^sqlalchemy\.engine\.(?:row|result)\.\w*Row\w*$/.test(frame.locals?.[name] ?? "");
  const called = node.kind === "Call" ? child(node, "func") : undefined;
  return called !== undefined && /^(?:fetchone|first|one)$/.test(word(called, "attr") ?? "");
}
