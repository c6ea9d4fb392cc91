import type { ExceptionInfo, Frame } from "../../domain/failure.ts";
import type { GroupNode } from "./exception-group.ts";

/** One exception of a chain as printed: pytest and Python both join several of these by a sentence. */
export interface TracebackSegment {
  readonly exception: ExceptionInfo;
  /** Innermost last. */
  readonly frames: readonly Frame[];
  /** Not yet read members of an ExceptionGroup; absent for every other exception. */
  readonly members?: readonly GroupNode[];
}

/** The way from pytest's main function to the test: `--tb=native` shows it, other styles where collection failed. */
const RUNNER_FRAME = /[\\/](?:site|dist)-packages[\\/](?:_pytest|pytest|pluggy)[\\/]/;

/** Leaves pytest's own frames out, unless there are no others: then it is pytest, or a plugin, that is tested. */
export function withoutRunner(frames: readonly Frame[]): readonly Frame[] {
  const others = frames.filter(({ path }) => !RUNNER_FRAME.test(path));
  return others.length === 0 ? frames : others;
}
