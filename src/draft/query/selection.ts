import type { ProjectSource, PythonModule, PythonNode } from "../../domain/python.ts";
import { definitionOf } from "../../syntax/resolve.ts";
import { child, childNodes, children, dottedName, keywordArgument, sourceOf, walk, word } from "../../syntax/tree.ts";
import type { BuiltQuery } from "./built.ts";
import type { Link } from "./chain.ts";
import { columnKind } from "./columns.ts";
import { methodCall } from "./coroutines.ts";

/** What a query gives row by row, as far as the rewritten code depends on it. */
export interface Selection {
  /** One mapped class alone: the query gives objects, a statement gives rows of one object. */
  readonly givesObjects: boolean;
  /** A query drops repeated objects; a statement only does so when it is told to. */
  readonly needsUnique: boolean;
  /** Loads a collection in the same rows, so that even one object takes several of them. */
  readonly joinsCollections: boolean;
  /** An aggregate or EXISTS alone: always one row, one value. */
  readonly isSingleValue: boolean;
  /** The arguments that count, after `with_entities`. */
  readonly columns: readonly PythonNode[];
}

const AGGREGATES = new Set(["count", "sum", "max", "min", "avg", "total"]);
const NARROWING = new Set(["group_by", "having", "limit", "offset", "slice", "add_columns", "join", "outerjoin"]);

/** What a query gives; undefined when one of its arguments cannot be told to be a class or a column. */
export function selectionOf(project: ProjectSource, query: BuiltQuery): Selection | undefined {
  const { module } = query.chain;
  const columns = effectiveColumns(query);
  const kinds = columns.map((column) => columnKind(project, module, column));
  if (columns.length === 0 || kinds.includes(undefined)) return undefined;
  const hasEntity = kinds.includes("entity");
  const joinsCollections = hasEntity && mayJoinCollections(project, query, columns);
  return {
    columns,
    joinsCollections,
    givesObjects: columns.length === 1 && hasEntity,
    needsUnique: joinsCollections || (hasEntity && mayRepeat(project, query, columns)),
    isSingleValue:
      columns.length === 1 && isAggregate(columns[0]) && !query.steps.some((step) => NARROWING.has(step.name)),
  };
}

function effectiveColumns(query: BuiltQuery): readonly PythonNode[] {
  let columns = query.columns;
  for (const { name, call } of query.steps) {
    if (name === "with_entities") columns = children(call, "args");
    if (name === "add_columns") columns = [...columns, ...children(call, "args")];
  }
  return columns;
}

/** `func.count(...)`, also labelled, and `....exists()`. */
function isAggregate(node: PythonNode | undefined): boolean {
  const called = methodCall(node);
  if (!called) return false;
  const { base, method } = called;
  if (method === "label" || method === "where") return isAggregate(base) || isExists(base);
  return method === "exists" || (AGGREGATES.has(method) && /(^|\.)(sa_|sql_)?func$/.test(dottedName(base) ?? ""));
}

function isExists(node: PythonNode | undefined): boolean {
  return node?.kind === "Call" && /(^|\.)exists$/.test(dottedName(child(node, "func")) ?? "");
}

const SEPARATE_LOADERS = /^(\w+\.)*(selectinload|subqueryload|lazyload|noload|raiseload|load_only|defer|undefer)$/;

/** By options of the query, or by the way a relationship of the project's models is declared. */
function mayJoinCollections(project: ProjectSource, query: BuiltQuery, columns: readonly PythonNode[]): boolean {
  const { module } = query.chain;
  const loaders = query.steps.filter((step) => step.name === "options").flatMap((step) => children(step.call, "args"));
  if (loaders.some((option) => !isSeparateLoader(module.text.slice(option.start, option.end), option))) return true;
  return columns.some((column) => isDeclaredJoined(project, module, column));
}

