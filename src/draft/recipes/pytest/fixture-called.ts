import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { children, enclosingFunction, functionAt, walk, word } from "../../../syntax/tree.ts";
import { callOf } from "../../names/references.ts";
import { type OwnPlace, ownPlaces } from "../../names/place.ts";
import type { Recipe } from "../recipe.ts";
import { withParameter } from "./parameters.ts";
import { declaredFunctions, fixtureDecorator, fixtureName, isTest, parametersOf } from "./setup-files.ts";

/** Fixtures that a test calls like functions. */
export const fixtureCalled: Recipe = {
  id: "fixture-called",
  title: "A fixture that a test calls like a function: asked for as a parameter",
  explanation: "pytest makes a fixture for the tests that name it as a parameter, and refuses every direct call of it.",
  draft: (input) =>
    ownPlaces(input)
      .flatMap((place) => {
        const edits = editsAt(place);
        return edits.length === 0 ? [] : [{ edits, rationale: RATIONALE, leftAlone: [], mayEditTests: true }];
      })
      .slice(0, 1),
};

const RATIONALE = "The test asks pytest for the fixture by a parameter, in place of a call that pytest refuses.";

function editsAt({ module, frame, message }: OwnPlace): readonly Edit[] {
  const name = /^Fixture "(\w{1,200})" called directly/.exec(message)?.[1];
  const caller = functionAt(module, frame.line);
  const isKnown = declaredFunctions(module).some(
    (node) => word(node, "name") === name && fixtureDecorator(module, node) && fixtureName(module, node) === name,
  );
  if (name === undefined || !caller || !isKnown || !mayAsk(module, caller)) return [];
  const callers = declaredFunctions(module).filter((node) => mayAsk(module, node) && word(node, "name") !== name);
  return callers.includes(caller) ? callers.flatMap((node) => requested(module, node, name) ?? []) : [];
}

function mayAsk(module: PythonModule, node: PythonNode): boolean {
  return isTest(module, node) || fixtureDecorator(module, node) !== undefined;
}

/** Every use of the name is a call without arguments; otherwise the function is left alone. */
function requested(module: PythonModule, node: PythonNode, name: string): readonly Edit[] | undefined {
  const uses = [...walk(node)].filter((entry) => entry.kind === "Name" && word(entry, "id") === name);
  const calls = uses.map((use) => bareCall(module, node, use));
  const isAsked = parametersOf(node).some((entry) => word(entry, "arg") === name);
  const added =
    uses.length > 0 && !isAsked && !calls.includes(undefined) ? withParameter(module, node, name) : undefined;
  if (!added) return undefined;
  const replaced = calls.flatMap((call) =>
    call ? [{ path: module.path, start: call.start, end: call.end, text: name }] : [],
  );
  return [added, ...replaced];
}

function bareCall(module: PythonModule, owner: PythonNode, use: PythonNode): PythonNode | undefined {
  const call = callOf(module, use);
  const isBare = call !== undefined && children(call, "args").length + children(call, "keywords").length === 0;
  return isBare && enclosingFunction(module, use) === owner ? call : undefined;
}
