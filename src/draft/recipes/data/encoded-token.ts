import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { child, walk } from "../../../syntax/tree.ts";
import { isConditional } from "../../names/conditional.ts";
import { isAtLine, type OwnPlace, ownPlaces } from "../../names/place.ts";
import { callOf, fullName, isAttribute } from "../../names/references.ts";
import { followValue } from "../../sqlalchemy/values.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";

/** `jwt.encode(...).decode()`, where the token is text already. */
export const encodedToken: Recipe = {
  id: "encoded-token",
  title: "`jwt.encode(...).decode()`: the token of PyJWT 2 is text already",
  explanation: "Since PyJWT 2 `encode` gives text, not bytes: there is nothing to decode.",
  draft: (input) =>
    ownPlaces(input)
      .flatMap((place) => draftAt(input, place))
      .slice(0, 1),
};

function draftAt(input: RecipeInput, { module, frame, message }: OwnPlace): RecipeDraft[] {
  if (!message.includes("'str' object has no attribute 'decode'")) return [];
  const calls = [...walk(module.tree)]
    .filter((node) => isAttribute(node, "decode") && isToken(input, module, child(node, "value")))
    .flatMap((node) => callOf(module, node) ?? [])
    .filter((call) => !isConditional(module, call));
  if (!calls.some((call) => isAtLine(module, call, frame.line))) return [];
  return [
    {
      edits: calls.flatMap((call) => {
        const object = objectOf(call);
        return object ? [{ path: module.path, start: object.end, end: call.end, text: "" }] : [];
      }),
      rationale: "PyJWT 2 gives the token as text: decoding it was for the bytes of version 1.",
      leftAlone: [],
      mayEditTests: input.project.guarded.has(module.path),
    },
  ];
}

function objectOf(call: PythonNode): PythonNode | undefined {
  const method = child(call, "func");
  return method && child(method, "value");
}

/** What `jwt.encode` gave, on the spot or under a name that stands for nothing else. */
function isToken({ project }: RecipeInput, module: PythonModule, node: PythonNode | undefined): boolean {
  const value = node?.kind === "Name" ? followValue(project, { module, node })?.node : node;
  return value?.kind === "Call" && fullName(module, child(value, "func")) === "jwt.encode";
}
