import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { child, children, dottedName, enclosingFunction, walk, walkScope, word } from "../../../syntax/tree.ts";
import { lastPart } from "../../names/references.ts";
import { coroutineUse } from "../../query/coroutine-use.ts";
import { calledFunction } from "../../query/coroutines.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { type FailingLine, failingLines, unique } from "./failing-line.ts";

/** `await` in a plain `def`. */
export const awaitInPlainFunction: Recipe = {
  id: "await-in-plain-function",
  title: "`await`, `async with` or `async for` in a plain `def`: `async def`",
  explanation: "Only an `async def` can wait for something; Python refuses the whole file when a plain function does.",
  draft: (input) =>
    failingLines(input, OUTSIDE)
      .flatMap((line) => draftAt(input, line))
      .slice(0, 1),
};

const OUTSIDE = /^'(?:await|async with|async for)' outside async function/;
const WAITS: ReadonlySet<string> = new Set(["Await", "AsyncWith", "AsyncFor"]);

function draftAt(input: RecipeInput, { module }: FailingLine): RecipeDraft[] {
  const waits = [...walk(module.tree)].filter(({ kind }) => WAITS.has(kind));
  const owners = unique(waits.map((node) => enclosingFunction(module, node)));
  const plain = owners.filter((owner) => owner?.kind !== "AsyncFunctionDef");
  // Python names the first one only; with any of them left as it is the file stays unreadable.
  const functions = plain.flatMap((owner) => (owner && mayBeAsync(input, module, owner) ? [owner] : []));
  if (functions.length === 0 || functions.length < plain.length) return [];
  const edits = functions.map(({ start }) => ({ path: module.path, start, end: start, text: "async " }));
  const names = functions.map((owner) => `\`${word(owner, "name") ?? ""}\``).join(", ");
  const rationale = `${names} waited for something in a plain \`def\`, and all who call it await it.`;
  return [{ edits, rationale, leftAlone: [] }];
}

function mayBeAsync(input: RecipeInput, module: PythonModule, owner: PythonNode): boolean {
  const name = word(owner, "name") ?? "";
  if (owner.kind !== "FunctionDef" || /^__\w+__$/.test(name) || !module.text.startsWith("def", owner.start))
    return false;
  const decorators = children(owner, "decorator_list").map((entry) => dottedName(child(entry, "func") ?? entry) ?? "?");
  const own = children(owner, "body").flatMap((statement) => [...walkScope(statement)]);
  const isGenerator = own.some(({ kind }) => kind === "Yield" || kind === "YieldFrom");
  if (isGenerator || decorators.some((entry) => SYNC_DECORATOR.test(lastPart(entry)))) return false;
  return !own.some((node) => awaitsPlainCall(input, module, node)) && isAwaitedEverywhere(input, name);
}

/** What makes something else of a function, or keeps what it gave. */
const SYNC_DECORATOR =
  /^(?:property|cached_property|setter|getter|deleter|lru_cache|cache|contextmanager|wraps|task|command)$/;

/** A plain function of the project has its value at once: there the `await` may be what is wrong. */
function awaitsPlainCall({ project }: RecipeInput, module: PythonModule, node: PythonNode): boolean {
  const value = node.kind === "Await" ? child(node, "value") : undefined;
  const callee = value?.kind === "Call" ? child(value, "func") : undefined;
  const called = callee && calledFunction(project, { module, node: callee });
  if (called?.node.kind !== "FunctionDef") return false;
  return !children(called.node, "body").some((statement) =>
    [...walkScope(statement)].some(({ kind }) => WAITS.has(kind)),
  );
}

/** Every call by this name, in tests too, awaits what it gets. */
function isAwaitedEverywhere({ project }: RecipeInput, name: string): boolean {
  return [...project.modules.values()].every((module) =>
    [...walk(module.tree)].every((node) => {
      if (node.kind !== "Call" || lastPart(dottedName(child(node, "func")) ?? "") !== name) return true;
      return coroutineUse(module, node) === "awaited";
    }),
  );
}
