import type { Edit } from "../domain/patch.ts";
import type { PythonModule, PythonNode } from "../domain/python.ts";
import { children, walk, word } from "./tree.ts";

/** Whether a `from` statement takes its names from this module, which it gives by its full name. */
export function isFrom(statement: PythonNode, source: string): boolean {
  return word(statement, "module") === source && (statement.fields["level"] ?? 0) === 0;
}

/** Whether nothing in a module uses an imported name, under whatever name it was imported, once these edits are made. */
export function isUnusedAfter(
  module: PythonModule,
  wanted: { readonly source: string; readonly name: string },
  edits: readonly Edit[],
): boolean {
  return localNames(module, wanted).every((name) => isUnused(module, name, edits));
}

/** What this module calls a name from outside: `member_of` of `from numpy import in1d as member_of`. */
function localNames(
  module: PythonModule,
  { source, name }: { readonly source: string; readonly name: string },
): string[] {
  return children(module.tree, "body")
    .filter((statement) => statement.kind === "ImportFrom" && isFrom(statement, source))
    .flatMap((statement) => children(statement, "names"))
    .filter((alias) => word(alias, "name") === name)
    .map((alias) => word(alias, "asname") ?? name);
}

function isUnused(module: PythonModule, name: string, edits: readonly Edit[]): boolean {
  const own = edits.filter((edit) => edit.path === module.path);
  // Behind a dot it is the name of something else.
  if (own.some((edit) => new RegExp(`(?<![.\\w])${name}\\b`).test(edit.text))) return false;
  for (const node of walk(module.tree)) {
    if (node.kind === "Constant" && node.fields["value"] === name) return false; // __all__ or a forward reference
    if (node.kind !== "Name" || word(node, "id") !== name) continue;
    if (!own.some((edit) => edit.start <= node.start && node.end <= edit.end)) return false;
  }
  return true;
}
