import type { PythonModule, PythonNode } from "../../domain/python.ts";
import { child, dottedName, parentOf, walk, word } from "../../syntax/tree.ts";
import { type ImportedName, importedNames, targetOf } from "./bindings.ts";

/** A place of a file that reaches a name of a library. */
export type Reference =
  /** `from numpy import trapz`, `import imp`. */
  | { readonly kind: "import"; readonly dotted: string; readonly node: PythonNode; readonly imported: ImportedName }
  /** `np.trapz`, or a longer chain's part that stands for the name. */
  | { readonly kind: "attribute"; readonly dotted: string; readonly node: PythonNode }
  /** `trapz` after `from numpy import trapz`. */
  | { readonly kind: "name"; readonly dotted: string; readonly node: PythonNode };

/** Every place of a file that reaches one of these dotted names, in source order. */
export function referencesTo(module: PythonModule, wanted: ReadonlySet<string>): Reference[] {
  const imports: Reference[] = importedNames(module)
    .filter(({ imported }) => wanted.has(imported))
    .map((imported) => ({ kind: "import", dotted: imported.imported, node: imported.statement, imported }));
  const uses = [...walk(module.tree)].flatMap((node): Reference[] => {
    if (node.line < 1 || (node.kind !== "Attribute" && node.kind !== "Name")) return [];
    const dotted = fullName(module, node);
    if (dotted === undefined || !wanted.has(dotted)) return [];
    return [{ kind: node.kind === "Name" ? "name" : "attribute", dotted, node }];
  });
  return [...imports, ...uses].toSorted((a, b) => a.node.start - b.node.start);
}

/** The full name behind `np.trapz`, by the file's imports; undefined for what is not reached from an import. */
export function fullName(module: PythonModule, node: PythonNode | undefined): string | undefined {
  const written = dottedName(node);
  if (written === undefined) return undefined;
  const [first = "", ...rest] = written.split(".");
  const target = targetOf(module, first);
  return target === undefined ? undefined : [target, ...rest].join(".");
}

/** False for a name that is bound or deleted at this place. */
export function isRead(node: PythonNode): boolean {
  return child(node, "ctx")?.kind === "Load";
}

/** The call whose function this node is; undefined for other uses. */
export function callOf(module: PythonModule, node: PythonNode): PythonNode | undefined {
  const parent = parentOf(module, node);
  return parent?.kind === "Call" && parent.fields["func"] === node ? parent : undefined;
}

/** The last part of a dotted name. */
export function lastPart(dotted: string): string {
  return dotted.slice(dotted.lastIndexOf(".") + 1);
}

/** What a dotted name is a member of; empty for a single name. */
export function parentName(dotted: string): string {
  return dotted.slice(0, Math.max(0, dotted.lastIndexOf(".")));
}

/** Whether an attribute is called by this name, whatever it is read from. */
export function isAttribute(node: PythonNode, name: string): boolean {
  return node.kind === "Attribute" && word(node, "attr") === name;
}
