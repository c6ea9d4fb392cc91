import type { Edit } from "../../domain/patch.ts";
import { child, children, sourceOf } from "../../syntax/tree.ts";
import type { BuiltQuery } from "./built.ts";
import { type Link, terminalOf } from "./chain.ts";
import type { Running } from "./running.ts";
import { selectionOf } from "./selection.ts";
import type { Rewrite, RewriteScope } from "./statement.ts";
import { replaceLink, stepEdits } from "./steps.ts";

const COUNTED: Running = { method: "scalar", accessor: "", executeAccessor: "", extra: "" };
/** Steps after which `SELECT count(*) FROM ...` counts the same rows as the query had. */
const ROW_STEPS = new Set(["filter", "where", "filter_by", "join", "outerjoin", "order_by", "options"]);
/** Of these, the ones that say nothing about how many rows there are. */
const IDLE_STEPS = new Set(["order_by", "options"]);

/** `query(M)....count()`: over the table itself where the steps allow it, else over the query as a subquery. */
export function countRewrite(scope: RewriteScope, query: BuiltQuery): Rewrite | undefined {
  const { chain } = query;
  const terminal = terminalOf(chain);
  const selection = selectionOf(scope.project, query);
  if (!selection || !terminal || children(terminal.call, "args").length > 0) return undefined;
  const isOwn = chain.root.kind === "Call" && query.steps.length === chain.links.length - 1;
  const isDirect = isOwn && selection.givesObjects && query.steps.every((step) => ROW_STEPS.has(step.name));
  return isDirect ? directCount(scope, query) : subqueryCount(scope, query);
}

function directCount(scope: RewriteScope, query: BuiltQuery): Rewrite | undefined {
  const { chain } = query;
  const [entity] = query.columns;
  if (!entity) return undefined;
  const { spell } = scope.spelling;
  const edits: Edit[] = [];
  for (const step of query.steps) {
    const edit = IDLE_STEPS.has(step.name) ? withoutStep(query, step) : undefined;
    if (IDLE_STEPS.has(step.name) && !edit) return undefined;
    edits.push(...(edit ? [edit] : stepEdits(chain.module, [step])));
  }
  return {
    running: COUNTED,
    edits,
    links: query.steps.filter((step) => !IDLE_STEPS.has(step.name)),
    opening: { end: entity.start, text: `${spell("select")}(${spell("func")}.count()).select_from(` },
    closing: { start: chain.links.at(-2)?.call.end ?? chain.root.end, text: "" },
  };
}

function withoutStep(query: BuiltQuery, step: Link): Edit | undefined {
  return /\.query\b/.test(sourceOf(query.chain.module, step.call).slice(step.attribute.end - step.call.start))
    ? undefined
    : replaceLink(query.chain, step, "");
}

function subqueryCount(scope: RewriteScope, query: BuiltQuery): Rewrite {
  const { chain } = query;
  const { spell } = scope.spelling;
  const callee = chain.root.kind === "Call" ? child(chain.root, "func") : undefined;
  const outer = `${spell("select")}(${spell("func")}.count()).select_from(`;
  return {
    running: COUNTED,
    edits: stepEdits(chain.module, chain.links.slice(0, -1)),
    opening: callee ? { end: callee.end, text: `${outer}${spell("select")}` } : { end: chain.root.start, text: outer },
    closing: { start: chain.links.at(-2)?.call.end ?? chain.root.end, text: ".subquery())" },
  };
}
