import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { child, dottedName, sourceOf, word } from "../../../syntax/tree.ts";
import { lastPart } from "../../names/references.ts";

/** Type names of local variables, by their names. */
export type Types = Readonly<Record<string, string>>;

/** One column taken out of a table: `df["a"]`, `self.orders["a"]`, or `df.a` where `df` is known to be a table. */
export interface Column {
  readonly table: PythonNode;
  /** How the table is written. */
  readonly tableText: string;
  /** Python code for the column's name. */
  readonly text: string;
  /** Where the name ends in the file. */
  readonly end: number;
}

/** What finds rows of a table or column. */
export const INDEXER = /^(?:loc|at|iloc|iat)$/;

/** Undefined for everything else, for names that may be masks of rows, and for tables of which we know that they are none. */
export function columnOf(module: PythonModule, node: PythonNode | undefined, types: Types): Column | undefined {
  const table = node && child(node, "value");
  const tableText = dottedName(table);
  if (!table || tableText === undefined) return undefined;
  const place = { table, tableText };
  const type = types[tableText];
  const isTable = type !== undefined && /^(?:Data|GeoData)Frame$/.test(lastPart(type));
  if (node.kind === "Attribute") return isTable ? byAttribute(node, place) : undefined;
  return isTable || type === undefined ? byName(module, child(node, "slice"), { place, types }) : undefined;
}

type Place = Pick<Column, "table" | "tableText">;

function byAttribute(node: PythonNode, place: Place): Column | undefined {
  const name = word(node, "attr") ?? "";
  return INDEXER.test(name) ? undefined : { ...place, text: JSON.stringify(name), end: node.end };
}

function byName(
  module: PythonModule,
  name: PythonNode | undefined,
  { place, types }: { readonly place: Place; readonly types: Types },
): Column | undefined {
  if (!name || !isColumnName(name, types)) return undefined;
  const isPlain = /^\s*\[\s*$/.test(module.text.slice(place.table.end, name.start));
  return isPlain ? { ...place, text: sourceOf(module, name), end: name.end } : undefined;
}

function isColumnName(node: PythonNode, types: Types): boolean {
  if (node.kind === "Name") return types[word(node, "id") ?? ""] === "str";
  return node.kind === "Constant" && ["string", "number"].includes(typeof node.fields["value"]);
}
