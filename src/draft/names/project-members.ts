import type { ProjectSource, PythonModule, PythonNode } from "../../domain/python.ts";
import { child, children, dottedName, walk, word } from "../../syntax/tree.ts";

/** True where a class of the project, or its code from outside, gives objects a method or attribute of this name. */
export function definesMember(project: ProjectSource, name: string): boolean {
  return [...project.modules.values()].some((module) => membersOf(module).has(name));
}

const known = new WeakMap<PythonModule, ReadonlySet<string>>();

function membersOf(module: PythonModule): ReadonlySet<string> {
  const found = known.get(module) ?? new Set([...walk(module.tree)].flatMap((node) => membersAt(node)));
  known.set(module, found);
  return found;
}

function membersAt(node: PythonNode): string[] {
  if (node.kind === "Attribute") return child(node, "ctx")?.kind === "Store" ? [word(node, "attr") ?? ""] : [];
  return node.kind === "ClassDef" ? children(node, "body").flatMap(memberNames) : [];
}

function memberNames(statement: PythonNode): string[] {
  const name = word(statement, "name");
  if (name !== undefined) return [name];
  const target = child(statement, "target");
  const targets = target ? [target] : children(statement, "targets");
  return targets.flatMap((entry) => dottedName(entry) ?? []);
}

/** True when a class of this name, in the project, is one of a type from outside: by its bases' last names. */
export function isKindOf(project: ProjectSource, name: string, type: string): boolean {
  const classes = [...project.modules.values()].flatMap((module) =>
    [...walk(module.tree)].filter((node) => node.kind === "ClassDef"),
  );
  const seen = new Set<string>();
  const reaches = (current: string): boolean => {
    if (current === type) return true;
    if (seen.has(current)) return false;
    seen.add(current);
    const owners = classes.filter((node) => word(node, "name") === current);
    return owners.some((owner) =>
      children(owner, "bases").some((base) => reaches(dottedName(base)?.split(".").at(-1) ?? "")),
    );
  };
  return reaches(name);
}
