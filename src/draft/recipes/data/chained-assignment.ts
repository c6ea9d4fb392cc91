import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { child, children, enclosingFunction, walk, word } from "../../../syntax/tree.ts";
import { isConditional } from "../../names/conditional.ts";
import { isAtLine, type OwnPlace, ownPlaces } from "../../names/place.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { assignedBack, type ColumnChange } from "./assigned-back.ts";
import { type Column, columnOf, INDEXER, type Types } from "./column.ts";

/** `df["a"][rows] = value` and `df["a"].fillna(0, inplace=True)`, which change a copy since pandas 3. */
export const chainedAssignment: Recipe = {
  id: "chained-assignment",
  title: "A value set on a copy of a column: `.loc` on the table, or the column assigned back",
  explanation:
    'Since pandas 3 `df["a"]` is a copy in its own right: what is set on it, or done to it in place, never reaches the table.',
  draft: (input) =>
    ownPlaces(input)
      .flatMap((place) => draftAt(input, place))
      .slice(0, 1),
};

const SYMPTOM = /^ChainedAssignmentError\b|through chained assignment/;

function draftAt(input: RecipeInput, place: OwnPlace): RecipeDraft[] {
  const { module, frame, message } = place;
  if (!SYMPTOM.test(message.slice(0, 1000)) || input.project.guarded.has(module.path)) return [];
  const changes = [...walk(module.tree)]
    .flatMap((node) => changeOf(place, node) ?? [])
    .filter(({ node }) => !isConditional(module, node));
  const shown = changes.filter(({ node }) => isAtLine(module, node, frame.line));
  if (shown.length === 0) return [];
  const scopeOf = ({ node, table }: Change): string => `${enclosingFunction(module, node)?.start ?? ""} ${table}`;
  // Elsewhere it may be a dictionary of columns: the same name in the same function is the same table.
  const scopes = new Set(shown.map((change) => scopeOf(change)));
  return [
    {
      edits: changes.filter((change) => scopes.has(scopeOf(change))).flatMap(({ edits }) => edits),
      rationale: "What is set on a column taken out of the table changes a copy; now it is set on the table itself.",
      leftAlone: [],
    },
  ];
}

interface Change {
  readonly node: PythonNode;
  /** How the table is written. */
  readonly table: string;
  readonly edits: readonly Edit[];
}

function changeOf({ module, frame: { locals = {} } }: OwnPlace, node: PythonNode): Change | undefined {
  const found = node.kind === "Expr" ? assignedBack(module, node, locals) : setOn(module, node, locals);
  return found && { node, table: found.column.tableText, edits: found.edits };
}

/** Rows set on a column, as rows and column set on the table; undefined for other statements. */
function setOn(module: PythonModule, statement: PythonNode, types: Types): ColumnChange | undefined {
  const target = targetOf(statement);
  const index = target && child(target, "slice");
  const below = target && columnBelow(module, child(target, "value"), types);
  if (!index || !below || !isRow(index, below) || !isPlain(module, target, below.column)) return undefined;
  const { column, indexer = "loc" } = below;
  const isByPlace = indexer === "iloc" || indexer === "iat";
  const last = isByPlace ? `${column.tableText}.columns.get_loc(${column.text})` : column.text;
  const { path } = module;
  return {
    column,
    edits: [
      { path, start: column.table.end, end: index.start, text: `.${indexer}[` },
      { path, start: index.end, end: index.end, text: `, ${last}` },
    ],
  };
}

/** Nothing stands around the rows that the edits would lose: no parentheses, no comment. */
function isPlain({ text }: PythonModule, target: PythonNode, { end }: Column): boolean {
  const index = child(target, "slice") ?? target;
  return AFTER_COLUMN.test(text.slice(end, index.start)) && /^\s*\]$/.test(text.slice(index.end, target.end));
}

/** `]` of the column, with an indexer where there is one, up to the rows. */
const AFTER_COLUMN = /^\s*\]?\s*(?:\.\s*(?:loc|at|iloc|iat)\s*)?\[\s*$/;

/** The one place that an assignment sets. */
function targetOf(node: PythonNode): PythonNode | undefined {
  const targets = node.kind === "Assign" ? children(node, "targets") : [];
  const target = node.kind === "AugAssign" ? child(node, "target") : targets[0];
  return targets.length < 2 && target?.kind === "Subscript" ? target : undefined;
}

interface Below {
  readonly column: Column;
  /** What finds the rows; undefined where the column itself does. */
  readonly indexer: string | undefined;
}

function columnBelow(module: PythonModule, node: PythonNode | undefined, types: Types): Below | undefined {
  const indexer = node?.kind === "Attribute" ? word(node, "attr") : undefined;
  const isIndexed = indexer !== undefined && INDEXER.test(indexer);
  const column = columnOf(module, isIndexed ? node && child(node, "value") : node, types);
  return column && { column, indexer: isIndexed ? indexer : undefined };
}

/** A plain slice of a column counts rows, and one of `loc` names them; two indexes belong to something else. */
function isRow(index: PythonNode, { indexer }: Below): boolean {
  const isWhole = ["lower", "upper", "step"].every((part) => child(index, part) === undefined);
  return index.kind !== "Tuple" && (index.kind !== "Slice" || indexer !== undefined || isWhole);
}
