import type { Edit, Place } from "../../domain/patch.ts";
import type { ProjectSource, PythonNode } from "../../domain/python.ts";
import { enclosingFunction, isFunction, walk } from "../../syntax/tree.ts";
import { startable, type Startable } from "../sqlalchemy/async-callers.ts";
import { type Change, editsOf } from "../sqlalchemy/change.ts";
import {
  consecutive,
  ddlCall,
  type DdlCall,
  inTransaction,
  isOwnStatement,
  onConnection,
} from "../sqlalchemy/ddl-changes.ts";
import { handleKind } from "../sqlalchemy/handles.ts";
import { isPlainGreenlet, mayHaveRun, type Sign, signsOf } from "../sqlalchemy/signs.ts";
import type { Recipe, RecipeInput } from "./recipe.ts";

/** `create_all` on an AsyncEngine or AsyncConnection (AttributeError), `reflect` (NoInspectionAvailable). */
const SIGN =
  /'Async(Engine|Connection)' object has no attribute '_run_(ddl_)?visitor'|Inspection on an Async(Engine|Connection) is/;

/** DDL on something asynchronous runs through `run_sync`. */
export const runSyncDdl: Recipe = {
  id: "run-sync-ddl",
  title: "`metadata.create_all` on an AsyncEngine or AsyncConnection: run it through `run_sync`",
  explanation:
    "`create_all` and its relatives are synchronous and look for a connection they can use at once; an asynchronous engine has none, but lends one inside `run_sync`.",
  draft(input) {
    if (!isTrigger(signsOf(input))) return [];
    const found = calls(input.project).map((entry) => planned(input, entry));
    const leftAlone: Place[] = found.flatMap(({ place }) => place ?? []);
    const kept = found.flatMap((entry) => entry.kept ?? []);
    const edits: readonly Edit[] = editsOf(input.project, changesOf(kept));
    if (edits.length === 0) return [];
    const rationale =
      "Metadata emits its DDL synchronously. On an asynchronous engine that goes through `run_sync` of an AsyncConnection.";
    return [{ edits, rationale, leftAlone }];
  },
};

function isTrigger(signs: readonly Sign[]): boolean {
  return isPlainGreenlet(signs) || signs.some(({ message }) => SIGN.test(message));
}

interface Found {
  readonly ddl: DdlCall;
  readonly kind: "engine" | "connection";
}

interface Kept extends Found {
  readonly scope: PythonNode;
  readonly changes: readonly Change[];
}

/** Calls outside of the tests that emit DDL on an asynchronous engine or connection. */
function calls(project: ProjectSource): Found[] {
  const modules = [...project.modules.values()].filter((module) => !project.guarded.has(module.path));
  return modules.flatMap((module) =>
    [...walk(module.tree)].flatMap((node) => {
      const ddl = ddlCall({ module, node });
      const kind = ddl && handleKind(project, { module, node: ddl.target });
      return ddl && kind ? [{ ddl, kind }] : [];
    }),
  );
}

function planned(input: RecipeInput, found: Found): { readonly kept?: Kept; readonly place?: Place } {
  const { call } = found.ddl;
  const leave = (note: string) => ({ place: { path: call.module.path, line: call.node.line, note } });
  const scope = enclosingFunction(call.module, call.node);
  if (!scope || !isFunction(scope)) return leave("runs when the module is imported, where nothing can be awaited");
  if (found.kind === "engine" && !isOwnStatement(call)) return leave("is part of a larger statement");
  const own = { module: call.module, node: scope };
  if (!mayHaveRun(input.project, input, [own])) return leave("not run by the failing tests");
  const start: Startable | undefined = startable(input.project, own);
  if (!start) return leave("stands in a function that cannot be asynchronous");
  return { kept: { ...found, scope, changes: start.changes } };
}

function changesOf(kept: readonly Kept[]): Change[] {
  const onEngine = kept.filter((entry) => entry.kind === "engine");
  const groups = consecutive(onEngine.map((entry) => entry.ddl));
  return [
    ...kept.flatMap((entry) => entry.changes),
    ...kept.flatMap((entry) => (entry.kind === "connection" ? [onConnection(entry.ddl)] : [])),
    ...groups.flatMap((group) => {
      const scope = onEngine.find((entry) => entry.ddl === group[0])?.scope;
      return scope ? inTransaction(group, scope) : [];
    }),
  ];
}
