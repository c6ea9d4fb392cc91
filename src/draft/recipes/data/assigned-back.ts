import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { child, sourceOf, word } from "../../../syntax/tree.ts";
import { dropArgument, keywordIn } from "../../names/arguments.ts";
import { type Column, columnOf, type Types } from "./column.ts";

/** What of a table a statement changes, and how it is to be written. */
export interface ColumnChange {
  readonly column: Column;
  readonly edits: readonly Edit[];
}

/** Methods that give a column with the same rows in the same order; after others the table would take rows back by name. */
const KEEPS_ROWS = /^(?:fillna|ffill|bfill|replace|interpolate|clip|where|mask)$/;

/** `df["a"].fillna(0, inplace=True)` as `df["a"] = df["a"].fillna(0)`; undefined for other statements. */
export function assignedBack(module: PythonModule, statement: PythonNode, types: Types): ColumnChange | undefined {
  const call = child(statement, "value");
  const taken = call && takenBy(call);
  const column = columnOf(module, taken, types);
  const inplace = call && keywordIn(module, call, "inplace");
  if (!taken || !column || inplace?.value.fields["value"] !== true) return undefined;
  const start = { path: module.path, start: call.start, end: call.start, text: `${sourceOf(module, taken)} = ` };
  return { column, edits: [start, dropArgument(module, inplace)] };
}

/** What such a method is called on. */
function takenBy(call: PythonNode): PythonNode | undefined {
  const called = call.kind === "Call" ? child(call, "func") : undefined;
  return called && KEEPS_ROWS.test(word(called, "attr") ?? "") ? child(called, "value") : undefined;
}
