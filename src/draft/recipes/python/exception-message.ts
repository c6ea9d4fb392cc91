import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { ancestorsOf, child, children, walk, word } from "../../../syntax/tree.ts";
import { boundOtherwise } from "../../names/bindings.ts";
import { isRead } from "../../names/references.ts";
import type { Recipe } from "../recipe.ts";
import { attributeName, draftByLine, replaced, type Rewrite } from "./line-rewrite.ts";

/** Exceptions of Python 2 had a `message`. */
export const exceptionMessage: Recipe = {
  id: "exception-message",
  title: "`error.message` of an exception: `str(error)`",
  explanation: "Exceptions of Python 3 have no attribute `message`; their text is what `str` makes of them.",
  draft: (input) =>
    draftByLine(input, {
      message: /'[\w.]{1,200}' object has no attribute 'message'/,
      rationale: "Exceptions have had no `message` since Python 3; `str` gives their text.",
      rewrites: (module) =>
        boundOtherwise(module).has("str")
          ? []
          : [...walk(module.tree)].flatMap((node) => rewriteOf(module, node) ?? []),
    }),
};

function rewriteOf(module: PythonModule, node: PythonNode): Rewrite | undefined {
  const caught = child(node, "value");
  if (attributeName(node) !== "message" || !isRead(node) || caught?.kind !== "Name") return undefined;
  const name = word(caught, "id") ?? "";
  const handler = [...ancestorsOf(module, node)].find(
    (outer) => outer.kind === "ExceptHandler" && word(outer, "name") === name,
  );
  if (!handler || isBoundAgain(handler, name)) return undefined;
  return { node, edits: () => [replaced(module, node, `str(${name})`)] };
}

function isBoundAgain(handler: PythonNode, name: string): boolean {
  return children(handler, "body").some((statement) =>
    [...walk(statement)].some((node) => node.kind === "Name" && word(node, "id") === name && !isRead(node)),
  );
}
