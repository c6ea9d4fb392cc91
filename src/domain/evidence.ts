import type { ExceptionInfo, Frame } from "./failure.ts";

/** A project function that a failing test executed. */
export interface ExecutedFunction {
  /** Relative to the repository root. */
  readonly path: string;
  /** `co_qualname` where Python has it (3.11), else `co_name`. */
  readonly name: string;
  /** Line of the `def` (or of its first decorator), one-based. */
  readonly line: number;
  /** Smallest call depth below the test at which it ran. */
  readonly depth: number;
  /** Position in the order of first calls. */
  readonly order: number;
}

/**
 * Why SQLAlchemy wanted to emit SQL when it found no greenlet.
 * `lazy` = a relationship or deferred column not loaded yet; `expired` = attributes expired by a commit or flush.
 */
export interface AttributeLoad {
  readonly reason: "lazy" | "expired";
  /** Qualified class name, `src.models.Order`. */
  readonly model: string;
  /** Attribute names; for `expired` possibly several. */
  readonly attributes: readonly string[];
}

/**
 * A library exception seen at the moment it was made, even when later code swallowed or rewrapped it
 * (a response model, a template, a middleware that answers 500).
 */
export interface RaisedException extends ExceptionInfo {
  /** Project and test frames of the whole stack at that moment, innermost last, with the types of their locals. */
  readonly frames: readonly Frame[];
  readonly load: AttributeLoad | null;
}

/** A coroutine that was made and dropped: `RuntimeWarning: coroutine 'X' was never awaited`. */
export interface NeverAwaited {
  /** `AsyncSession.commit` */
  readonly coroutine: string;
  /** Where it was made, project and test frames only, innermost last; may be empty. */
  readonly frames: readonly Frame[];
}

/** What the probe saw while one failing test ran. */
export interface TestEvidence {
  readonly executed: readonly ExecutedFunction[];
  readonly raised: readonly RaisedException[];
  readonly neverAwaited: readonly NeverAwaited[];
}

export const NO_EVIDENCE: TestEvidence = { executed: [], raised: [], neverAwaited: [] };
