import { asyncEdits, type Seed } from "../sqlalchemy/async-draft.ts";
import { engineOf, factoryOf, type Located, sqlalchemyCalls, sqlalchemyName } from "../sqlalchemy/factories.ts";
import { isAwaitOfSync, isPlainGreenlet, type Sign, signsOf } from "../sqlalchemy/signs.ts";
import { child, children, keywordArgument } from "../../syntax/tree.ts";
import type { ProjectSource } from "../../domain/python.ts";
import type { Recipe } from "./recipe.ts";

const MAKERS = new Set(["sessionmaker", "Session"]);

/** A synchronous session factory on an asynchronous engine becomes an asynchronous one, with all its users. */
export const asyncSessionFactory: Recipe = {
  id: "async-session-factory",
  title: "`sessionmaker` on an AsyncEngine: use `async_sessionmaker`, and make its sessions' users asynchronous",
  explanation:
    "A plain `sessionmaker` makes synchronous sessions, also on an asynchronous engine: every query of theirs tries to await the driver from code that cannot.",
  draft(input) {
    if (!isTrigger(signsOf(input))) return [];
    const seeds = [...sqlalchemyCalls(input.project, MAKERS)].flatMap((call) => seedOf(input.project, call) ?? []);
    const { edits, leftAlone } = asyncEdits(input, seeds);
    if (edits.length === 0) return [];
    const rationale =
      "The session factory makes synchronous sessions on an asynchronous engine, so every query looks for a greenlet " +
      "that is not there. It now makes AsyncSessions, and the code that uses them awaits them.";
    return [{ edits, rationale, leftAlone }];
  },
};

function isTrigger(signs: readonly Sign[]): boolean {
  return isPlainGreenlet(signs) || signs.some(isAwaitOfSync);
}

/** A call that makes synchronous sessions bound to an AsyncEngine or to the engine inside one. */
function seedOf(project: ProjectSource, call: Located): Seed | undefined {
  const { module, node } = call;
  const callee = child(node, "func");
  const name = callee && sqlalchemyName(project, { module, node: callee });
  const isSync = name === "Session" || factoryOf(project, call)?.kind === "sync";
  if (!isSync || !isOnAsyncEngine(project, call) || project.guarded.has(module.path)) return undefined;
  return {
    holding: { ...call, role: name === "Session" ? "session" : "factory" },
    maker: { kind: "maker", ...call },
    changes: [],
  };
}

function isOnAsyncEngine(project: ProjectSource, { module, node }: Located): boolean {
  const bind = children(node, "args")[0] ?? keywordArgument(node, "bind");
  const engine = bind && engineOf(project, { module, node: bind });
  return engine !== undefined && engine.kind !== "sync";
}
