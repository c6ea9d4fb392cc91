import type { ChangedHunk } from "../domain/branch.ts";
import type { CandidatePatch, Patch } from "../domain/patch.ts";
import type { PythonNode } from "../domain/python.ts";
import { nodesApart, shapeOf } from "../syntax/shape.ts";
import { children, child, walk } from "../syntax/tree.ts";
import { diffLines, splitLines } from "../text/line-diff.ts";
import type { Merits } from "../verify/choice.ts";
import type { Sources } from "./sources.ts";

/** The code that a patch leads to, whatever its layout; null when Python cannot read it. */
export async function shapeAfter({ changes }: Patch, sources: Sources): Promise<string | null> {
  const after = await sources.parse(changes.map((change) => ({ path: change.path, text: change.after })));
  const shapes = changes.map(({ path }) => {
    const module = after.get(path);
    return module ? `${path}\n${shapeOf(module)}` : null;
  });
  return shapes.includes(null) ? null : shapes.join("\n");
}

/** What speaks for a patch that holds, `votes` apart. */
export async function meritsOf(
  { patch, candidate }: { readonly patch: Patch; readonly candidate: CandidatePatch },
  changes: readonly ChangedHunk[],
  sources: Sources,
): Promise<Omit<Merits, "votes">> {
  const before = await sources.parse(patch.changes.map((change) => ({ path: change.path, text: change.before })));
  const after = await sources.parse(patch.changes.map((change) => ({ path: change.path, text: change.after })));
  const pairs = patch.changes.flatMap(({ path }) => {
    const [one, other] = [before.get(path), after.get(path)];
    return one && other ? [{ before: one.tree, after: other.tree }] : [];
  });
  const sum = (count: (pair: { before: PythonNode; after: PythonNode }) => number): number =>
    pairs.reduce((total, pair) => total + count(pair), 0);
  return {
    addedGuards: sum((pair) => Math.max(0, guardsIn(pair.after) - guardsIn(pair.before))),
    isRecipe: candidate.origin.kind === "recipe",
    changedNodes: sum((pair) => nodesApart(pair.before, pair.after)),
    touchesChanges: touches(patch, changes),
  };
}

function guardsIn(tree: PythonNode): number {
  return [...walk(tree)].filter(
    (node) =>
      node.kind === "ExceptHandler" ||
      (node.kind === "Compare" &&
        [child(node, "left"), ...children(node, "comparators")].some(
          (side) => side?.kind === "Constant" && side.fields["value"] === null,
        )),
  ).length;
}

function touches({ changes }: Patch, hunks: readonly ChangedHunk[]): boolean {
  return changes.some(({ path, before, after }) =>
    diffLines(splitLines(before), splitLines(after)).some(({ beforeStart, beforeEnd }) =>
      hunks.some((hunk) => hunk.path === path && hunk.first <= beforeEnd + 1 && beforeStart + 1 <= hunk.last + 1),
    ),
  );
}