function isSeparateLoader(text: string, option: PythonNode): boolean {
  if (option.kind !== "Call" || /\b(joinedload|contains_eager)\b/.test(text)) return false;
  let callee = child(option, "func");
  while (callee?.kind === "Attribute" && child(callee, "value")?.kind === "Call") {
    const inner = child(callee, "value");
    callee = inner && child(inner, "func");
  }
  return SEPARATE_LOADERS.test(dottedName(callee) ?? "");
}

function isDeclaredJoined(project: ProjectSource, module: PythonModule, column: PythonNode): boolean {
  const definition = definitionOf(project, module, dottedName(column) ?? "");
  const own = definition?.node.kind === "ClassDef" ? [...walk(definition.node)] : [];
  return own.some(isJoinedRelationship) || [...project.modules.values()].some((other) => hasJoinedBackref(other));
}

function isJoinedRelationship(node: PythonNode): boolean {
  const lazy = node.kind === "Call" ? keywordArgument(node, "lazy") : undefined;
  return lazy?.kind === "Constant" && (lazy.fields["value"] === "joined" || lazy.fields["value"] === false);
}

const backrefMaps = new WeakMap<PythonModule, boolean>();

function hasJoinedBackref(module: PythonModule): boolean {
  const known = backrefMaps.get(module);
  if (known !== undefined) return known;
  const found = [...walk(module.tree)].some(
    (node) => isJoinedRelationship(node) && /(^|\.)backref$/.test(dottedName(child(node, "func")) ?? ""),
  );
  backrefMaps.set(module, found);
  return found;
}

/** Joins and further tables may repeat an object, unless all that is joined is selected too or the rows are distinct. */
function mayRepeat(project: ProjectSource, query: BuiltQuery, columns: readonly PythonNode[]): boolean {
  const { module } = query.chain;
  const objects = columns.filter((column) => columnKind(project, module, column) === "entity");
  const names = objects.map((column) => sourceOf(module, column));
  if (query.steps.some((step) => step.name === "distinct" && children(step.call, "args").length === 0)) return false;
  if (isGroupedByEntity(module, query.steps, names)) return false;
  const tables = query.steps.flatMap((step) => tablesOf(project, module, step));
  return tables.some((table) => !names.includes(table));
}

function isGroupedByEntity(module: PythonModule, steps: readonly Link[], names: readonly string[]): boolean {
  const grouped = steps.filter((step) => step.name === "group_by").flatMap((step) => children(step.call, "args"));
  const keys = grouped.map((key) => sourceOf(module, key));
  return names.some((name) => keys.includes(name) || keys.includes(`${name}.id`));
}

/** The tables that a step brings in, as written. */
function tablesOf(project: ProjectSource, module: PythonModule, step: Link): string[] {
  const [first] = children(step.call, "args");
  if (/join$|^select_from$/.test(step.name)) return [first ? sourceOf(module, first) : ""];
  if (!/^(filter|where|having|order_by)$/.test(step.name)) return [];
  return children(step.call, "args").flatMap((argument) => [...comparedClasses(project, module, argument)]);
}

const CLOSED_CALLS = /^(any|has|query|select|exists|scalar_subquery|subquery)$/;

/** A call of one of these, or of a method of what it gives. */
function isSubquery(node: PythonNode): boolean {
  for (let call: PythonNode | undefined = node; call?.kind === "Call";) {
    const callee = child(call, "func");
    const called = callee?.kind === "Attribute" ? word(callee, "attr") : dottedName(callee);
    if (called !== undefined && CLOSED_CALLS.test(called)) return true;
    call = callee && child(callee, "value");
  }
  return false;
}

/** Classes whose columns a condition reads, those inside subqueries left out. */
function* comparedClasses(project: ProjectSource, module: PythonModule, node: PythonNode): Generator<string> {
  if (isSubquery(node)) return;
  const base = node.kind === "Attribute" ? child(node, "value") : undefined;
  const name = dottedName(base);
  if (base && name !== undefined && columnKind(project, module, base) === "entity") yield name;
  for (const next of childNodes(node)) yield* comparedClasses(project, module, next);
}
