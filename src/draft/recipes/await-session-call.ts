import type { Edit, Place } from "../../domain/patch.ts";
import type { PythonNode } from "../../domain/python.ts";
import { child, word } from "../../syntax/tree.ts";
import { addAwait, dropAwait } from "../query/await-edits.ts";
import { canAwait } from "../query/await-place.ts";
import { isSessionCoroutine } from "../query/coroutines.ts";
import { nodesAt } from "../query/culprit.ts";
import { capturedText, functionsIn, functionsOnPath, sightings, spotsOf } from "../query/failing-path.ts";
import { certainCalls, shownCalls, stumbledCalls, warnedCalls } from "../query/missing-awaits.ts";
import { isAwaitOfPlainFunction, uselessAwaits } from "../query/useless-awaits.ts";
import type { Located } from "../sqlalchemy/factories.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "./recipe.ts";

/** Coroutines that nobody awaits, and values awaited that are none. */
export const awaitSessionCall: Recipe = {
  id: "await-session-call",
  title: "A missing `await` on async SQLAlchemy (and on the project's own `async def`), or one too many",
  explanation:
    "Calling an `async def` only makes a coroutine: nothing runs, and there is no value, until it is awaited; what is no coroutine cannot be awaited at all.",
  draft: (input) => [...addMissing(input), ...dropUseless(input)],
};

const COROUTINE_TEXT =
  /'coroutine' object |non-iterable coroutine|'coroutine' has no len|builtins\.coroutine|of type '?coroutine|<coroutine object |got coroutine|coroutine found|instances of 'coroutine'|'coroutine' and |and 'coroutine'/;
const NEVER_AWAITED = /coroutine '([\w.<>]{1,200})' was never awaited/g;
/** What follows from a statement that never ran: rows that are not there, attributes that were not loaded. */
const CONSEQUENCE =
  /greenlet_spawn has not been called|\bsqlalchemy\.|no such table|is not persistent within this Session/;
const USELESS_TEXT =
  /^object (?!\w*Mock)[\w.]{1,200} can't be used in 'await' expression|^'(?!\w*Mock)[\w.]{1,200}' object can't be awaited/;

function addMissing(input: RecipeInput): RecipeDraft[] {
  const seen = sightings(input);
  const stumbles = seen.filter(({ message }) => COROUTINE_TEXT.test(message ?? ""));
  const isNamed = stumbles.length > 0 || input.evidence.neverAwaited.length > 0 || printedNames(input).size > 0;
  const felt = seen.filter(({ type, message }) => CONSEQUENCE.test(`${type ?? ""} ${message ?? ""}`));
  if (!isNamed && felt.length === 0) return [];
  const origins = [...stumbles, ...felt, ...input.evidence.neverAwaited].flatMap(({ frames }) =>
    spotsOf(input, frames),
  );
  const functions = functionsOnPath(input, origins);
  const certain = functions.flatMap((scope) => certainCalls(input, scope, isNamed ? "named" : "felt"));
  const shown = stumbles.flatMap(({ message }) =>
    functions.flatMap((scope) => shownCalls(input, message ?? "", scope)),
  );
  const proven = [...warnedCalls(input), ...shown, ...stumbles.flatMap((sighting) => stumbledCalls(input, sighting))];
  const calls = outermostFirst([...proven, ...certain, ...printedCalls(input)]).filter(({ module, node }) =>
    canAwait(module, node),
  );
  if (calls.length === 0) return [];
  const edits = calls.flatMap((call) => addAwait(call.module, call.node, !isStream(call)));
  return [{ edits, rationale: ADDED, leftAlone: untouched(input, calls) }];
}

const ADDED = "Calling a coroutine function only makes a coroutine; nothing runs until it is awaited, which it now is.";
const DROPPED = "The method gives its value at once: there is nothing to await.";

/** Names in the interpreter's own warnings, where the tests' output was captured. */
function printedNames(input: RecipeInput): Set<string> {
  const names = input.group.failures.flatMap((failure) =>
    [...capturedText(failure).matchAll(NEVER_AWAITED)].map((match) => match[1]?.split(".").at(-1) ?? ""),
  );
  return new Set(names);
}

/** Where it is not known what ran: calls of the printed names that are dropped on the spot, in all the code at hand. */
function printedCalls(input: RecipeInput): Located[] {
  const names = printedNames(input);
  if (names.size === 0 || input.evidence.executed.length > 0) return [];
  return editableFunctions(input)
    .flatMap((scope) => certainCalls(input, scope, "felt"))
    .filter(({ node }) => names.has(word(child(node, "func") ?? node, "attr") ?? ""));
}

function editableFunctions({ project }: RecipeInput): Located[] {
  return [...project.modules.values()].filter((module) => !project.guarded.has(module.path)).flatMap(functionsIn);
}

/** `stream` gives a result whose own methods are to be awaited too. */
function isStream({ node }: Located): boolean {
  return word(child(node, "func") ?? node, "attr")?.startsWith("stream") === true;
}

/** Each call once; of two that begin at one place, the outer one's edits come first. */
function outermostFirst(calls: readonly Located[]): Located[] {
  const byNode = new Map<PythonNode, Located>(calls.map((call) => [call.node, call]));
  return [...byNode.values()].toSorted((a, b) => a.node.start - b.node.start || b.node.end - a.node.end);
}

function untouched(input: RecipeInput, calls: readonly Located[]): Place[] {
  const done = new Set(calls.map(({ node }) => node));
  return editableFunctions(input)
    .flatMap((scope) => certainCalls(input, scope, "named"))
    .filter((call) => !done.has(call.node) && isSessionCoroutine(input, call))
    .map(({ module, node }) => ({
      path: module.path,
      line: node.line,
      note: "Not awaited either: not run by the failing tests, or in code that cannot await.",
    }));
}

function dropUseless(input: RecipeInput): RecipeDraft[] {
  const spots = sightings(input)
    .filter(({ message }) => USELESS_TEXT.test(message ?? ""))
    .flatMap(({ frames }) => spotsOf(input, frames).slice(-1));
  const atFault = spots.flatMap((spot) => {
    const awaits = nodesAt(spot).filter((node) => node.kind === "Await");
    const useless = uselessAwaits(input, { module: spot.module, node: spot.scope });
    const plain = awaits
      .map((node) => ({ module: spot.module, node }))
      .filter((place) => isAwaitOfPlainFunction(input, place));
    return [...useless, ...plain].filter(({ node }) => awaits.includes(node));
  });
  if (atFault.length === 0) return [];
  const others = functionsOnPath(input, spots).flatMap((scope) => uselessAwaits(input, scope));
  const awaits = outermostFirst([...atFault, ...others]);
  const edits: Edit[] = awaits.flatMap(({ module, node }) => dropAwait(module, node));
  return edits.length === 0 ? [] : [{ edits, rationale: DROPPED, leftAlone: [] }];
}
