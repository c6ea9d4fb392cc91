import type { ProjectSource, PythonModule, PythonNode } from "../domain/python.ts";
import { importedFile } from "./imported-file.ts";
import { child, childNodes, children, isFunction, word } from "./tree.ts";

/** Where a name is bound in the project: the statement that binds it, in the module that holds it. */
export interface Definition {
  readonly module: PythonModule;
  /** FunctionDef, AsyncFunctionDef, ClassDef, Assign or AnnAssign. */
  readonly node: PythonNode;
  readonly name: string;
}

/** How a module-level name comes into a module. */
type Binding =
  | { readonly kind: "definition"; readonly node: PythonNode }
  | { readonly kind: "from"; readonly source: string; readonly level: number; readonly name: string }
  | { readonly kind: "module"; readonly dotted: string };

const bindingMaps = new WeakMap<PythonModule, ReadonlyMap<string, Binding>>();

/** Hops through re-exports before we give up; cycles end here too. */
const MAX_HOPS = 8;

/** The imports of a module as (source, level) pairs, submodules of `from a import b` included. */
export function importsOf(module: PythonModule): { readonly source: string; readonly level: number }[] {
  const found: { source: string; level: number }[] = [];
  const visit = (node: PythonNode): void => {
    if (node.kind === "Import")
      for (const alias of children(node, "names")) found.push({ source: word(alias, "name") ?? "", level: 0 });
    if (node.kind === "ImportFrom") {
      const { source, level } = importSource(node);
      found.push({ source, level });
      for (const alias of children(node, "names"))
        found.push({ source: join(source, word(alias, "name") ?? ""), level });
    }
    for (const next of childNodes(node)) if (next.line > 0 || node.kind === "Module") visit(next);
  };
  visit(module.tree);
  return found;
}

function importSource(node: PythonNode): { source: string; level: number } {
  const level = node.fields["level"];
  return { source: word(node, "module") ?? "", level: typeof level === "number" ? level : 0 };
}

function join(source: string, name: string): string {
  return source === "" ? name : `${source}.${name}`;
}

/** Statements that run when the module is imported, those under `if`, `try` and `with` included. */
export function* moduleStatements(node: PythonNode): Generator<PythonNode> {
  for (const field of ["body", "handlers", "orelse", "finalbody"]) {
    for (const statement of children(node, field)) {
      yield statement;
      if (!isFunction(statement) && statement.kind !== "ClassDef") yield* moduleStatements(statement);
    }
  }
}

function bindingsOf(module: PythonModule): ReadonlyMap<string, Binding> {
  const known = bindingMaps.get(module);
  if (known) return known;
  const bindings = new Map<string, Binding>();
  for (const statement of moduleStatements(module.tree))
    for (const [name, binding] of bound(statement)) bindings.set(name, binding);
  bindingMaps.set(module, bindings);
  return bindings;
}

function bound(statement: PythonNode): [string, Binding][] {
  if (statement.kind === "Import") return children(statement, "names").map(boundByImport);
  if (statement.kind === "ImportFrom") {
    const { source, level } = importSource(statement);
    return children(statement, "names").map((alias) => {
      const name = word(alias, "name") ?? "";
      const key = name === "*" ? `* ${level} ${source}` : (word(alias, "asname") ?? name);
      return [key, { kind: "from", source, level, name }];
    });
  }
  return boundNames(statement).map((name) => [name, { kind: "definition", node: statement }]);
}

function boundByImport(alias: PythonNode): [string, Binding] {
  const dotted = word(alias, "name") ?? "";
  const asName = word(alias, "asname");
  const first = dotted.split(".")[0] ?? dotted;
  return asName === undefined ? [first, { kind: "module", dotted: first }] : [asName, { kind: "module", dotted }];
}

function boundNames(statement: PythonNode): string[] {
  if (isFunction(statement) || statement.kind === "ClassDef") return [word(statement, "name") ?? ""];
  const target = child(statement, "target");
  const targets =
    statement.kind === "AnnAssign" && target
      ? [target]
      : statement.kind === "Assign"
        ? children(statement, "targets")
        : [];
  return targets.flatMap((entry) => (entry.kind === "Name" ? [word(entry, "id") ?? ""] : []));
}

