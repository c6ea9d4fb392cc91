import type { Edit } from "../domain/patch.ts";

/** Two edits of one file that claim the same characters, or one that lies outside the text. */
export interface EditConflict {
  readonly kind: "conflict";
  readonly edit: Edit;
  readonly reason: string;
}

/**
 * The text with all edits made; everything outside them stays as it was. Offsets refer to the text given. Insertions
 * at one place keep their order; an edit that overlaps another is a conflict, never a guess.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string | EditConflict {
  const sorted = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
  let result = "";
  let position = 0;
  for (const edit of sorted) {
    if (edit.start < position) return { kind: "conflict", edit, reason: "overlaps the edit before it" };
    if (edit.end < edit.start || edit.end > text.length)
      return { kind: "conflict", edit, reason: "lies outside the file" };
    result += text.slice(position, edit.start) + edit.text;
    position = edit.end;
  }
  return result + text.slice(position);
}
