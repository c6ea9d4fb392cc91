import type { TestEvidence } from "../domain/evidence.ts";
import type { Failure } from "../domain/failure.ts";
import type { FileChange } from "../domain/patch.ts";
import type { PythonModule, PythonNode } from "../domain/python.ts";
import { lastLine, walk } from "../syntax/tree.ts";
import { diffLines, splitLines } from "../text/line-diff.ts";

const ASYNC_NODES = new Set(["AsyncFunctionDef", "Await", "AsyncWith", "AsyncFor"]);
/** Exceptions and words of event loops, greenlets and threads, of whatever library. */
const TYPES = /(^|\.)(MissingGreenlet|CancelledError|InvalidStateError|IllegalStateChangeError|BrokenBarrierError)$/;
const WORDS = /\b(greenlet|coroutine|event loop|never awaited|deadlock|another operation is in progress|thread)\b/i;

/** Whether what was mended is about things that happen at the same time, by what failed. */
export function failsByConcurrency(failures: readonly Failure[], evidence: TestEvidence): boolean {
  const raised = [...failures.flatMap(({ exception, chain }) => [exception, ...chain]), ...evidence.raised];
  const isNamed = raised.some(
    ({ type, message }) => TYPES.test(type ?? "") || WORDS.test((message ?? "").slice(0, 500)),
  );
  return isNamed || evidence.neverAwaited.length > 0;
}

/** Whether the lines that a change takes or brings belong to code that awaits, on either side of it. */
export function changesAsyncCode(
  { before, after }: FileChange,
  modules: { readonly before: PythonModule | undefined; readonly after: PythonModule | undefined },
): boolean {
  const hunks = diffLines(splitLines(before), splitLines(after));
  const old = hunks.map(({ beforeStart, beforeEnd }) => ({ first: beforeStart + 1, last: beforeEnd }));
  const fresh = hunks.map(({ afterStart, afterEnd }) => ({ first: afterStart + 1, last: afterEnd }));
  return touchesAsync(modules.before, old) || touchesAsync(modules.after, fresh);
}

interface Lines {
  readonly first: number;
  readonly last: number;
}

function touchesAsync(module: PythonModule | undefined, ranges: readonly Lines[]): boolean {
  if (module === undefined) return false;
  const isTouched = (node: PythonNode): boolean =>
    ranges.some(({ first, last }) => node.line <= last && lastLine(module, node) >= first);
  return [...walk(module.tree)].some((node) => ASYNC_NODES.has(node.kind) && isTouched(node));
}
