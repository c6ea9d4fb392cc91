import type { Edit } from "../../domain/patch.ts";
import type { RecipeInput } from "../recipes/recipe.ts";
import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { lineEnd, lineEndOf } from "../../syntax/imports.ts";
import {
  child,
  children,
  dottedName,
  enclosingFunction,
  enclosingStatement,
  keywordArgument,
  walk,
  walkScope,
  word,
} from "../../syntax/tree.ts";
import type { Located } from "../sqlalchemy/factories.ts";
import { sessionKindOf } from "../sqlalchemy/sessions.ts";
import type { ModelClass } from "./classes.ts";
import { indentAt } from "./layout.ts";
import { modelAt } from "./mapped-classes.ts";

/** An awaited call of a session's method that stands as a statement of its own. */
export interface SessionStatement {
  readonly statement: PythonNode;
  readonly call: PythonNode;
  /** `db`, `self.session`. */
  readonly session: string;
  readonly method: string;
}

/** `await db.commit()` and its like in a function's own statements, in source order. */
export function sessionStatements(scope: PythonNode, methods: ReadonlySet<string>): readonly SessionStatement[] {
  const own = children(scope, "body").flatMap((statement) => [...walkScope(statement)]);
  return own.flatMap((statement) => {
    const call = awaitedCall(statement);
    const callee = call && child(call, "func");
    const session = callee?.kind === "Attribute" ? dottedName(child(callee, "value")) : undefined;
    const method = callee ? (word(callee, "attr") ?? "") : "";
    return call && session !== undefined && methods.has(method) ? [{ statement, call, session, method }] : [];
  });
}

function awaitedCall(statement: PythonNode): PythonNode | undefined {
  const awaited = statement.kind === "Expr" ? child(statement, "value") : undefined;
  const call = awaited?.kind === "Await" ? child(awaited, "value") : undefined;
  return call?.kind === "Call" ? call : undefined;
}

/** An object made by the code itself and then written: what of it was never loaded must be fetched afterwards. */
export interface Creation {
  readonly module: PythonModule;
  readonly scope: PythonNode;
  readonly model: ModelClass;
  /** The class as written. */
  readonly spelling: string;
  readonly variable: string;
  /** The last statement that writes or refreshes the object before it is used. */
  readonly anchor: SessionStatement;
}

const WRITES = new Set(["commit", "flush", "refresh"]);

/** The creation that a call `Order(...)` begins; undefined when the object is not written in the same function. */
export function creationAt(input: RecipeInput, { module, node }: Located): Creation | undefined {
  const spelling = node.kind === "Call" ? dottedName(child(node, "func")) : undefined;
  const model = spelling === undefined ? undefined : modelAt(input.project, module, spelling);
  const scope = enclosingFunction(module, node);
  const bound = nameGiven(module, node);
  if (!model || spelling === undefined || scope?.kind !== "AsyncFunctionDef" || !bound) return undefined;
  const anchor = anchorOf(input, { module, scope, ...bound });
  return anchor && { module, scope, model, spelling, variable: bound.variable, anchor };
}

/** The name that an assignment gives the value of a node. */
function nameGiven(module: PythonModule, node: PythonNode): Pick<Written, "variable" | "after"> | undefined {
  const statement = enclosingStatement(module, node);
  if (!statement || child(statement, "value") !== node) return undefined;
  const variable = dottedName(children(statement, "targets")[0] ?? child(statement, "target"));
  return variable === undefined ? undefined : { variable, after: statement.end };
}

interface Written {
  readonly module: PythonModule;
  readonly scope: PythonNode;
  readonly variable: string;
  readonly after: number;
}

/** The last commit, flush or refresh of the object that is followed by a use of it. */
export function anchorOf(
  input: RecipeInput,
  { module, scope, variable, after }: Written,
): SessionStatement | undefined {
  return sessionStatements(scope, WRITES)
    .filter(({ statement, call, method }) => {
      const isOfObject = method !== "refresh" || dottedName(children(call, "args")[0]) === variable;
      return statement.start > after && isOfObject && usedAfter(scope, variable, statement.end);
    })
    .filter(({ call }) => {
      const callee = child(call, "func");
      const session = callee && child(callee, "value");
      return (
        session !== undefined &&
        sessionKindOf(input.project, { module, node: session }, input.evidence)?.kind !== "sync"
      );
    })
    .at(-1);
}

/** True when the function uses the name at or behind an offset, other than to refresh it. */
export function usedAfter(scope: PythonNode, variable: string, offset: number): boolean {
  const refreshed = sessionStatements(scope, new Set(["refresh"])).flatMap(({ call }) =>
    children(call, "args").slice(0, 1),
  );
  // What stands inside an f-string has no position before Python 3.12: it is where the f-string is, walked just before.
  let position = scope.start;
  return [...walk(scope)].some((node) => {
    position = node.start >= 0 ? node.start : position;
    const isName = (node.kind === "Name" || node.kind === "Attribute") && dottedName(node) === variable;
    return isName && position >= offset && !refreshed.includes(node) && child(node, "ctx")?.kind === "Load";
  });
}

/** A statement on the line after another one. */
export function statementAfter(module: PythonModule, statement: PythonNode, text: string): Edit | undefined {
  const rest = /^[^\r\n]*/.exec(module.text.slice(statement.end))?.[0] ?? "";
  if (/^\s*;/.test(rest)) return undefined;
  const at = lineEnd(module, statement.end);
  const lineBreak = lineEndOf(module);
  const line = indentAt(module, statement.start) + text;
  const isLast = at === module.text.length && !/[\r\n]$/.test(module.text);
  return { path: module.path, start: at, end: at, text: isLast ? lineBreak + line : line + lineBreak };
}

/** Attribute names that a `refresh(obj, [...])` lists; null when it refreshes all columns. */
export function refreshedNames({
  call,
}: SessionStatement): { readonly list: PythonNode; readonly names: readonly string[] } | null {
  const list = children(call, "args")[1] ?? keywordArgument(call, "attribute_names");
  return list ? { list, names: children(list, "elts").flatMap((entry) => word(entry, "value") ?? []) } : null;
}

/** The quotes that the module uses. */
export function quoted(module: PythonModule, name: string): string {
  const [double = 0, single = 0] = ['"', "'"].map((quote) => module.text.split(quote).length);
  return single > double ? `'${name}'` : `"${name}"`;
}
