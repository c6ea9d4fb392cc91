import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { child, children, walk, word } from "../../syntax/tree.ts";

/** One name that an import statement brings into a file, at whatever level it stands. */
export interface ImportedName {
  /** `Import` or `ImportFrom`. */
  readonly statement: PythonNode;
  readonly alias: PythonNode;
  /** How the file calls it: `np`; of `import a.b` its first part, `a`. */
  readonly local: string;
  /** What the local name stands for: `numpy`; of `import a.b` it is `a`. */
  readonly target: string;
  /** What the statement asks for: `numpy`, `a.b`, `collections.Mapping`. */
  readonly imported: string;
}

const known = new WeakMap<PythonModule, readonly ImportedName[]>();

/** Every absolute import of a file, those in functions and conditions included; `*` brings nothing that has a name. */
export function importedNames(module: PythonModule): readonly ImportedName[] {
  const found = known.get(module);
  if (found) return found;
  const names = [...walk(module.tree)].flatMap((node) =>
    node.kind === "Import" ? plainImports(node) : node.kind === "ImportFrom" ? fromImports(node) : [],
  );
  known.set(module, names);
  return names;
}

function plainImports(statement: PythonNode): ImportedName[] {
  return children(statement, "names").map((alias) => {
    const imported = word(alias, "name") ?? "";
    const renamed = word(alias, "asname");
    const first = imported.split(".")[0] ?? imported;
    return renamed === undefined
      ? { statement, alias, local: first, target: first, imported }
      : { statement, alias, local: renamed, target: imported, imported };
  });
}

function fromImports(statement: PythonNode): ImportedName[] {
  const source = word(statement, "module");
  const level = statement.fields["level"];
  if (source === undefined || (typeof level === "number" && level > 0)) return [];
  return children(statement, "names").flatMap((alias) => {
    const name = word(alias, "name") ?? "";
    if (name === "*") return [];
    const imported = `${source}.${name}`;
    return [{ statement, alias, local: word(alias, "asname") ?? name, target: imported, imported }];
  });
}

/** Names that something else than an import binds: assignments, parameters, definitions, handlers. */
export function boundOtherwise(module: PythonModule): ReadonlySet<string> {
  const found = bound.get(module) ?? new Set([...walk(module.tree)].flatMap((node) => bindingOf(node) ?? []));
  bound.set(module, found);
  return found;
}

const bound = new WeakMap<PythonModule, ReadonlySet<string>>();

/** Field of a node that holds a name which it binds. */
const BINDS: Readonly<Record<string, string>> = {
  arg: "arg",
  FunctionDef: "name",
  AsyncFunctionDef: "name",
  ClassDef: "name",
  ExceptHandler: "name",
  MatchAs: "name",
  MatchStar: "name",
};

function bindingOf(node: PythonNode): string | undefined {
  if (node.kind === "Name") return child(node, "ctx")?.kind === "Load" ? undefined : word(node, "id");
  const field = BINDS[node.kind];
  return field === undefined ? undefined : word(node, field);
}

/**
 * What a local name of a file stands for outside the project; undefined where it may be several things (two imports that
 * differ, an import and an assignment).
 */
export function targetOf(module: PythonModule, local: string): string | undefined {
  const targets = new Set(
    importedNames(module)
      .filter((entry) => entry.local === local)
      .map(({ target }) => target),
  );
  const [target] = targets;
  return targets.size === 1 && !boundOtherwise(module).has(local) ? target : undefined;
}

/** Nothing in a file goes by this name yet. */
export function isFree(module: PythonModule, name: string): boolean {
  return !boundOtherwise(module).has(name) && !importedNames(module).some(({ local }) => local === name);
}
