import type { TestEvidence } from "../domain/evidence.ts";
import type { Patch } from "../domain/patch.ts";
import { splitNodeId } from "../text/junit-address.ts";
import { isFailingOutcome } from "../text/test-outcome.ts";
import type { KnownSuite } from "../verify/known-suite.ts";
import { SESSION } from "../verify/targets.ts";
import { withPatch } from "./try-out.ts";
import type { Tools } from "./tools.ts";

const MAX_FILES = 5;
/** Watched tests are a few times slower than these seconds say. */
const MAX_SECONDS = 60;

export interface CompanionsInput {
  /** What fails. */
  readonly targets: readonly string[];
  /** What is in the tree while they fail. */
  readonly patch: Patch;
  readonly suite: KnownSuite | null;
}

/**
 * What the passing tests of the failing tests' files executed, by a run of its own; empty where such a run is not worth
 * its time. A function that only failing tests ran is likelier to hold the fault than one that passing tests ran too.
 */
export async function companions(
  { targets, patch, suite }: CompanionsInput,
  tools: Pick<Tools, "runner" | "workspace">,
): Promise<readonly TestEvidence[]> {
  const files = new Set(targets.map((target) => splitNodeId(target).path));
  if (targets.includes(SESSION) || files.size > MAX_FILES || isLong(files, suite)) return [];
  const run = await withPatch(patch, tools, async () =>
    tools.runner.run({ targets: [...files], trace: true, keepPassing: true }),
  );
  return Object.entries(run.evidence).flatMap(([id, evidence]) =>
    files.has(splitNodeId(id).path) && !isFailingOutcome(run.outcomes[id]) ? [evidence] : [],
  );
}

function isLong(files: ReadonlySet<string>, suite: KnownSuite | null): boolean {
  if (suite === null || suite.run === null || suite.tests === 0) return false;
  const tests = suite.run.collected.filter((id) => files.has(splitNodeId(id).path)).length;
  return (suite.run.durationSeconds / suite.tests) * tests > MAX_SECONDS;
}
