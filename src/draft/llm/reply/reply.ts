/** One way to read a search/replace block; where the text itself has lines like the divider there are several. */
export interface BlockText {
  readonly search: string;
  readonly replace: string;
}

export interface EditBlock {
  /** As the reply names it; null where it names none. */
  readonly path: string | null;
  /** At least one, the likeliest first. */
  readonly readings: readonly [BlockText, ...BlockText[]];
  readonly form: "search-replace" | "unified-diff" | "whole-function";
}

/** What a reply comes to. */
export type ReplyReading =
  | {
      readonly kind: "edits";
      /** The model's own words, one line; null where it gave none. */
      readonly cause: string | null;
      readonly blocks: readonly [EditBlock, ...EditBlock[]];
      /** Import statements that it asks for beside its blocks. */
      readonly imports: readonly string[];
    }
  /** It wants to see the bodies of these before it answers. */
  | { readonly kind: "need"; readonly names: readonly string[] }
  | { readonly kind: "no-fix"; readonly reason: string }
  | { readonly kind: "unreadable"; readonly reason: string };
