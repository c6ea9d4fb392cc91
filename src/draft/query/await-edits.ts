import type { Edit } from "../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { child, parentOf } from "../../syntax/tree.ts";
import { needsParentheses } from "./await-place.ts";
import { chainFrom } from "./chain.ts";
import { RESULT_METHODS } from "./coroutines.ts";
import { positionOf } from "./position.ts";

/**
 * Awaits a call where it stands. In `await call().all()` the `await` that is there moves to the call when `moves` says
 * that the methods after it are a result's; else it stays for them.
 */
export function addAwait(module: PythonModule, call: PythonNode, moves: boolean): Edit[] {
  const { path } = module;
  const closing = { path, start: call.end, end: call.end, text: ")" };
  const misplaced = moves ? misplacedAwait(module, call) : undefined;
  if (misplaced) return [{ path, start: misplaced.start, end: call.start, text: "(await " }, closing];
  const isGrouped = needsParentheses(module, call) && positionOf(module, call)?.parentheses === undefined;
  const opening = { path, start: call.start, end: call.start, text: isGrouped ? "(await " : "await " };
  return isGrouped ? [opening, closing] : [opening];
}

/** The `await` in front of `call().method()`. */
function misplacedAwait(module: PythonModule, call: PythonNode): PythonNode | undefined {
  const outer = outerCall(module, call);
  const parent = outer && parentOf(module, outer);
  const isAwait = parent?.kind === "Await" && module.text.slice(parent.start, call.start).trim() === "await";
  return isAwait ? parent : undefined;
}

/** The last call of the result methods behind a call. */
function outerCall(module: PythonModule, call: PythonNode): PythonNode | undefined {
  let outer: PythonNode | undefined;
  let current = call;
  for (let link = chainFrom(module, current).links[0]; link; link = chainFrom(module, current).links[0]) {
    if (!RESULT_METHODS.has(link.name)) return undefined;
    outer = link.call;
    current = link.call;
  }
  return outer;
}

/** Takes the `await` before a value away, with parentheses that only it needed. */
export function dropAwait(module: PythonModule, awaited: PythonNode): Edit[] {
  const value = child(awaited, "value");
  if (!value || awaited.start < 0 || module.text.slice(awaited.start, value.start).trim() !== "await") return [];
  const { path } = module;
  const group = needsParentheses(module, awaited) ? positionOf(module, awaited)?.parentheses : undefined;
  const isTight = group && group.open + 1 === awaited.start && group.close === awaited.end;
  if (!isTight) return [{ path, start: awaited.start, end: value.start, text: "" }];
  return [
    { path, start: group.open, end: value.start, text: "" },
    { path, start: group.close, end: group.close + 1, text: "" },
  ];
}
