import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { ancestorsOf, child, children, sourceOf, walk } from "../../syntax/tree.ts";
import { settledCondition } from "./python-branch.ts";

/** Exceptions that tell that a name is not there. */
const ABSENCE = /\b(ImportError|ModuleNotFoundError|AttributeError|NameError|Exception|BaseException)\b/;
/** Conditions that ask which version runs. */
const VERSION = /\b(version_info|PY2|PY3\d*|__version__|hexversion|TYPE_CHECKING|hasattr|platform)\b|\bversion\b/i;

/**
 * True where code already decides between an old and a new name: in a `try` whose handler expects that the name is not
 * there, in such a handler, in a `with` that swallows or expects its absence, or under a condition on a version. Nothing
 * there is to be changed. The branch that every Python of today takes (`else` after `version_info < (3,)`) decides nothing:
 * it is the code that runs.
 */
export function isConditional(module: PythonModule, node: PythonNode): boolean {
  for (const outer of ancestorsOf(module, node)) {
    if (decides(module, outer, node)) return true;
  }
  return false;
}

function decides(module: PythonModule, outer: PythonNode, node: PythonNode): boolean {
  if (outer.kind.startsWith("Try")) return isGuardedTry(module, outer);
  if (outer.kind === "ExceptHandler") return expectsAbsence(module, outer);
  if (outer.kind === "With") return isWithin(children(outer, "body"), node) && expectsToFail(module, outer);
  return (outer.kind === "If" || outer.kind === "IfExp") && asksVersion(module, outer) && !isTaken(module, outer, node);
}

/** A `try` that imports or looks something up and lives with its absence. */
function isGuardedTry(module: PythonModule, statement: PythonNode): boolean {
  const isShort = children(statement, "body").every((entry) => isLookUp(module, entry));
  return isShort && children(statement, "handlers").some((handler) => expectsAbsence(module, handler));
}

function isLookUp(module: PythonModule, statement: PythonNode): boolean {
  if (["Import", "ImportFrom", "Assign", "AnnAssign"].includes(statement.kind)) return true;
  return statement.kind === "Expr" && !sourceOf(module, statement).includes("\n");
}

function expectsAbsence(module: PythonModule, handler: PythonNode): boolean {
  const type = child(handler, "type");
  return type === undefined || ABSENCE.test(sourceOf(module, type));
}

function expectsToFail(module: PythonModule, statement: PythonNode): boolean {
  return children(statement, "items").some((item) => awaitsAbsence(module, item));
}

/** `suppress(ImportError)`, or a test's `raises(AttributeError)`: what fails in such a block is to fail. */
function awaitsAbsence(module: PythonModule, item: PythonNode): boolean {
  const call = child(item, "context_expr");
  const called = call?.kind === "Call" ? child(call, "func") : undefined;
  if (!call || !called || !/(?:^|\.)(?:suppress|raises|assertRaises)$/.test(sourceOf(module, called))) return false;
  return children(call, "args").some((type) => ABSENCE.test(sourceOf(module, type)));
}

function asksVersion(module: PythonModule, condition: PythonNode): boolean {
  const test = child(condition, "test");
  return test !== undefined && [...walk(test)].some((node) => node.line > 0 && VERSION.test(sourceOf(module, node)));
}

function isTaken(module: PythonModule, condition: PythonNode, node: PythonNode): boolean {
  const test = child(condition, "test");
  const settled = test && settledCondition(module, test);
  if (settled === undefined) return false;
  const field = settled ? "body" : "orelse";
  const single = child(condition, field);
  return isWithin(single ? [single] : children(condition, field), node);
}

function isWithin(statements: readonly PythonNode[], node: PythonNode): boolean {
  return statements.some(({ start, end }) => start <= node.start && node.end <= end);
}
