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

/**
 * Every recipe, in the order in which they are asked: tables of what libraries took away before anything that guesses by
 * likeness (Python's own hints are wrong for such names); what makes sessions before what uses them.
 */
export const RECIPES: readonly Recipe[] = [
  movedNames,
  renamedMethods,
  renamedKeywords,
  ...PYTHON_RECIPES,
  ...DATA_RECIPES,
  ...WEB_RECIPES,
  ...PYDANTIC_RECIPES,
  ...PYTEST_RECIPES,
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
  ...SQLALCHEMY_RECIPES,
  ...SLIPS_RECIPES,
  ...TYPOS_RECIPES,
];
