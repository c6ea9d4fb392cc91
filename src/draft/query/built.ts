import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { child, children, dottedName, enclosingFunction, isFunction, sourceOf, walk, word } from "../../syntax/tree.ts";
import { type Chain, chainFrom, type Link, querySession, stepsOf } from "./chain.ts";
import { type Use, useOf } from "./uses.ts";

/** A chain whose beginnings are all known: what it selects and every method that may have been applied to it. */
export interface BuiltQuery {
  readonly chain: Chain;
  readonly use: Exclude<Use, { readonly kind: "unknown" }>;
  /** The session as written: `db`, `self.session`. */
  readonly session: string;
  /** The first `session.query(...)` call. */
  readonly root: PythonNode;
  /** The arguments of `query(...)`. */
  readonly columns: readonly PythonNode[];
  /** Methods applied before this chain runs, in other statements too. */
  readonly steps: readonly Link[];
}

interface Beginning {
  readonly session: string;
  readonly root: PythonNode;
  readonly columns: readonly PythonNode[];
  readonly steps: readonly Link[];
}

interface Found {
  readonly chain: Chain;
  readonly use: Use;
}

/**
 * The queries of a function that can be understood whole. A query kept under a name counts only when everything that
 * happens to the name is a known method, so that its steps may be rewritten one by one; where one use is unknown, none
 * of the chains around that name is given.
 */
export function builtQueries(module: PythonModule, scope: PythonNode): BuiltQuery[] {
  const found = chainsIn(module, scope);
  const variables = new Set(found.flatMap(({ use }) => (use.kind === "variable" ? [use.name] : [])));
  const opaque = opaqueVariables(scope, variables, found);
  for (;;) {
    const built = found.flatMap((entry) => complete(module, entry, { found, opaque }));
    const done = new Set(built.map(({ chain }) => chain));
    const lost = found.flatMap(({ chain }) => (done.has(chain) ? [] : (word(chain.root, "id") ?? [])));
    if (lost.every((name) => opaque.has(name))) return built;
    for (const name of lost) opaque.add(name);
  }
}

function complete(module: PythonModule, { chain, use }: Found, known: Omit<Search, "chain">): BuiltQuery[] {
  if (use.kind === "unknown" || (use.kind === "variable" && known.opaque.has(use.name))) return [];
  const beginning = beginningOf(module, { chain, ...known }, new Set());
  if (!beginning || beginning.session === "") return [];
  return [{ chain, use, ...beginning, steps: [...beginning.steps, ...stepsOf(chain)] }];
}

/** Chains that start from a session, and those that start from a name that such a chain was given. */
function chainsIn(module: PythonModule, scope: PythonNode): Found[] {
  const isOwn = (node: PythonNode): boolean => enclosingFunction(module, node) === scope;
  const found = [...walk(scope)]
    .filter((node) => dottedName(querySession(node)) !== undefined && isOwn(node))
    .map((node) => describe(module, node));
  const names = new Set<string>();
  for (let before = -1; before < names.size;) {
    before = names.size;
    for (const { use } of found) if (use.kind === "variable") names.add(use.name);
    const known = new Set(found.map(({ chain }) => chain.root));
    for (const node of walk(scope)) {
      const isKnown = !names.has(word(node, "id") ?? "") || known.has(node);
      if (isRead(node) && !isKnown && isOwn(node)) found.push(describe(module, node));
    }
  }
  return found;
}

function describe(module: PythonModule, root: PythonNode): Found {
  const chain = chainFrom(module, root);
  return { chain, use: useOf(chain) };
}

function isRead(node: PythonNode): boolean {
  return node.kind === "Name" && child(node, "ctx")?.kind === "Load";
}

/** Names that hold a query here and something else, or unknown, elsewhere. */
function opaqueVariables(scope: PythonNode, variables: ReadonlySet<string>, found: readonly Found[]): Set<string> {
  const values = new Set(found.filter(({ use }) => use.kind === "variable").map(({ chain }) => chain.top));
  const suspects = [...walk(scope)].flatMap((node) => [...suspectNames(node, scope), ...otherValueNames(node, values)]);
  const opaque = new Set(suspects.filter((name) => variables.has(name)));
  for (let before = -1; before < opaque.size;) {
    before = opaque.size;
    for (const entry of found) for (const name of lostNames(entry, opaque)) opaque.add(name);
  }
  return opaque;
}

