import type { Edit, Place } from "../../domain/patch.ts";
import { children, enclosingFunction } from "../../syntax/tree.ts";
import type { Located } from "../sqlalchemy/factories.ts";
import { creationEdits } from "../loading/creation-edits.ts";
import { sameFaultElsewhere } from "../loading/left-alone.ts";
import { type LoadStep, stepsOf } from "../loading/load-step.ts";
import { type Need, readsOf, treeOf, type Wanted } from "../loading/needs.ts";
import { type Producers, producersOf } from "../loading/producers.ts";
import type { Query } from "../loading/queries.ts";
import { queryEdits, type QueryEdits, wantedTree, withImports } from "../loading/query-edits.ts";
import { functionsAround } from "../loading/reach.ts";
import { functionsInScope } from "../loading/scope.ts";
import { schemaNeeds } from "../loading/schemas.ts";
import { type Symptom, symptomsOf } from "../loading/symptoms.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "./recipe.ts";

/** Relationships and deferred columns read where no SQL can be awaited: the query that made the object loads them. */
export const eagerLoadRelationship: Recipe = {
  id: "eager-load-relationship",
  title: "Load a relationship together with its object when it is read where no SQL can be awaited",
  explanation:
    "Reading a relationship that was not loaded makes SQLAlchemy emit SQL at that very moment; with an asynchronous driver that needs an `await`, and reading an attribute has none.",
  draft,
};

interface Fault {
  readonly symptom: Symptom;
  readonly step: LoadStep;
  readonly producers: Producers;
}

function draft(input: RecipeInput): readonly RecipeDraft[] {
  const lazy = symptomsOf(input).filter((symptom) => symptom.reason === "lazy");
  if (lazy.length === 0) return [];
  const scope = functionsInScope(input);
  const steps = lazy.flatMap((symptom) => stepsRead(input, symptom).map((step) => ({ symptom, step })));
  const needs = [...steps.map(({ step }) => wholly(step)), ...readNeeds(input, scope), ...schemaNeeds(input, scope)];
  const faults = steps.map(({ symptom, step }) => ({
    symptom,
    step,
    producers: producersOf({ input, scope, needs, step }, symptom),
  }));
  const drafts = draftsFor(input, { faults: faults.filter(hasProducer), needs, scope });
  const leftAlone = drafts.length > 0 ? steps.flatMap(({ step }) => sameFaultElsewhere(input, scope, step)) : [];
  return drafts.map((entry) => ({ ...entry, leftAlone: distinctPlaces(leftAlone) }));
}

function stepsRead({ project }: RecipeInput, { model, attributes }: Symptom): readonly LoadStep[] {
  return attributes.flatMap((attribute) => stepsOf(project, model, attribute).slice(0, 1));
}

function wholly(step: LoadStep): Need {
  return { root: step.model, steps: [step], isRecursive: false };
}

function readNeeds(input: RecipeInput, scope: readonly Located[]): readonly Need[] {
  return scope.flatMap((place) => readsOf(input, place));
}

function hasProducer({ producers }: Fault): boolean {
  return producers.queries.length + producers.creations.length > 0;
}

interface Work {
  readonly faults: readonly Fault[];
  /** What any function in scope reads. */
  readonly needs: readonly Need[];
  readonly scope: readonly Located[];
}

/** One draft for all objects that could be followed; else one for each query that ran and may have made the object. */
function draftsFor(input: RecipeInput, work: Work): readonly RecipeDraft[] {
  const followed = work.faults.filter(({ producers }) => producers.isFollowed);
  if (followed.length > 0) return followedDrafts(input, { ...work, faults: followed });
  const [first] = work.faults;
  const queries = [...new Set(first?.producers.queries.map((query) => query.call))];
  const parts = queries.flatMap((call) => {
    const query = first?.producers.queries.find((entry) => entry.call === call);
    return query ? [part(input, query, { needs: work.needs, isStrict: true })] : [];
  });
  // A query that has the option already may be the one that made the object: then another fault is at work.
  if (!first || parts.some((entry) => entry?.edits.length === 0)) return [];
  return parts.flatMap((entry) => (entry ? [written(withImports([entry]), first)] : []));
}

