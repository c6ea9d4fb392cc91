import type { Edit } from "../../domain/patch.ts";
import { lineEndOf } from "../../syntax/imports.ts";
import { needsParentheses } from "./await-place.ts";
import type { BuiltQuery } from "./built.ts";
import { terminalOf } from "./chain.ts";
import { type Around, wrapping } from "./line-length.ts";
import { mentionsName } from "./local-names.ts";
import type { Position } from "./position.ts";
import type { Rewrite, RewriteScope } from "./statement.ts";
import { gapBefore, replaceLink } from "./steps.ts";

export interface Placing {
  readonly position: Position;
  readonly rewrite: Rewrite;
}

/** Two lines with a named result where the query is all that a statement assigns or returns, else in place. */
export function placed(scope: RewriteScope, query: BuiltQuery, placing: Placing): Edit[] | undefined {
  const { position, rewrite } = placing;
  const { running } = rewrite;
  const isKept = ["Assign", "AnnAssign", "Return"].includes(position.statement?.kind ?? "");
  const name = isKept && position.head !== undefined ? resultName(scope, position) : undefined;
  if (running.executeAccessor === "" || name === undefined) return inPlace(query, placing);
  const { module, indent, head } = position;
  const begin = head?.endsWith("return") ? `${head} ` : head;
  const after = `${lineEndOf(module)}${indent}${begin}${name}${running.executeAccessor}`;
  return assembled(query, placing, { open: `${name} = await ${query.session}.execute(`, close: ")", after });
}

function inPlace(query: BuiltQuery, placing: Placing): Edit[] | undefined {
  const { position, rewrite } = placing;
  const { method, accessor } = rewrite.running;
  const call = `await ${query.session}.${method}(`;
  const isWrapped = accessor !== "" || needsParentheses(position.module, position.outer);
  if (isWrapped) return assembled(query, placing, { open: `(${call}`, close: `))${accessor}` });
  return assembled(query, placing, { open: call, close: ")" });
}

function assembled(query: BuiltQuery, { position, rewrite }: Placing, around: Around): Edit[] | undefined {
  const { module, statement } = position;
  const { path } = module;
  const isTwoLines = around.after !== undefined && statement !== undefined;
  const edits: Edit[] = [...rewrite.edits];
  const start = isTwoLines ? statement.start : (position.parentheses?.open ?? position.start);
  const wrap = wrapping(query, { position, rewrite }, around);
  if (position.parentheses) {
    const { open, close } = position.parentheses;
    edits.push({ path, start, end: open + 1, text: around.open });
    edits.push({ path, start: position.start, end: rewrite.opening.end, text: rewrite.opening.text });
    edits.push({ path, start: close + 1, end: close + 1, text: around.close.slice(1) });
  } else edits.push({ path, start, end: rewrite.opening.end, text: around.open + wrap.open + rewrite.opening.text });
  const close = position.parentheses ? "" : wrap.close + around.close;
  const ending = endingEdit(query, rewrite, { text: wrap.lastBreak + rewrite.closing.text, close });
  if (!ending) return undefined;
  edits.push(ending, ...wrap.breaks);
  if (isTwoLines) edits.push({ path, start: statement.end, end: statement.end, text: around.after ?? "" });
  return edits.filter((edit) => edit.start !== edit.end || edit.text !== "");
}

/** Takes the running method (or the slice) away and closes the call in its place. */
function endingEdit(query: BuiltQuery, rewrite: Rewrite, ending: { text: string; close: string }): Edit | undefined {
  const { chain } = query;
  const { path } = chain.module;
  const { closing } = rewrite;
  const terminal = terminalOf(chain);
  if (!terminal) return { path, start: closing.start, end: chain.top.end, text: ending.text + ending.close };
  const gap = gapBefore(chain, terminal)?.text ?? "";
  const isOnOwnLine = closing.text !== "" && /[\r\n]/.test(gap) && !gap.includes("#");
  const text = (isOnOwnLine ? gap.slice(0, gap.lastIndexOf(".")) : "") + ending.text + ending.close;
  return closing.keeps ? { path, start: chain.top.end, end: chain.top.end, text } : replaceLink(chain, terminal, text);
}

/** A name for the result that the function does not use yet. */
function resultName(scope: RewriteScope, position: Position): string | undefined {
  const target = /^(\w+)\b/.exec(position.head ?? "")?.[1] ?? "";
  if (target === "result") return undefined; // it reads best in one line
  const candidates = [
    "result",
    ...(target === "return" || target === "" ? [] : [`${target}_result`]),
    "query_result",
    "rows_result",
  ];
  return candidates.find((name) => name !== target && !mentionsName(scope.node, name));
}
