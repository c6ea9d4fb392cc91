import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { lineEnd, lineStart } from "../../syntax/imports.ts";
import { child, children, enclosingStatement, parentOf } from "../../syntax/tree.ts";

/** Where a value stands: what to replace, and the statement it is the whole value of. */
export interface Position {
  readonly module: PythonModule;
  /** The value with the `await` before it, if there is one. */
  readonly start: number;
  readonly end: number;
  readonly outer: PythonNode;
  /** Set when the value is all that a statement assigns, returns or evaluates. */
  readonly statement: PythonNode | undefined;
  /** `products = `, `return `; undefined when the statement shares its lines with others. */
  readonly head: string | undefined;
  /** Offsets of one pair of parentheses right around the value. */
  readonly parentheses: { readonly open: number; readonly close: number } | undefined;
  /** The white space before the statement. */
  readonly indent: string;
}

/** Where a value stands; undefined when an `await` before it cannot be replaced with it. */
export function positionOf(module: PythonModule, value: PythonNode): Position | undefined {
  const parent = parentOf(module, value);
  const outer = parent?.kind === "Await" ? parent : value;
  if (!["", "await"].includes(module.text.slice(outer.start, value.start).trim())) return undefined;
  const around = enclosingStatement(module, outer);
  const statement = around && isSimple(around, outer) ? around : undefined;
  const parentheses = parenthesesAround(module, outer);
  const head = statement && headOf(module, statement, parentheses?.open ?? outer.start);
  const indent = indentOf(module, around ?? outer);
  return { module, start: outer.start, end: outer.end, outer, statement, head, parentheses, indent };
}

function indentOf(module: PythonModule, statement: PythonNode): string {
  return /^[ \t]*/.exec(module.text.slice(lineStart(module, statement.start)))?.[0] ?? "";
}

/** True when the value is all that a statement assigns, returns or evaluates. */
function isSimple(statement: PythonNode, value: PythonNode): boolean {
  if (child(statement, "value") !== value) return false;
  if (statement.kind === "Assign") return children(statement, "targets").length === 1;
  return ["AnnAssign", "Return", "Expr"].includes(statement.kind);
}

/** Parentheses that only group; those of a call stand behind a name, a bracket or a string. */
function parenthesesAround(module: PythonModule, value: PythonNode) {
  const before = module.text.slice(lineStart(module, value.start), value.start).trimEnd();
  const above = module.text.slice(0, lineStart(module, value.start)).trimEnd();
  const head = before === "" ? above.slice(above.lastIndexOf("\n") + 1) : before;
  const open = before === "" ? above.length - 1 : lineStart(module, value.start) + before.length - 1;
  const close = /^(?:\s|#[^\r\n]*[\r\n])*\)/.exec(module.text.slice(value.end));
  const outside = head.slice(0, -1).trimEnd();
  const isGroup = outside === "" || KEYWORD.test(outside) || /[=:,([{<>+\-*/%|&^~]$/.test(outside);
  return head.endsWith("(") && !head.includes("#") && close && isGroup
    ? { open, close: value.end + close[0].length - 1 }
    : undefined;
}

const KEYWORD = /\b(return|await|if|elif|while|and|or|not|in|is|else|yield|assert|from)$/;

/** What stands before the value, when the statement has its lines to itself. */
function headOf(module: PythonModule, statement: PythonNode, end: number): string | undefined {
  const before = module.text.slice(lineStart(module, statement.start), statement.start);
  const after = module.text.slice(statement.end, lineEnd(module, statement.end));
  const head = module.text.slice(statement.start, end);
  const isAlone = before.trim() === "" && /^\s*(#.*)?$/.test(after.trimEnd());
  const isPlain = !/[\r\n#]/.test(head) && (statement.kind === "Expr" ? head === "" : /(=|\breturn)\s*$/.test(head));
  return isAlone && isPlain ? head : undefined;
}
