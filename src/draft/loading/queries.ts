import type { RecipeInput } from "../recipes/recipe.ts";
import type { PythonModule, PythonNode } from "../../domain/python.ts";
import {
  ancestorsOf,
  child,
  children,
  dottedName,
  enclosingFunction,
  enclosingStatement,
  keywordArgument,
  parentOf,
  walk,
  word,
} from "../../syntax/tree.ts";
import { type Located, sqlalchemyName } from "../sqlalchemy/factories.ts";
import { sessionKindOf } from "../sqlalchemy/sessions.ts";
import { allClasses, attributeOf, isA, type ModelClass } from "./classes.ts";
import { modelAt } from "./mapped-classes.ts";

/** Code that fetches objects of one mapped class and takes loader options. */
export interface Query {
  readonly module: PythonModule;
  readonly model: ModelClass;
  /** How the code names the class, `models.Order`. */
  readonly spelling: string;
  readonly kind: "select" | "get";
  /** `select(Order)` or `session.get(Order, 1)`. */
  readonly call: PythonNode;
  /** The same with the methods called on it, up to where it is used. */
  readonly chain: PythonNode;
  /** The lists of options it has already: calls of `.options(...)` or the list of `options=[...]`. */
  readonly optionLists: readonly PythonNode[];
}

/** Methods after which a statement still selects the same objects. */
const KEEPS_ENTITY = new Set(
  "where filter filter_by order_by limit offset slice join join_from outerjoin outerjoin_from distinct group_by having options execution_options with_for_update select_from add_columns params prefix_with suffix_with with_hint correlate".split(
    " ",
  ),
);
/** Methods that turn it into something that gives no such objects. */
const LOSES_ENTITY = new Set(
  "subquery cte alias as_scalar scalar_subquery exists with_only_columns union union_all intersect except_ from_statement lateral in_".split(
    " ",
  ),
);

/** The query that a call makes; undefined for any other node and where options would not help. */
export function queryAt(input: RecipeInput, { module, node }: Located): Query | undefined {
  if (node.kind !== "Call" || node.start < 0) return undefined;
  return selectAt(input, { module, node }) ?? getAt(input, { module, node });
}

/** Queries below a node, in source order. */
export function queriesIn(input: RecipeInput, { module, node }: Located): readonly Query[] {
  return [...walk(node)].flatMap((part) => queryAt(input, { module, node: part }) ?? []);
}

function selectAt(input: RecipeInput, { module, node }: Located): Query | undefined {
  const callee = child(node, "func");
  if (!callee || !isSelect(input, { module, node: callee })) return undefined;
  const named = children(node, "args").flatMap((argument) => modelSpelled(input, { module, node: argument }) ?? []);
  const [entity] = named;
  const chain = chainFrom(module, node);
  if (!entity || !chain) return undefined;
  return { module, ...entity, kind: "select", call: node, chain, optionLists: optionCalls(module, node, chain) };
}

function isSelect(input: RecipeInput, place: Located): boolean {
  const name = dottedName(place.node);
  if (name === undefined || !/(^|\.)select$/.test(name)) return false;
  return sqlalchemyName(input.project, place) === "select" || isImportedInside(place);
}

/** `from sqlalchemy import select` in the function itself. */
function isImportedInside({ module, node }: Located): boolean {
  const scope = enclosingFunction(module, node);
  const imports = scope ? [...walk(scope)].filter((part) => part.kind === "ImportFrom") : [];
  return imports.some(
    (part) =>
      /^(sqlalchemy|sqlmodel)(\.|$)/.test(word(part, "module") ?? "") &&
      children(part, "names").some((alias) => (word(alias, "asname") ?? word(alias, "name")) === dottedName(node)),
  );
}

/** The class an argument names: directly, or as `self.model` of a class for which only one model comes into question. */
function modelSpelled(
  input: RecipeInput,
  place: Located,
): { readonly model: ModelClass; readonly spelling: string } | undefined {
  const { project } = input;
  const spelling = dottedName(place.node);
  if (spelling === undefined) return undefined;
  const model = modelAt(project, place.module, spelling) ?? ownModel(input, place, spelling);
  return model && { model, spelling };
}

