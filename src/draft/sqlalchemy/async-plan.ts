import type { Place } from "../../domain/patch.ts";
import type { ProjectSource, PythonNode } from "../../domain/python.ts";
import { externalName } from "../../syntax/resolve.ts";
import {
  child,
  children,
  dottedName,
  enclosingFunction,
  isFunction,
  parentOf,
  walkScope,
  word,
} from "../../syntax/tree.ts";
import { annotationChanges, generatorChanges } from "./annotations.ts";
import { asyncChange, awaitChanges, type Change, plainChange } from "./change.ts";
import { consecutive, ddlCall, inTransaction, isOwnStatement, onConnection } from "./ddl-changes.ts";
import { hasAliasedInnerEngine, makerChanges } from "./factory-changes.ts";
import { type Flow, isGenerator, isNamedOnly } from "./flow.ts";
import { COROUTINE_METHODS, type Role, type Use } from "./flow-model.ts";
import { referencesTo } from "./flow-references.ts";
import type { Located } from "./values.ts";

/** Changes that make everything a flow touches asynchronous, or the reasons why that cannot be done as a whole. */
export interface AsyncPlan {
  readonly changes: readonly Change[];
  readonly obstacles: readonly Place[];
  /** Where we lost a value: it may be used there in a way that has to change too. */
  readonly lost: readonly Place[];
  /** Whatever we see of the values' users, at least one, awaits them already. */
  readonly isAwaited: boolean;
}

interface Planner {
  readonly project: ProjectSource;
  readonly flow: Flow;
  readonly isBefore20: boolean;
  /** Functions that become asynchronous. */
  readonly converted: Map<PythonNode, Located>;
  readonly changes: Change[];
  readonly obstacles: Place[];
}

/** Plans the change of every use, provider and annotation that the flow found. Guarded files are never changed. */
export function planAsync(project: ProjectSource, flow: Flow, isBefore20: boolean): AsyncPlan {
  const planner: Planner = { project, flow, isBefore20, converted: new Map(), changes: [], obstacles: [] };
  const lost = flow.obstacles.filter((entry) => entry.isLost).map(({ place, note }) => placeOf(place, note));
  for (const { place, note } of flow.obstacles.filter((entry) => !entry.isLost)) object(planner, place, note);
  const isAwaited = planUsers(planner);
  for (const use of flow.uses.filter((entry) => !isUser(entry))) planUse(planner, use);
  planProviders(planner);
  for (const entry of planner.converted.values()) planFunction(planner, entry);
  planAnnotations(planner);
  for (const { module } of planner.changes.filter((change) => project.guarded.has(change.module.path)))
    object(planner, { module, node: module.tree }, "a test file would have to change");
  return { changes: planner.changes, obstacles: planner.obstacles, lost, isAwaited };
}

function planProviders(planner: Planner): void {
  for (const provider of planner.flow.providers) {
    const isPlain = provider.node.kind === "FunctionDef" && isGenerator(provider.node);
    if (isPlain && !mustBecomeAsync(planner, provider))
      object(planner, provider, "is a generator that cannot be asynchronous");
  }
}

/** True when there are users and none of them had to change. */
function planUsers(planner: Planner): boolean {
  const users = planner.flow.uses.filter(isUser);
  for (const use of users) planUse(planner, use);
  planDdl(planner);
  return users.length > 0 && planner.changes.length === 0 && planner.converted.size === 0;
}

/** What makes a session and what listens to an engine does not await. */
function isUser({ kind }: Use): boolean {
  return kind !== "maker" && kind !== "event";
}

function placeOf({ module, node }: Located, note: string): Place {
  return { path: module.path, line: node.line, note };
}

function object(planner: Planner, place: Located, note: string): void {
  planner.obstacles.push(placeOf(place, note));
}

function planUse(planner: Planner, use: Use): void {
  if (use.kind === "call") return planCall(planner, use);
  if (use.kind === "with" || use.kind === "for") return planBlock(planner, use);
  if (use.kind === "maker") return planMaker(planner, use);
  const { end } = use.node;
  if (use.kind === "event") planner.changes.push(plainChange(use.module, { start: end, end }, ".sync_engine"));
  if (use.kind === "ddl" && use.role === "connection") planOnConnection(planner, use);
}

function planOnConnection(planner: Planner, use: Located): void {
  const ddl = mustBeAsync(planner, use) ? ddlCall(use) : undefined;
  if (ddl) planner.changes.push(onConnection(ddl));
  else object(planner, use, "cannot be handed to `run_sync`");
}

function planCall(planner: Planner, use: Use & { readonly kind: "call" }): void {
  const callee = child(use.node, "func");
  const method = callee ? (word(callee, "attr") ?? "") : "";
  if (isHandedToLoop(use) || (use.role === "factory" && method === "configure")) return;
  if (!mustBeAsync(planner, use))
    return object(planner, use, `\`${method}\` in a function that cannot be asynchronous`);
  // What has no asynchronous twin (`query`) is another fault; all that matters here is that it can be awaited later.
  if (!isCoroutine(use.role, method)) return;
  const changes = awaitChanges(use.module, use.node);
  if (changes) planner.changes.push(...changes);
  else object(planner, use, "has no position we could change");
}

function isCoroutine(role: Role, method: string): boolean {
  return COROUTINE_METHODS[role].has(method) || (role === "session" && method === "begin");
}

