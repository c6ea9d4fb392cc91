import type { ProjectSource, PythonModule, PythonNode } from "../../../domain/python.ts";
import { ancestorsOf, children, firstLine, isFunction, lastLine, walk, word } from "../../../syntax/tree.ts";

/** A function or class of the project. */
export interface Definition {
  readonly module: PythonModule;
  readonly node: PythonNode;
  /** `Order.total` for a method. */
  readonly name: string;
}

const known = new WeakMap<PythonModule, readonly Definition[]>();

/** Every function and class of a file, outer before inner. */
export function definitionsIn(module: PythonModule): readonly Definition[] {
  const found =
    known.get(module) ??
    [...walk(module.tree)]
      .filter((node) => isFunction(node) || node.kind === "ClassDef")
      .map((node) => ({ module, node, name: qualifiedName(module, node) }));
  known.set(module, found);
  return found;
}

function qualifiedName(module: PythonModule, node: PythonNode): string {
  const outer = [...ancestorsOf(module, node)].filter((entry) => isFunction(entry) || entry.kind === "ClassDef");
  return [node, ...outer]
    .map((entry) => word(entry, "name") ?? "")
    .toReversed()
    .join(".");
}

/** The definition whose lines hold this line, the innermost; only functions when asked. */
export function definitionAt(module: PythonModule, line: number): Definition | undefined {
  return definitionsIn(module).findLast(
    ({ node }) => isFunction(node) && firstLine(node) <= line && line <= lastLine(module, node),
  );
}

/** Everything of the project with this name: `total`, `Order.total`, `shop.orders.Order`. */
export function definitionsNamed(project: ProjectSource, name: string): readonly Definition[] {
  const parts = name.split(".");
  const tails = parts.map((_, index) => parts.slice(index).join("."));
  for (const tail of tails) {
    const found = [...project.modules.values()].flatMap((module) =>
      definitionsIn(module).filter((entry) => entry.name === tail || entry.name.endsWith(`.${tail}`)),
    );
    if (found.length > 0) return found;
  }
  return [];
}

/** The whole source of a definition, decorators included, as its lines stand in the file. */
export function sourceOfDefinition({ module, node }: Definition): string {
  return linesOf(module)
    .slice(firstLine(node) - 1, lastLine(module, node))
    .join("\n");
}

/** The head of a definition alone: decorators, name and parameters, up to the colon. */
export function signatureOf({ module, node }: Definition): string {
  const [first] = children(node, "body");
  const lines = linesOf(module);
  const last = first === undefined || first.line <= node.line ? node.line : first.line - 1;
  return lines
    .slice(firstLine(node) - 1, last)
    .join("\n")
    .replace(/\n\s*(?:#[^\n]*)?$/, "");
}

const lineLists = new WeakMap<PythonModule, readonly string[]>();

/** A file's lines without their ends. */
export function linesOf(module: PythonModule): readonly string[] {
  const found = lineLists.get(module) ?? module.text.split(/\r\n|\r|\n/);
  lineLists.set(module, found);
  return found;
}
