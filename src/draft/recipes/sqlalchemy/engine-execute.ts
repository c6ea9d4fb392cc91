import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { lineEndOf, lineStart } from "../../../syntax/imports.ts";
import {
  ancestorsOf,
  child,
  children,
  dottedName,
  isFunction,
  enclosingStatement,
  parentOf,
  walk,
  word,
} from "../../../syntax/tree.ts";
import { boundOtherwise, importedNames } from "../../names/bindings.ts";
import { isAtLine, type OwnPlace, ownPlaces } from "../../names/place.ts";
import { callOf, isAttribute } from "../../names/references.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";

/** Statements run by the engine itself, which needs a connection for that now. */
export const engineExecute: Recipe = {
  id: "engine-execute",
  title: "`engine.execute(...)`, which SQLAlchemy 2.0 took away: `with engine.begin() as connection`",
  explanation:
    "An engine of SQLAlchemy 2.0 runs nothing by itself: a connection does, in a transaction that somebody commits.",
  draft: (input) =>
    ownPlaces(input)
      .flatMap((place) => draftAt(input, place))
      .slice(0, 1),
};

const RATIONALE =
  "A connection runs the statement, in a transaction that is committed at the end of the block, as the engine once did by itself.";

function draftAt(input: RecipeInput, { module, frame, message }: OwnPlace): RecipeDraft[] {
  if (!/^'Engine' object has no attribute '(?:execute|scalar)'/.test(message)) return [];
  const shown = engineCalls(module).find((node) => isAtLine(module, node, frame.line));
  const engine = shown && dottedName(child(shown, "value"));
  const name = connectionName(module);
  if (!shown || engine === undefined || name === undefined) return [];
  const same = engineCalls(module).filter((node) => dottedName(child(node, "value")) === engine);
  const blocks = blocksOf(module, same);
  if (!blocks.some((block) => isWithin(shown, block))) return [];
  const edits = blocks.flatMap((block) => inBlock(module, block, { calls: same, engine, name }));
  const left = same.filter((node) => !blocks.some((block) => isWithin(node, block)));
  const note = "Its result is used further on: where the connection ends is a decision.";
  const leftAlone = left.map(({ line }) => ({ path: module.path, line, note }));
  return input.project.guarded.has(module.path) ? [] : [{ edits, rationale: RATIONALE, leftAlone }];
}

function engineCalls(module: PythonModule): PythonNode[] {
  return [...walk(module.tree)].filter((node) => {
    const isRun = node.line > 0 && (isAttribute(node, "execute") || isAttribute(node, "scalar"));
    return isRun && callOf(module, node) !== undefined && dottedName(child(node, "value")) !== undefined;
  });
}

function connectionName(module: PythonModule): string | undefined {
  const isFree = (name: string): boolean =>
    !boundOtherwise(module).has(name) && !importedNames(module).some(({ local }) => local === name);
  return ["connection", "conn"].find(isFree);
}

/** Methods that read all there is before the statement is done. */
const READS =
  /^(?:fetchall|fetchone|first|one|one_or_none|scalar|scalar_one|scalar_one_or_none|all|rowcount|lastrowid|inserted_primary_key)$/;

/** Statements that run in one connection. */
interface Block {
  readonly start: number;
  readonly end: number;
  readonly statements: readonly PythonNode[];
}

/** In source order, none inside another: a result that is kept takes the statements along that read it. */
function blocksOf(module: PythonModule, calls: readonly PythonNode[]): Block[] {
  const statements = [...new Set(calls.flatMap((node) => enclosingStatement(module, node) ?? []))];
  const blocks = statements.flatMap((statement) => {
    const own = calls.filter((node) => isWithin(node, statement));
    const isWhole = isWholeUse(module, statement, own);
    const together = isWhole ? [statement] : readersOf(module, statement, own);
    const [first, last] = [together[0], together.at(-1)];
    return first && last && isFirstOnLine(module, first)
      ? [{ start: first.start, end: last.end, statements: together }]
      : [];
  });
  return blocks.filter((block) => !blocks.some((other) => other !== block && isWithin(block, other)));
}

