import type { Edit } from "../domain/patch.ts";

/** Each edit once, in the order in which they came: two places that need the same import bring the same insertion. */
export function distinctEdits(edits: readonly Edit[]): readonly Edit[] {
  const key = ({ path, start, end, text }: Edit): string => JSON.stringify([path, start, end, text]);
  return [...new Map(edits.map((edit) => [key(edit), edit])).values()];
}
