import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { child, parentOf, sourceOf } from "../../../syntax/tree.ts";
import type { Recipe } from "../recipe.ts";
import {
  attributeName,
  callsIn,
  draftByLine,
  isLoose,
  operand,
  plainArguments,
  replaced,
  type Rewrite,
} from "./line-rewrite.ts";

/** Mappings of Python 2 that had `has_key`. */
export const hasKey: Recipe = {
  id: "has-key",
  title: "`d.has_key(k)`: `k in d`",
  explanation: "Mappings of Python 3 have no method `has_key`: the operator `in` asks for a key.",
  draft: (input) =>
    draftByLine(input, {
      message:
        /'(?:collections\.)?(?:dict|OrderedDict|defaultdict|Counter|_Environ|mappingproxy|\w{1,80}Dict)' object has no attribute 'has_key'/,
      rationale: "Python 3 has no `has_key`; `in` asks the same.",
      rewrites: (module) =>
        callsIn(module, (called) => attributeName(called) === "has_key").flatMap(
          (call) => rewriteOf(module, call) ?? [],
        ),
    }),
};

function rewriteOf(module: PythonModule, call: PythonNode): Rewrite | undefined {
  const [key, ...others] = plainArguments(call) ?? [];
  const method = child(call, "func");
  const mapping = method && child(method, "value");
  if (!key || !mapping || others.length > 0) return undefined;
  const negation = negationOf(module, call);
  const node = negation ?? call;
  const text = `${operand(module, key)} ${negation ? "not in" : "in"} ${sourceOf(module, mapping)}`;
  return { node, edits: () => [replaced(module, node, isLoose(module, node) ? text : `(${text})`)] };
}

/** The `not` in front, where it stands for itself. */
function negationOf(module: PythonModule, call: PythonNode): PythonNode | undefined {
  const parent = parentOf(module, call);
  const isDenied = parent?.kind === "UnaryOp" && child(parent, "op")?.kind === "Not";
  return isDenied && isLoose(module, parent) ? parent : undefined;
}
