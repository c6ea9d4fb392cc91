import type { PythonNode } from "../../domain/python.ts";
import { child, dottedName, enclosingFunction, parentOf, walk, word } from "../../syntax/tree.ts";
import type { RecipeInput } from "../recipes/recipe.ts";
import type { Located } from "../sqlalchemy/factories.ts";
import { canAwait } from "./await-place.ts";
import { coroutineUse } from "./coroutine-use.ts";
import { givesCoroutine, isSessionCoroutine } from "./coroutines.ts";
import { callBehind, culpritOf, nodesAt } from "./culprit.ts";
import { type Sighting, type Spot, spotsOf } from "./failing-path.ts";

/** How much the tests showed: `named` = a coroutine was named, `felt` = only what follows from one that never ran. */
export type Certainty = "named" | "felt";

/** Calls in a function that surely make a coroutine and surely do nothing with it. */
export function certainCalls(input: RecipeInput, { module, node: scope }: Located, certainty: Certainty): Located[] {
  return [...walk(scope)]
    .filter((node) => node.kind === "Call" && enclosingFunction(module, node) === scope)
    .map((node) => ({ module, node }))
    .filter((call) => isCertain(input, call, certainty));
}

function isCertain(input: RecipeInput, call: Located, certainty: Certainty): boolean {
  const use = coroutineUse(call.module, call.node);
  if (certainty === "felt") return use === "dropped" && isSessionCoroutine(input, call);
  if (use === "dropped" || use === "misused") return givesCoroutine(input, call);
  return use === "open" && isReturnedOnce(input, call) && givesCoroutine(input, call);
}

/** `return f()` in an `async def`: its caller gets the coroutine, unless it awaits twice. */
function isReturnedOnce(input: RecipeInput, { module, node }: Located): boolean {
  const isReturned = parentOf(module, node)?.kind === "Return";
  return isReturned && enclosingFunction(module, node)?.kind === "AsyncFunctionDef" && !awaitsTwice(input);
}

function awaitsTwice({ project }: RecipeInput): boolean {
  return [...project.modules.values()].some((module) =>
    [...walk(module.tree)].some((node) => node.kind === "Await" && child(node, "value")?.kind === "Await"),
  );
}

/** The calls whose coroutines the interpreter reported as never awaited, by where they were made. */
export function warnedCalls(input: RecipeInput): Located[] {
  return input.evidence.neverAwaited.flatMap(({ coroutine, frames }) => {
    let name = coroutine.split(".").at(-1) ?? coroutine;
    for (const spot of spotsOf(input, frames).toReversed()) {
      const call = onlyCall(spot, name);
      if (!call) return [];
      if (canAwait(call.module, call.node)) return coroutineUse(call.module, call.node) === "awaited" ? [] : [call];
      // A plain function hands the coroutine on: its caller is the one to await.
      if (spot.scope.kind !== "FunctionDef") return [];
      name = word(spot.scope, "name") ?? "";
    }
    return [];
  });
}

/** The one un-awaited call of this name at a line. */
function onlyCall(spot: Spot, name: string): Located | undefined {
  const calls = nodesAt(spot).filter((node) => node.kind === "Call" && calledName(node) === name);
  const open = calls.filter((node) => coroutineUse(spot.module, node) !== "awaited");
  const [call, ...others] = open;
  return call && others.length === 0 ? { module: spot.module, node: call } : undefined;
}

function calledName(call: PythonNode): string | undefined {
  const callee = child(call, "func");
  return callee?.kind === "Attribute" ? word(callee, "attr") : dottedName(callee);
}

const SHOWN = /<coroutine object ([\w.<>]{1,200}) at 0x/g;

/** Calls handed on in a function that made a coroutine which a message shows: `<coroutine object Store.titles at 0x...>`. */
export function shownCalls(input: RecipeInput, message: string, { module, node: scope }: Located): Located[] {
  const names = new Set([...message.matchAll(SHOWN)].map((match) => match[1]?.split(".").at(-1)));
  if (names.size === 0) return [];
  return [...walk(scope)]
    .filter((node) => node.kind === "Call" && names.has(calledName(node)) && enclosingFunction(module, node) === scope)
    .filter((node) => coroutineUse(module, node) === "open")
    .map((node) => ({ module, node }))
    .filter((call) => givesCoroutine(input, call));
}

/** The calls that a coroutine stumbled over came from: by the message, and handed on along the frames. */
export function stumbledCalls(input: RecipeInput, sighting: Sighting): Located[] {
  const spots = spotsOf(input, sighting.frames);
  const innermost = spots.at(-1);
  const culprit = innermost && culpritOf(innermost, sighting.message ?? "");
  const isOpen = culprit && isUnawaitedCall(input, culprit);
  const handedOn = spots.flatMap((spot) => handedOnAt(input, spot));
  return isOpen ? [culprit, ...handedOn] : handedOn;
}

/** What a message proves to be a coroutine is one, unless the project says that the call gives something else. */
function isUnawaitedCall({ project }: RecipeInput, { module, node }: Located): boolean {
  const name = calledName(node) ?? "";
  return project.modules.has(module.path) && !/^[A-Z]/.test(name) && coroutineUse(module, node) !== "awaited";
}

/** Coroutines given to other calls or put into collections at a line, by themselves or under a name. */
function handedOnAt(input: RecipeInput, spot: Spot): Located[] {
  const { module } = spot;
  return nodesAt(spot)
    .filter((node) => HOLDERS.has(parentOf(module, node)?.kind ?? "") && coroutineUse(module, node) === "open")
    .flatMap((node) => callBehind(spot, node) ?? [])
    .filter((call) => coroutineUse(module, call) === "open")
    .map((call) => ({ module, node: call }))
    .filter((call) => givesCoroutine(input, call));
}

const HOLDERS = new Set(["Call", "keyword", "Dict", "List", "Tuple"]);
