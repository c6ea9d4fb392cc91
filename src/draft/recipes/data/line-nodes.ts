import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { walk } from "../../../syntax/tree.ts";
import { isAtLine } from "../../names/place.ts";

/** The nodes of the statements that hold a line; of a compound statement those that stand on the line themselves. */
export function nodesOnLine(module: PythonModule, line: number): PythonNode[] {
  return [...walk(module.tree)].filter((node) => node.line > 0 && isAtLine(module, node, line));
}
