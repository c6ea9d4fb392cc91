import { isRead } from "../names/references.ts";
import type { ProjectSource, PythonModule, PythonNode } from "../../domain/python.ts";
import { definitionOf } from "../../syntax/resolve.ts";
import { childNodes, children, dottedName, isFunction, walk, word } from "../../syntax/tree.ts";
import type { Binding } from "./flow-model.ts";
import { providerOf, parameterNamed } from "./sessions.ts";
import { bindsName, type Located, parameterNames } from "./values.ts";

/** Every place in the loaded project that reads what a module-level statement binds under this name. */
export function referencesTo(project: ProjectSource, definition: PythonNode, name: string): Located[] {
  return [...project.modules.values()]
    .filter((module) => module.text.includes(name))
    .flatMap((module) => referencesIn(project, module, { definition, locals: localNames(module, name) }));
}

interface Wanted {
  readonly definition: PythonNode;
  readonly locals: ReadonlySet<string>;
}

/** The name itself and what `import name as other` makes of it. */
function localNames(module: PythonModule, name: string): ReadonlySet<string> {
  const names = new Set([name]);
  for (const statement of walk(module.tree)) {
    if (statement.kind !== "ImportFrom") continue;
    for (const alias of children(statement, "names"))
      if (word(alias, "name") === name) names.add(word(alias, "asname") ?? name);
  }
  return names;
}

function referencesIn(project: ProjectSource, module: PythonModule, wanted: Wanted): Located[] {
  const found: Located[] = [];
  const visit = (node: PythonNode, locals: ReadonlySet<string>): void => {
    const name = isRead(node) ? readName(node, locals) : undefined;
    if (name !== undefined && definitionOf(project, module, name)?.node === wanted.definition) {
      found.push({ module, node });
      return;
    }
    const inner = isFunction(node) ? visibleIn(node, locals) : locals;
    for (const next of childNodes(node)) visit(next, inner);
  };
  visit(module.tree, wanted.locals);
  return found;
}

/** The dotted name of a node whose last part is one of the names looked for. */
function readName(node: PythonNode, locals: ReadonlySet<string>): string | undefined {
  const name = dottedName(node);
  return locals.has(name?.split(".").at(-1) ?? "") ? name : undefined;
}

/** The names that a function does not bind itself. */
function visibleIn(scope: PythonNode, locals: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...locals].filter((local) => !bindsName(scope, local)));
}

/** Every place that reads a bound name: in its function and the functions inside, or in its class and the derived ones. */
export function readsOf(project: ProjectSource, binding: Binding): Located[] {
  if (binding.scope.kind !== "ClassDef") return readsIn(binding.module, binding.scope, binding.name);
  return [{ module: binding.module, node: binding.scope }, ...derivedFrom(project, binding.scope)].flatMap((owner) =>
    readsIn(owner.module, owner.node, binding.name),
  );
}

function readsIn(module: PythonModule, scope: PythonNode, name: string): Located[] {
  const found: Located[] = [];
  const visit = (node: PythonNode): void => {
    if (isRead(node) && dottedName(node) === name) found.push({ module, node });
    for (const next of childNodes(node))
      if (!(isFunction(next) || next.kind === "Lambda") || !parameterNames(next).includes(name)) visit(next);
  };
  for (const next of childNodes(scope)) visit(next);
  return found;
}

/** Classes of the project derived from a class, at any distance. */
export function derivedFrom(project: ProjectSource, owner: PythonNode): Located[] {
  const all = [...project.modules.values()].flatMap((module) =>
    [...walk(module.tree)].filter((node) => node.kind === "ClassDef").map((node) => ({ module, node })),
  );
  const family = new Set([owner]);
  for (let size = 0; size !== family.size;) {
    size = family.size;
    for (const entry of all) if (basesOf(project, entry).some((base) => family.has(base))) family.add(entry.node);
  }
  return all.filter((entry) => entry.node !== owner && family.has(entry.node));
}

function basesOf(project: ProjectSource, { module, node }: Located): PythonNode[] {
  return children(node, "bases").flatMap((base) => {
    const name = dottedName(base);
    const definition = name === undefined ? undefined : definitionOf(project, module, name);
    return definition?.node.kind === "ClassDef" ? [definition.node] : [];
  });
}

const dependencies = new WeakMap<ProjectSource, ReadonlyMap<PythonNode, readonly FedParameter[]>>();

/** A parameter that FastAPI fills by calling a provider. */
export interface FedParameter extends Located {
  readonly name: string;
  readonly annotation: PythonNode | undefined;
}

/** The parameters that FastAPI fills by calling this function; `node` is the function that has the parameter. */
export function fedBy(project: ProjectSource, provider: PythonNode): readonly FedParameter[] {
  const known = dependencies.get(project) ?? allFed(project);
  dependencies.set(project, known);
  return known.get(provider) ?? [];
}

function allFed(project: ProjectSource): ReadonlyMap<PythonNode, readonly FedParameter[]> {
  const found = new Map<PythonNode, FedParameter[]>();
  for (const module of project.modules.values()) {
    for (const node of walk(module.tree)) {
      if (!isFunction(node)) continue;
      for (const name of parameterNames(node)) {
        const parameter = parameterNamed(node, name);
        const provider = parameter && providerOf(project, module, parameter);
        if (!provider) continue;
        const fed = { module, node, name, annotation: parameter.annotation };
        found.set(provider.node, [...(found.get(provider.node) ?? []), fed]);
      }
    }
  }
  return found;
}
