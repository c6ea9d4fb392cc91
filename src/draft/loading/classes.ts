import type { ProjectSource, PythonModule, PythonNode } from "../../domain/python.ts";
import { type Definition, definitionOf } from "../../syntax/resolve.ts";
import { child, children, dottedName, isFunction, walk, word } from "../../syntax/tree.ts";

/** A class statement of the project. */
export type ModelClass = Definition;

const classLists = new WeakMap<ProjectSource, readonly ModelClass[]>();

/** Every class of the loaded project. */
export function allClasses(project: ProjectSource): readonly ModelClass[] {
  const known = classLists.get(project);
  if (known) return known;
  const classes: ModelClass[] = [];
  for (const module of project.modules.values())
    for (const node of walk(module.tree))
      if (node.kind === "ClassDef") classes.push({ module, node, name: word(node, "name") ?? "" });
  classLists.set(project, classes);
  return classes;
}

/** The class itself and its bases inside the project, nearest first. */
export function lineageOf(project: ProjectSource, start: ModelClass): readonly ModelClass[] {
  const found: ModelClass[] = [];
  const visit = (entry: ModelClass): void => {
    if (found.some((other) => other.node === entry.node)) return;
    found.push(entry);
    for (const base of children(entry.node, "bases")) {
      const name = dottedName(base);
      const definition = name === undefined ? undefined : definitionOf(project, entry.module, name);
      if (definition?.node.kind === "ClassDef") visit(definition);
    }
  };
  visit(start);
  return found;
}

/** True when the class is the other or derives from it. */
export function isA(project: ProjectSource, entry: ModelClass, base: ModelClass): boolean {
  return lineageOf(project, entry).some((owner) => owner.node === base.node);
}

/** Names that a statement of a class body binds. */
export function attributeNames(statement: PythonNode): readonly string[] {
  if (isFunction(statement)) return [word(statement, "name") ?? ""];
  const target = child(statement, "target");
  const targets = statement.kind === "AnnAssign" && target ? [target] : children(statement, "targets");
  return targets.flatMap((entry) => (entry.kind === "Name" ? [word(entry, "id") ?? ""] : []));
}

/** The statement that binds an attribute in the class or the nearest base that has it. */
export function attributeOf(
  project: ProjectSource,
  entry: ModelClass,
  name: string,
): { readonly owner: ModelClass; readonly statement: PythonNode } | undefined {
  for (const owner of lineageOf(project, entry)) {
    const statement = children(owner.node, "body").findLast((line) => attributeNames(line).includes(name));
    if (statement) return { owner, statement };
  }
  return undefined;
}

/** All project classes named in an expression or annotation, in quotes or not. */
export function classesIn(project: ProjectSource, module: PythonModule, node: PythonNode): readonly ModelClass[] {
  const names = [...walk(node)].flatMap((part) => {
    if (part.kind === "Constant") return word(part, "value")?.match(/[A-Za-z_][\w.]*/g) ?? [];
    return dottedName(part) ?? [];
  });
  return [...new Set(names)].flatMap((name) => classNamed(project, module, name) ?? []);
}

function classNamed(project: ProjectSource, module: PythonModule, name: string): ModelClass | undefined {
  const definition = definitionOf(project, module, name);
  if (definition) return definition.node.kind === "ClassDef" ? definition : undefined;
  // A name in quotes is looked up in SQLAlchemy's registry of classes, wherever they live.
  const named = allClasses(project).filter((entry) => entry.name === name.split(".").at(-1));
  return named.length === 1 ? named[0] : undefined;
}
