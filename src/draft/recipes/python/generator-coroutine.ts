import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { lineStart, lineEnd } from "../../../syntax/imports.ts";
import { child, children, isFunction, walk, walkScope } from "../../../syntax/tree.ts";
import { fullName } from "../../names/references.ts";
import type { Recipe } from "../recipe.ts";
import { draftByLine, operand, type Rewrite } from "./line-rewrite.ts";

/** Coroutines written as generators. */
export const generatorCoroutine: Recipe = {
  id: "generator-coroutine",
  title: "`@asyncio.coroutine` and `yield from`: `async def` and `await`",
  explanation:
    "Python 3.11 took away `asyncio.coroutine`, which made coroutines of generators; `async def` makes them.",
  draft: (input) =>
    draftByLine(input, {
      message:
        /has no attribute 'coroutine'|cannot import name 'coroutine' from 'asyncio|"@coroutine" decorator is deprecated/,
      rationale: "`asyncio.coroutine` is gone; `async def` with `await` does the same.",
      rewrites: rewritesIn,
    }),
};

/** Every such function of a file, or none: the decorator is gone for all of them. */
function rewritesIn(module: PythonModule): Rewrite[] {
  const functions = [...walk(module.tree)].filter(
    (node) => isFunction(node) && decoratorOf(module, node) !== undefined,
  );
  const rewrites = functions.map((node) => rewriteOf(module, node));
  if (rewrites.includes(undefined)) return [];
  const found = rewrites.flatMap((rewrite) => rewrite ?? []);
  return [...found, ...importsOf(module, found)];
}

function decoratorOf(module: PythonModule, node: PythonNode): PythonNode | undefined {
  return children(node, "decorator_list").find((entry) => fullName(module, entry) === "asyncio.coroutine");
}

function rewriteOf(module: PythonModule, node: PythonNode): Rewrite | undefined {
  const decorator = decoratorOf(module, node);
  const own = children(node, "body").flatMap((statement) => (isInner(statement) ? [] : [...walkScope(statement)]));
  if (!decorator || node.kind !== "FunctionDef" || own.some(({ kind }) => kind === "Yield")) return undefined;
  const start = module.text.indexOf("def", Math.max(node.start, decorator.end));
  const waits = own.filter(({ kind }) => kind === "YieldFrom").flatMap((entry) => awaited(module, entry) ?? []);
  const edits = [
    { path: module.path, start: lineStart(module, decorator.start), end: lineEnd(module, decorator.end), text: "" },
    { path: module.path, start, end: start, text: "async " },
    ...waits,
  ];
  return { node: decorator, drops: [{ source: "asyncio", name: "coroutine" }], edits: () => edits };
}

function isInner(statement: PythonNode): boolean {
  return isFunction(statement) || statement.kind === "ClassDef";
}

/** `yield from` takes all that follows, `await` only what binds tightly. */
function awaited(module: PythonModule, node: PythonNode): Edit[] | undefined {
  const value = child(node, "value");
  if (!value) return undefined;
  const isTight = operand(module, value).startsWith("(") === module.text.slice(value.start, value.end).startsWith("(");
  const before = module.text.slice(node.start, value.start).replace(/^yield\s+from\b/, "await");
  const { path } = module;
  if (isTight || before.includes("(")) return [{ path, start: node.start, end: value.start, text: before }];
  return [
    { path, start: node.start, end: value.start, text: `${before}(` },
    { path, start: value.end, end: value.end, text: ")" },
  ];
}

/** The import of the decorator fails first: it is a place of its own, without edits; the names it brings are dropped. */
function importsOf(module: PythonModule, rewrites: readonly Rewrite[]): Rewrite[] {
  if (rewrites.length === 0) return [];
  const statements = children(module.tree, "body").filter(
    (node) =>
      node.kind === "ImportFrom" &&
      node.fields["module"] === "asyncio" &&
      children(node, "names").some((alias) => alias.fields["name"] === "coroutine"),
  );
  return statements.map((node) => ({ node, edits: () => [] }));
}
