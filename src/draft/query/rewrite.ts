import type { Edit } from "../../domain/patch.ts";
import { child, children } from "../../syntax/tree.ts";
import { canAwait } from "./await-place.ts";
import type { BuiltQuery } from "./built.ts";
import { type Link, terminalOf } from "./chain.ts";
import { changeRewrite, getEdits } from "./changes.ts";
import { countRewrite } from "./count.ts";
import { placed } from "./placing.ts";
import { type Position, positionOf } from "./position.ts";
import { type Running, runningOf } from "./running.ts";
import { selectionOf } from "./selection.ts";
import type { Rewrite, RewriteScope } from "./statement.ts";
import { isPlainChain, isPortable, stepEdits } from "./steps.ts";

/** The edits that turn one query into a statement; undefined when no exactly equal one is known. */
export function rewriteQuery(scope: RewriteScope, query: BuiltQuery): Edit[] | undefined {
  const { chain, use } = query;
  if (!isPlainChain(chain)) return undefined;
  if (use.kind !== "run") return isPortable(query) ? builtEdits(scope, query) : undefined;
  const position = canAwait(chain.module, chain.top) ? positionOf(chain.module, chain.top) : undefined;
  if (!position) return undefined;
  if (use.by === "get") return getEdits(query, position);
  const rewrite = runRewrite(scope, query, position);
  return rewrite && placed(scope, query, { position, rewrite });
}

function runRewrite(scope: RewriteScope, query: BuiltQuery, position: Position): Rewrite | undefined {
  const by = query.use.kind === "run" ? query.use.by : "";
  if (by === "update" || by === "delete") return changeRewrite(scope, query, position);
  if (!isPortable(query)) return undefined;
  return by === "count" ? countRewrite(scope, query) : selectRewrite(scope, query);
}

/** `session.query(M)` -> `select(M)` and its methods; nothing runs here. */
function builtEdits(scope: RewriteScope, query: BuiltQuery): Edit[] | undefined {
  const { chain } = query;
  if (!selectionOf(scope.project, query)) return undefined;
  const steps = stepEdits(chain.module, chain.links);
  const opening = openingOf(scope, query);
  if (opening.text === "") return steps;
  return [{ path: chain.module.path, start: chain.root.start, ...opening }, ...steps];
}

function openingOf(scope: RewriteScope, query: BuiltQuery): { readonly end: number; readonly text: string } {
  const { root } = query.chain;
  const callee = root.kind === "Call" ? child(root, "func") : undefined;
  return callee ? { end: callee.end, text: scope.spelling.spell("select") } : { end: root.start, text: "" };
}

function selectRewrite(scope: RewriteScope, query: BuiltQuery): Rewrite | undefined {
  const { chain } = query;
  const selection = selectionOf(scope.project, query);
  const running = selection && runningOf(scope.project, query, selection);
  const terminal = terminalOf(chain);
  if (!running || (terminal && hasArguments(terminal))) return undefined;
  const links = terminal ? chain.links.slice(0, -1) : chain.links;
  return {
    running: scope.hasScalars || running.method !== "scalars" ? running : withoutScalars(running),
    edits: stepEdits(chain.module, links),
    links,
    opening: openingOf(scope, query),
    closing: { start: links.at(-1)?.call.end ?? chain.root.end, text: running.extra },
  };
}

function hasArguments({ call }: Link): boolean {
  return children(call, "args").length + children(call, "keywords").length > 0;
}

function withoutScalars(running: Running): Running {
  return { ...running, method: "execute", accessor: running.executeAccessor };
}
