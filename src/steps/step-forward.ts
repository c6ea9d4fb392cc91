import type { ProjectSource } from "../domain/python.ts";
import { type Observation, progressOf } from "../verify/progress.ts";
import type { Trial } from "./try-out.ts";

/**
 * Whether a trial is to be built upon. That targets pass is no step forward when other tests broke. `project` holds the
 * texts that the candidate was drafted from, the patches before it included.
 */
export function isStepForward(
  { verdict, patch, run }: Trial,
  before: Observation,
  { modules }: ProjectSource,
): boolean {
  const isRegression = verdict.kind === "rejected" && verdict.why === "regression";
  const earlier = (path: string): string | undefined => modules.get(path)?.text;
  const changes = (patch?.changes ?? []).map((change) => ({
    ...change,
    before: earlier(change.path) ?? change.before,
  }));
  return !isRegression && run !== null && progressOf(before, run, changes) !== undefined;
}
