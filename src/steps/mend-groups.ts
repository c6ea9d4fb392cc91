import type { Attempt, GroupBaseline } from "../domain/case.ts";
import type { Failure, FailureGroup, FailureReport } from "../domain/failure.ts";
import { groupFailures } from "../group/group.ts";
import { knownSuite } from "../verify/known-suite.ts";
import type { Observation } from "../verify/progress.ts";
import { isTimeUp as isOver } from "../verify/time-budget.ts";
import { accept, type Accepted, patchOf } from "./accepted.ts";
import type { Baseline } from "./baseline.ts";
import { openFacts, supportIn } from "./facts.ts";
import { healGroup } from "./heal-group.ts";
import type { GroupInput } from "./trial.ts";
import { targetsOf } from "./observation.ts";
import type { Sources } from "./sources.ts";
import type { Tools } from "./tools.ts";
import { drafted } from "./verdicts.ts";

export interface Examined {
  readonly report: FailureReport | null;
  readonly baseline: Baseline;
  readonly groups: readonly GroupBaseline[];
  readonly trackedFiles: readonly string[];
}

export interface Mended {
  readonly attempts: readonly Attempt[];
  /** In the order in which they build upon each other. */
  readonly accepted: readonly Accepted[];
  /** The time was up before every group had its turn. */
  readonly isCutShort: boolean;
}

/** Mends one group of failures after the other, each on top of those before; a patch may heal or change later groups. */
export async function mendGroups(examined: Examined, sources: Sources, tools: Tools): Promise<Mended> {
  const { baseline, groups, trackedFiles } = examined;
  const startedAt = tools.clock();
  const isTimeUp = (): boolean => isOver({ startedAt, now: tools.clock(), limitSeconds: tools.draftingSeconds });
  const facts = { ...factsOf(examined), ...(await surroundings(examined, sources, tools)) };
  const attempts: Attempt[] = [];
  const accepted: Accepted[] = [];
  const done = new Set<string>();
  let seen: Observation = drafted(baseline, groups);
  for (let group = nextGroup(seen, trackedFiles, done); group && !isTimeUp();) {
    const isTestAtFault = groups.some(({ key, verdict }) => key === group?.key && verdict === "test-at-fault");
    const input: GroupInput = { ...facts, isTimeUp, group, isTestAtFault, seen, earlier: patchOf(accepted) };
    const result = await tools.log.section(titleOf(group), async () => healGroup(input, sources, tools));
    attempts.push(...result.attempts);
    done.add(group.key);
    if (result.healed.length > 0) {
      const progress = await accept(seen, { result, selections: facts.selections }, tools);
      accepted.push({ group, result, healed: progress.healed });
      seen = progress.seen;
    }
    group = nextGroup(seen, trackedFiles, done);
  }
  return { attempts, accepted, isCutShort: isTimeUp() && seen.failures.length > 0 };
}

function factsOf({ baseline, report }: Examined): Pick<GroupInput, "packages" | "selections" | "suite"> {
  const { run, suite, unsteady, seen, selections } = baseline;
  const failing = [...targetsOf(seen.failures), ...unsteady.map(({ target }) => target)];
  const packages = run.interpreter?.packages ?? {};
  return { packages, selections, suite: knownSuite({ suite, failing }, report) };
}

/** What recipes may ask about. */
export async function surroundings(
  { baseline, trackedFiles }: Pick<Examined, "baseline" | "trackedFiles">,
  sources: Sources,
  { workspace, packagesFor }: Tools,
): Promise<Pick<GroupInput, "facts" | "python" | "support">> {
  const { interpreter } = baseline.run;
  const packages = packagesFor(interpreter?.executable ?? null);
  return {
    facts: openFacts({ packages, parser: sources.parser, workspace, trackedFiles }),
    python: interpreter?.version ?? null,
    support: await supportIn(workspace, trackedFiles),
  };
}

/** The first group of what still fails that nobody has worked on. */
function nextGroup(seen: Observation, files: readonly string[], done: ReadonlySet<string>): FailureGroup | undefined {
  const tracked = new Set(files);
  return groupFailures(seen.failures, (path) => tracked.has(path)).find((group) => !done.has(group.key));
}

function titleOf({ failures }: FailureGroup): string {
  const [first, ...others]: readonly Failure[] = failures;
  const rest = others.length > 0 ? ` and ${others.length} more` : "";
  return `Mend ${first?.exception.type ?? "failure"} in ${first?.nodeId ?? "the start of the tests"}${rest}`;
}
