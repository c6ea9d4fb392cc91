import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { child, children, firstLine, isFunction, lastLine, walk } from "../../../syntax/tree.ts";
import { firstArgumentAt, keywordIn } from "../../names/arguments.ts";
import { isConditional } from "../../names/conditional.ts";
import { type OwnPlace, ownPlaces } from "../../names/place.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { outsideName } from "./models.ts";

/** `root_validator` after the fields, which pydantic 2 wants to be skipped once a field has failed. */
export const rootValidatorSkip: Recipe = {
  id: "pydantic-root-validator",
  title: "pydantic 2: `@root_validator` needs `skip_on_failure=True`",
  explanation:
    "In pydantic 2 a root validator no longer runs when a field has failed, and wants to be told so by `skip_on_failure=True`.",
  draft: (input) =>
    ownPlaces(input)
      .flatMap((place) => draftAt(input, place))
      .slice(0, 1),
};

function draftAt(input: RecipeInput, { module, frame, message }: OwnPlace): RecipeDraft[] {
  if (!/`@root_validator` with pre=False .{0,80}skip_on_failure=True/.test(message)) return [];
  const found = [...walk(module.tree)].filter(isFunction).flatMap((owner) =>
    children(owner, "decorator_list").flatMap((node) => {
      const edits = withSkip(input, module, node);
      const isShown = firstLine(owner) <= frame.line && frame.line <= Math.max(owner.line, lastLine(module, node));
      return edits.length > 0 && !isConditional(module, node) ? [{ edits, isShown }] : [];
    }),
  );
  if (!found.some(({ isShown }) => isShown)) return [];
  return [
    {
      edits: found.flatMap(({ edits }) => edits),
      rationale:
        "A root validator that runs after the fields is skipped when one of them failed; pydantic 2 wants it said.",
      leftAlone: [],
      mayEditTests: input.project.guarded.has(module.path),
    },
  ];
}

/** The edit that a decorator needs; none where it is another one, or runs before the fields. */
function withSkip({ project }: RecipeInput, module: PythonModule, decorator: PythonNode): Edit[] {
  const called = decorator.kind === "Call" ? child(decorator, "func") : decorator;
  const name = outsideName(project, module, called);
  if (!called || !/^pydantic(\.class_validators)?\.root_validator$/.test(name ?? "")) return [];
  return decorator.kind === "Call"
    ? inCall(module, decorator)
    : [{ path: module.path, start: called.end, end: called.end, text: "(skip_on_failure=True)" }];
}

function inCall(module: PythonModule, call: PythonNode): Edit[] {
  const { path } = module;
  const [before, skip] = [keywordIn(module, call, "pre"), keywordIn(module, call, "skip_on_failure")];
  if ((before && !isFalse(before.value)) || (skip && !isFalse(skip.value))) return [];
  if (skip) return [{ path, start: skip.value.start, end: skip.value.end, text: "True" }];
  const start = firstArgumentAt(module, call);
  if (start === undefined || children(call, "args").length > 0) return [];
  const isEmpty = children(call, "keywords").length === 0;
  return [{ path, start, end: start, text: `skip_on_failure=True${isEmpty ? "" : ", "}` }];
}

function isFalse(node: PythonNode): boolean {
  return node.fields["value"] === false;
}
