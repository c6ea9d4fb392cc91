import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { child, children, dottedName, lastLine, walk, word } from "../../../syntax/tree.ts";
import { methodCall } from "../../query/coroutines.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { isBuiltinAt } from "./builtins.ts";
import { type FailingLine, failingLines, unique } from "./failing-line.ts";
import { type Loop, loopsIn } from "./loops.ts";

/** Loops over what they change. */
export const changedWhileIterating: Recipe = {
  id: "changed-while-iterating",
  title: "A dictionary or set that a loop over it changes: the loop goes over a copy",
  explanation:
    "Python stops a loop over a dictionary, set or deque as soon as its size changes, so a loop that adds or removes entries must go over a list of them.",
  draft: draftCopies,
};

const CHANGED =
  /^(dictionary changed size|dictionary keys changed|Set changed size|OrderedDict mutated|deque mutated) during iteration/;
const VIEWS = new Set(["keys", "values", "items"]);
/** What already goes over something of its own. */
const COPIES = /^(list|tuple|sorted|set|frozenset|dict|range)$/;
const MUTATING = new Set(
  "pop popitem clear update setdefault add discard remove append appendleft popleft extend move_to_end".split(" "),
);
/** Modules by which other threads come in: then a copy can fail in the same way. */
const THREADS = /^(threading|_thread|concurrent|multiprocessing|gevent|eventlet)\b/;

function draftCopies(input: RecipeInput): RecipeDraft[] {
  const lines = failingLines(input, CHANGED);
  const loops = unique(lines.flatMap((line) => failingLoop(input, line) ?? []));
  const [first] = lines;
  if (loops.length === 0 || !first) return [];
  const others = unique(lines.map(({ module }) => module)).flatMap((module) => alikeIn(module));
  const chosen = [...new Map([...loops, ...others].map((loop) => [loop.iterable, loop])).values()];
  return [{ edits: chosen.flatMap(copyEdits), rationale: RATIONALE, leftAlone: [] }];
}

const RATIONALE = "The loop changes what it goes over; it now goes over a list made before the first change.";

/** The one loop at the line that can be meant. */
function failingLoop(input: RecipeInput, line: FailingLine): Loop | undefined {
  const { module, frame } = line;
  const atLine = loopsIn(module, line.scope).filter(
    ({ iterable }) => iterable.line <= frame.line && frame.line <= lastLine(module, iterable),
  );
  const open = atLine.filter((loop) => isOpen(loop));
  const [first, ...others] = open.some(changesItself) ? open.filter(changesItself) : open;
  if (!first || others.length > 0) return undefined;
  return changesItself(first) || mayChange(input, first) ? first : undefined;
}

/** A name, an attribute or a view, so that it goes over the thing itself. */
function isOpen({ module, iterable }: Loop): boolean {
  if (!isBuiltinAt(module, iterable, "list")) return false;
  const called = iterable.kind === "Call" ? dottedName(child(iterable, "func")) : undefined;
  return called === undefined || !COPIES.test(called);
}

/** A call in the body may change it, or whoever takes what a generator yields; else it was another thread. */
function mayChange(input: RecipeInput, { body }: Loop): boolean {
  const isThreaded = [...input.project.modules.values()].some((module) =>
    [...walk(module.tree)].some(
      (node) =>
        (node.kind === "ImportFrom" && THREADS.test(word(node, "module") ?? "")) ||
        (node.kind === "Import" && children(node, "names").some((alias) => THREADS.test(word(alias, "name") ?? ""))),
    ),
  );
  const kinds = new Set(["Call", "Yield", "Await", "Delete", "Assign"]);
  return !isThreaded && body.some((part) => [...walk(part)].some(({ kind }) => kinds.has(kind)));
}

/** What a view is of, else the thing itself. */
function subjectOf(iterable: PythonNode): string | undefined {
  const called = methodCall(iterable);
  const isView = called !== undefined && VIEWS.has(called.method) && children(iterable, "args").length === 0;
  return dottedName(isView ? called.base : iterable);
}

/** The body adds to or takes from the very thing that the loop goes over. */
function changesItself(loop: Loop): boolean {
  const subject = subjectOf(loop.iterable);
  return subject !== undefined && changesOf(loop, subject).length > 0;
}

function changesOf({ body }: Loop, subject: string): PythonNode[] {
  return body
    .flatMap((part) => [...walk(part)])
    .filter((node) => {
      const called = methodCall(node);
      if (called) return MUTATING.has(called.method) && dottedName(called.base) === subject;
      const isStored = node.kind === "Subscript" && child(node, "ctx")?.kind !== "Load";
      return isStored && dottedName(child(node, "value")) === subject;
    });
}

/** Other loops of the file that surely fail: they take their own keys out of a dictionary and go on. */
function alikeIn(module: PythonModule): Loop[] {
  return loopsIn(module, module.tree).filter((loop) => {
    const subject = subjectOf(loop.iterable);
    const goesOn = !loop.body.some((part) => [...walk(part)].some(({ kind }) => ["Break", "Return"].includes(kind)));
    return (
      subject !== undefined && goesOn && isOpen(loop) && changesOf(loop, subject).some((node) => takesOut(node, loop))
    );
  });
}

function takesOut(node: PythonNode, { target, iterable }: Loop): boolean {
  const isDeleted = node.kind === "Subscript" && child(node, "ctx")?.kind === "Del";
  const isPair = target.kind === "Tuple";
  const key = isPair ? children(target, "elts")[0] : target;
  return isDeleted && isSameName(key, child(node, "slice")) && viewOf(iterable) === (isPair ? "items" : "keys");
}

function isSameName(first: PythonNode | undefined, second: PythonNode | undefined): boolean {
  return first?.kind === "Name" && dottedName(first) === dottedName(second);
}

function viewOf(iterable: PythonNode): string {
  return methodCall(iterable)?.method ?? "keys";
}

function copyEdits({ module: { path }, iterable }: Loop): Edit[] {
  return [
    { path, start: iterable.start, end: iterable.start, text: "list(" },
    { path, start: iterable.end, end: iterable.end, text: ")" },
  ];
}
