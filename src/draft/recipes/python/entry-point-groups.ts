import type { PythonModule, PythonNode } from "../../../domain/python.ts";
import { child, sourceOf, walk } from "../../../syntax/tree.ts";
import { callOf, fullName } from "../../names/references.ts";
import type { Recipe } from "../recipe.ts";
import { attributeName, draftByLine, plainArguments, replaced, type Rewrite } from "./line-rewrite.ts";

/** Entry points looked up as in a dictionary. */
export const entryPointGroups: Recipe = {
  id: "entry-point-groups",
  title: "`entry_points().get(group)` and `entry_points()[group]`: `entry_points(group=group)`",
  explanation:
    "`importlib.metadata.entry_points()` is no dictionary of groups any more since Python 3.12: the group is an argument.",
  draft: (input) =>
    draftByLine(input, {
      message:
        /'EntryPoints' object has no attribute 'get'|SelectableGroups dict interface is deprecated|^'[\w.-]{1,200}'$/,
      rationale: "Entry points are selected by an argument; they are no dictionary any more.",
      rewrites: (module) =>
        input.installed.has("importlib.metadata.EntryPoints")
          ? [...walk(module.tree)].flatMap((node) => rewriteOf(module, node) ?? [])
          : [],
    }),
};

function rewriteOf(module: PythonModule, node: PythonNode): Rewrite | undefined {
  const base = child(node, "value");
  const isPlain = base?.kind === "Call" && plainArguments(base)?.length === 0;
  if (!isPlain || fullName(module, child(base, "func")) !== "importlib.metadata.entry_points") return undefined;
  const [whole, group] = node.kind === "Subscript" ? [node, indexOf(node)] : gotten(module, node);
  if (!whole || !group) return undefined;
  const text = `${sourceOf(module, child(base, "func") ?? base)}(group=${sourceOf(module, group)})`;
  return { node: whole, edits: () => [replaced(module, whole, text)] };
}

/** Python before 3.9 has a node of its own around an index. */
function indexOf(node: PythonNode): PythonNode | undefined {
  const slice = child(node, "slice");
  return slice?.kind === "Index" ? child(slice, "value") : slice;
}

/** `.get(group)`, also with an empty list as its default: what is given where there is no such group is empty anyway. */
function gotten(module: PythonModule, node: PythonNode): [PythonNode, PythonNode] | [] {
  const call = attributeName(node) === "get" ? callOf(module, node) : undefined;
  const [group, fallback] = (call && plainArguments(call)) ?? [];
  const isEmpty =
    fallback === undefined || /^(\[\s*\]|\(\s*\)|\{\s*\}|list\(\)|tuple\(\))$/.test(sourceOf(module, fallback));
  return call && group && isEmpty ? [call, group] : [];
}
