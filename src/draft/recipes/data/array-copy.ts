import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { worksBefore } from "../../facts/support.ts";
import { planImports } from "../../../syntax/imports.ts";
import { child, sourceOf, walk } from "../../../syntax/tree.ts";
import { dropArgument, type KeywordArgument, keywordIn } from "../../names/arguments.ts";
import { isConditional } from "../../names/conditional.ts";
import { isAtLine, type OwnPlace, ownPlaces } from "../../names/place.ts";
import { fullName } from "../../names/references.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { callInstead, keywordNames } from "./call-edits.ts";

/** `np.array(x, copy=False)` where numpy 2 cannot do without a copy. */
export const arrayCopy: Recipe = {
  id: "array-copy",
  title: "`np.array(..., copy=False)`, which numpy 2 takes for a ban on copies: `np.asarray`",
  explanation:
    "Since numpy 2 `copy=False` means never to copy; before, it meant to copy only where there is no other way.",
  draft: (input) =>
    ownPlaces(input)
      .flatMap((place) => draftAt(input, place))
      .slice(0, 1),
};

function draftAt(input: RecipeInput, { module, frame, type, message }: OwnPlace): RecipeDraft[] {
  if (type !== "ValueError" || !message.includes("Unable to avoid copy while creating an array")) return [];
  const calls = [...walk(module.tree)].filter((node) => isArrayCall(module, node) && !isConditional(module, node));
  const changed = calls.flatMap((call) => {
    const edits = editsOf(input, module, call);
    return edits ? [{ call, edits }] : [];
  });
  if (!changed.some(({ call }) => isAtLine(module, call, frame.line))) return [];
  return [
    {
      edits: withoutTwins(changed.flatMap(({ edits }) => edits)),
      rationale:
        "`copy=False` forbids a copy since numpy 2; what it meant before, to copy only where needed, works with all versions.",
      leftAlone: [],
      mayEditTests: input.project.guarded.has(module.path),
    },
  ];
}

function isArrayCall(module: PythonModule, node: PythonNode): boolean {
  return node.kind === "Call" && fullName(module, child(node, "func")) === "numpy.array";
}

/** What `asarray` takes too. */
const SHARED = new Set(["dtype", "order", "like", "copy"]);

function editsOf(input: RecipeInput, module: PythonModule, call: PythonNode): readonly Edit[] | undefined {
  const copy = keywordIn(module, call, "copy");
  const called = child(call, "func");
  if (!copy || !called || sourceOf(module, copy.value) !== "False") return undefined;
  if (!keywordNames(call).every((name) => SHARED.has(name))) return allowed(input, module, copy);
  const drop = dropArgument(module, copy);
  if (called.kind === "Attribute") {
    const prefix = module.text.slice(called.start, called.end - "array".length);
    return [...callInstead(module, call, `${prefix}asarray`), drop];
  }
  const plan = planImports(module, [{ source: "numpy", name: "asarray" }]);
  return [...callInstead(module, call, plan.spelling("asarray")), drop, ...plan.edits];
}

/** `copy=None`, which numpy 1.22 to 1.26 do not take. */
function allowed(
  { support }: RecipeInput,
  { path }: PythonModule,
  { value }: KeywordArgument,
): readonly Edit[] | undefined {
  if (worksBefore(support, "numpy", "2.0")) return undefined;
  return [{ path, start: value.start, end: value.end, text: "None" }];
}

/** The same import for two calls is one. */
function withoutTwins(edits: readonly Edit[]): readonly Edit[] {
  return [...new Map(edits.map((edit) => [`${edit.start} ${edit.end}`, edit])).values()];
}
