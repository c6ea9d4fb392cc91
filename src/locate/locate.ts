import type { TestEvidence } from "../domain/evidence.ts";
import type { FailureGroup, Frame } from "../domain/failure.ts";

/** A function that may hold the fault. */
export interface FaultLocation {
  readonly path: string;
  readonly function: string | null;
  readonly line: number;
  /** Higher is likelier; only the order counts. */
  readonly score: number;
  readonly reason: string;
}

/** Frames of one exception weigh less with each step outward; executed functions less with each call below the test. */
const FRAME_WEIGHT = 1000;
const RAISED_WEIGHT = 900;
const EXECUTED_WEIGHT = 500;

/**
 * Where the fault of a group may lie, likeliest first, each function once: project frames of the exceptions, innermost
 * first, then frames of exceptions that were swallowed on the way, then the functions that the tests executed.
 */
export function locate(
  group: FailureGroup,
  evidence: TestEvidence,
  isProjectFile: (path: string) => boolean,
): FaultLocation[] {
  const found = [
    ...group.failures.flatMap((failure) => fromFrames(failure.frames, FRAME_WEIGHT, "raised here")),
    ...group.failures.flatMap((failure) =>
      failure.chain.flatMap((link) => fromFrames(link.frames, FRAME_WEIGHT - 1, "in the chain")),
    ),
    ...evidence.raised.flatMap((raised) => fromFrames(raised.frames, RAISED_WEIGHT, "an exception was made here")),
    ...evidence.neverAwaited.flatMap((made) => fromFrames(made.frames, RAISED_WEIGHT, "a coroutine was dropped here")),
    ...evidence.executed.map((run) => ({
      path: run.path,
      function: run.name,
      line: run.line,
      score: EXECUTED_WEIGHT - run.depth,
      reason: "executed by the failing test",
    })),
  ];
  return bestOfEach(found.filter((location) => isProjectFile(location.path)));
}

function fromFrames(frames: readonly Frame[], weight: number, reason: string): FaultLocation[] {
  return frames.map((frame, index) => ({
    path: frame.path,
    function: frame.function,
    line: frame.line,
    score: weight - 2 * (frames.length - 1 - index),
    reason,
  }));
}

function bestOfEach(locations: readonly FaultLocation[]): FaultLocation[] {
  const best = new Map<string, FaultLocation>();
  for (const location of locations.toSorted((a, b) => b.score - a.score)) {
    const key = `${location.path}\n${location.function ?? location.line}`;
    if (!best.has(key)) best.set(key, location);
  }
  return [...best.values()];
}
