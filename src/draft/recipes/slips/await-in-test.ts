import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { child, dottedName, enclosingFunction, walk } from "../../../syntax/tree.ts";
import { type OwnPlace, ownPlaces } from "../../names/place.ts";
import { addAwait } from "../../query/await-edits.ts";
import { canAwait } from "../../query/await-place.ts";
import { coroutineUse } from "../../query/coroutine-use.ts";
import { culpritOf } from "../../query/culprit.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { lineOf, unique } from "./failing-line.ts";
import { isOfLibrary } from "./library-object.ts";

/** Tests that do not await what a library's coroutine function gives; those of the project may have been changed. */
export const awaitInTest: Recipe = {
  id: "await-in-test",
  title: "A missing `await` on a library's call in an `async def` test",
  explanation:
    "Calling an asynchronous method of a library only makes a coroutine; the response, row or value is there once it is awaited.",
  draft: (input) =>
    ownPlaces(input)
      .flatMap((place) => draftAwaits(input, place))
      .slice(0, 1),
};

const COROUTINE = /'coroutine' object |non-iterable coroutine|'coroutine' has no len/;

function draftAwaits(input: RecipeInput, place: OwnPlace): RecipeDraft[] {
  const { module, frame, message } = place;
  const { scope } = lineOf(place);
  if (!input.project.guarded.has(module.path) || !COROUTINE.test(message)) return [];
  const culprit = culpritOf({ module, scope, line: frame.line, frame }, message)?.node;
  if (!culprit || !isOpen(module, culprit) || !isOfLibrary(input, place, child(culprit, "func"))) return [];
  const calls = unique([culprit, ...alike(module, culprit)]).toSorted((a, b) => a.start - b.start);
  const edits = calls.flatMap((call) => addAwait(module, call, false));
  return [{ edits, rationale: RATIONALE, leftAlone: [], mayEditTests: true }];
}

const RATIONALE = "The library's method is a coroutine function: its value is there once the call is awaited.";

function isOpen(module: PythonModule, call: PythonNode): boolean {
  return canAwait(module, call) && coroutineUse(module, call) === "misused";
}

/** Calls written the same whose values are used as if they were there, where the name means the same thing. */
function alike(module: PythonModule, culprit: PythonNode): PythonNode[] {
  const name = dottedName(child(culprit, "func"));
  const scope = enclosingFunction(module, culprit);
  return [...walk(module.tree)].filter(
    (node) =>
      node.kind === "Call" &&
      name !== undefined &&
      dottedName(child(node, "func")) === name &&
      enclosingFunction(module, node) === scope &&
      isOpen(module, node),
  );
}
