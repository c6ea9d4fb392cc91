import type { ProjectSource, PythonModule, PythonNode } from "../../domain/python.ts";
import { externalName } from "../../syntax/resolve.ts";
import { child, children, dottedName, enclosingFunction, parentOf, walkScope, word } from "../../syntax/tree.ts";
import { meaningOf } from "./flow-meaning.ts";
import { type Binding, type Holding, lost, type Meaning, type Obstacle, type Role, type Use } from "./flow-model.ts";
import { fedBy, readsOf, referencesTo } from "./flow-references.ts";
import { attributeReads, type MethodReferences, methodReferences } from "./method-references.ts";
import type { Located } from "./values.ts";

/** Everything in the loaded project that an engine's, factory's or session's change of kind touches. */
export interface Flow {
  readonly uses: readonly Use[];
  readonly bindings: readonly Binding[];
  /** Functions that yield or return one of the values. */
  readonly providers: readonly Located[];
  /** Why the whole cannot be told or changed. */
  readonly obstacles: readonly Obstacle[];
}

/** Follows values from where they are made through names, attributes, parameters and FastAPI's dependencies. */
export function flowOf(project: ProjectSource, seeds: readonly Holding[]): Flow {
  const uses = new Map<PythonNode, Use>();
  const bindings = new Map<string, Binding>();
  const providers = new Map<PythonNode, Located>();
  const obstacles: Obstacle[] = [];
  const scopes = new Map<PythonNode, number>();
  const seen = new Set<PythonNode>();
  const queue: Meaning[] = seeds.map((holding) => ({ kind: "holding", holding }));
  const accept = (meaning: Meaning): readonly Meaning[] => {
    if (meaning.kind === "obstacle") obstacles.push(meaning);
    if (meaning.kind === "use")
      uses.set(meaning.use.kind === "with" ? meaning.use.item : meaning.use.node, meaning.use);
    if (meaning.kind === "holding" && isNew(seen, meaning.holding.node)) return meaningOf(project, meaning.holding);
    if (meaning.kind === "binding") {
      const key = keyOf(scopes, meaning.binding);
      if (bindings.has(key)) return [];
      bindings.set(key, meaning.binding);
      return readings(project, meaning.binding);
    }
    if (meaning.kind === "provider" && !providers.has(meaning.provider.node)) {
      providers.set(meaning.provider.node, meaning.provider);
      return consumers(project, meaning.provider, meaning.role);
    }
    return [];
  };
  for (let next = queue.pop(); next; next = queue.pop()) queue.push(...accept(next));
  return { uses: [...uses.values()], bindings: [...bindings.values()], providers: [...providers.values()], obstacles };
}

function isNew(seen: Set<PythonNode>, node: PythonNode): boolean {
  const isFirst = !seen.has(node);
  seen.add(node);
  return isFirst;
}

function keyOf(scopes: Map<PythonNode, number>, { scope, name }: Binding): string {
  if (!scopes.has(scope)) scopes.set(scope, scopes.size);
  return `${scopes.get(scope) ?? 0} ${name}`;
}

function readings(project: ProjectSource, binding: Binding): Meaning[] {
  const { role, module, scope, name } = binding;
  const places =
    scope.kind === "Module" ? moduleReads(project, { module, node: scope }, name) : readsOf(project, binding);
  const outside = scope.kind === "ClassDef" ? attributeReads(project, scope, name.replace(/^\w+\./, "")) : [];
  return [...places, ...outside].map((place) => ({ kind: "holding", holding: { role, ...place } }));
}

function moduleReads(project: ProjectSource, { node: tree }: Located, name: string): Located[] {
  const statements = [...walkScope(tree)].filter((node) => binds(node, name));
  return statements.flatMap((statement) => referencesTo(project, statement, name));
}

function binds(statement: PythonNode, name: string): boolean {
  const target = child(statement, "target");
  const targets = target ? [target] : children(statement, "targets");
  return /^(Ann)?Assign$/.test(statement.kind) && targets.some((entry) => dottedName(entry) === name);
}