function ownModel({ project }: RecipeInput, { module, node }: Located, spelling: string): ModelClass | undefined {
  const [self, attribute, ...rest] = spelling.split(".");
  const owner = [...ancestorsOf(module, node)].find((outer) => outer.kind === "ClassDef");
  if ((self !== "self" && self !== "cls") || attribute === undefined || rest.length > 0 || !owner) return undefined;
  const base: ModelClass = { module, node: owner, name: word(owner, "name") ?? "" };
  const users = allClasses(project).filter((entry) => isA(project, entry, base));
  const models = users.flatMap((entry) => {
    const found = attributeOf(project, entry, attribute);
    const value = found && dottedName(child(found.statement, "value"));
    return found && value !== undefined ? (modelAt(project, found.owner.module, value) ?? []) : [];
  });
  const [only, ...others] = models.filter(
    (entry, index) => models.findIndex((other) => other.node === entry.node) === index,
  );
  return others.length === 0 ? only : undefined;
}

/** The outermost call of the statement's own methods; undefined when it ends as a subquery or the like. */
function chainFrom(module: PythonModule, call: PythonNode): PythonNode | undefined {
  let chain = call;
  for (let next = methodOn(module, chain); next; next = methodOn(module, chain)) {
    if (LOSES_ENTITY.has(next.name)) return undefined;
    if (!KEEPS_ENTITY.has(next.name)) return chain;
    chain = next.call;
  }
  return chain;
}

/** The method call whose object a node is. */
function methodOn(
  module: PythonModule,
  node: PythonNode,
): { readonly name: string; readonly call: PythonNode } | undefined {
  const attribute = parentOf(module, node);
  const call = attribute && parentOf(module, attribute);
  const isMethod = attribute?.kind === "Attribute" && call?.kind === "Call" && child(call, "func") === attribute;
  return isMethod ? { name: word(attribute, "attr") ?? "", call } : undefined;
}

/** Calls of `.options(...)` on the statement, also later through the name it is bound to. */
function optionCalls(module: PythonModule, call: PythonNode, chain: PythonNode): readonly PythonNode[] {
  const inside = [...walk(chain)].filter((node) => isOptionsOn(node, (base) => base === call));
  const statement = enclosingStatement(module, chain);
  const target = statement && (children(statement, "targets")[0] ?? child(statement, "target"));
  const scope = enclosingFunction(module, chain);
  const name = dottedName(target);
  if (!scope || name === undefined || child(statement ?? chain, "value") !== chain) return inside;
  return [...inside, ...[...walk(scope)].filter((node) => isOptionsOn(node, (base) => dottedName(base) === name))];
}

function isOptionsOn(node: PythonNode, isBase: (base: PythonNode) => boolean): boolean {
  const callee = node.kind === "Call" ? child(node, "func") : undefined;
  if (callee?.kind !== "Attribute" || word(callee, "attr") !== "options") return false;
  let base = child(callee, "value");
  while (base && !isBase(base)) {
    const inner = base.kind === "Call" ? child(base, "func") : undefined;
    base = inner?.kind === "Attribute" ? child(inner, "value") : undefined;
  }
  return base !== undefined;
}

function getAt(input: RecipeInput, { module, node }: Located): Query | undefined {
  const session = sessionOfGet(node);
  const [first] = children(node, "args");
  if (!session || !first || parentOf(module, node)?.kind !== "Await") return undefined;
  const entity = modelSpelled(input, { module, node: first });
  const kind = sessionKindOf(input.project, { module, node: session }, input.evidence)?.kind;
  if (!entity || kind === "sync") return undefined;
  const list = keywordArgument(node, "options");
  return { module, ...entity, kind: "get", call: node, chain: node, optionLists: list ? [list] : [] };
}

/** What `get` or `get_one` is called on, when it is given a class and a key. */
function sessionOfGet(node: PythonNode): PythonNode | undefined {
  const callee = child(node, "func");
  const method = callee?.kind === "Attribute" ? word(callee, "attr") : undefined;
  const isGet = (method === "get" || method === "get_one") && children(node, "args").length === 2;
  return isGet && callee ? child(callee, "value") : undefined;
}
