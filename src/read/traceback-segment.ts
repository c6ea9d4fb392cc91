import type { ExceptionInfo, Frame } from "../domain/failure.ts";

/** One exception of a chain as printed: pytest and Python both join several of these by a sentence. */
export interface TracebackSegment {
  readonly exception: ExceptionInfo;
  /** Innermost last. */
  readonly frames: readonly Frame[];
}
