import type { PythonModule, PythonNode, PythonValue } from "../domain/python.ts";
import { isNode, sourceOf, walk } from "./tree.ts";

/** A file's tree without positions: the same for code that differs in layout, comments, quotes or brackets only. */
export function shapeOf(module: PythonModule): string {
  const plain = (value: PythonValue): unknown => {
    if (isList(value)) return value.map(plain);
    if (!isNode(value)) return value;
    // `1` and `1.0` are the same number here, but not in Python.
    if (typeof value.fields["value"] === "number") return [value.kind, sourceOf(module, value)];
    return [value.kind, Object.entries(value.fields).map(([name, field]) => [name, plain(field)])];
  };
  return JSON.stringify(plain(module.tree));
}

/** How many nodes one tree has that the other has not, both ways; moved nodes count as equal. */
export function nodesApart(before: PythonNode, after: PythonNode): number {
  const counts = new Map<string, number>();
  for (const label of labelsOf(before)) counts.set(label, (counts.get(label) ?? 0) - 1);
  for (const label of labelsOf(after)) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum + Math.abs(count), 0);
}

function labelsOf(tree: PythonNode): string[] {
  return [...walk(tree)].map(({ kind, fields }) =>
    JSON.stringify([kind, ...Object.values(fields).filter((value) => !isNode(value) && !isList(value))]),
  );
}

function isList(value: PythonValue): value is readonly PythonValue[] {
  return Array.isArray(value);
}