/** `result = engine.execute(...)` with the statements behind it up to the last one that reads `result`. */
function readersOf(module: PythonModule, statement: PythonNode, own: readonly PythonNode[]): readonly PythonNode[] {
  const isKept = own.length === 1 && statement.fields["value"] === parentOf(module, own[0] ?? statement);
  const name = isKept ? assignedName(statement) : undefined;
  const parent = parentOf(module, statement);
  if (name === undefined || !parent || !isFunction(parent)) return [];
  const siblings = children(parent, "body");
  const last = siblings.findLastIndex((entry) => [...walk(entry)].some((node) => word(node, "id") === name));
  return siblings.slice(siblings.indexOf(statement), last + 1);
}

function assignedName(statement: PythonNode): string | undefined {
  const [target, ...others] = children(statement, "targets");
  return target?.kind === "Name" && others.length === 0 ? word(target, "id") : undefined;
}

/** A simple statement that keeps nothing of the open result, or a loop over it. */
function isWholeUse(module: PythonModule, statement: PythonNode, own: readonly PythonNode[]): boolean {
  if (statement.kind === "For") return own.every((node) => isWithin(node, child(statement, "iter") ?? node));
  if (!["Expr", "Assign", "AnnAssign", "Return", "AugAssign"].includes(statement.kind)) return false;
  return own.every((node) =>
    statement.fields["value"] === parentOf(module, node) ? statement.kind === "Expr" : isRead(module, node),
  );
}

function isRead(module: PythonModule, method: PythonNode): boolean {
  if (isAttribute(method, "scalar")) return true;
  const outer = [...ancestorsOf(module, method)];
  const isReader = outer.some((node) => node.kind === "Attribute" && READS.test(word(node, "attr") ?? ""));
  const isList = outer.some(
    (node) =>
      ["ListComp", "SetComp", "DictComp"].includes(node.kind) ||
      (node.kind === "Call" && /^(?:list|dict|set|tuple|sorted|len|sum)$/.test(dottedName(child(node, "func")) ?? "")),
  );
  return (isReader || isList) && !outer.some(({ kind }) => kind === "Lambda" || kind === "GeneratorExp");
}

function isFirstOnLine(module: PythonModule, statement: PythonNode): boolean {
  return module.text.slice(lineStart(module, statement.start), statement.start).trim() === "";
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function isWithin(inner: Range, outer: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

interface Wanted {
  readonly calls: readonly PythonNode[];
  readonly engine: string;
  readonly name: string;
}

function inBlock(module: PythonModule, block: Block, { calls, engine, name }: Wanted): Edit[] {
  const { path } = module;
  const start = lineStart(module, block.start);
  const indent = module.text.slice(start, block.start);
  const head = `${indent}with ${engine}.begin() as ${name}:${lineEndOf(module)}${STEP}`;
  const replaced = calls
    .filter((node) => isWithin(node, block))
    .flatMap((node) => child(node, "value") ?? [])
    .map((node) => ({ path, start: node.start, end: node.end, text: name }));
  return [{ path, start, end: start, text: head }, ...furtherLines(module, block), ...replaced];
}

const STEP = "    ";

/** The lines of the block but its first, moved in; those within a string are part of it. */
function furtherLines(module: PythonModule, { start, end, statements }: Block): Edit[] {
  const strings = statements
    .flatMap((statement) => [...walk(statement)])
    .filter(
      (node) => node.kind === "JoinedStr" || (node.kind === "Constant" && typeof node.fields["value"] === "string"),
    );
  return [...module.text.slice(start, end).matchAll(/(?:\r\n|\r|\n)(?=[^\r\n])/g)]
    .map((match) => start + match.index + match[0].length)
    .filter((at) => !strings.some((node) => node.start < at && at < node.end))
    .map((at) => ({ path: module.path, start: at, end: at, text: STEP }));
}
