import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { child, children, sourceOf, word } from "../../../syntax/tree.ts";
import { keywordIn } from "../../names/arguments.ts";
import type { Recipe } from "../recipe.ts";
import { attributeName, callsIn, draftByLine, type Rewrite } from "./line-rewrite.ts";

const WANTED = { source: "functools", name: "cmp_to_key" };

/** Sorting by a function of two elements. */
export const sortByCmp: Recipe = {
  id: "sort-by-cmp",
  title: "`sorted(rows, cmp=compare)`: `key=cmp_to_key(compare)`",
  explanation: "Sorting takes a key alone in Python 3, no function that compares two elements.",
  draft: (input) =>
    draftByLine(input, {
      message: /'cmp' is an invalid keyword argument|unexpected keyword argument 'cmp'/,
      rationale: "Python 3 sorts by a key; `cmp_to_key` makes one of a function that compares.",
      rewrites: (module) =>
        callsIn(module, (called) => word(called, "id") === "sorted" || attributeName(called) === "sort").flatMap(
          (call) => rewriteOf(module, call) ?? [],
        ),
    }),
};

function rewriteOf(module: PythonModule, call: PythonNode): Rewrite | undefined {
  const argument = keywordIn(module, call, "cmp");
  const hasKey = children(call, "keywords").some((entry) => word(entry, "arg") === "key");
  if (!argument || hasKey || child(call, "func") === undefined) return undefined;
  const { start, end, value } = argument;
  const source = sourceOf(module, value);
  return {
    node: call,
    wants: [WANTED],
    edits: (spelling) => [{ path: module.path, start, end, text: `key=${spelling(WANTED.name)}(${source})` }],
  };
}
