import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { child, children, parentOf } from "../../syntax/tree.ts";

const COMPREHENSIONS = new Set(["ListComp", "SetComp", "DictComp", "GeneratorExp"]);
const CLOSED = new Set(["FunctionDef", "Lambda", "ClassDef"]);

/**
 * True where Python allows `await` without changing what the code around it is: in the body of an `async def`, in the
 * first iterable of a comprehension, and in one level of list, set or dict comprehension (two levels need Python
 * 3.11; a generator expression would become an asynchronous one).
 */
export function canAwait(module: PythonModule, node: PythonNode): boolean {
  if (node.start < 0) return false;
  let inner = node;
  let innermost = node;
  let levels = 0;
  for (let outer = parentOf(module, inner); outer; outer = parentOf(module, inner)) {
    if (outer.kind === "AsyncFunctionDef") return children(outer, "body").includes(inner);
    if (CLOSED.has(outer.kind)) return false;
    if (COMPREHENSIONS.has(outer.kind) && !isEvaluatedOutside(outer, inner, innermost)) {
      levels++;
      if (outer.kind === "GeneratorExp" || levels > 1) return false;
    }
    innermost = inner;
    inner = outer;
  }
  return false;
}

/** Only the first iterable of a comprehension runs in the function around it. */
function isEvaluatedOutside(comprehension: PythonNode, inner: PythonNode, innermost: PythonNode): boolean {
  return children(comprehension, "generators")[0] === inner && child(inner, "iter") === innermost;
}

/** True when `await x` must stand in parentheses here: something is done with its value before the await could. */
export function needsParentheses(module: PythonModule, node: PythonNode): boolean {
  const parent = parentOf(module, node);
  if (!parent) return false;
  if (parent.kind === "Attribute" || parent.kind === "Subscript") return child(parent, "value") === node;
  return parent.kind === "Await" || (parent.kind === "Call" && child(parent, "func") === node);
}
