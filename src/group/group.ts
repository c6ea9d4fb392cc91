import type { Failure, FailureGroup, Frame } from "../domain/failure.ts";
import { fingerprint } from "../text/stable-hash.ts";

/**
 * Failures with one cause: the same exception type and message at the same innermost project function. What a test itself
 * asserts is told in other values for each of its parameters: there the function alone decides. Lines do not count, so
 * that a group keeps its key when a patch above it moves it down. Order of first appearance.
 */
export function groupFailures(failures: readonly Failure[], isProjectFile: (path: string) => boolean): FailureGroup[] {
  const groups = new Map<string, Failure[]>();
  for (const failure of failures) {
    const key = causeOf(failure, isProjectFile);
    groups.set(key, [...(groups.get(key) ?? []), failure]);
  }
  return [...groups].map(([cause, members]) => ({ key: fingerprint(cause), failures: members }));
}

function causeOf(failure: Failure, isProjectFile: (path: string) => boolean): string {
  const frame = innermostProjectFrame(failure, isProjectFile);
  const place = frame ? [frame.path, frame.function ?? ""] : [failure.nodeId ?? failure.file ?? "", failure.phase];
  const { type, message } = failure.exception;
  const isOwnAssertion = type === "AssertionError" && frame !== undefined && isOfTest(failure, frame);
  return [type ?? "", isOwnAssertion ? "" : withoutVolatileParts(message ?? ""), ...place].join("\n");
}

function isOfTest({ nodeId }: Failure, frame: Frame): boolean {
  const names = (nodeId ?? "").replace(/\[.*$/s, "").split("::");
  return names[0] === frame.path && names.at(-1) === frame.function?.split(".").at(-1);
}

/** The innermost frame in a project file, of the exception raised last or else of the chain, nearest link first. */
export function innermostProjectFrame(failure: Failure, isProjectFile: (path: string) => boolean): Frame | undefined {
  for (const frames of [failure.frames, ...failure.chain.map((link) => link.frames)]) {
    const found = frames.findLast((frame) => isProjectFile(frame.path));
    if (found) return found;
  }
  return undefined;
}

/** Addresses and numbers differ from run to run and from test to test; the cause does not. */
function withoutVolatileParts(message: string): string {
  return message
    .slice(0, 2000)
    .replace(/0x[0-9a-fA-F]+/g, "0x")
    .replace(/\d+/g, "0");
}
