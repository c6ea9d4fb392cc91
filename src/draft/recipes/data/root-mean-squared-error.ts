import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { planImports } from "../../../syntax/imports.ts";
import { child, sourceOf, walk } from "../../../syntax/tree.ts";
import { dropArgument, keywordIn } from "../../names/arguments.ts";
import { isConditional } from "../../names/conditional.ts";
import { isAtLine, type OwnPlace, ownPlaces } from "../../names/place.ts";
import { fullName, lastPart } from "../../names/references.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { callInstead } from "./call-edits.ts";

/** `mean_squared_error(..., squared=False)`. */
export const rootMeanSquaredError: Recipe = {
  id: "root-mean-squared-error",
  title: "`mean_squared_error(..., squared=False)` of scikit-learn: `root_mean_squared_error(...)`",
  explanation:
    "scikit-learn has a function of its own for the root of the mean squared error, and no `squared` any more.",
  draft: (input) =>
    ownPlaces(input)
      .flatMap((place) => draftAt(input, place))
      .slice(0, 1),
};

const OLD = ["sklearn.metrics.mean_squared_error", "sklearn.metrics.mean_squared_log_error"];

function draftAt(input: RecipeInput, { module, frame, message }: OwnPlace): RecipeDraft[] {
  if (!/got an unexpected keyword argument 'squared'/.test(message.slice(0, 500))) return [];
  const calls = [...walk(module.tree)].filter((node) => isRooted(input, module, node) && !isConditional(module, node));
  if (!calls.some((call) => isAtLine(module, call, frame.line))) return [];
  return [
    {
      edits: editsOf(module, calls),
      rationale: "`squared` is gone; the root has a function of its own since scikit-learn 1.4.",
      leftAlone: [],
      mayEditTests: input.project.guarded.has(module.path),
    },
  ];
}

function nameOf(module: PythonModule, call: PythonNode): string {
  return fullName(module, child(call, "func")) ?? "";
}

function isRooted({ installed }: RecipeInput, module: PythonModule, call: PythonNode): boolean {
  if (call.kind !== "Call" || !OLD.includes(nameOf(module, call))) return false;
  const squared = keywordIn(module, call, "squared");
  if (!squared || sourceOf(module, squared.value) !== "False") return false;
  return installed.has(`sklearn.metrics.root_${lastPart(nameOf(module, call))}`);
}

function editsOf(module: PythonModule, calls: readonly PythonNode[]): readonly Edit[] {
  const imported = calls.filter((call) => child(call, "func")?.kind === "Name");
  const names = [...new Set(imported.map((call) => lastPart(nameOf(module, call))))];
  const wanted = names.map((name) => ({ source: "sklearn.metrics", name: `root_${name}` }));
  const { spelling } = planImports(module, wanted);
  const edits = calls.flatMap((call) => {
    const called = child(call, "func");
    const squared = keywordIn(module, call, "squared");
    const fresh = `root_${lastPart(nameOf(module, call))}`;
    const object = called && child(called, "value");
    const text = object ? `${sourceOf(module, object)}.${fresh}` : spelling(fresh);
    return squared ? [...callInstead(module, call, text), dropArgument(module, squared)] : [];
  });
  const dropped = names.map((name) => ({ source: "sklearn.metrics", name }));
  return [...edits, ...planImports(module, wanted, { names: dropped, otherEdits: edits }).edits];
}
