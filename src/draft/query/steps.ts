import type { Edit } from "../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { child, children, dottedName, sourceOf, walk, word } from "../../syntax/tree.ts";
import type { BuiltQuery } from "./built.ts";
import type { Chain, Link } from "./chain.ts";

/** Building methods that a statement calls by another name. */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ["filter", "where"],
  ["with_entities", "with_only_columns"],
  ["as_scalar", "scalar_subquery"],
]);
/** Those that a statement calls the same. */
const SHARED = new Set(
  [
    "where filter_by order_by group_by having distinct limit offset slice join outerjoin select_from options",
    "with_for_update execution_options add_columns subquery scalar_subquery exists label cte",
  ].flatMap((line) => line.split(" ")),
);

/** True when a statement has the same method with the same meaning for these arguments. */
export function isPortable(query: BuiltQuery): boolean {
  const { module } = query.chain;
  const changesShape = query.use.kind === "variable" && query.chain.links.some((link) => SHAPING.has(link.name));
  return !changesShape && query.steps.every((step) => isPortableStep(step)) && isPortableDistinct(module, query);
}

const SHAPING = new Set(["with_entities", "add_columns"]);

function isPortableStep(step: Link): boolean {
  const args = children(step.call, "args");
  if (step.name === "populate_existing") return args.length === 0;
  if (step.name === "having") return args.length === 1; // SQLAlchemy 1.4 takes one
  if (step.name === "join" || step.name === "outerjoin") return isPortableJoin(step.call);
  return RENAMED.has(step.name) || SHARED.has(step.name);
}

/** What is surely a condition; a bare attribute after a relationship would be a second target. */
const CONDITIONS = new Set(["Compare", "BoolOp", "BinOp", "UnaryOp", "Call"]);

/** One target and one condition; names of relationships as text and several targets are gone in the new style. */
function isPortableJoin(call: PythonNode): boolean {
  const [target, condition, ...more] = children(call, "args");
  const keywords = children(call, "keywords").map((keyword) => word(keyword, "arg") ?? "**");
  if (!target || more.length > 0 || !["Name", "Attribute", "Call"].includes(target.kind)) return false;
  if (keywords.some((name) => !["isouter", "full", "onclause"].includes(name))) return false;
  const isClass = /^_?[A-Z]/.test(dottedName(target)?.split(".").at(-1) ?? "");
  return condition === undefined || isClass || CONDITIONS.has(condition.kind);
}

/** A query adds the columns it is ordered by to a DISTINCT selection, a statement does not. */
function isPortableDistinct(module: PythonModule, query: BuiltQuery): boolean {
  if (!query.steps.some((step) => step.name === "distinct")) return true;
  const selected = query.columns.map((column) => sourceOf(module, column));
  const keys = query.steps.filter((step) => step.name === "order_by").flatMap((step) => children(step.call, "args"));
  return keys.every((key) => {
    const names = [...walk(key)].filter((node) => node.kind === "Attribute").map((node) => dottedName(node) ?? "");
    return selected.some((text) => names.some((name) => name === text || name.startsWith(`${text}.`)));
  });
}

/** The edits that turn a chain's own building methods into those of a statement. */
export function stepEdits(module: PythonModule, links: readonly Link[]): Edit[] {
  return links.flatMap((link) => {
    const start = link.attribute.end - link.name.length;
    if (link.name === "populate_existing")
      return [{ path: module.path, start, end: link.call.end, text: "execution_options(populate_existing=True)" }];
    const name = RENAMED.get(link.name);
    return name === undefined ? [] : [{ path: module.path, start, end: link.attribute.end, text: name }];
  });
}

/** Text between a link and what it is called on; undefined when it is more than a dot, white space and comments. */
export function gapBefore(chain: Chain, link: Link): { readonly start: number; readonly text: string } | undefined {
  const index = chain.links.indexOf(link);
  const previous = index > 0 ? chain.links[index - 1]?.call : chain.root;
  const start = previous?.end ?? -1;
  const text = chain.module.text.slice(start, link.attribute.end - link.name.length);
  return start >= 0 && /^[\s\\]*\.\s*$/.test(text.replaceAll(/#[^\r\n]*/g, "")) ? { start, text } : undefined;
}

/**
 * Takes a link away and puts a text in its place. A comment before it stays; undefined when the link does not end its
 * line then, since what follows would become part of the comment.
 */
export function replaceLink(chain: Chain, link: Link, text: string): Edit | undefined {
  const gap = gapBefore(chain, link);
  if (!gap) return undefined;
  const { path } = chain.module;
  if (!gap.text.includes("#")) return { path, start: gap.start, end: link.call.end, text };
  const isLast = /^[ \t]*(#|\r?\n|$)/.test(chain.module.text.slice(link.call.end));
  const lineBreak = /\r?\n[^\r\n]*$/.exec(gap.text);
  if (!isLast || !lineBreak) return undefined;
  if (text === "") return { path, start: gap.start + lineBreak.index, end: link.call.end, text };
  return text.startsWith(".")
    ? { path, start: gap.start + gap.text.lastIndexOf("."), end: link.call.end, text }
    : undefined;
}

/** True when every link stands plainly on the one before it and all of it can be edited. */
export function isPlainChain(chain: Chain): boolean {
  const { root, links, top } = chain;
  const callee = root.kind === "Call" ? child(root, "func") : root;
  if (root.start < 0 || top.start < 0 || !callee || callee.start < 0) return false;
  return links.every((link) => gapBefore(chain, link) !== undefined);
}
