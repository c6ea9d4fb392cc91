import type { Edit } from "../../domain/patch.ts";
import type { RecipeInput } from "../recipes/recipe.ts";
import { child, children, dottedName, keywordArgument, walk, word } from "../../syntax/tree.ts";
import type { Located } from "../sqlalchemy/factories.ts";
import type { ModelClass } from "./classes.ts";
import { bindings, namesIn } from "./inference.ts";
import { columnCall, isRelated } from "./mapped-classes.ts";
import { anchorOf, refreshedNames, sessionStatements, statementAfter } from "./refresh.ts";

/** Where `refresh` would bring expired attributes back; no edit where the code refreshes the object already. */
export interface RefreshPlace {
  readonly edit: Edit | undefined;
}

/** Objects of the class that a function has under a name, writes and then uses. */
export function refreshPlaces(input: RecipeInput, scope: Located, model: ModelClass): readonly RefreshPlace[] {
  const { module, node } = scope;
  if (node.kind !== "AsyncFunctionDef" || input.project.guarded.has(module.path)) return [];
  return [...namesIn(input, scope)]
    .filter(([name, type]) => isRelated(input.project, type.model, model) && isSingle(scope, name))
    .flatMap(([name]) => refreshPlace(input, scope, name) ?? []);
}

/** True for a name that holds one object: not bound by a loop, not the name of a list of them. */
function isSingle({ node: scope }: Located, name: string): boolean {
  const own = [...walk(scope)].filter((node) => bindings(node).some(([target]) => dottedName(target) === name));
  return own.every((node) => {
    const value = child(node, "value");
    if (node.kind === "Assign" || node.kind === "AnnAssign") return value !== undefined && !givesList(value);
    return node.kind === "NamedExpr";
  });
}

const LISTS = new Set(["all", "scalars", "fetchall", "partitions", "unique", "list", "execute"]);

function givesList(value: Located["node"]): boolean {
  const call = value.kind === "Await" ? child(value, "value") : value;
  const callee = call?.kind === "Call" ? child(call, "func") : undefined;
  const name = callee && (word(callee, "attr") ?? word(callee, "id"));
  return (name !== undefined && LISTS.has(name)) || value.kind.endsWith("Comp") || value.kind === "List";
}

function refreshPlace(
  input: RecipeInput,
  { module, node: scope }: Located,
  variable: string,
): RefreshPlace | undefined {
  const bound = [...walk(scope)].find((node) => bindings(node).some(([target]) => dottedName(target) === variable));
  const anchor = anchorOf(input, { module, scope, variable, after: bound?.end ?? -1 });
  if (!anchor) return undefined;
  if (anchor.method === "refresh" && !refreshedNames(anchor)) return { edit: undefined };
  const text = `await ${anchor.session}.refresh(${variable})`;
  return { edit: statementAfter(module, anchor.statement, text) };
}

/** True for a column whose value the database makes, so that it must be read back after a write. */
export function isServerGenerated(input: RecipeInput, model: ModelClass, name: string): boolean {
  const call = columnCall(input.project, model, name);
  if (!call) return false;
  if (["server_default", "server_onupdate"].some((keyword) => keywordArgument(call, keyword) !== undefined))
    return true;
  const isSql = ["onupdate", "default"].some((keyword) => keywordArgument(call, keyword)?.kind === "Call");
  return (
    isSql || children(call, "args").some((entry) => /(^|\.)(Computed|Identity|FetchedValue)$/.test(calleeName(entry)))
  );
}

function calleeName(node: Located["node"]): string {
  return node.kind === "Call" ? (dottedName(child(node, "func")) ?? "") : "";
}

/** True when the code expires objects on purpose or undoes its writes: then keeping or re-reading is not ours to choose. */
export function expiresOnPurpose({ node }: Located, isGuarded: boolean): boolean {
  if (isGuarded) return false;
  const calls = [...walk(node)].flatMap((part) => {
    const callee = part.kind === "Call" ? child(part, "func") : undefined;
    return callee?.kind === "Attribute"
      ? [{ name: word(callee, "attr") ?? "", session: dottedName(child(callee, "value")) }]
      : [];
  });
  const isSession = (name: string | undefined): boolean => name !== undefined && /(session|db|uow|conn)/i.test(name);
  const expires = calls.some(({ name, session }) => (name === "expire" || name === "expire_all") && isSession(session));
  const rollsBack = sessionStatements(node, new Set(["rollback"])).length > 0;
  const commits = sessionStatements(node, new Set(["commit", "flush"])).length > 0;
  return expires || (rollsBack && !commits);
}
