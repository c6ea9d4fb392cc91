import type { ProjectSource, PythonModule, PythonNode } from "../../../domain/python.ts";
import { importedFile } from "../../../syntax/imported-file.ts";
import {
  ancestorsOf,
  child,
  children,
  dottedName,
  isFunction,
  parentOf,
  sourceOf,
  walk,
  word,
} from "../../../syntax/tree.ts";
import { importedNames } from "../../names/bindings.ts";
import { type ListedName, listedNames } from "../../names/import-list.ts";
import { isRead } from "../../names/references.ts";

/** Where the names of an import are needed, when they are not needed while the file itself is being imported. */
export interface LateUses {
  /** Functions, outermost first of nested ones, with the names that each needs when it runs. */
  readonly functions: ReadonlyMap<PythonNode, readonly ListedName[]>;
  /** Whole annotations that name them. */
  readonly annotations: readonly PythonNode[];
  readonly annotated: readonly ListedName[];
}

/** Libraries that look at annotations while the program runs. */
const EVALUATING =
  /^(fastapi|pydantic|sqlalchemy|sqlmodel|typer|strawberry|injector|msgspec|attrs?|cattrs|beartype|typeguard|litestar|ninja|discord|marshmallow_dataclass)(\.|$)/;
const PLAIN_DECORATOR =
  /^((functools\.)?(cached_property|lru_cache|cache|wraps)|(abc\.)?abstractmethod|(contextlib\.)?(async)?contextmanager|(typing\.)?(override|final|overload)|property|staticmethod|classmethod|\w+\.setter|(dataclasses\.)?dataclass)$/;

/** Undefined where one use runs at import, where others take the names from this file, or where nothing uses them. */
export function lateUses(project: ProjectSource, module: PythonModule, statement: PythonNode): LateUses | undefined {
  const locals = new Map(listedNames(statement).map((name) => [localOf(statement, name), name]));
  if (locals.has("*") || isTakenElsewhere(project, module, locals)) return undefined;
  const uses = usesOf(module, locals);
  const isLate = uses.every(({ node, annotation, scope }) => isRead(node) && (annotation ?? scope) !== undefined);
  const annotations = [...new Set(uses.flatMap(({ annotation }) => annotation ?? []))];
  if (uses.length === 0 || !isLate || annotations.some((node) => isReadAtRuntime(module, node))) return undefined;
  const functions = new Map<PythonNode, ListedName[]>();
  for (const { scope, annotation, name } of uses)
    if (scope && !annotation) functions.set(scope, withName(functions.get(scope) ?? [], name));
  const annotated = uses.flatMap(({ annotation, name }) => (annotation ? [name] : []));
  return { functions, annotations, annotated: [...new Set(annotated)] };
}

interface NameUse {
  readonly node: PythonNode;
  readonly name: ListedName;
  readonly annotation: PythonNode | undefined;
  /** The function that runs it. */
  readonly scope: PythonNode | undefined;
}

function usesOf(module: PythonModule, locals: ReadonlyMap<string, ListedName>): NameUse[] {
  return [...walk(module.tree)].flatMap((node) => {
    const name = node.kind === "Name" ? locals.get(word(node, "id") ?? "") : undefined;
    if (!name) return [];
    return [{ node, name, annotation: annotationAround(module, node), scope: runningFunction(module, node) }];
  });
}

function withName(names: readonly ListedName[], name: ListedName): ListedName[] {
  return names.includes(name) ? [...names] : [...names, name];
}

function localOf(statement: PythonNode, { name, local }: ListedName): string {
  return local ?? (statement.kind === "Import" ? (name.split(".")[0] ?? name) : name);
}

/** Imported from this file by others, listed in `__all__`, or replaced by a test under its full name. */
function isTakenElsewhere(project: ProjectSource, module: PythonModule, locals: ReadonlyMap<string, unknown>): boolean {
  const stem =
    module.path
      .replace(/(\/__init__)?\.py$/, "")
      .split("/")
      .at(-1) ?? "";
  const names = [...locals.keys()];
  return [...project.modules.values()].some((other) =>
    [...walk(other.tree)].some((node) => {
      const text = node.kind === "Constant" ? word(node, "value") : undefined;
      if (text !== undefined)
        return names.some((name) => (other === module && text === name) || text.endsWith(`${stem}.${name}`));
      const isTaking =
        node.kind === "ImportFrom" && listedNames(node).some(({ name }) => name === "*" || locals.has(name));
      return isTaking && sourceFile(project, other, node) === module.path;
    }),
  );
}

function sourceFile(project: ProjectSource, importer: PythonModule, node: PythonNode): string | undefined {
  const level = node.fields["level"];
  const wanted = { source: word(node, "module") ?? "", level: typeof level === "number" ? level : 0 };
  return importedFile(project.trackedFiles, importer.path, wanted);
}

/** The outermost function in whose body a use stands; undefined for defaults, decorators, classes and lambdas around it. */
function runningFunction(module: PythonModule, use: PythonNode): PythonNode | undefined {
  let inner = use;
  let found: PythonNode | undefined;
  for (const outer of ancestorsOf(module, use)) {
    if (isFunction(outer)) found = children(outer, "body").includes(inner) ? outer : undefined;
    inner = outer;
  }
  return found;
}

/** The whole annotation that a use is part of. */
function annotationAround(module: PythonModule, use: PythonNode): PythonNode | undefined {
  return [use, ...ancestorsOf(module, use)].find((node) => {
    const parent = parentOf(module, node);
    return parent !== undefined && [child(parent, "annotation"), child(parent, "returns")].includes(node);
  });
}

/** A library that looks at annotations is at work in the file, or the file does so itself. */
export function isEvaluatedAtRuntime(module: PythonModule): boolean {
  const isImporting = importedNames(module).some(({ imported }) => EVALUATING.test(imported));
  return isImporting || /get_type_hints|__annotations__/.test(module.text);
}

function isReadAtRuntime(module: PythonModule, annotation: PythonNode): boolean {
  if (isEvaluatedAtRuntime(module) || /["'\r\n]/.test(sourceOf(module, annotation))) return true;
  const owners = [...ancestorsOf(module, annotation)].filter((node) => isFunction(node) || node.kind === "ClassDef");
  const isDecorated = owners.some((owner) =>
    children(owner, "decorator_list").some(
      (entry) => !PLAIN_DECORATOR.test(dottedName(child(entry, "func") ?? entry) ?? "?"),
    ),
  );
  const [nearest] = owners;
  return isDecorated || (nearest?.kind === "ClassDef" && children(nearest, "bases").length > 0);
}
