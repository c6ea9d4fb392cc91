import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { walk } from "../../syntax/tree.ts";

const known = new WeakMap<PythonModule, readonly PythonNode[]>();

/** Every node of a module, outer before inner; gone through once, however many rules ask. */
export function walkNodes(module: PythonModule): readonly PythonNode[] {
  const cached = known.get(module);
  if (cached) return cached;
  const nodes = [...walk(module.tree)];
  known.set(module, nodes);
  return nodes;
}
