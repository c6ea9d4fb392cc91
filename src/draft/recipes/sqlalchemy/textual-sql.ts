import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { ancestorsOf, child, children, isFunction, sourceOf, walk, word } from "../../../syntax/tree.ts";
import { importedNames } from "../../names/bindings.ts";
import { isAtLine, type OwnPlace, ownPlaces } from "../../names/place.ts";
import { assignedValue, parameterNames } from "../../sqlalchemy/values.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { spelled } from "./spelled.ts";

/** SQL handed over as a plain string. */
export const textualSql: Recipe = {
  id: "textual-sql",
  title: "SQL as a plain string, which SQLAlchemy 2.0 no longer takes: `text(...)`",
  explanation:
    "SQLAlchemy 2.0 takes only statements; a plain string is refused, so that no text becomes SQL by accident.",
  draft: (input) =>
    ownPlaces(input)
      .flatMap((place) => draftAt(input, place))
      .slice(0, 1),
};

const REFUSED =
  /^Not an executable object: |^Textual (?:SQL|column) expression .{0,2000} should be explicitly declared as text\(/s;
/** Methods that take SQL, and those that take a part of it. */
const TAKES =
  /^(?:execute|scalar|scalars|stream|stream_scalars|exec|filter|where|having|order_by|group_by|from_statement)$/;
const DRIVERS = /^(?:sqlite3|psycopg2?|pymysql|MySQLdb|asyncpg|aiosqlite|duckdb|cx_Oracle|pyodbc|databases)\b/;

function draftAt(input: RecipeInput, { module, frame, message }: OwnPlace): RecipeDraft[] {
  if (!REFUSED.test(message)) return [];
  const all = [...walk(module.tree)].flatMap((call) => sqlIn(module, call));
  const shown = all.filter((node) => isAtLine(module, node, frame.line));
  // Another library's cursor takes plain strings, and may be in the same file.
  const isMixed = importedNames(module).some(({ imported }) => DRIVERS.test(imported));
  const wrapped = isMixed ? shown : all;
  const text = spelled(module, "sqlalchemy", "text");
  if (shown.length === 0 || !text) return [];
  const edits = [...wrapped.map((node) => wrap(module, node, text.text)), ...text.edits];
  return [{ edits, rationale: RATIONALE, leftAlone: [], mayEditTests: input.project.guarded.has(module.path) }];
}

const RATIONALE = "SQLAlchemy 2.0 takes SQL written by hand only as `text(...)`.";

function wrap(module: PythonModule, node: PythonNode, name: string): Edit {
  return { path: module.path, start: node.start, end: node.end, text: `${name}(${sourceOf(module, node)})` };
}

/** The strings that a call takes for SQL. Markers of the driver's own (`?`, `%s`) mean something else to `text`. */
function sqlIn(module: PythonModule, call: PythonNode): PythonNode[] {
  const [first, second] = children(call, "args");
  if (!first || first.line < 1 || !takesSql(call) || !isString(module, first)) return [];
  const isByPosition = second !== undefined && ["Tuple", "List"].includes(second.kind);
  return isByPosition || /\?|%s/.test(sourceOf(module, first)) ? [] : [first];
}

function takesSql(call: PythonNode): boolean {
  const method = call.kind === "Call" ? child(call, "func") : undefined;
  return method?.kind === "Attribute" && TAKES.test(word(method, "attr") ?? "");
}

/** A literal, what is put together from one, or a name of this function that holds nothing else. */
function isString(module: PythonModule, node: PythonNode): boolean {
  switch (node.kind) {
    case "Constant":
      return typeof node.fields["value"] === "string";
    case "JoinedStr":
      return true;
    case "BinOp":
      return [child(node, "left")].some((left) => left !== undefined && isString(module, left));
    case "Call":
      return isMadeString(module, node);
    case "Name":
      return isStringName(module, node);
    default:
      return false;
  }
}

/** `"...".format(...)` */
function isMadeString(module: PythonModule, call: PythonNode): boolean {
  const method = child(call, "func");
  const object = method?.kind === "Attribute" ? child(method, "value") : undefined;
  return object !== undefined && ["Constant", "JoinedStr"].includes(object.kind) && isString(module, object);
}

function isStringName(module: PythonModule, node: PythonNode): boolean {
  const name = word(node, "id") ?? "";
  const owner = [...ancestorsOf(module, node)].find(isFunction);
  if (owner && parameterNames(owner).includes(name)) return false;
  const inFunction = owner ? valuesOf(owner, name) : [];
  const values = inFunction.length > 0 ? inFunction : valuesOf(module.tree, name);
  return values.length > 0 && values.every((value) => value.kind !== "Name" && isString(module, value));
}

function valuesOf(scope: PythonNode, name: string): PythonNode[] {
  return [...walk(scope)].flatMap((node) => assignedValue(node, name) ?? []);
}