/**
 * Follows a dotted name from a module to the statement in the project that binds it, through imports and re-exports.
 * Undefined when it ends outside the project or cannot be told.
 */
export function definitionOf(project: ProjectSource, module: PythonModule, dotted: string): Definition | undefined {
  return follow(project, { module, dotted, hops: 0 });
}

interface Search {
  readonly module: PythonModule;
  readonly dotted: string;
  readonly hops: number;
}

function follow(project: ProjectSource, { module, dotted, hops }: Search): Definition | undefined {
  if (hops > MAX_HOPS) return undefined;
  const [first = "", ...rest] = dotted.split(".");
  const binding = bindingsOf(module).get(first);
  if (!binding) return followStar(project, { module, dotted, hops });
  if (binding.kind === "definition") return rest.length === 0 ? { module, node: binding.node, name: first } : undefined;
  if (binding.kind === "module")
    return followModule(project, { module, dotted: join(binding.dotted, rest.join(".")), hops });
  return followFrom(project, { module, binding, rest, hops });
}

function followFrom(
  project: ProjectSource,
  search: { module: PythonModule; binding: Binding & { kind: "from" }; rest: readonly string[]; hops: number },
): Definition | undefined {
  const { module, binding, rest, hops } = search;
  const source = moduleOf(project, module, { source: binding.source, level: binding.level });
  const dotted = [binding.name, ...rest].join(".");
  const found = source && follow(project, { module: source, dotted, hops: hops + 1 });
  if (found || rest.length === 0) return found;
  const submodule = moduleOf(project, module, { source: join(binding.source, binding.name), level: binding.level });
  return submodule && follow(project, { module: submodule, dotted: rest.join("."), hops: hops + 1 });
}

function followModule(project: ProjectSource, { module, dotted, hops }: Search): Definition | undefined {
  const parts = dotted.split(".");
  for (let length = parts.length - 1; length > 0; length--) {
    const source = moduleOf(project, module, { source: parts.slice(0, length).join("."), level: 0 });
    if (source) return follow(project, { module: source, dotted: parts.slice(length).join("."), hops: hops + 1 });
  }
  return undefined;
}

function followStar(project: ProjectSource, { module, dotted, hops }: Search): Definition | undefined {
  for (const [key, star] of bindingsOf(module)) {
    if (!key.startsWith("* ") || star.kind !== "from") continue;
    const source = moduleOf(project, module, { source: star.source, level: star.level });
    const found = source && follow(project, { module: source, dotted, hops: hops + 1 });
    if (found) return found;
  }
  return undefined;
}

function moduleOf(
  project: ProjectSource,
  importer: PythonModule,
  wanted: { readonly source: string; readonly level: number },
): PythonModule | undefined {
  const path = importedFile(project.trackedFiles, importer.path, wanted);
  return path === undefined ? undefined : project.modules.get(path);
}

/**
 * The full dotted name of something imported from outside the project (`sqlalchemy.orm.sessionmaker`), followed through
 * the project's own re-exports; undefined for names bound in the project or not bound at module level.
 */
export function externalName(
  project: ProjectSource,
  module: PythonModule,
  dotted: string | undefined,
): string | undefined {
  return dotted === undefined ? undefined : external(project, { module, dotted, hops: 0 });
}

function external(project: ProjectSource, { module, dotted, hops }: Search): string | undefined {
  const [first = "", ...rest] = dotted.split(".");
  const binding = bindingsOf(module).get(first);
  if (!binding || hops > MAX_HOPS || binding.kind === "definition") return undefined;
  if (binding.kind === "module") {
    const isProject =
      importedFile(project.trackedFiles, module.path, { source: binding.dotted, level: 0 }) !== undefined;
    return isProject ? undefined : join(binding.dotted, rest.join("."));
  }
  const source = moduleOf(project, module, { source: binding.source, level: binding.level });
  if (source) return external(project, { module: source, dotted: [binding.name, ...rest].join("."), hops: hops + 1 });
  return binding.level > 0 ? undefined : [binding.source, binding.name, ...rest].join(".");
}
