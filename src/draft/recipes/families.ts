import { awaitSessionCall } from "./await-session-call.ts";
import { asyncContextManager } from "./async-context-manager.ts";
import { asyncDriverUrl } from "./async-driver-url.ts";
import { asyncEngineForAsyncUrl } from "./async-engine-for-async-url.ts";
import { asyncSessionFactory } from "./async-session-factory.ts";
import { DATA_RECIPES } from "./data/list.ts";
import { eagerLoadRelationship } from "./eager-load-relationship.ts";
import { eventOnSyncEngine } from "./event-on-sync-engine.ts";
import { keepAttributesAfterCommit } from "./keep-attributes-after-commit.ts";
import { movedNames } from "./moved-names.ts";
import { PYDANTIC_RECIPES } from "./pydantic/list.ts";
import { PYTEST_RECIPES } from "./pytest/list.ts";
import { PYTHON_RECIPES } from "./python/list.ts";
import { queryToSelect } from "./query-to-select.ts";
import type { Recipe } from "./recipe.ts";
import { renamedKeywords } from "./renamed-keywords.ts";
import { renamedMethods } from "./renamed-methods.ts";
import { runSyncDdl } from "./run-sync-ddl.ts";
import { SLIPS_RECIPES } from "./slips/list.ts";
import { SQLALCHEMY_RECIPES } from "./sqlalchemy/list.ts";
import { TYPOS_RECIPES } from "./typos/list.ts";
import { WEB_RECIPES } from "./web/list.ts";

/** Recipes of one kind; each family has a page under docs/guides. */
export interface RecipeFamily {
  /** Kebab-case; the name of its page. */
  readonly id: string;
  readonly title: string;
  /** What the failures of this family have in common, and where their traces lead: one paragraph for its page. */
  readonly reading: string;
  /** In the order in which they are asked. */
  readonly recipes: readonly Recipe[];
}

/**
 * Every family, in the order in which their recipes are asked: tables of what libraries took away before anything that
 * guesses by likeness (Python's own hints are wrong for such names); what makes sessions before what uses them.
 */
export const FAMILIES: readonly RecipeFamily[] = [
  {
    id: "moved-names",
    title: "Names, methods and keywords that a library took away",
    reading:
      "The last line names what is not there; the line of your code above it is the one that asks for it. Python's own hint behind the message looks for a name that is written alike, which is rarely the one that took its place.",
    recipes: [movedNames, renamedMethods, renamedKeywords],
  },
  {
    id: "python",
    title: "What changed between versions of Python",
    reading:
      "The failure comes with a newer Python, not with a change of your code. Look for the innermost line of your own: what it calls is gone, or takes other arguments.",
    recipes: PYTHON_RECIPES,
  },
  {
    id: "data",
    title: "NumPy, pandas, SciPy and other data libraries",
    reading:
      "The frames below your own line are the library's. What they complain of is how that line calls them: a name that was removed, an argument that is no longer taken, a value that is no longer converted.",
    recipes: DATA_RECIPES,
  },
  {
    id: "web",
    title: "Web frameworks and HTTP clients",
    reading:
      "Test clients and frameworks are called from tests as well as from the application. The innermost line of your own code, be it of a test, is where the changed call is.",
    recipes: WEB_RECIPES,
  },
  {
    id: "pydantic",
    title: "Pydantic 1 to 2",
    reading:
      "Errors of this family come up while a class is being made, so the innermost line of your own code is the class or its decorator, and no test has run yet.",
    recipes: PYDANTIC_RECIPES,
  },
  {
    id: "pytest",
    title: "pytest and its plugins",
    reading:
      "The test cannot be set up, or calls pytest in a way it no longer takes. Nothing of your application has run: only the shape of the test's own calls, fixtures and decorators is changed, never what it expects.",
    recipes: PYTEST_RECIPES,
  },
  {
    id: "sqlalchemy-async",
    title: "SQLAlchemy with asyncio: MissingGreenlet and its kin",
    reading:
      "Most of the trace is SQLAlchemy's and the framework's. Two places count: the innermost line of your own code, which wanted something of the database, and the place that made the session or query which could not give it.",
    recipes: [
      asyncDriverUrl,
      eventOnSyncEngine,
      asyncEngineForAsyncUrl,
      asyncSessionFactory,
      asyncContextManager,
      runSyncDdl,
      queryToSelect,
      awaitSessionCall,
      eagerLoadRelationship,
      keepAttributesAfterCommit,
    ],
  },
  {
    id: "sqlalchemy",
    title: "SQLAlchemy 1 to 2",
    reading:
      "SQLAlchemy 2 takes statements, not strings, and rows are tuples. The innermost line of your own code is the call that hands over what version 1 accepted.",
    recipes: SQLALCHEMY_RECIPES,
  },
  {
    id: "slips",
    title: "Slips in plain Python: calls and values",
    reading:
      "The last line says what was done to which type of value. The value was made earlier, often a line or a call above; the innermost line of your own code is where it did not fit.",
    recipes: SLIPS_RECIPES,
  },
  {
    id: "typos",
    title: "Slips in plain Python: names, imports and syntax",
    reading:
      "The innermost line of your own code has the name, import or character that is wrong. A file that cannot be parsed fails before any of its tests can run.",
    recipes: TYPOS_RECIPES,
  },
];