/**
 * First with what the functions around each query read of its objects; then, since nobody can follow every object, with
 * what any function in scope reads of objects of that class.
 */
function followedDrafts(input: RecipeInput, work: Work): readonly RecipeDraft[] {
  const near = wholeDrafts(input, work, (place) => ({ needs: needsAround(input, work, place), isStrict: true }));
  if (near.length === 0) return [];
  const far = wholeDrafts(input, work, () => ({ needs: work.needs, isStrict: false }));
  const known = new Set(near.map(({ edits }) => JSON.stringify(edits)));
  return [...near, ...far.filter(({ edits }) => !known.has(JSON.stringify(edits)))];
}

function needsAround(input: RecipeInput, { faults, scope }: Work, { module, node }: Located): readonly Need[] {
  const around = enclosingFunction(module, node);
  const functions = around ? functionsAround(input, scope, around) : [];
  const own = faults.filter(({ producers: { queries, creations } }) =>
    [...queries.map(({ call }) => call), ...creations.map(({ anchor }) => anchor.call)].includes(node),
  );
  return [...own.map(({ step }) => wholly(step)), ...readNeeds(input, functions), ...schemaNeeds(input, functions)];
}

function wholeDrafts(
  input: RecipeInput,
  { faults }: Work,
  wantedOf: (place: Located) => Wanted,
): readonly RecipeDraft[] {
  const [first] = faults;
  const queries = distinctCalls(faults.flatMap(({ producers }) => producers.queries));
  const creations = faults.flatMap(({ producers }) => producers.creations);
  const ofQueries = queries.map((query) => part(input, query, wantedOf({ module: query.module, node: query.call })));
  const ofCreations = creations
    .filter((creation, index) => creations.findIndex((other) => other.anchor.call === creation.anchor.call) === index)
    .map((creation) => {
      const wanted = wantedOf({ module: creation.module, node: creation.anchor.call });
      return creationEdits(input, creation, treeOf(input, creation.model, wanted));
    });
  const parts = [...ofQueries, ...ofCreations]
    .filter((entry) => entry !== undefined)
    .filter(({ edits }) => edits.length > 0);
  if (!first || parts.length === 0) return [];
  const edits = withImports(parts);
  const anew = rereading(edits, queries);
  const isSame = anew.every((edit, index) => edit === edits[index]);
  return isSame ? [written(edits, first)] : [written(edits, first), written(anew, first)];
}

/** `get` gives back an object that the session holds already, as it is: only `populate_existing` loads it anew. */
function rereading(edits: readonly Edit[], queries: readonly Query[]): readonly Edit[] {
  const ends = queries
    .filter(({ kind, call }) => kind === "get" && children(call, "keywords").length === 0)
    .flatMap(({ module, call }) => ({ path: module.path, end: children(call, "args").at(-1)?.end }));
  return edits.map((edit) => {
    const isOfGet = ends.some(({ path, end }) => path === edit.path && end === edit.start);
    const at = edit.text.lastIndexOf("]") + 1;
    if (!isOfGet || at === 0) return edit;
    const separator = edit.text.slice(0, edit.text.indexOf("options="));
    return { ...edit, text: `${edit.text.slice(0, at)}${separator}populate_existing=True${edit.text.slice(at)}` };
  });
}

function part(input: RecipeInput, query: Query, wanted: Wanted): QueryEdits | undefined {
  return queryEdits(input, query, wantedTree(input, query, wanted));
}

function distinctCalls(queries: readonly Query[]): readonly Query[] {
  return queries.filter((query, index) => queries.findIndex((other) => other.call === query.call) === index);
}

function written(edits: readonly Edit[], { symptom, step }: Fault): RecipeDraft {
  const attribute = `${symptom.model.name}.${step.name}`;
  const what = step.kind === "column" ? "deferred column" : "relationship";
  return {
    edits,
    rationale: `${attribute} is a ${what} that was read where SQLAlchemy cannot wait for the database; it is now loaded together with the object.`,
    leftAlone: [],
  };
}

function distinctPlaces(places: readonly Place[]): readonly Place[] {
  return places.filter(
    ({ path, line }, index) => places.findIndex((other) => other.path === path && other.line === line) === index,
  );
}
