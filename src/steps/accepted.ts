import type { FailureGroup } from "../domain/failure.ts";
import type { Patch } from "../domain/patch.ts";
import type { TestRun } from "../domain/test-run.ts";
import type { Observation } from "../verify/progress.ts";
import { passes, type Selections, selectionOf, targetOf } from "../verify/targets.ts";
import type { GroupResult } from "./heal-group.ts";
import { stillFailing, targetsOf } from "./observation.ts";
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

/** A group's patch is in: which targets pass with it, the group's own and others, and what is still open. */
export async function accept(
  before: Observation,
  { result, selections }: { readonly result: GroupResult; readonly selections: Selections },
  tools: Tools,
): Promise<{ readonly healed: readonly string[]; readonly seen: Observation }> {
  const targets = targetsOf(before.failures);
  const rest = targets.filter((target) => !result.healed.includes(target));
  if (rest.length === 0) return { healed: targets, seen: { failures: [], evidence: {} } };
  const run =
    result.run ?? (await withPatch(result.patch, tools, async () => observe(selectionOf(rest, selections), tools)));
  const others = before.failures.filter((failure) => rest.includes(targetOf(failure)));
  const healed = targets.filter((target) => result.healed.includes(target) || passes(target, run));
  return { healed, seen: stillFailing({ failures: others, evidence: before.evidence }, run) };
}

async function observe(targets: readonly string[] | "all", tools: Tools): Promise<TestRun> {
  return tools.runner.run({ targets, trace: true });
}
