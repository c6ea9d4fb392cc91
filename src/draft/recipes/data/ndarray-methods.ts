import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { child, children, dottedName, parentOf, sourceOf, walk } from "../../../syntax/tree.ts";
import { isConditional } from "../../names/conditional.ts";
import { isAtLine, type OwnPlace, ownPlaces } from "../../names/place.ts";
import { callOf, isAttribute, isRead } from "../../names/references.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { keywordNames, plainArguments } from "./call-edits.ts";

/** Methods that numpy's arrays no longer have and that need other words. */
export const ndarrayMethods: Recipe = {
  id: "ndarray-methods",
  title: "`itemset` and `newbyteorder` of a numpy array: an assignment, and a view",
  explanation: "Arrays of numpy 2 no longer have these methods; an assignment or a view of another type does the same.",
  draft: (input) =>
    ownPlaces(input)
      .flatMap((place) => draftAt(input, place))
      .slice(0, 1),
};

const GONE =
  /ndarray' object has no attribute '(itemset|newbyteorder)'|`(itemset|newbyteorder)` was removed from the ndarray class/;

function draftAt(input: RecipeInput, { module, frame, message }: OwnPlace): RecipeDraft[] {
  const found = GONE.exec(message.slice(0, 1000));
  const name = found?.[1] ?? found?.[2];
  if (name === undefined) return [];
  const change = name === "itemset" ? assigned : viewed;
  const calls = [...walk(module.tree)]
    .filter((node) => isAttribute(node, name) && node.line > 0 && isRead(node) && !isConditional(module, node))
    .flatMap((method) => callOf(module, method) ?? []);
  const changed = calls.flatMap((call) => {
    const edit = change(module, call);
    return edit ? [{ call, edit }] : [];
  });
  if (!changed.some(({ call }) => isAtLine(module, call, frame.line))) return [];
  return [
    {
      edits: changed.map(({ edit }) => edit),
      rationale: `Arrays no longer have \`${name}\`; ${name === "itemset" ? "an assignment" : "a view of the other byte order"} does the same.`,
      leftAlone: [],
      mayEditTests: input.project.guarded.has(module.path),
    },
  ];
}

/** `a.itemset(2, v)` as `a.flat[2] = v`: a number counts through all dimensions, a tuple has one for each. */
function assigned(module: PythonModule, call: PythonNode): Edit | undefined {
  const values = plainArguments(call);
  const value = values?.at(-1);
  if (!values || !value || keywordNames(call).length > 0 || parentOf(module, call)?.kind !== "Expr") return undefined;
  const object = objectOf(module, call);
  const place = placeOf(module, object, values.slice(0, -1));
  const text = `${place} = ${sourceOf(module, value)}`;
  return { path: module.path, start: call.start, end: call.end, text };
}

function placeOf(module: PythonModule, object: string, indexes: readonly PythonNode[]): string {
  const [only, ...others] = indexes;
  if (!only) return `${object}[...]`;
  const text = indexes.map((index) => sourceOf(module, index)).join(", ");
  if (others.length > 0) return `${object}[${text}]`;
  if (only.kind !== "Tuple") return `${object}.flat[${text}]`;
  return `${object}[${children(only, "elts")
    .map((part) => sourceOf(module, part))
    .join(", ")}]`;
}

/** `a.newbyteorder("<")` as `a.view(a.dtype.newbyteorder("<"))`; for an object that a plain name stands for. */
function viewed(module: PythonModule, call: PythonNode): Edit | undefined {
  const method = child(call, "func");
  const name = dottedName(method && child(method, "value"));
  if (!method || name === undefined || /(?:^|\.)dtype$/.test(name)) return undefined;
  const object = objectOf(module, call);
  const rest = module.text.slice(method.end, call.end);
  return {
    path: module.path,
    start: call.start,
    end: call.end,
    text: `${object}.view(${object}.dtype.newbyteorder${rest})`,
  };
}

function objectOf(module: PythonModule, call: PythonNode): string {
  const method = child(call, "func");
  const object = method && child(method, "value");
  return object ? sourceOf(module, object) : "";
}
