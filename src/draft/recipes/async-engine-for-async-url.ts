import { asyncEdits, type Seed } from "../sqlalchemy/async-draft.ts";
import { ASYNC_MODULE, twinChange } from "../sqlalchemy/annotations.ts";
import { type Located, sqlalchemyCalls, sqlalchemyName } from "../sqlalchemy/factories.ts";
import { isAwaitOfSync, isPlainGreenlet, signsOf } from "../sqlalchemy/signs.ts";
import { hasAsyncDriver } from "../sqlalchemy/urls.ts";
import { child, children, keywordArgument, word } from "../../syntax/tree.ts";
import type { ProjectSource } from "../../domain/python.ts";
import type { Recipe } from "./recipe.ts";

const ENGINE_MAKERS = new Set(["create_engine"]);

/** `create_engine` on a URL with an asynchronous driver becomes `create_async_engine`, with all that hangs on it. */
export const asyncEngineForAsyncUrl: Recipe = {
  id: "async-engine-for-async-url",
  title: "`create_engine` on an asynchronous driver: use `create_async_engine`, and AsyncSessions on it",
  explanation:
    "The URL names an asynchronous driver but `create_engine` makes a synchronous engine: its first query has to await the driver, and nothing around it can.",
  draft(input) {
    const signs = signsOf(input);
    if (!isPlainGreenlet(signs) && !signs.some(isAwaitOfSync)) return [];
    const calls = [...sqlalchemyCalls(input.project, ENGINE_MAKERS)];
    const { edits, leftAlone } = asyncEdits(
      input,
      calls.flatMap((call) => seedOf(input.project, call) ?? []),
    );
    if (edits.length === 0) return [];
    const rationale =
      "The URL names an asynchronous driver, which a synchronous engine cannot drive outside of a greenlet. " +
      "The engine is made by create_async_engine, and its sessions and their users are asynchronous.";
    return [{ edits, rationale, leftAlone }];
  },
};

function seedOf(project: ProjectSource, call: Located): Seed | undefined {
  const { module, node } = call;
  const callee = child(node, "func");
  const url = children(node, "args")[0] ?? keywordArgument(node, "url");
  if (!callee || !url || project.guarded.has(module.path) || !isPlainCall(project, call)) return undefined;
  if (!hasAsyncDriver(project, { module, node: url })) return undefined;
  const twin = {
    from: { source: "sqlalchemy", name: "create_engine" },
    to: { source: ASYNC_MODULE, name: "create_async_engine" },
  };
  return {
    holding: { ...call, role: "engine" },
    maker: undefined,
    changes: [twinChange({ module, node: callee }, twin)],
  };
}

/** False when a keyword asks for a pool that an asynchronous engine refuses, or hides what is asked for. */
function isPlainCall(project: ProjectSource, { module, node }: Located): boolean {
  const pool = keywordArgument(node, "poolclass");
  const isQueue = pool !== undefined && sqlalchemyName(project, { module, node: pool }) === "QueuePool";
  return !isQueue && children(node, "keywords").every((entry) => word(entry, "arg") !== undefined);
}
