import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { child, sourceOf } from "../../../syntax/tree.ts";

const TYPES: readonly (readonly [RegExp, string])[] = [
  [/^(?:True|False)$/, "bool"],
  [/^[rR]?[bB][rR]?["']/, "bytes"],
  [/^[rRuU]?["']/, "str"],
  [/^(?:\d[\d_]*|0[xX][\da-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+)$/, "int"],
  [/^(?=[\d.])[\d_]*\.?[\d_]*(?:[eE][+-]?\d+)?$/, "float"],
];

/** The type of a value that is written out, by its looks: the tree does not tell `1.0` from `1`. Undefined for None and `...`. */
export function literalType(module: PythonModule, node: PythonNode | undefined): string | undefined {
  switch (node?.kind ?? "") {
    case "JoinedStr":
      return "str";
    case "List":
      return "list";
    case "Dict":
      return "dict";
    case "UnaryOp":
      return node && literalType(module, child(node, "operand"));
    case "Constant":
      return node && constantType(sourceOf(module, node));
    default:
      return undefined;
  }
}

function constantType(source: string): string | undefined {
  return source === "..." ? undefined : TYPES.find(([looks]) => looks.test(source))?.[1];
}
