import type { TestEvidence } from "../../domain/evidence.ts";
import type { Edit } from "../../domain/patch.ts";
import type { ProjectSource } from "../../domain/python.ts";
import { externalName } from "../../syntax/resolve.ts";
import { child, children, dottedName, keywordArgument, walk } from "../../syntax/tree.ts";
import { engineOf, isAsyncSessionClass, type Located } from "../sqlalchemy/factories.ts";
import { isAsyncSession } from "../sqlalchemy/sessions.ts";
import { signsOf } from "../sqlalchemy/signs.ts";
import type { Recipe } from "./recipe.ts";

/** NotImplementedError for engines and sessions; InvalidRequestError for the class AsyncSession (1.4 to 2.1). */
const SIGN = /asynchronous events are not implemented|No such event '\w+' for target '<class '[\w.]*AsyncSession'>'/;
const EVENT_FUNCTION = /^sqlalchemy\.event\.(?:api\.)?(listen|listens_for|contains|remove)$/;

/** Listeners registered on something asynchronous go to the synchronous thing inside it. */
export const eventOnSyncEngine: Recipe = {
  id: "event-on-sync-engine",
  title: "Event listeners on an AsyncEngine or AsyncSession: register them on `.sync_engine` or the session inside",
  explanation:
    "SQLAlchemy's events are synchronous: a listener can only be registered on the engine or session inside the asynchronous one.",
  draft({ group, evidence, project }) {
    if (!signsOf({ group, evidence }).some(({ message }) => SIGN.test(message))) return [];
    const edits = targets(project).flatMap((target) => editOf(project, target, evidence) ?? []);
    if (edits.length === 0) return [];
    const rationale =
      "SQLAlchemy's events are emitted by the synchronous engine or session inside the asynchronous one, " +
      "so listeners have to be registered there.";
    return [{ edits, rationale, leftAlone: [] }];
  },
};

/** The first argument of every call of an event function outside of the tests. */
function targets(project: ProjectSource): Located[] {
  const modules = [...project.modules.values()].filter((module) => !project.guarded.has(module.path));
  return modules.flatMap((module) =>
    [...walk(module.tree)].flatMap((node) => {
      const callee = node.kind === "Call" ? dottedName(child(node, "func")) : undefined;
      if (callee === undefined || !EVENT_FUNCTION.test(externalName(project, module, callee) ?? "")) return [];
      const target = children(node, "args")[0] ?? keywordArgument(node, "target");
      return target && target.start >= 0 ? [{ module, node: target }] : [];
    }),
  );
}

function editOf(project: ProjectSource, target: Located, evidence: TestEvidence): Edit | undefined {
  const attribute = innerAttribute(project, target, evidence);
  const { end } = target.node;
  return attribute === undefined ? undefined : { path: target.module.path, start: end, end, text: `.${attribute}` };
}

function innerAttribute(project: ProjectSource, target: Located, evidence: TestEvidence): string | undefined {
  if (engineOf(project, target)?.kind === "async") return "sync_engine";
  if (dottedName(target.node) === undefined) return undefined;
  if (isAsyncSessionClass(project, target.module, target.node)) return "sync_session_class";
  return isAsyncSession(project, target, evidence) ? "sync_session" : undefined;
}
