import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { ancestorsOf, child, children, isFunction, parentOf, walk, walkScope, word } from "../../../syntax/tree.ts";
import { functionsIn } from "../../query/failing-path.ts";
import { bindsName, parameterNames } from "../../sqlalchemy/values.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { type FailingLine, failingLines } from "./failing-line.ts";
import { insertFirst } from "./insertion.ts";

/** Counters and the like of a module or an outer function that an inner function changes. */
export const assignedWithoutGlobal: Recipe = {
  id: "assigned-without-global",
  title: "A variable of the module or of the function around that is changed without `global` or `nonlocal`",
  explanation:
    "A name that a function assigns to is its own variable from its first line on, unless `global` or `nonlocal` says which one is meant.",
  draft: (input: RecipeInput) => failingLines(input, UNBOUND).flatMap(draftDeclaration).slice(0, 1),
};

const UNBOUND =
  /^(?:cannot access local variable '(\w{1,200})' where it is not associated with a value|local variable '(\w{1,200})' referenced before assignment)/;

function draftDeclaration({ module, scope, message }: FailingLine): RecipeDraft[] {
  const [, current, old] = UNBOUND.exec(message) ?? [];
  const name = current ?? old ?? "";
  const declaration = isFunction(scope) ? declarationFor(module, scope, name) : undefined;
  if (declaration === undefined) return [];
  const scopes = functionsIn(module).map(({ node }) => node);
  const alike = scopes.filter((other) => declarationFor(module, other, name) === declaration);
  const edits = alike.flatMap((other) => insertFirst(module, other, [`${declaration} ${name}`]) ?? []);
  if (edits.length < alike.length) return [];
  const rationale = `\`${name}\` is changed on the ground of its own value, which only the outer one has: \`${declaration}\` says so.`;
  return [{ edits, rationale, leftAlone: [] }];
}

/** `global` or `nonlocal`, where a function changes an outer variable on the ground of its own value. */
function declarationFor(module: PythonModule, scope: PythonNode, name: string): string | undefined {
  if (!dependsOnItself(module, scope, name)) return undefined;
  const outer = [...ancestorsOf(module, scope)].filter((node) => isFunction(node) || node.kind === "Lambda");
  if (outer.some((node) => bindsName(node, name))) return "nonlocal";
  const isVariable = children(module.tree, "body").some((statement) => isValueOf(statement, name));
  return isVariable ? "global" : undefined;
}

function isValueOf(statement: PythonNode, name: string): boolean {
  const target = statement.kind === "AnnAssign" ? child(statement, "target") : children(statement, "targets")[0];
  return (
    /^(Assign|AnnAssign)$/.test(statement.kind) && isNamed(target, name) && child(statement, "value") !== undefined
  );
}

/** Nothing else gives the function's own variable a value. */
function dependsOnItself(module: PythonModule, scope: PythonNode, name: string): boolean {
  const own = children(scope, "body").flatMap((statement) => [...walkScope(statement)]);
  const stores = own.filter((node) => isNamed(node, name) && child(node, "ctx")?.kind !== "Load");
  const isBoundOtherwise = own.some((node) => bindsOtherwise(node, name)) || parameterNames(scope).includes(name);
  return !isBoundOtherwise && stores.length > 0 && stores.every((store) => isChange(module, store, name));
}

/** By a definition, an import, a handler or a declaration. */
function bindsOtherwise(node: PythonNode, name: string): boolean {
  const names = node.fields["names"];
  const isDeclared = Array.isArray(names) && names.includes(name);
  const isImported = children(node, "names").some((alias) => (word(alias, "asname") ?? word(alias, "name")) === name);
  const isDefined = /^(FunctionDef|AsyncFunctionDef|ClassDef|ExceptHandler)$/.test(node.kind);
  return isDeclared || isImported || (isDefined && word(node, "name") === name);
}

function isNamed(node: PythonNode | undefined, name: string): boolean {
  return node?.kind === "Name" && word(node, "id") === name;
}

/** `n += 1`, `n = n + 1`, `if n is None: n = load()`. */
function isChange(module: PythonModule, store: PythonNode, name: string): boolean {
  const statement = parentOf(module, store);
  if (statement?.kind === "AugAssign") return true;
  const value =
    statement?.kind === "Assign" && children(statement, "targets").length === 1 ? child(statement, "value") : undefined;
  if (!statement || !value) return false;
  return reads(value, name) || isFilledOnce(module, statement, name);
}

function reads(node: PythonNode, name: string): boolean {
  return [...walk(node)].some((entry) => isNamed(entry, name));
}

/** In an `if` of the function's own body that asks whether there is a value yet. */
function isFilledOnce(module: PythonModule, statement: PythonNode, name: string): boolean {
  const condition = parentOf(module, statement);
  if (condition?.kind !== "If" || !children(condition, "body").includes(statement)) return false;
  const around = parentOf(module, condition);
  return around !== undefined && isFunction(around) && asksForValue(child(condition, "test"), name);
}

/** `n is None`, `not n`. */
function asksForValue(test: PythonNode | undefined, name: string): boolean {
  if (test?.kind === "UnaryOp") return child(test, "op")?.kind === "Not" && isNamed(child(test, "operand"), name);
  const [other] = test?.kind === "Compare" ? children(test, "comparators") : [];
  const [operator] = test ? children(test, "ops") : [];
  return test !== undefined && isNamed(child(test, "left"), name) && isNoneOf(operator, other);
}

function isNoneOf(operator: PythonNode | undefined, other: PythonNode | undefined): boolean {
  return operator?.kind === "Is" && other?.kind === "Constant" && other.fields["value"] === null;
}