/** True for a function that yields. */
export function isGenerator(node: PythonNode): boolean {
  return children(node, "body")
    .flatMap((statement) => [...walkScope(statement)])
    .some((inner) => inner.kind === "Yield" || inner.kind === "YieldFrom");
}

/** What a provider's users get: parameters that FastAPI fills, results of calls, targets of `with` and `for`. */
function consumers(project: ProjectSource, provider: Located, role: Role): Meaning[] {
  const fed = fedBy(project, provider.node).map((entry): Meaning => {
    const { module, node: scope, name, annotation } = entry;
    return { kind: "binding", binding: { role, module, scope, name, annotation } };
  });
  const { known, unknown } = referencesOf(project, provider);
  const users = known.flatMap((place) => consumed(project, { role, ...place }, provider.node));
  return [...fed, ...users, ...unknown.map(unfollowed)];
}

function referencesOf(project: ProjectSource, provider: Located): MethodReferences {
  if (parentOf(provider.module, provider.node)?.kind === "ClassDef") return methodReferences(project, provider);
  return { known: referencesTo(project, provider.node, word(provider.node, "name") ?? ""), unknown: [] };
}

function consumed(project: ProjectSource, reference: Holding, provider: PythonNode): Meaning[] {
  const parent = parentOf(reference.module, reference.node);
  const isCalled = parent?.kind === "Call" && child(parent, "func") === reference.node;
  if (!isCalled) return isNamedOnly(project, reference) ? [] : [unfollowed(reference)];
  const result = { ...reference, node: parent };
  if (isGenerator(provider)) return fromGenerator(project, result);
  const outer = parentOf(reference.module, parent);
  const isAwaited = provider.kind === "AsyncFunctionDef" && outer?.kind === "Await";
  return [{ kind: "holding", holding: isAwaited ? { ...result, node: outer } : result }];
}

function unfollowed(place: Located): Meaning {
  return lost(place, "used in a way we cannot follow");
}

/** `Depends(get_db)`, `dependency_overrides[get_db]`: FastAPI treats both kinds of functions alike. */
export function isNamedOnly(project: ProjectSource, { module, node }: Located): boolean {
  const parent = parentOf(module, node);
  if (/^(Subscript|Index|Compare)$/.test(parent?.kind ?? "")) return true;
  const call = parent?.kind === "keyword" ? parentOf(module, parent) : parent;
  return call?.kind === "Call" && isHarmlessCallee(project, module, dottedName(child(call, "func")) ?? "");
}

function isHarmlessCallee(project: ProjectSource, module: PythonModule, name: string): boolean {
  return (
    /(^|\.)(Depends|Security)$/.test(name) ||
    /(^|\.)dependency_overrides\.(pop|get)$/.test(name) ||
    externalName(project, module, name) === "contextlib.asynccontextmanager"
  );
}

/** `with get_db() as db`, `for db in get_db()`, `await anext(get_db())`. */
function fromGenerator(project: ProjectSource, result: Holding): Meaning[] {
  const { module, node } = result;
  const parent = parentOf(module, node);
  if (parent?.kind === "withitem") return meaningOf(project, result);
  if (parent?.kind === "Call" && dottedName(child(parent, "func")) === "anext") return anextResult(result, parent);
  return /^(Async)?For$/.test(parent?.kind ?? "") && parent ? looped(result, parent) : [unfollowed(result)];
}

function looped(result: Holding, loop: PythonNode): Meaning[] {
  const { module, node, role } = result;
  const name = dottedName(child(loop, "target"));
  if (name === undefined || child(loop, "iter") !== node) return [unfollowed(result)];
  const scope = enclosingFunction(module, node) ?? module.tree;
  return [
    { kind: "use", use: { kind: "for", module, node: loop } },
    { kind: "binding", binding: { role, module, scope, name, annotation: undefined } },
  ];
}

function anextResult(result: Holding, call: PythonNode): Meaning[] {
  const outer = parentOf(result.module, call);
  return outer?.kind === "Await" ? [{ kind: "holding", holding: { ...result, node: outer } }] : [unfollowed(result)];
}
