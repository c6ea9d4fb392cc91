import type { Edit } from "../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { enclosingStatement, word } from "../../syntax/tree.ts";
import type { BuiltQuery } from "./built.ts";
import { rewriteQuery } from "./rewrite.ts";
import type { RewriteScope } from "./statement.ts";

/** The queries of one function that were rewritten. */
export interface RewrittenFunction {
  readonly edits: readonly Edit[];
  /** Their `session.query(...)` calls. */
  readonly roots: readonly PythonNode[];
}

interface Item {
  readonly query: BuiltQuery;
  readonly edits: readonly Edit[] | undefined;
  /** What falls with it: its statement and the names that hold it. */
  readonly ties: readonly (PythonNode | string)[];
}

/**
 * Rewrites the queries of a function. Queries of one statement, and all around one variable, are rewritten together or
 * not at all; `others` are `session.query(...)` calls that nobody understood.
 */
export function rewriteFunction(
  scope: RewriteScope,
  queries: readonly BuiltQuery[],
  others: readonly { readonly module: PythonModule; readonly node: PythonNode }[],
): RewrittenFunction {
  const items = queries.map((query): Item => ({ query, edits: rewriteQuery(scope, query), ties: tiesOf(query) }));
  const lost = new Set<PythonNode | string>(others.flatMap(({ module, node }) => simpleStatement(module, node) ?? []));
  for (let before = -1; before < lost.size;) {
    before = lost.size;
    for (const item of items) if (isLost(item, lost)) for (const tie of item.ties) lost.add(tie);
  }
  const kept = items.filter((item) => !isLost(item, lost));
  const edits = kept.flatMap((item) => item.edits ?? []);
  if (overlap(edits)) return { edits: [], roots: [] };
  return { edits, roots: kept.map((item) => item.query.chain.root).filter((root) => root.kind === "Call") };
}

function isLost(item: Item, lost: ReadonlySet<PythonNode | string>): boolean {
  return item.edits === undefined || item.ties.some((tie) => lost.has(tie));
}

function tiesOf({ chain, use }: BuiltQuery): (PythonNode | string)[] {
  const statement = simpleStatement(chain.module, chain.root);
  const names = [word(chain.root, "id"), use.kind === "variable" ? use.name : undefined];
  return [...(statement ? [statement] : []), ...names.filter((name) => name !== undefined)];
}

/** The statement around a node when it holds no other statements. */
function simpleStatement(module: PythonModule, node: PythonNode): PythonNode | undefined {
  const statement = enclosingStatement(module, node);
  return statement && !Array.isArray(statement.fields["body"]) ? statement : undefined;
}

function overlap(edits: readonly Edit[]): boolean {
  const sorted = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
  return sorted.some((edit, index) => edit.start < (sorted[index - 1]?.end ?? 0));
}
