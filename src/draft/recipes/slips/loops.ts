import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { child, children, dottedName, parentOf, walk } from "../../../syntax/tree.ts";

/** A `for`, or one of a comprehension. */
export interface Loop {
  readonly module: PythonModule;
  readonly target: PythonNode;
  /** What it goes over; of `enumerate(x)` that is `x`. */
  readonly iterable: PythonNode;
  /** What runs for each element. */
  readonly body: readonly PythonNode[];
}

/** The plain loops below a node. */
export function loopsIn(module: PythonModule, node: PythonNode): Loop[] {
  return [...walk(node)].flatMap((entry) => loopOf(module, entry) ?? []);
}

function loopOf(module: PythonModule, node: PythonNode): Loop | undefined {
  const isComprehension = node.kind === "comprehension";
  if (node.kind !== "For" && (!isComprehension || node.fields["is_async"] === 1)) return undefined;
  const target = child(node, "target");
  const written = child(node, "iter");
  const iterable = written && counted(written);
  if (!target || !iterable || iterable.start < 0) return undefined;
  const body = isComprehension ? parts(parentOf(module, node)) : children(node, "body");
  return { module, target, iterable, body };
}

function counted(iterable: PythonNode): PythonNode {
  const isEnumerated = iterable.kind === "Call" && dottedName(child(iterable, "func")) === "enumerate";
  return (isEnumerated ? children(iterable, "args")[0] : undefined) ?? iterable;
}

function parts(comprehension: PythonNode | undefined): PythonNode[] {
  if (!comprehension) return [];
  const made = ["elt", "key", "value"].flatMap((field) => child(comprehension, field) ?? []);
  return [...made, ...children(comprehension, "generators").flatMap((entry) => children(entry, "ifs"))];
}
