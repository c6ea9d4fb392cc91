import type { TestEvidence } from "../domain/evidence.ts";
import type { FailureGroup } from "../domain/failure.ts";
import { locate } from "../locate/locate.ts";

/** The files to begin reading at, likeliest first: where the fault may lie, and the failing tests. */
export function seedsOf(group: FailureGroup, evidence: TestEvidence, trackedFiles: readonly string[]): string[] {
  const tracked = new Set(trackedFiles);
  const located = locate(group, evidence, (path) => tracked.has(path)).map((location) => location.path);
  const tests = group.failures.flatMap((failure) => [failure.file ?? "", (failure.nodeId ?? "").split("::")[0] ?? ""]);
  return [...located, ...tests];
}
