import type { Edit } from "../../domain/patch.ts";
import type { PythonNode } from "../../domain/python.ts";
import { child, children, sourceOf, word } from "../../syntax/tree.ts";
import { needsParentheses } from "./await-place.ts";
import type { BuiltQuery } from "./built.ts";
import { type Chain, type Link, terminalOf } from "./chain.ts";
import type { Position } from "./position.ts";
import { selectionOf } from "./selection.ts";
import type { Rewrite, RewriteScope } from "./statement.ts";
import { stepEdits } from "./steps.ts";

/** `session.query(M).get(key)` -> `await session.get(M, key)`. */
export function getEdits(query: BuiltQuery, position: Position): Edit[] | undefined {
  const { chain, columns, session } = query;
  const source = (node: PythonNode): string => sourceOf(chain.module, node);
  const [entity, ...more] = columns;
  const terminal = terminalOf(chain);
  const [key, ...rest] = terminal ? children(terminal.call, "args") : [];
  const options = query.steps.flatMap(
    (step) => getOption(step.name, children(step.call, "args").map(source)) ?? [undefined],
  );
  if (!entity || !key || more.length + rest.length > 0 || options.includes(undefined) || chain.root.kind !== "Call")
    return undefined;
  if (/#|\.query\b/.test(chain.module.text.slice(chain.root.end, chain.top.end))) return undefined;
  const call = `await ${session}.get(${[source(entity), source(key), ...options].join(", ")})`;
  const text = needsParentheses(position.module, position.outer) ? `(${call})` : call;
  const { open, close } = position.parentheses ?? { open: position.start, close: position.end - 1 };
  return [{ path: chain.module.path, start: open, end: close + 1, text }];
}

function getOption(name: string, args: readonly string[]): string | undefined {
  if (name === "options") return `options=[${args.join(", ")}]`;
  if (name === "populate_existing") return "populate_existing=True";
  return name === "with_for_update" && args.length === 0 ? "with_for_update=True" : undefined;
}

const CHANGE_STEPS = new Set(["filter", "where", "filter_by"]);

/** `.update({...})` and `.delete()` -> `await session.execute(update(M)....values({...}))`; their value is a count. */
export function changeRewrite(scope: RewriteScope, query: BuiltQuery, position: Position): Rewrite | undefined {
  const { chain } = query;
  const terminal = terminalOf(chain);
  const callee = child(chain.root, "func");
  if (!terminal || !callee || !isOneTable(scope, query)) return undefined;
  const isUpdate = terminal.name === "update";
  const ending = isUpdate ? updateEnding(chain, terminal) : deleteEnding(chain, terminal);
  if (!ending) return undefined;
  const accessor = position.statement?.kind === "Expr" ? "" : ".rowcount";
  return {
    running: { method: "execute", accessor, executeAccessor: accessor, extra: "" },
    edits: [...stepEdits(chain.module, chain.links.slice(0, -1)), ...ending.edits],
    links: isUpdate ? chain.links : query.steps,
    opening: { end: callee.end, text: scope.spelling.spell(isUpdate ? "update" : "delete") },
    closing: ending.closing,
  };
}

function isOneTable(scope: RewriteScope, query: BuiltQuery): boolean {
  const isPlain = query.steps.every((step) => CHANGE_STEPS.has(step.name));
  return isPlain && selectionOf(scope.project, query)?.givesObjects === true;
}

type Ending = Pick<Rewrite, "edits" | "closing">;

/** `.update(values, synchronize_session=x)` -> `.values(values).execution_options(synchronize_session=x)`. */
function updateEnding(chain: Chain, terminal: Link): Ending | undefined {
  const { path, text } = chain.module;
  const [values, ...positional] = children(terminal.call, "args");
  const strategy = strategyOf(terminal, positional);
  if (!values || values.start < 0 || strategy === "unknown") return undefined;
  const start = terminal.attribute.end - terminal.name.length;
  const edits: Edit[] = [{ path, start, end: terminal.attribute.end, text: "values" }];
  if (strategy) edits.push({ path, start: values.end, end: strategy.end, text: "" });
  if (strategy && text.slice(values.end, strategy.start).includes("#")) return undefined;
  return { edits, closing: { start: terminal.call.end, text: optionFor(chain, strategy), keeps: terminal } };
}

function deleteEnding(chain: Chain, terminal: Link): Ending | undefined {
  const strategy = strategyOf(terminal, children(terminal.call, "args"));
  if (strategy === "unknown") return undefined;
  const start = chain.links.at(-2)?.call.end ?? chain.root.end;
  return { edits: [], closing: { start, text: optionFor(chain, strategy) } };
}

/** The `synchronize_session` argument; undefined without one, `unknown` when there are others too. */
function strategyOf(terminal: Link, positional: readonly PythonNode[]): PythonNode | undefined | "unknown" {
  const keywords = children(terminal.call, "keywords");
  const isKnown = keywords.every((keyword) => word(keyword, "arg") === "synchronize_session");
  if (!isKnown || positional.length + keywords.length > 1) return "unknown";
  return positional[0] ?? (keywords[0] && child(keywords[0], "value"));
}

function optionFor(chain: Chain, strategy: PythonNode | undefined): string {
  return strategy ? `.execution_options(synchronize_session=${sourceOf(chain.module, strategy)})` : "";
}
