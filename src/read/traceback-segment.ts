import type { ExceptionInfo, Frame } from "../domain/failure.ts";
import type { GroupNode } from "./exception-group.ts";

/** One exception of a chain as printed: pytest and Python both join several of these by a sentence. */
export interface TracebackSegment {
  readonly exception: ExceptionInfo;
  /** Innermost last. */
  readonly frames: readonly Frame[];
  /** Not yet read members of an ExceptionGroup; absent for every other exception. */
  readonly members?: readonly GroupNode[];
}
