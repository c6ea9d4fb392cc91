import type { Edit } from "../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { child, children, dottedName, keywordArgument, word } from "../../syntax/tree.ts";
import type { LoadNode } from "./needs.ts";
import type { LoadStep } from "./load-step.ts";

/** How the module writes what an option consists of. */
export interface OptionWriter {
  /** `Order.items`; undefined when the class cannot be named there. */
  readonly attribute: (step: LoadStep) => string | undefined;
  /** `selectinload`, `orm.selectinload`. */
  readonly loader: (name: string) => string;
  /** Levels that a recursive option is written out to; null where `recursion_depth` exists (SQLAlchemy 2.0). */
  readonly recursiveLevels: number | null;
}

/** One call of an option: `selectinload(Order.items)` or what is called on it. */
export interface OptionLink {
  readonly call: PythonNode;
  readonly loader: string;
  /** The last part of the attribute's name. */
  readonly attribute: string | undefined;
}

export interface ParsedOption {
  readonly node: PythonNode;
  /** From the entity outwards. */
  readonly links: readonly OptionLink[];
}

/** Reads `selectinload(Order.items).joinedload(Item.product)`; undefined for what is no such chain. */
export function parseOption(node: PythonNode): ParsedOption | undefined {
  const links: OptionLink[] = [];
  for (let call: PythonNode | undefined = node; call?.kind === "Call"; call = calledOn(call)) {
    const link = linkOf(call);
    if (!link) return undefined;
    if (link.loader !== "Load") links.unshift(link);
  }
  return links.length > 0 ? { node, links } : undefined;
}

function calledOn(call: PythonNode): PythonNode | undefined {
  const callee = child(call, "func");
  return callee?.kind === "Attribute" ? child(callee, "value") : undefined;
}

function linkOf(call: PythonNode): OptionLink | undefined {
  const callee = child(call, "func");
  const loader = callee && (word(callee, "attr") ?? word(callee, "id"));
  const [argument] = children(call, "args");
  const attribute = dottedName(argument)?.split(".").at(-1) ?? (argument && word(argument, "value"));
  return loader === undefined ? undefined : { call, loader, attribute };
}

/** Options that go against loading: not ours to overrule. */
const REFUSES_LOAD = new Set(["lazyload", "noload", "raiseload", "defer"]);

/** What to insert into options that are there, and which loads they have no place for. */
export interface Merge {
  readonly edits: readonly Edit[];
  /** Options to add to the list, as written. */
  readonly missing: readonly string[];
}

interface Context {
  readonly module: PythonModule;
  readonly writer: OptionWriter;
}

/** Fits a tree of loads into existing options; undefined when an option forbids it or a class cannot be named. */
export function mergeOptions(
  context: Context,
  tree: readonly LoadNode[],
  options: readonly ParsedOption[],
): Merge | undefined {
  return joined(
    tree.map((node) => {
      const same = options.filter((option) => option.links[0]?.attribute === node.step.name);
      return same.length === 0 ? fresh(context, node, options) : extended(context, node, same);
    }),
  );
}

function fresh(context: Context, node: LoadNode, options: readonly ParsedOption[]): Merge | undefined {
  const only = node.step.kind === "column" ? options.find(({ links }) => links[0]?.loader === "load_only") : undefined;
  if (only?.links[0]) return widened(context, node, only.links[0].call);
  const text = writeOption(context.writer, node);
  return text === undefined ? undefined : { edits: [], missing: [text] };
}

/** `load_only(Order.id)` gets the column too. */
function widened({ module, writer }: Context, { step }: LoadNode, call: PythonNode): Merge | undefined {
  const [last, ...others] = children(call, "args").toReversed();
  if (!last || [last, ...others].some((argument) => dottedName(argument)?.split(".").at(-1) === step.name))
    return { edits: [], missing: [] };
  const text = writer.attribute(step);
  return text === undefined ? undefined : { edits: [insertion(module, last.end, `, ${text}`)], missing: [] };
}

