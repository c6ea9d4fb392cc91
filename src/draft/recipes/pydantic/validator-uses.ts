import type { Edit } from "../../../domain/patch.ts";
import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { ancestorsOf, child, parentOf, sourceOf, walk, word } from "../../../syntax/tree.ts";

/**
 * What a validator reads of these parameters, read of `info`: `values` is `info.data`, `field.name` is `info.field_name`.
 * Undefined where it reads something that `info` does not have.
 */
export function usesAsInfo(
  module: PythonModule,
  owner: PythonNode,
  parameters: ReadonlySet<string>,
): Edit[] | undefined {
  const names = [...walk(owner)].filter((node) => node.kind === "Name" && parameters.has(word(node, "id") ?? ""));
  const edits = names.map((node) => editOf(module, node));
  return edits.includes(undefined) ? undefined : onceEach(edits.flatMap((edit) => edit ?? []));
}

function editOf(module: PythonModule, node: PythonNode): Edit | undefined {
  const read = readAs(module, node);
  const text = [...ancestorsOf(module, node)].findLast(({ kind }) => kind === "JoinedStr");
  if (!read || child(node, "ctx")?.kind !== "Load") return undefined;
  return text
    ? inText(module, text)
    : { path: module.path, start: read.node.start, end: read.node.end, text: read.text };
}

/** What is read, and how it is written afterwards. */
function readAs(module: PythonModule, node: PythonNode): { node: PythonNode; text: string } | undefined {
  if (word(node, "id") === "values") return { node, text: "info.data" };
  const outer = parentOf(module, node);
  const isName = word(node, "id") === "field" && outer?.kind === "Attribute" && word(outer, "attr") === "name";
  return isName ? { node: outer, text: "info.field_name" } : undefined;
}

/** Parts of an f-string have no places of their own before Python 3.12: it is written anew as a whole. */
function inText(module: PythonModule, node: PythonNode): Edit | undefined {
  const source = sourceOf(module, node);
  if (node.start < 0 || /\{\{|\}\}/.test(source)) return undefined;
  const text = source.replaceAll(/\{[^{}]{1,500}\}/g, (part) =>
    part.replaceAll(/(?<![\w.])field\.name\b/g, "info.field_name").replaceAll(/(?<![\w.])values\b/g, "info.data"),
  );
  return { path: module.path, start: node.start, end: node.end, text };
}

/** An f-string may hold several of them. */
function onceEach(edits: readonly Edit[]): Edit[] {
  return [...new Map(edits.map((edit) => [edit.start, edit])).values()];
}
