import type { Edit, Place } from "../../domain/patch.ts";
import type { PythonNode } from "../../domain/python.ts";
import { dottedName, enclosingStatement, lastLine, walk } from "../../syntax/tree.ts";
import { builtQueries } from "../query/built.ts";
import { querySession } from "../query/chain.ts";
import { capturedText, functionsOnPath, type Sighting, sightings, type Spot, spotsOf } from "../query/failing-path.ts";
import { rewriteFunction } from "../query/rewrite-function.ts";
import { isSameSession, ownedSession } from "../query/session-owner.ts";
import { spellingIn } from "../query/spelling.ts";
import { isAsyncSessionClass, type Located } from "../sqlalchemy/factories.ts";
import { isAsyncSession } from "../sqlalchemy/sessions.ts";
import type { Recipe, RecipeDraft, RecipeInput } from "./recipe.ts";

const SYMPTOM = /'(\w{1,80})' object has no attribute 'query'/;

/** `AsyncSession` has no `query()`: rewrites queries as `select()`, `update()` and `delete()` statements. */
export const queryToSelect: Recipe = {
  id: "query-to-select",
  title: "`session.query(...)` on an AsyncSession becomes `await session.execute(select(...))`",
  explanation:
    "An `AsyncSession` has no `query()`: the old query API sends its SQL from inside a plain method call, where nothing can be awaited.",
  draft,
};

function draft(input: RecipeInput): readonly RecipeDraft[] {
  const seen = sightings(input).filter((sighting) => isSymptom(input, sighting.message));
  if (seen.length === 0 && !input.group.failures.some((failure) => isSymptom(input, capturedText(failure)))) return [];
  const spots = seen.flatMap((sighting) => failingSpots(input, sighting));
  const failing = spots.flatMap((spot) => rootsAt(spot));
  if (spots.length > 0 && failing.length === 0) return [];
  const isAsync = asyncTest(input, failing);
  const functions = functionsOnPath(input, spots);
  const modules = [...new Set(functions.map(({ module }) => module))];
  const results = modules.map((module) =>
    rewriteModule(
      input,
      functions.filter((scope) => scope.module === module),
      isAsync,
    ),
  );
  const done = new Set(results.flatMap((result) => result.roots));
  if (done.size === 0 || failing.some(({ node }) => !done.has(node))) return [];
  const edits = results.flatMap((result) => result.edits);
  return [{ edits, rationale: RATIONALE, leftAlone: untouched(input, done, isAsync) }];
}

const RATIONALE =
  "An AsyncSession has no `query()`: statements made with `select()` are awaited instead, and give the same rows.";

function isSymptom(input: RecipeInput, message: string | null): boolean {
  const name = SYMPTOM.exec(message ?? "")?.[1];
  if (name === undefined) return false;
  if (name === "AsyncSession" || name === "async_scoped_session") return true;
  return [...input.project.modules.values()].some((module) =>
    [...walk(module.tree)].some(
      (node) => node.kind === "ClassDef" && node.fields["name"] === name && isDerived(input, { module, node }),
    ),
  );
}

function isDerived(input: RecipeInput, { module, node }: Located): boolean {
  const bases = node.fields["bases"];
  return (
    Array.isArray(bases) &&
    [...walk(node)].some((entry) => bases.includes(entry) && isAsyncSessionClass(input.project, module, entry))
  );
}

/** Only the innermost frame is where `query` was looked up. */
function failingSpots(input: RecipeInput, sighting: Sighting): Spot[] {
  return spotsOf(input, sighting.frames).slice(-1);
}

/** The queries of the statement at a failing line; of a compound statement, those on the line itself. */
function rootsAt({ module, scope, line }: Spot): Located[] {
  return queriesIn({ module, node: scope }).filter(({ node }) => {
    const statement = enclosingStatement(module, node) ?? node;
    const extent = Array.isArray(statement.fields["body"]) ? node : statement;
    return extent.line <= line && line <= lastLine(module, extent);
  });
}

function queriesIn({ module, node }: Located): Located[] {
  return [...walk(node)]
    .filter((entry) => dottedName(querySession(entry)) !== undefined)
    .map((entry) => ({ module, node: entry }));
}

type SessionTest = (query: Located) => boolean;

/** Tells queries on an AsyncSession: the one that failed, others on the same session, and what the code says. */
function asyncTest(input: RecipeInput, failing: readonly Located[]): SessionTest {
  const sessionOf = ({ module, node }: Located): Located => ({ module, node: querySession(node) ?? node });
  const proven = failing.flatMap((query) => ownedSession(sessionOf(query)) ?? []);
  return (query) => {
    const session = sessionOf(query);
    const owned = ownedSession(session);
    const isProven = owned !== undefined && proven.some((other) => isSameSession(owned, other));
    return isProven || isAsyncSession(input.project, session, input.evidence);
  };
}

interface Rewritten {
  readonly edits: readonly Edit[];
  readonly roots: readonly PythonNode[];
}

/** All functions of one module together, since they share its imports. */
function rewriteModule(input: RecipeInput, functions: readonly Located[], isAsync: SessionTest): Rewritten {
  const { project } = input;
  const [first] = functions;
  if (!first) return { edits: [], roots: [] };
  const { module } = first;
  const spelling = spellingIn(
    module,
    functions.map(({ node }) => node),
  );
  const results = functions.map(({ node }) => {
    const built = builtQueries(module, node).filter((query) => isAsync({ module, node: query.root }));
    const known = new Set(built.map((query) => query.chain.root));
    const others = queriesIn({ module, node }).filter((query) => !known.has(query.node) && isAsync(query));
    return rewriteFunction({ project, node, spelling, hasScalars: hasScalars(input) }, built, others);
  });
  const edits = results.flatMap((result) => result.edits);
  return {
    edits: edits.length > 0 ? [...edits, ...spelling.imports()] : [],
    roots: results.flatMap((result) => result.roots),
  };
}

/** `AsyncSession.scalars` came with SQLAlchemy 1.4.24. */
function hasScalars({ packages }: RecipeInput): boolean {
  const [major = 0, minor = 0, patch = 0] = (packages["sqlalchemy"] ?? "0")
    .split(".")
    .map((part) => Number.parseInt(part, 10));
  return major > 1 || (major === 1 && (minor > 4 || (minor === 4 && patch >= 24)));
}

/** Queries on async sessions that this draft does not touch: in code that did not run, or of no known equal. */
function untouched(input: RecipeInput, done: ReadonlySet<PythonNode>, isAsync: SessionTest): Place[] {
  return [...input.project.modules.values()]
    .filter((module) => !input.project.guarded.has(module.path))
    .flatMap((module) => queriesIn({ module, node: module.tree }))
    .filter((query) => !done.has(query.node) && isAsync(query))
    .map(({ module, node }) => ({
      path: module.path,
      line: node.line,
      note: "`query()` on an AsyncSession: not run by the failing tests, or without an equal that is sure.",
    }));
}
