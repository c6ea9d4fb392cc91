import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { child, children, dottedName, enclosingFunction } from "../../../syntax/tree.ts";
import type { OwnPlace } from "../../names/place.ts";
import { fullName, lastPart } from "../../names/references.ts";
import { followValue } from "../../sqlalchemy/values.ts";
import type { RecipeInput } from "../recipe.ts";

/** What was appended: a table or column itself, one row, or a list of either. */
export type Appended = "frame" | "row" | "frames" | "rows" | "list" | "unknown";

/** Told by the expression, by the types of the variables when it failed, by what a name was given. */
export function appendedBy(input: RecipeInput, place: OwnPlace, node: PythonNode): Appended {
  const written = byExpression(place.module, node);
  if (written !== "unknown") return written;
  if (node.kind === "List") return byElements(children(node, "elts").map((entry) => appendedBy(input, place, entry)));
  const name = dottedName(node);
  const type = name === undefined ? undefined : place.frame.locals?.[name];
  if (type !== undefined && node.kind === "Name") return refined(input, place, { node, kind: byType(lastPart(type)) });
  return enclosingFunction(place.module, node) ? followed(input, place, node) : "unknown";
}

/** A list's type tells nothing of what is in it. */
function refined(
  input: RecipeInput,
  place: OwnPlace,
  { node, kind }: { readonly node: PythonNode; readonly kind: Appended },
): Appended {
  if (kind !== "list") return kind;
  const value = followed(input, place, node);
  return value === "unknown" ? "list" : value;
}

function followed(input: RecipeInput, place: OwnPlace, node: PythonNode): Appended {
  const value = followValue(input.project, { module: place.module, node });
  return value && value.node !== node ? byExpression(value.module, value.node) : "unknown";
}

const FRAMES = /^pandas\.(?:DataFrame|concat|merge|read_\w+|json_normalize|pivot_table|crosstab)(?:\.from_\w+)?$/;

function byExpression(module: PythonModule, node: PythonNode): Appended {
  if (node.kind === "Dict" || node.kind === "DictComp") return "row";
  if (node.kind === "ListComp") return inList(byExpression(module, child(node, "elt") ?? node));
  if (node.kind === "List") return byElements(children(node, "elts").map((entry) => byExpression(module, entry)));
  return node.kind === "Call" ? byCall(module, child(node, "func")) : "unknown";
}

function byCall(module: PythonModule, called: PythonNode | undefined): Appended {
  const name = fullName(module, called) ?? dottedName(called) ?? "";
  if (name === "pandas.Series" || name === "dict") return "row";
  return FRAMES.test(name) ? "frame" : "unknown";
}

function byElements(kinds: readonly Appended[]): Appended {
  const [first, ...others] = new Set(kinds);
  return first !== undefined && others.length === 0 ? inList(first) : "unknown";
}

function inList(kind: Appended): Appended {
  return kind === "row" ? "rows" : kind === "frame" ? "frames" : "unknown";
}

const TYPES: Readonly<Record<string, Appended>> = {
  DataFrame: "frame",
  GeoDataFrame: "frame",
  Series: "row",
  dict: "row",
  OrderedDict: "row",
  defaultdict: "row",
  list: "list",
  tuple: "list",
};

function byType(type: string): Appended {
  return TYPES[type] ?? "unknown";
}
