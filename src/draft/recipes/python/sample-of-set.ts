import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { child, children, dottedName, sourceOf } from "../../../syntax/tree.ts";
import { boundOtherwise } from "../../names/bindings.ts";
import { isAtLine } from "../../names/place.ts";
import { fullName } from "../../names/references.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "../recipe.ts";
import { callsIn, draftByLine, replaced, type Rewrite } from "./line-rewrite.ts";

/** What makes a sequence of any collection: in an order of its own first, so that a seed gives the same sample again. */
const MAKERS = ["sorted", "list"];

/** Samples of what has no order. */
export const sampleOfSet: Recipe = {
  id: "sample-of-set",
  title: "`random.sample` of a set: of its sorted elements",
  explanation:
    "`random.sample` takes sequences alone since Python 3.11; a set or the keys of a dictionary have no order.",
  draft: (input) => MAKERS.flatMap((maker) => draftWith(input, maker)),
};

function draftWith(input: RecipeInput, maker: string): RecipeDraft[] {
  return draftByLine(input, {
    message: /Population must be a sequence|Sampling from a set deprecated/,
    rationale: "`random.sample` needs a sequence: it gets the elements in one.",
    rewrites: (module, { frame }) =>
      boundOtherwise(module).has(maker)
        ? []
        : callsIn(module, (called) => fullName(module, called) === "random.sample")
            .filter((call) => isAtLine(module, call, frame.line) || isSetByForm(children(call, "args")[0]))
            .flatMap((call) => rewriteOf(module, call, maker) ?? []),
  });
}

/** What anybody can see to be no sequence, wherever it stands. */
function isSetByForm(population: PythonNode | undefined): boolean {
  const called = population?.kind === "Call" ? child(population, "func") : undefined;
  return ["Set", "SetComp", "Dict", "DictComp"].includes(population?.kind ?? "") || dottedName(called) === "set";
}

function rewriteOf(module: PythonModule, call: PythonNode, maker: string): Rewrite | undefined {
  const [population] = children(call, "args");
  const made = population?.kind === "Call" ? child(population, "func") : undefined;
  if (!population || population.kind === "Starred" || MAKERS.includes(dottedName(made) ?? "")) return undefined;
  return { node: call, edits: () => [replaced(module, population, `${maker}(${sourceOf(module, population)})`)] };
}