/** A coroutine that goes to `asyncio.gather` and the like is awaited there. */
function isHandedToLoop({ module, node }: Located): boolean {
  const parent = parentOf(module, node);
  const callee = parent?.kind === "Call" ? (dottedName(child(parent, "func")) ?? "") : "";
  return /(^|\.)(gather|wait_for|create_task|ensure_future|shield|wait|as_completed)$/.test(callee);
}

function planBlock(planner: Planner, use: Use & { readonly kind: "with" | "for" }): void {
  if (use.node.kind.startsWith("Async")) return;
  const known = new Set(planner.flow.uses.flatMap((entry) => (entry.kind === "with" ? [entry.item] : [])));
  if (children(use.node, "items").some((item) => !known.has(item)))
    return object(planner, use, "shares its `with` with something synchronous");
  if (!mustBeAsync(planner, use)) return object(planner, use, "stands in a function that cannot be asynchronous");
  planner.changes.push(asyncChange(use.module, use.node));
}

function planMaker(planner: Planner, use: Located): void {
  const changes = hasAliasedInnerEngine(planner.project, use)
    ? undefined
    : makerChanges(planner.project, use, planner.isBefore20);
  if (!changes) return object(planner, use, "has arguments an asynchronous session does not take");
  planner.changes.push(...changes);
}

function planDdl(planner: Planner): void {
  const calls = planner.flow.uses.filter((use) => use.kind === "ddl" && use.role === "engine");
  const ddls = calls.flatMap((use) => {
    const ddl = isOwnStatement(use) && mustBeAsync(planner, use) ? ddlCall(use) : undefined;
    if (!ddl) object(planner, use, "emits DDL where nothing can be awaited");
    return ddl ? [ddl] : [];
  });
  for (const group of consecutive(ddls)) {
    const first = group[0]?.call;
    const scope = first && enclosingFunction(first.module, first.node);
    if (scope) planner.changes.push(...inTransaction(group, scope));
  }
}

/** True when the function around a node is asynchronous or can become so; remembers that it must. */
function mustBeAsync(planner: Planner, { module, node }: Located): boolean {
  const scope = enclosingFunction(module, node);
  return scope !== undefined && mustBecomeAsync(planner, { module, node: scope });
}

function mustBecomeAsync(planner: Planner, entry: Located): boolean {
  if (entry.node.kind !== "FunctionDef") return entry.node.kind === "AsyncFunctionDef";
  const isPossible = canBeAsync(planner, entry);
  if (isPossible) planner.converted.set(entry.node, entry);
  return isPossible;
}

/** FastAPI takes providers of both kinds, so one that only FastAPI (or code that changes along) calls may change. */
function canBeAsync(planner: Planner, { module, node: scope }: Located): boolean {
  const { project, flow } = planner;
  const own = children(scope, "body").flatMap((statement) => [...walkScope(statement)]);
  if (own.some((node) => node.kind === "YieldFrom")) return false;
  const isProvider = flow.providers.some((entry) => entry.node === scope);
  const decorators = children(scope, "decorator_list");
  const isContext =
    decorators.length === 1 && decorators.every((entry) => isContextManager(planner, { module, node: entry }));
  if (isProvider && isGenerator(scope)) return decorators.length === 0 || isContext;
  return decorators.length === 0 && isOnlyFed(project, { module, node: scope });
}

/** A module's function that nothing but FastAPI calls. */
function isOnlyFed(project: ProjectSource, { module, node }: Located): boolean {
  const references = referencesTo(project, node, word(node, "name") ?? "");
  const isFed = references.length > 0 && references.every((place) => isNamedOnly(project, place));
  return isFed && parentOf(module, node)?.kind === "Module";
}

function isContextManager({ project }: Planner, { module, node }: Located): boolean {
  return externalName(project, module, dottedName(node)) === "contextlib.contextmanager";
}

function planFunction(planner: Planner, { module, node }: Located): void {
  planner.changes.push(asyncChange(module, node));
  for (const decorator of children(node, "decorator_list")) {
    const text = "asynccontextmanager";
    const names = {
      wants: [{ source: "contextlib", name: text }],
      drops: [{ source: "contextlib", name: "contextmanager" }],
    };
    planner.changes.push({
      module,
      start: decorator.start,
      end: decorator.end,
      text: (spell) => spell(text),
      ...names,
    });
  }
}

function planAnnotations(planner: Planner): void {
  const { project, flow } = planner;
  const places = flow.bindings.flatMap(({ module, annotation }) => (annotation ? [{ module, node: annotation }] : []));
  const results = flow.providers.flatMap(({ module, node }) => {
    const returns = child(node, "returns");
    return returns ? [{ module, node: returns }] : [];
  });
  const changes = [
    ...places.flatMap((place) => annotationChanges(project, place)),
    ...results.flatMap((place) => generatorChanges(project, place)),
  ];
  const isThere = ({ wants }: Change): boolean =>
    !planner.isBefore20 || wants.every((entry) => entry.name !== "async_sessionmaker");
  planner.changes.push(...changes.filter((change) => isThere(change) && !project.guarded.has(change.module.path)));
}

/** The functions that a flow runs through, to tell whether a failing test came along. */
export function functionsOf(flow: Flow): Located[] {
  const places = [
    ...flow.uses.map(({ module, node }) => ({ module, node: enclosingFunction(module, node) })),
    ...flow.bindings.map(({ module, scope }) => ({ module, node: scope })),
    ...flow.providers,
  ];
  return places.flatMap(({ module, node }) => (node && isFunction(node) ? [{ module, node }] : []));
}