/** Names that are assigned something that is no query. */
function otherValueNames(node: PythonNode, values: ReadonlySet<PythonNode>): string[] {
  if (node.kind !== "Assign" || isQueryValue(child(node, "value"), values)) return [];
  return children(node, "targets").flatMap((target) => (target.kind === "Name" ? [word(target, "id") ?? ""] : []));
}

/** What a chain takes with it when it is not understood: the name it starts from, and the name it is kept under. */
function lostNames({ chain, use }: Found, opaque: ReadonlySet<string>): string[] {
  const from = chain.root.kind === "Name" ? (word(chain.root, "id") ?? "") : undefined;
  if (from === undefined) return [];
  if (use.kind !== "variable") return use.kind === "unknown" ? [from] : [];
  return opaque.has(use.name) || opaque.has(from) ? [from, use.name] : [];
}

/** A query, or one query or another. */
function isQueryValue(value: PythonNode | undefined, values: ReadonlySet<PythonNode>): boolean {
  if (value?.kind === "IfExp")
    return isQueryValue(child(value, "body"), values) && isQueryValue(child(value, "orelse"), values);
  return value !== undefined && values.has(value);
}

/** Names bound by anything but a plain assignment to one name, and all names that a nested function mentions. */
function suspectNames(node: PythonNode, scope: PythonNode): string[] {
  if (node !== scope && (isFunction(node) || node.kind === "Lambda" || node.kind === "ClassDef"))
    return [...walk(node)].flatMap((inner) => (inner.kind === "Name" ? [word(inner, "id") ?? ""] : []));
  if (node.kind === "arg") return [word(node, "arg") ?? ""];
  const targets = [child(node, "target"), ...children(node, "targets"), child(node, "optional_vars")];
  const isPlain = node.kind === "Assign";
  return targets.flatMap((target) =>
    target === undefined || (isPlain && target.kind === "Name")
      ? []
      : [...walk(target)].flatMap((inner) =>
          inner.kind === "Name" && !isRead(inner) ? [word(inner, "id") ?? ""] : [],
        ),
  );
}

interface Search {
  readonly chain: Chain;
  readonly found: readonly Found[];
  readonly opaque: ReadonlySet<string>;
}

/** Where a chain comes from, when all its beginnings use the same session and select the same. */
function beginningOf(module: PythonModule, search: Search, seen: Set<PythonNode>): Beginning | undefined {
  const { chain, found, opaque } = search;
  const session = querySession(chain.root);
  if (session)
    return { root: chain.root, session: sourceOf(module, session), columns: children(chain.root, "args"), steps: [] };
  const name = word(chain.root, "id") ?? "";
  if (opaque.has(name)) return undefined;
  const makers = found.filter(
    ({ use, chain: { root } }) => use.kind === "variable" && use.name === name && !seen.has(root),
  );
  for (const maker of makers) seen.add(maker.chain.root);
  const beginnings = makers.map((maker) => {
    const beginning = beginningOf(module, { ...search, chain: maker.chain }, seen);
    return beginning && { ...beginning, steps: [...beginning.steps, ...stepsOf(maker.chain)] };
  });
  return makers.length === 0 ? { ...NOTHING_NEW, root: chain.root } : merged(module, beginnings);
}

/** What `q = q.filter(...)` adds to the beginnings of `q`: nothing but its steps. */
const NOTHING_NEW = { session: "", columns: [], steps: [] };

function merged(module: PythonModule, beginnings: readonly (Beginning | undefined)[]): Beginning | undefined {
  const known = beginnings.filter((entry) => entry !== undefined);
  if (known.length < beginnings.length) return undefined;
  const full = known.filter((entry) => entry.session !== "");
  const [first = known[0]] = full;
  const looks = full.map(({ session, columns }) =>
    [session, ...columns.map((node) => sourceOf(module, node))].join("\n"),
  );
  return !first || new Set(looks).size > 1 ? undefined : { ...first, steps: known.flatMap((entry) => entry.steps) };
}
