import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { ancestorsOf, child, children, isFunction, walkScope, word } from "../../syntax/tree.ts";
import { isConstant, truthOf } from "./constant.ts";

/**
 * The statements of a function that can run: without its documentation, nothing after the first that always leaves, the
 * branch of an `if` whose test is a literal in its place.
 */
export function effectiveBody(definition: PythonNode): readonly PythonNode[] {
  return reachable(children(definition, "body")).filter((statement) => !isText(statement));
}

function reachable(statements: readonly PythonNode[]): PythonNode[] {
  const found: PythonNode[] = [];
  for (const statement of statements.flatMap(chosen)) {
    found.push(statement);
    if (statement.kind === "Return" || statement.kind === "Raise") break;
  }
  return found;
}

function chosen(statement: PythonNode): readonly PythonNode[] {
  const truth = statement.kind === "If" ? truthOf(child(statement, "test")) : undefined;
  return truth === undefined ? [statement] : reachable(children(statement, truth ? "body" : "orelse"));
}

function isText(statement: PythonNode): boolean {
  return statement.kind === "Expr" && child(statement, "value")?.kind === "Constant";
}

/** False for what stands after a statement that always leaves, or in a branch that a literal switches off. */
export function isReachable(module: PythonModule, node: PythonNode): boolean {
  let inner = node;
  for (const outer of ancestorsOf(module, node)) {
    if (isDeadIn(outer, inner)) return false;
    inner = outer;
  }
  return true;
}

function isDeadIn(outer: PythonNode, inner: PythonNode): boolean {
  const truth = outer.kind === "If" ? truthOf(child(outer, "test")) : undefined;
  return ["body", "orelse", "finalbody"].some((field) => {
    const statements = children(outer, field);
    const index = statements.indexOf(inner);
    if (index === -1) return false;
    const isOff = (truth === false && field === "body") || (truth === true && field === "orelse");
    return isOff || statements.slice(0, index).some((statement) => LEAVING.has(statement.kind));
  });
}

const LEAVING = new Set(["Return", "Raise", "Continue", "Break"]);

/** The values that a function's own `return` statements give, those that can't be reached left out. */
export function returnedBy(definition: PythonNode): PythonNode[] {
  return effectiveBody(definition).flatMap((statement) =>
    [...walkScope(statement)].filter((node) => node.kind === "Return").flatMap((node) => child(node, "value") ?? []),
  );
}

/** True when a function does no work: it passes, raises `NotImplementedError`, or gives a literal. */
export function isEmptied(definition: PythonNode): boolean {
  const fixed = new Set<string>();
  return effectiveBody(definition).every((statement) => {
    if (statement.kind === "Assign" || statement.kind === "AnnAssign") return isFixedAssignment(statement, fixed);
    if (statement.kind === "Return") return isFixed(child(statement, "value"), fixed);
    return statement.kind === "Pass" || isNotImplemented(statement);
  });
}

function isFixedAssignment(statement: PythonNode, fixed: Set<string>): boolean {
  const targets = [...children(statement, "targets"), child(statement, "target")].flatMap((target) => target ?? []);
  for (const target of targets) fixed.add(word(target, "id") ?? "");
  return targets.every((target) => target.kind === "Name") && isFixed(child(statement, "value"), fixed);
}

function isFixed(value: PythonNode | undefined, fixed: ReadonlySet<string>): boolean {
  return isConstant(value) || (value?.kind === "Name" && fixed.has(word(value, "id") ?? ""));
}

function isNotImplemented(statement: PythonNode): boolean {
  if (statement.kind !== "Raise") return false;
  const raised = child(statement, "exc");
  const name = raised?.kind === "Call" ? child(raised, "func") : raised;
  return name !== undefined && word(name, "id") === "NotImplementedError";
}

/** Functions and classes that stand directly in a module or class, by name; the last of a name is the one that counts. */
export function definitionsIn(owner: PythonNode): ReadonlyMap<string, PythonNode> {
  const found = [...walkScope(owner)].filter(
    (node) => node !== owner && (isFunction(node) || node.kind === "ClassDef"),
  );
  return new Map(found.map((node) => [word(node, "name") ?? "", node]));
}
