import type { FailureGroup } from "../domain/failure.ts";
import type { Patch } from "../domain/patch.ts";
import type { Observation } from "../verify/progress.ts";
import { selectionOf } from "../verify/targets.ts";
import type { GroupResult } from "./heal-group.ts";
import { targetsOf } from "./observation.ts";
import { withPatch } from "./try-out.ts";
import type { Tools } from "./tools.ts";

/** One healed group among those accepted so far; its patch holds those of the groups before it too. */
export interface Accepted {
  readonly group: FailureGroup;
  readonly result: GroupResult;
  /** Targets that pass since this patch: the group's own, and those healed along with it. */
  readonly healed: readonly string[];
}

/** The patch of all accepted groups together. */
export function patchOf(accepted: readonly Accepted[]): Patch {
  return accepted.at(-1)?.result.patch ?? { changes: [] };
}

/** What still fails once a group's patch is in: lines have moved, and other groups may be healed along. */
export async function stillFailing(seen: Observation, result: GroupResult, tools: Tools): Promise<Observation> {
  if (result.after) return result.after;
  const open = targetsOf(seen.failures).filter((target) => !result.healed.includes(target));
  if (open.length === 0) return { failures: [], evidence: {} };
  return withPatch(result.patch, tools, async () => tools.runner.run({ targets: selectionOf(open), trace: true }));
}

/** Targets that failed before and do not fail now. */
export function healedBetween(before: Observation, after: Observation): string[] {
  const open = new Set(targetsOf(after.failures));
  return targetsOf(before.failures).filter((target) => !open.has(target));
}
