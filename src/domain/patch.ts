/** Replace `[start, end)` of the file's text by `text`. Offsets count UTF-16 code units of the decoded text. */
export interface Edit {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Who drafted. `match` = the least exact level of the ladder at which a block of the model was found in its file, `L0` (the
 * same bytes) to `L8` (by likeness: for suggestions only, never for a commit).
 */
export type Origin =
  | { readonly kind: "recipe"; readonly id: string }
  | { readonly kind: "llm"; readonly model: string; readonly match: MatchLevel };

export const MATCH_LEVELS = ["L0", "L1", "L2", "L3", "L4", "L5", "L6", "L7", "L8"] as const;
export type MatchLevel = (typeof MATCH_LEVELS)[number];

/** A place worth naming in the report: the same pattern, left alone. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly note: string;
  /** The line's text when it was seen, without blanks around it; tells later whether it is still there. */
  readonly text?: string;
}

/** What one drafter proposes for one group, against the texts it was shown. */
export interface CandidatePatch {
  readonly origin: Origin;
  /** Never empty; edits of one file do not overlap. */
  readonly edits: readonly Edit[];
  /** One or two sentences: why this change. */
  readonly rationale: string;
  /** The same pattern elsewhere, not touched. */
  readonly leftAlone: readonly Place[];
  /** Whether it may touch test files, in call shape, import or name only. */
  readonly mayEditTests: boolean;
  /** All candidates of one batch are tried, and the best of those that hold is taken. Absent: the first that holds is. */
  readonly batch?: string;
}

declare const guarded: unique symbol;
/** A candidate that every guard rule accepted. */
export type GuardedPatch = CandidatePatch & { readonly [guarded]: true };

export interface FileChange {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** Texts before and after, by file; what is written, diffed, published. */
export interface Patch {
  readonly changes: readonly FileChange[];
}

export interface RefusalReason {
  readonly rule: string;
  readonly path: string;
  readonly line: number | null;
  readonly reason: string;
}

export interface Refusal {
  readonly kind: "refused";
  readonly reasons: readonly RefusalReason[];
}

export interface Mismatch {
  readonly kind: "mismatch";
  readonly path: string;
  readonly reason: string;
}

export interface Rejection {
  readonly kind: "rejected";
  readonly why: "no-effect" | "regression" | "flaky" | "did-not-run" | "moved" | "tampered";
  readonly tests: readonly string[];
  readonly reason: string;
}

export type Verdict = { readonly kind: "plausible" } | Refusal | Mismatch | Rejection;