/** Several options may begin with the same attribute: each child goes where its own name stands, else to the first. */
function extended(context: Context, node: LoadNode, options: readonly ParsedOption[]): Merge | undefined {
  const [first] = options;
  if (!first || options.some(({ links }) => REFUSES_LOAD.has(links[0]?.loader ?? ""))) return undefined;
  const isPlaced = (below: LoadNode): boolean => options.some((option) => leadsTo(option, below));
  const placed = node.children.filter(isPlaced).map((below) => {
    const homes = options.filter((option) => leadsTo(option, below));
    return extended(
      context,
      below,
      homes.map((home) => ({ ...home, links: home.links.slice(1) })),
    );
  });
  const rest = node.children.filter((below) => !isPlaced(below));
  return joined([{ edits: deepened(context, node, first), missing: [] }, ...placed, continued(context, rest, first)]);
}

function leadsTo({ links }: ParsedOption, below: LoadNode): boolean {
  return links[1]?.attribute === below.step.name;
}

function joined(merges: readonly (Merge | undefined)[]): Merge | undefined {
  const done = merges.filter((merge) => merge !== undefined);
  if (done.length < merges.length) return undefined;
  return { edits: done.flatMap((merge) => merge.edits), missing: done.flatMap((merge) => merge.missing) };
}

/** One level of a tree that is read to any depth becomes all levels. */
function deepened({ module, writer }: Context, { isRecursive }: LoadNode, option: ParsedOption): Edit[] {
  const [link, next] = option.links;
  const [argument] = link ? children(link.call, "args") : [];
  const isOneLevel = link?.loader === "selectinload" && !next && !keywordArgument(link.call, "recursion_depth");
  if (!isRecursive || writer.recursiveLevels !== null || !isOneLevel || !argument) return [];
  return [insertion(module, argument.end, ", recursion_depth=-1")];
}

function continued(context: Context, nodes: readonly LoadNode[], option: ParsedOption): Merge | undefined {
  const { module, writer } = context;
  const [link, next] = option.links;
  if (nodes.length === 0 || !link) return { edits: [], missing: [] };
  if (next?.loader === "options") return insideList(context, nodes, next.call);
  const text = writeBelow(writer, nodes);
  if (text === undefined) return undefined;
  if (!next) return { edits: [insertion(module, link.call.end, text)], missing: [] };
  return { edits: [], missing: [module.text.slice(option.node.start, link.call.end) + text] };
}

function insideList(context: Context, nodes: readonly LoadNode[], call: PythonNode): Merge | undefined {
  const list = children(call, "args");
  const merged = mergeOptions(
    context,
    nodes,
    list.flatMap((argument) => parseOption(argument) ?? []),
  );
  const last = list.at(-1);
  if (!merged || !last || merged.missing.length === 0) return merged;
  const text = merged.missing.map((option) => `, ${option}`).join("");
  return { edits: [...merged.edits, insertion(context.module, last.end, text)], missing: [] };
}

function insertion(module: PythonModule, at: number, text: string): Edit {
  return { path: module.path, start: at, end: at, text };
}

/** `selectinload(Order.items).selectinload(Item.product)`. */
export function writeOption(writer: OptionWriter, node: LoadNode): string | undefined {
  const call = writeCall(writer, node);
  const below = call === undefined ? undefined : writeBelow(writer, node.children);
  return call === undefined || below === undefined ? undefined : `${writer.loader(loaderOf(node.step))}${call}${below}`;
}

function loaderOf(step: LoadStep): string {
  return step.kind === "column" ? "undefer" : "selectinload";
}

function writeCall(writer: OptionWriter, node: LoadNode): string | undefined {
  const attribute = writer.attribute(node.step);
  if (attribute === undefined) return undefined;
  if (!node.isRecursive) return `(${attribute})`;
  if (writer.recursiveLevels === null) return `(${attribute}, recursion_depth=-1)`;
  return `(${attribute})${`.selectinload(${attribute})`.repeat(writer.recursiveLevels - 1)}`;
}

/** The loads below one: chained when there is one, in `.options(...)` when there are several. */
function writeBelow(writer: OptionWriter, nodes: readonly LoadNode[]): string | undefined {
  const [only, second] = nodes;
  if (!only) return "";
  if (!second) {
    const [call, below] = [writeCall(writer, only), writeBelow(writer, only.children)];
    return call === undefined || below === undefined ? undefined : `.${loaderOf(only.step)}${call}${below}`;
  }
  const options = nodes.map((node) => writeOption(writer, node));
  return options.includes(undefined) ? undefined : `.options(${options.join(", ")})`;
}
