import type { ProjectSource, PythonModule, PythonNode } from "../../domain/python.ts";
import { importedFile } from "../../syntax/imported-file.ts";
import { definitionOf } from "../../syntax/resolve.ts";
import { child, children, dottedName, isFunction, keywordArgument } from "../../syntax/tree.ts";
import { allClasses, attributeNames, attributeOf, isA, lineageOf, type ModelClass } from "./classes.ts";
import { type Relationship, relationshipsIn } from "./relationships.ts";

/** True for a class mapped to a table: it or a base of it names a table or holds columns or relationships. */
export function isMapped(project: ProjectSource, entry: ModelClass): boolean {
  return lineageOf(project, entry).some(({ node }) =>
    children(node, "body").some((statement) => isMappedAttribute(statement)),
  );
}

const MAPPING_CALLS = /(^|\.)(Column|mapped_column|relationship|Relationship|deferred)$/;

function isMappedAttribute(statement: PythonNode): boolean {
  const value = child(statement, "value");
  const call = value?.kind === "Call" ? dottedName(child(value, "func")) : undefined;
  if (call !== undefined && MAPPING_CALLS.test(call)) return true;
  return attributeNames(statement).includes("__tablename__");
}

/**
 * The mapped class of a qualified name as Python prints it (`src.models.Order`), or of a bare name when only one class
 * of the project has it.
 */
export function modelNamed(project: ProjectSource, qualified: string): ModelClass | undefined {
  const parts = qualified.split(".");
  const name = parts.at(-1) ?? "";
  const named = allClasses(project).filter((entry) => entry.name === name && isMapped(project, entry));
  for (let length = parts.length - 1; length > 0; length--) {
    const path = importedFile(project.trackedFiles, "", { source: parts.slice(0, length).join("."), level: 0 });
    const found = named.find((entry) => entry.module.path === path);
    if (found) return found;
  }
  return named.length === 1 ? named[0] : undefined;
}

/** The mapped class that a dotted name stands for in a module. */
export function modelAt(project: ProjectSource, module: PythonModule, dotted: string): ModelClass | undefined {
  const definition = definitionOf(project, module, dotted);
  return definition?.node.kind === "ClassDef" && isMapped(project, definition) ? definition : undefined;
}

/** Every mapped class of the loaded project. */
export function mappedClasses(project: ProjectSource): readonly ModelClass[] {
  return allClasses(project).filter((entry) => isMapped(project, entry));
}

const relationshipMaps = new WeakMap<ProjectSource, Map<PythonNode, ReadonlyMap<string, Relationship>>>();

/** Relationships of a mapped class by attribute name, those of its bases and those made by `backref=` included. */
export function relationshipsOf(project: ProjectSource, entry: ModelClass): ReadonlyMap<string, Relationship> {
  const maps = relationshipMaps.get(project) ?? new Map<PythonNode, ReadonlyMap<string, Relationship>>();
  relationshipMaps.set(project, maps);
  const known = maps.get(entry.node);
  if (known) return known;
  const lineage = lineageOf(project, entry);
  const own = lineage.toReversed().flatMap((owner) => relationshipsIn(project, owner));
  const found = new Map(
    [...backrefs(project, lineage), ...own].map((relationship) => [relationship.name, relationship]),
  );
  maps.set(entry.node, found);
  return found;
}

function backrefs(project: ProjectSource, lineage: readonly ModelClass[]): Relationship[] {
  return mappedClasses(project).flatMap((other) =>
    relationshipsIn(project, other).flatMap(({ name, reverse, isBackref, target }) => {
      const isHere = isBackref && lineage.some((owner) => owner.node === target?.node);
      if (!isHere || reverse === undefined || !target) return [];
      return [
        { name: reverse, owner: target, target: other, mode: "select" as const, reverse: name, isBackref: false },
      ];
    }),
  );
}

/** True when objects of one class can be objects of the other. */
export function isRelated(project: ProjectSource, left: ModelClass, right: ModelClass): boolean {
  return isA(project, left, right) || isA(project, right, left);
}

/** True for a column that is only loaded when read: `deferred(...)`, `mapped_column(deferred=True)`. */
export function isDeferredColumn(project: ProjectSource, entry: ModelClass, name: string): boolean {
  const value = columnCall(project, entry, name);
  if (!value) return false;
  const maker = dottedName(child(value, "func")) ?? "";
  return /(^|\.)deferred$/.test(maker) || keywordArgument(value, "deferred")?.fields["value"] === true;
}

/** The call on the right side of a class attribute: `Column(...)`, `mapped_column(...)`, `relationship(...)`. */
export function columnCall(project: ProjectSource, entry: ModelClass, name: string): PythonNode | undefined {
  const found = attributeOf(project, entry, name);
  const value = found && !isFunction(found.statement) ? child(found.statement, "value") : undefined;
  return value?.kind === "Call" ? value : undefined;
}

/** The only primary key attribute of a class; undefined when there are several or none can be told. */
export function primaryKeyOf(project: ProjectSource, entry: ModelClass): string | undefined {
  const names = lineageOf(project, entry).flatMap(({ node }) =>
    children(node, "body").flatMap((statement) => {
      const value = child(statement, "value");
      const isKey = value?.kind === "Call" && keywordArgument(value, "primary_key")?.fields["value"] === true;
      return isKey ? attributeNames(statement) : [];
    }),
  );
  const unique = [...new Set(names)];
  return unique.length === 1 ? unique[0] : undefined;
}
