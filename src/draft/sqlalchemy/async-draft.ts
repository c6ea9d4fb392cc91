import type { TestEvidence } from "../../domain/evidence.ts";
import type { FailureGroup } from "../../domain/failure.ts";
import type { Edit, Place } from "../../domain/patch.ts";
import type { ProjectSource } from "../../domain/python.ts";
import { type Change, editsOf } from "./change.ts";
import { functionsOf, planAsync } from "./async-plan.ts";
import { type Flow, flowOf } from "./flow.ts";
import type { Holding, Use } from "./flow-model.ts";
import { mayHaveRun } from "./signs.ts";
import { isBefore20 } from "./versions.ts";

interface Input {
  readonly group: FailureGroup;
  readonly evidence: TestEvidence;
  readonly project: ProjectSource;
  readonly packages: Readonly<Record<string, string>>;
}

/** One thing to make asynchronous with all that hangs on it. */
export interface Seed {
  readonly holding: Holding;
  /** The call that makes it, when that has to change too. */
  readonly maker: Use | undefined;
  readonly changes: readonly Change[];
}

/**
 * Edits that make the seeds asynchronous, each with everything that uses it. A seed that cannot be converted as a whole,
 * or that the failing tests had nothing to do with, is left alone and named. Users out of sight are no hindrance when
 * all that are in sight await the seed already: a synchronous session on an asynchronous driver works for nobody.
 */
export function asyncEdits(
  input: Input,
  seeds: readonly Seed[],
): { readonly edits: readonly Edit[]; readonly leftAlone: readonly Place[] } {
  const { project } = input;
  const changes: Change[] = [];
  const leftAlone: Place[] = [];
  for (const seed of seeds) {
    const found = flowOf(project, [seed.holding]);
    const flow: Flow = seed.maker ? { ...found, uses: [seed.maker, ...found.uses] } : found;
    const plan = planAsync(project, flow, isBefore20(input.packages));
    const reason = plan.obstacles[0] ?? (plan.isAwaited ? undefined : plan.lost[0]);
    const isConcerned = mayHaveRun(project, input, functionsOf(flow));
    if (!reason && isConcerned) changes.push(...seed.changes, ...plan.changes);
    else leftAlone.push(placeOf(seed, reason?.note ?? "not used by the failing tests"));
  }
  return { edits: editsOf(project, changes), leftAlone };
}

function placeOf({ holding }: Seed, note: string): Place {
  return { path: holding.module.path, line: holding.node.line, note };
}
