import type { ProjectSource, PythonModule, PythonNode } from "../../../domain/python.ts";
import { definitionOf, externalName } from "../../../syntax/resolve.ts";
import { child, children, dottedName, walk, word } from "../../../syntax/tree.ts";
import { fullName } from "../../names/references.ts";

/** A class, with the file that holds it. */
export interface OwnClass {
  readonly module: PythonModule;
  readonly node: PythonNode;
}

/** Classes above each other that are looked at before we give up. */
const MAX_BASES = 8;
const MODELS =
  /^(?:pydantic(?:\.main)?\.BaseModel|pydantic\.generics\.GenericModel|pydantic(?:_settings(?:\.main)?)?\.BaseSettings|sqlmodel(?:\.main)?\.SQLModel)$/;

/** What a function or class is called outside the project, by the file's imports or those of the project. */
export function outsideName(
  project: ProjectSource,
  module: PythonModule,
  node: PythonNode | undefined,
): string | undefined {
  return fullName(module, node) ?? externalName(project, module, dottedName(node));
}

/** True for a class whose bases lead to pydantic's. */
export function isModel(project: ProjectSource, owner: OwnClass, depth = 0): boolean {
  return basesOf(owner).some((base) => {
    if (MODELS.test(outsideName(project, owner.module, base) ?? "")) return true;
    const found = depth < MAX_BASES ? ownClass(project, owner.module, base) : undefined;
    return found !== undefined && isModel(project, found, depth + 1);
  });
}

/** The class itself and those of the project that it inherits from, nearest first. */
export function lineage(project: ProjectSource, owner: OwnClass, depth = 0): OwnClass[] {
  const bases = depth < MAX_BASES ? basesOf(owner).flatMap((base) => ownClass(project, owner.module, base) ?? []) : [];
  return [owner, ...bases.flatMap((base) => lineage(project, base, depth + 1))];
}

/** `Base` of `Base[T]` too. */
function basesOf({ node }: OwnClass): PythonNode[] {
  return children(node, "bases").flatMap((base) => (base.kind === "Subscript" ? (child(base, "value") ?? []) : [base]));
}

/** The class of the project that an expression names. */
export function ownClass(project: ProjectSource, module: PythonModule, node: PythonNode): OwnClass | undefined {
  const found = definitionOf(project, module, dottedName(node) ?? "");
  return found?.node.kind === "ClassDef" ? { module: found.module, node: found.node } : undefined;
}

/** Every class of a file, inner ones too. */
export function classesIn(module: PythonModule): OwnClass[] {
  return [...walk(module.tree)].filter(({ kind }) => kind === "ClassDef").map((node) => ({ module, node }));
}

/** The product's models of this name. */
export function modelsNamed(project: ProjectSource, name: string): OwnClass[] {
  return [...project.modules.values()]
    .filter(({ path }) => !project.guarded.has(path))
    .flatMap(classesIn)
    .filter((owner) => word(owner.node, "name") === name && isModel(project, owner));
}
