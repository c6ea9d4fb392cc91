import type { GroupBaseline } from "../domain/case.ts";
import type { Failure } from "../domain/failure.ts";
import { importedFile } from "../syntax/imported-file.ts";
import { environmentFault } from "./environment.ts";
import { groupFailures } from "./group.ts";

/** The failures of our own run of unchanged code, group by group: is it the code, or what it runs in? */
export function baselineGroups(failures: readonly Failure[], trackedFiles: readonly string[]): GroupBaseline[] {
  const tracked = new Set(trackedFiles);
  const isProjectModule = (name: string): boolean =>
    importedFile(trackedFiles, "", { source: name, level: 0 }) !== undefined;
  return groupFailures(failures, (path) => tracked.has(path)).map((group) => {
    const faults = group.failures.map((failure) => environmentFault(failure, isProjectModule));
    const fault = faults.every((entry) => entry !== undefined) ? faults[0] : undefined;
    const verdict = fault === undefined ? "reproducible" : "environment";
    const reason = fault ?? "fails on unchanged code in our own run";
    return { ...group, verdict, reason, evidence: [], selection: null };
  });
}
