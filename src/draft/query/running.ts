import type { ProjectSource, PythonNode } from "../../domain/python.ts";
import { child, children, dottedName, sourceOf, word } from "../../syntax/tree.ts";
import type { BuiltQuery } from "./built.ts";
import { identifyingColumns } from "./identifying-columns.ts";
import type { Selection } from "./selection.ts";

/** How a statement is run so that it gives what the query gave. */
export interface Running {
  /** The session's method where the value is used in place. */
  readonly method: "execute" | "scalar" | "scalars";
  /** What the result of that method is asked for; may be empty. */
  readonly accessor: string;
  /** The same after `execute`, for a result kept under a name. */
  readonly executeAccessor: string;
  /** Methods added to the statement. */
  readonly extra: string;
}

/** How to run a query by one of its running methods, a slice or an iteration; undefined when there is no equal way. */
export function runningOf(project: ProjectSource, query: BuiltQuery, selection: Selection): Running | undefined {
  const by = query.use.kind === "run" ? query.use.by : "";
  const unique = selection.needsUnique ? ".unique()" : "";
  switch (by) {
    case "all":
      return plain(selection, `${unique}.all()`, "");
    case "iterate":
      return plain(selection, unique, "");
    case "slice":
      return sliced(query, selection, unique);
    case "one":
    case "one_or_none":
      return oneOf(selection, by, unique);
    case "first":
      return firstOf(project, query, selection);
    case "scalar":
      return scalarOf(selection, unique);
    default:
      return undefined;
  }
}

function plain(selection: Selection, accessor: string, extra: string): Running {
  return selection.givesObjects
    ? { method: "scalars", accessor, executeAccessor: `.scalars()${accessor}`, extra }
    : { method: "execute", accessor, executeAccessor: accessor, extra };
}

function oneOf(selection: Selection, by: string, unique: string): Running {
  if (!selection.givesObjects || unique !== "") return plain(selection, `${unique}.${by}()`, "");
  return { method: "execute", accessor: `.scalar_${by}()`, executeAccessor: `.scalar_${by}()`, extra: "" };
}

function scalarOf(selection: Selection, unique: string): Running {
  if (selection.isSingleValue) return { method: "scalar", accessor: "", executeAccessor: "", extra: "" };
  const accessor = `${unique}.scalar_one_or_none()`;
  return { method: "execute", accessor, executeAccessor: accessor, extra: "" };
}

/** A query asks the database for one row; so do we, unless the condition names a key and there is but one. */
function firstOf(project: ProjectSource, query: BuiltQuery, selection: Selection): Running {
  const extra = findsByKey(project, query, selection) ? "" : ".limit(1)";
  const unique = selection.joinsCollections ? ".unique()" : "";
  if (!selection.givesObjects || selection.joinsCollections) return plain(selection, `${unique}.first()`, extra);
  return { method: "scalar", accessor: "", executeAccessor: ".scalars().first()", extra };
}

function findsByKey(project: ProjectSource, query: BuiltQuery, selection: Selection): boolean {
  const { module } = query.chain;
  const [entity] = selection.columns;
  if (!selection.givesObjects || !entity || query.chain.root.kind !== "Call") return false;
  if (query.steps.some((step) => /^(join|outerjoin|select_from|limit)$/.test(step.name))) return false;
  const keys = identifyingColumns(project, module, entity);
  const conditions = query.steps
    .filter((step) => ["filter", "where", "filter_by"].includes(step.name))
    .flatMap(({ call }) => [
      ...children(call, "args").flatMap((node) => equalColumn(node, sourceOf(module, entity)) ?? []),
      ...children(call, "keywords").flatMap((keyword) => word(keyword, "arg") ?? []),
    ]);
  return conditions.some((name) => keys.has(name));
}

/** `id` for `Product.id == x`. */
function equalColumn(node: PythonNode, entity: string): string | undefined {
  const operators = node.kind === "Compare" ? children(node, "ops") : [];
  const left = child(node, "left");
  const isEqual = operators.length === 1 && operators[0]?.kind === "Eq" && left?.kind === "Attribute";
  return isEqual && dottedName(left) === `${entity}.${word(left, "attr")}` ? word(left, "attr") : undefined;
}

function sliced(query: BuiltQuery, selection: Selection, unique: string): Running | undefined {
  const slice = query.chain.subscript && child(query.chain.subscript, "slice");
  const extra = slice?.kind === "Slice" ? sliceMethods(query, slice) : undefined;
  return extra === undefined ? undefined : plain(selection, `${unique}.all()`, extra);
}

/** `[a:b]` as LIMIT and OFFSET; only where the number of rows can be read off, since a query checks its bounds. */
function sliceMethods(query: BuiltQuery, slice: PythonNode): string | undefined {
  const [lower, upper] = [child(slice, "lower"), child(slice, "upper")];
  const isNested = query.steps.some((step) => ["limit", "offset", "slice"].includes(step.name));
  const isPlain = [lower, upper].every((bound) => !bound || isPlainBound(bound));
  if (child(slice, "step") || isNested || !isPlain) return undefined;
  const source = (node: PythonNode): string => sourceOf(query.chain.module, node);
  if (!lower || lower.fields["value"] === 0) return upper ? `.limit(${source(upper)})` : undefined;
  return upper ? windowMethods(lower, upper, source) : `.offset(${source(lower)})`;
}

type Source = (node: PythonNode) => string;

function windowMethods(lower: PythonNode, upper: PythonNode, source: Source): string | undefined {
  const size = sizeBetween(lower, upper, source);
  if (size !== undefined) return `.offset(${source(lower)}).limit(${size})`;
  return isNumber(lower) && isNumber(upper) ? undefined : `.slice(${source(lower)}, ${source(upper)})`;
}

function isNumber(node: PythonNode): boolean {
  return typeof node.fields["value"] === "number";
}

function isPlainBound(node: PythonNode): boolean {
  return node.kind !== "UnaryOp" && node.kind !== "Await" && node.kind !== "NamedExpr";
}

function sizeBetween(lower: PythonNode, upper: PythonNode, source: Source): string | undefined {
  const [from, to] = [lower.fields["value"], upper.fields["value"]];
  if (typeof from === "number" && typeof to === "number") return to > from ? String(to - from) : undefined;
  const left = upper.kind === "BinOp" && child(upper, "op")?.kind === "Add" ? child(upper, "left") : undefined;
  const right = child(upper, "right");
  return left && right && source(left) === source(lower) ? source(right) : undefined;
}
