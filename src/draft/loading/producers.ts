import type { RecipeInput } from "../recipes/recipe.ts";
import type { Frame } from "../../domain/failure.ts";
import { childNodes, walk, walkScope } from "../../syntax/tree.ts";
import type { Located } from "../sqlalchemy/factories.ts";
import { isEndpoint, originsOf, results } from "./flow.ts";
import { isRelated } from "./mapped-classes.ts";
import { treeOf, type Need, loads } from "./needs.ts";
import { queriesIn, queryAt, type Query } from "./queries.ts";
import { wants } from "./query-edits.ts";
import { type Creation, creationAt } from "./refresh.ts";
import { functionOfFrame, unique } from "./scope.ts";
import type { LoadStep } from "./load-step.ts";
import type { Symptom } from "./symptoms.ts";

/** Places in editable code that may have given the object whose attribute was read. */
export interface Producers {
  readonly queries: readonly Query[];
  readonly creations: readonly Creation[];
  /** True when the object was followed from where it is read; false when these are only queries that ran. */
  readonly isFollowed: boolean;
}

interface Search {
  readonly input: RecipeInput;
  readonly scope: readonly Located[];
  readonly needs: readonly Need[];
  readonly step: LoadStep;
}

/** Follows the object from the line that read it, else from what the endpoints answer, else takes every query that ran. */
export function producersOf(search: Search, symptom: Symptom): Producers {
  const { input, scope } = search;
  const starts = [
    symptom.frames.toReversed().flatMap((frame) => readAt(input, frame)),
    scope.filter(isEndpoint).flatMap(results),
  ];
  for (const start of starts) {
    const origins = originsOf({ input, scope }, start);
    const parts = unique(
      origins.flatMap(({ module, node }) => [...walk(node)].map((part) => ({ module, node: part }))),
    );
    const found = matching(search, symptom, parts);
    if (found.queries.length + found.creations.length > 0) return { ...found, isFollowed: true };
  }
  const all = scope.flatMap((place) => queriesIn(input, place));
  return { queries: all.filter((query) => isUseful(search, query)), creations: [], isFollowed: false };
}

function matching(
  search: Search,
  symptom: Symptom,
  places: readonly Located[],
): Pick<Producers, "queries" | "creations"> {
  const { input, needs, step } = search;
  const queries = places.flatMap((place) => queryAt(input, place) ?? []).filter((query) => isUseful(search, query));
  const creations = places
    .flatMap((place) => creationAt(input, place) ?? [])
    .filter(({ module }) => !input.project.guarded.has(module.path))
    .filter(
      ({ model }) =>
        isRelated(input.project, model, symptom.model) ||
        loads(input, treeOf(input, model, { needs, isStrict: false }), step),
    );
  return { queries, creations };
}

function isUseful({ input, needs, step }: Search, query: Query): boolean {
  return !input.project.guarded.has(query.module.path) && wants(input, query, { needs, step });
}

/** The innermost statement, or head of one, that runs on a frame's line. */
function readAt(input: RecipeInput, frame: Frame): readonly Located[] {
  const scope = functionOfFrame(input, frame);
  if (!scope) return [];
  return childNodes(scope.node)
    .flatMap((node) => [...walkScope(node)])
    .filter((node) => node.line === frame.line && isExpressionLike(node.kind))
    .map((node) => ({ module: scope.module, node }));
}

function isExpressionLike(kind: string): boolean {
  return [
    "Attribute",
    "Call",
    "Name",
    "Await",
    "ListComp",
    "GeneratorExp",
    "SetComp",
    "DictComp",
    "JoinedStr",
  ].includes(kind);
}
