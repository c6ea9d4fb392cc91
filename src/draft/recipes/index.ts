import { awaitSessionCall } from "./await-session-call.ts";
import { asyncContextManager } from "./async-context-manager.ts";
import { asyncDriverUrl } from "./async-driver-url.ts";
import { asyncEngineForAsyncUrl } from "./async-engine-for-async-url.ts";
import { asyncSessionFactory } from "./async-session-factory.ts";
import { eagerLoadRelationship } from "./eager-load-relationship.ts";
import { eventOnSyncEngine } from "./event-on-sync-engine.ts";
import { keepAttributesAfterCommit } from "./keep-attributes-after-commit.ts";
import { queryToSelect } from "./query-to-select.ts";
import type { Recipe } from "./recipe.ts";
import { runSyncDdl } from "./run-sync-ddl.ts";

/** Every recipe, in the order in which they are asked: what makes sessions first, then what uses them. */
export const RECIPES: readonly Recipe[] = [
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
];
