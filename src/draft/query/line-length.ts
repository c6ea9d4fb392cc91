import type { Edit } from "../../domain/patch.ts";
import { lineEndOf, lineStart } from "../../syntax/imports.ts";
import { sourceOf } from "../../syntax/tree.ts";
import type { BuiltQuery } from "./built.ts";
import type { Position } from "./position.ts";
import type { Rewrite } from "./statement.ts";
import { gapBefore } from "./steps.ts";

/** What is written around a statement to run it. */
export interface Around {
  readonly open: string;
  readonly close: string;
  /** A line of its own behind the statement; then `open` takes the place of the statement's beginning. */
  readonly after?: string;
}

/** Black's default; a project that already goes beyond it is given as much. */
const LINE_LENGTH = 88;
const LONGEST_LINE = 120;

/** Line breaks to put into a statement that would be too long. */
export interface Wrapping {
  readonly open: string;
  readonly close: string;
  /** Before each method of the statement. */
  readonly breaks: readonly Edit[];
  /** Before what is added at its end. */
  readonly lastBreak: string;
}

const UNBROKEN: Wrapping = { open: "", close: "", breaks: [], lastBreak: "" };

/** Puts a statement that would be too long on a line of its own, and its methods on one line each where that is too long. */
export function wrapping(query: BuiltQuery, rewritten: Rewritten, around: Around): Wrapping {
  const { position, rewrite } = rewritten;
  const { module, indent } = position;
  if (!isOneLine(position) || around.open.startsWith("(")) return UNBROKEN;
  const inner = innerLength(rewrite);
  const longest = longestLine(module.text);
  if (headLength(position, around) + inner + around.close.length <= longest) return UNBROKEN;
  const lineBreak = lineEndOf(module);
  const own = `${lineBreak}${indent}${indentUnit(module.text)}`;
  const wrapped = { ...UNBROKEN, open: own, close: `${lineBreak}${indent}` };
  const isShort = own.length - lineBreak.length + inner <= longest;
  return isShort ? wrapped : { ...wrapped, ...methodBreaks(query, rewrite, own) };
}

interface Rewritten {
  readonly position: Position;
  readonly rewrite: Rewrite;
}

function isOneLine({ module, statement, parentheses }: Position): boolean {
  return statement !== undefined && parentheses === undefined && !/[\r\n]/.test(sourceOf(module, statement));
}

/** What the first line holds before the statement proper. */
function headLength({ module, statement, start, indent }: Position, around: Around): number {
  const isTwoLines = around.after !== undefined;
  const begin = isTwoLines || !statement ? indent : module.text.slice(lineStart(module, statement.start), start);
  return begin.length + around.open.length;
}

function methodBreaks(query: BuiltQuery, rewrite: Rewrite, text: string): Pick<Wrapping, "breaks" | "lastBreak"> {
  const links = rewrite.links ?? [];
  if (links.length < 2) return { breaks: [], lastBreak: "" };
  const { path } = query.chain.module;
  const breaks = links.flatMap((link) => {
    const start = gapBefore(query.chain, link)?.start;
    return start === undefined ? [] : [{ path, start, end: start, text }];
  });
  return { breaks, lastBreak: rewrite.closing.text === "" ? "" : text };
}

function innerLength(rewrite: Rewrite): number {
  const changes = rewrite.edits.reduce((sum, edit) => sum + edit.text.length - (edit.end - edit.start), 0);
  const middle = rewrite.closing.start - rewrite.opening.end + changes;
  return rewrite.opening.text.length + middle + rewrite.closing.text.length;
}

function longestLine(text: string): number {
  const longest = Math.max(LINE_LENGTH, ...text.split(/\r\n|\r|\n/).map((line) => line.length));
  return Math.min(longest, LONGEST_LINE);
}

function indentUnit(text: string): string {
  return /^(\t| {2,8})\S/m.exec(text)?.[1] ?? "    ";
}
