import type { ProjectSource, PythonModule, PythonNode } from "../../domain/python.ts";
import { definitionOf } from "../../syntax/resolve.ts";
import { child, children, dottedName, keywordArgument } from "../../syntax/tree.ts";

/**
 * The columns of a mapped class of the project that identify one row each: its primary key and unique ones. A composite
 * primary key identifies by all its columns together: then none is given.
 */
export function identifyingColumns(project: ProjectSource, module: PythonModule, entity: PythonNode): Set<string> {
  const definition = definitionOf(project, module, dottedName(entity) ?? "");
  const statements = definition ? children(definition.node, "body") : [];
  const keys = statements.filter((statement) => isSet(statement, "primary_key"));
  const found = statements.filter((statement) => isSet(statement, "primary_key") || isSet(statement, "unique"));
  return new Set(keys.length > 1 ? [] : found.flatMap((statement) => targetName(statement) ?? []));
}

/** `name = Column(..., unique=True)` and the like. */
function isSet(statement: PythonNode, keyword: string): boolean {
  const value = child(statement, "value");
  const argument = value?.kind === "Call" ? keywordArgument(value, keyword) : undefined;
  return argument?.kind === "Constant" && argument.fields["value"] === true;
}

function targetName(statement: PythonNode): string | undefined {
  return dottedName(child(statement, "target") ?? children(statement, "targets")[0]);
}
