import type { GroupBaseline } from "../domain/case.ts";
import type { Failure } from "../domain/failure.ts";
import type { TestRun } from "../domain/test-run.ts";
import { groupFailures } from "../group/group.ts";
import { belongsTo, selectionOf, targetOf } from "../verify/targets.ts";
import type { Baseline } from "./baseline.ts";
import { targetsOf } from "./observation.ts";
import type { Tools } from "./tools.ts";

/** One more run must not cost more than this. */
const MAX_SECONDS = 600;

/**
 * Runs what fails each time on the code of the merge base too, once, where that is at hand. A group that fails there in the
 * same way was not caused by the pull request; that is said, and it is drafted for all the same. Nothing is said where the
 * copy's tests ran code of the checkout, as they do when the project is installed in editable mode.
 */
export async function withPreExisting(
  groups: readonly GroupBaseline[],
  baseline: Baseline,
  { atBase, workspace, log }: Pick<Tools, "atBase" | "workspace" | "log">,
): Promise<readonly GroupBaseline[]> {
  const { seen, run } = baseline;
  if (atBase === undefined || seen.failures.length === 0 || run.durationSeconds > MAX_SECONDS) return groups;
  if (!groups.some(isOfCode)) return groups;
  const targets = selectionOf(targetsOf(seen.failures), baseline.selections);
  const base = await log.section("Run what fails on the merge base too", async () =>
    atBase.runner.run({ targets, trace: true }),
  );
  const tracked = new Set(await workspace.trackedFiles());
  if (base.timedOut || !ranItsOwnCode(baseline, base, tracked)) return groups;
  return groups.map((group) => (isSameAtBase(group, base, tracked) ? labelled(group, atBase.sha) : group));
}

function isOfCode({ verdict, selection }: GroupBaseline): boolean {
  return verdict === "reproducible" || verdict === "test-at-fault" || selection !== null;
}

function labelled(group: GroupBaseline, sha: string): GroupBaseline {
  if (!isOfCode(group)) return group;
  const fact = `fails at the merge base ${sha.slice(0, 7)} too: not caused by this pull request`;
  // What may be drafted for a test at fault is narrower: that stays its verdict.
  if (group.verdict === "test-at-fault") return { ...group, evidence: [...group.evidence, fact] };
  return { ...group, verdict: "pre-existing", reason: fact, evidence: [group.reason, ...group.evidence] };
}

/** The same test, exception and place: another failure there says nothing about this one. */
function isSameAtBase({ failures }: GroupBaseline, base: TestRun, tracked: ReadonlySet<string>): boolean {
  return failures.every((failure) => {
    const there = base.failures.filter((other) => belongsTo(other, targetOf(failure)));
    return causesOf([failure], tracked).every((cause) => causesOf(there, tracked).includes(cause));
  });
}

function causesOf(failures: readonly Failure[], tracked: ReadonlySet<string>): string[] {
  return groupFailures(failures, (path) => tracked.has(path)).map(({ key }) => key);
}

/** What fails in the copy, and executed product code on the checkout, did so below the copy's own root too. */
function ranItsOwnCode({ seen }: Baseline, base: TestRun, tracked: ReadonlySet<string>): boolean {
  const ids = new Set(base.failures.flatMap(({ nodeId }) => nodeId ?? []));
  return [...ids].every((id) => {
    const here = productFiles(seen.evidence[id]?.executed, id, tracked);
    const there = productFiles(base.evidence[id]?.executed, id, tracked);
    return here.length === 0 || there.length > 0;
  });
}

function productFiles(
  executed: readonly { readonly path: string }[] | undefined,
  nodeId: string,
  tracked: ReadonlySet<string>,
): string[] {
  const own = nodeId.split("::")[0] ?? "";
  return (executed ?? []).map(({ path }) => path).filter((path) => tracked.has(path) && path !== own);
}
