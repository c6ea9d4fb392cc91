import type { Place } from "../../domain/patch.ts";
import type { RecipeInput } from "../recipes/recipe.ts";
import { isFunction, walk } from "../../syntax/tree.ts";
import type { Located } from "../sqlalchemy/factories.ts";
import { isSameStep, type LoadStep } from "./load-step.ts";
import { readsOf } from "./needs.ts";
import { queriesIn } from "./queries.ts";
import { queryEdits, wantedTree } from "./query-edits.ts";

/** Queries of functions that did not run, whose own function reads the same attribute without loading it. */
export function sameFaultElsewhere(input: RecipeInput, scope: readonly Located[], step: LoadStep): readonly Place[] {
  const ran = new Set(scope.map(({ node }) => node));
  const own = [...input.project.modules.values()].filter((module) => !input.project.guarded.has(module.path));
  return own.flatMap((module) =>
    [...walk(module.tree)]
      .filter((node) => isFunction(node) && !ran.has(node))
      .flatMap((node) => lacking(input, { module, node }, step)),
  );
}

function lacking(input: RecipeInput, place: Located, step: LoadStep): readonly Place[] {
  const needs = readsOf(input, place).filter((need) =>
    need.steps.some((entry) => isSameStep(input.project, entry, step)),
  );
  if (needs.length === 0) return [];
  return queriesIn(input, place).flatMap((query) => {
    const edits = queryEdits(input, query, wantedTree(input, query, { needs, isStrict: false }));
    if (!edits || edits.edits.length === 0) return [];
    const note = `${step.model.name}.${step.name} is read from the result of this query too, which does not load it.`;
    return [{ path: query.module.path, line: query.call.line, note }];
  });
}
