import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { child, children, dottedName, isFunction, sourceOf, walk, walkScope, word } from "../../../syntax/tree.ts";
import { type OwnPlace, ownPlaces } from "../../names/place.ts";
import { dropAwait } from "../../query/await-edits.ts";
import { calledFunction } from "../../query/coroutines.ts";
import type { Located } from "../../sqlalchemy/values.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { lineOf, productModules, unique } from "./failing-line.ts";
import { libraryType } from "./library-object.ts";

/** Values that are there already and are awaited all the same. */
export const awaitOfPlainValue: Recipe = {
  id: "await-of-plain-value",
  title: "An `await` on what a plain function gives",
  explanation: "Only coroutines and their like can be awaited; a plain `def` gives its value at once.",
  draft: (input) =>
    ownPlaces(input)
      .flatMap((place) => draftDrop(input, place))
      .slice(0, 1),
};

const USELESS =
  /^object (?!\w*Mock)[\w.]{1,200} can't be used in 'await' expression|^'(?!\w*Mock)[\w.]{1,200}' object can't be awaited/;

/** Members of libraries' objects that have their value at once, whatever made the object. */
const PLAIN_MEMBERS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  ["httpx.Response", "requests.models.Response"].map((type) => [
    type,
    new Set(["json", "raise_for_status", "text", "content", "status_code", "headers"]),
  ]),
);

function draftDrop(input: RecipeInput, place: OwnPlace): RecipeDraft[] {
  if (!USELESS.test(place.message)) return [];
  const awaits = lineOf(place).nodes.filter(({ kind }) => kind === "Await");
  const useless = awaits.filter((node) => isUseless(input, place, node));
  const [first, ...others] = useless;
  if (!first || others.length > 0) return [];
  const isTest = input.project.guarded.has(place.module.path);
  const all = isTest ? [first] : unique([first, ...alike(input, place.module, first)]);
  const edits = all.flatMap((node) => dropAwait(place.module, node));
  return edits.length === 0 ? [] : [{ edits, rationale: RATIONALE, leftAlone: [], mayEditTests: isTest }];
}

const RATIONALE = "What is called gives its value at once: there is nothing to await.";

/** In a test only what a library gives: a function of the project may have been asynchronous before. */
function isUseless(input: RecipeInput, place: OwnPlace, node: PythonNode): boolean {
  const type = receiverType(input, place, node);
  if (type !== undefined) return PLAIN_MEMBERS.get(type)?.has(memberOf(node)) === true;
  return !input.project.guarded.has(place.module.path) && plainCallee(input, place.module, node) !== undefined;
}

/** The library's type of the variable whose member is awaited. */
function receiverType(input: RecipeInput, place: OwnPlace, node: PythonNode): string | undefined {
  const base = memberNode(node) && child(memberNode(node) ?? node, "value");
  return base?.kind === "Name" ? libraryType(input, place, base) : undefined;
}

function memberNode(node: PythonNode): PythonNode | undefined {
  const value = child(node, "value");
  const member = value?.kind === "Call" ? child(value, "func") : value;
  return member?.kind === "Attribute" ? member : undefined;
}

function memberOf(node: PythonNode): string {
  return word(memberNode(node) ?? node, "attr") ?? "";
}

/** The plain function of the project that is called, when nothing it gives can be awaited. */
function plainCallee(input: RecipeInput, module: PythonModule, node: PythonNode): PythonNode | undefined {
  const value = child(node, "value");
  const callee = value?.kind === "Call" ? child(value, "func") : undefined;
  const called = callee && calledFunction(input.project, { module, node: callee });
  return called && isPlain(input, called) && !isAsyncElsewhere(input, called.node) ? called.node : undefined;
}

const PLAIN_DECORATOR = /^(staticmethod|classmethod|(functools\.)?(lru_cache|cache)|(typing\.)?(override|final))$/;
const AWAITABLE = /Awaitable|Coroutine|Future|Task|create_task|ensure_future|iscoroutine/;

function isPlain(input: RecipeInput, { module, node }: Located): boolean {
  const decorators = children(node, "decorator_list").map((entry) => dottedName(child(entry, "func") ?? entry) ?? "?");
  if (node.kind !== "FunctionDef" || decorators.some((name) => !PLAIN_DECORATOR.test(name))) return false;
  const own = children(node, "body").flatMap((statement) => [...walkScope(statement)]);
  const returned = own.flatMap((entry) => (entry.kind === "Return" ? (child(entry, "value") ?? []) : []));
  const isGenerator = own.some(({ kind }) => kind === "Yield" || kind === "YieldFrom");
  if (isGenerator || AWAITABLE.test(sourceOf(module, node))) return false;
  // What a single `return` gives was seen; of several, another one may give something to await.
  return returned.every((value) => value.kind !== "Call" || (returned.length === 1 && !isAsync(input, module, value)));
}

function isAsync({ project }: RecipeInput, module: PythonModule, call: PythonNode): boolean {
  const callee = child(call, "func");
  return callee !== undefined && calledFunction(project, { module, node: callee })?.node.kind === "AsyncFunctionDef";
}

/** A class of the project that overrides it with an `async def`, or the reverse. */
function isAsyncElsewhere(input: RecipeInput, definition: PythonNode): boolean {
  const name = word(definition, "name");
  return productModules(input).some((module) =>
    [...walk(module.tree)].some((node) => node.kind === "AsyncFunctionDef" && word(node, "name") === name),
  );
}

/** Other awaits of the file on the same function. */
function alike(input: RecipeInput, module: PythonModule, first: PythonNode): PythonNode[] {
  const callee = plainCallee(input, module, first);
  if (!callee || !isFunction(callee)) return [];
  return [...walk(module.tree)].filter((node) => node.kind === "Await" && plainCallee(input, module, node) === callee);
}
