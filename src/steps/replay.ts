import type { Draft } from "../domain/case.ts";
import type { Drafter } from "../draft/draft.ts";
import { rebaseOntoHead } from "../publish/rebase.ts";
import { editsBetween } from "../text/edits-between.ts";

/**
 * Drafts what an earlier phase drafted for the same group. Each is put where it belongs in the texts as they are now, with
 * what was accepted before it; one that no longer has a place is passed over.
 */
export function replay(drafts: readonly Draft[]): Drafter {
  // oxlint-disable-next-line typescript/require-await
  return async function* replayed({ group, project }) {
    const files = [...project.unparsable, ...project.modules.values()];
    const texts = new Map(files.map(({ path, text }) => [path, text]));
    for (const { groupKey, origin, patch, rationale, leftAlone, mayEditTests, hasHeld } of drafts) {
      const placed = groupKey === group.key ? rebaseOntoHead(patch, texts) : undefined;
      const edits = placed?.kind === "rebased" ? placed.patch.changes.flatMap(editsBetween) : [];
      // A model's draft never touches tests, whatever its file says.
      const mayTouchTests = mayEditTests && origin.kind === "recipe";
      if (edits.length === 0) continue;
      const candidate = { origin, edits, rationale, leftAlone, mayEditTests: mayTouchTests };
      // Of what nobody has run yet the best that holds is taken, not the first.
      yield hasHeld ? candidate : { ...candidate, batch: "drafted" };
    }
  };
}
