import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { child, children, walk, word } from "../../../syntax/tree.ts";
import { isAtLine, ownPlaces } from "../../names/place.ts";
import type { Recipe } from "../recipe.ts";

/** Results with joined collections, which come once for each element. */
export const uniqueResult: Recipe = {
  id: "unique-result",
  title: "A result with joined collections that is read as it is: `.unique()`",
  explanation:
    "A collection that is loaded by a join repeats its owner in the rows; a 2.0 result wants to be told that each is meant once.",
  draft: (input) =>
    ownPlaces(input)
      .flatMap(({ module, frame, message }) => {
        if (!message.startsWith("The unique() method must be invoked on this Result")) return [];
        const edits = [...walk(module.tree)]
          .filter((node) => isAtLine(module, node, frame.line))
          .flatMap((node) => editOf(module, node) ?? []);
        const rationale = "Each object is taken once, however many rows the join has for it.";
        const mayEditTests = input.project.guarded.has(module.path);
        return edits.length === 1 ? [{ edits, rationale, leftAlone: [], mayEditTests }] : [];
      })
      .slice(0, 1),
};

const UNIQUE = /^unique$/;
const SCALARS = /^scalars$/;
const READS = /^(?:all|first|one|one_or_none|fetchall|scalar_one|scalar_one_or_none|scalar)$/;

/** Before the `scalars()` of a result, else before what reads it. */
function editOf(module: PythonModule, call: PythonNode): Edit | undefined {
  const object = calledOn(call, READS);
  if (!object) return undefined;
  const isScalars = children(object, "args").length === 0;
  const result = (isScalars ? calledOn(object, SCALARS) : undefined) ?? object;
  if (calledOn(result, UNIQUE)) return undefined;
  // `(await x)` ends before its parenthesis, the dot comes behind it.
  const end = module.text.indexOf(".", result.end);
  return { path: module.path, start: end, end, text: ".unique()" };
}

/** What a method of such a name is called on. */
function calledOn(call: PythonNode, names: RegExp): PythonNode | undefined {
  const method = call.kind === "Call" ? child(call, "func") : undefined;
  return method?.kind === "Attribute" && names.test(word(method, "attr") ?? "") ? child(method, "value") : undefined;
}
