import type { Attempt, Draft, Handover } from "../domain/case.ts";
import type { FailureGroup } from "../domain/failure.ts";
import type { Patch, Verdict } from "../domain/patch.ts";
import { draftCandidates, type Drafters, type DraftContext, type FactFinder } from "../draft/draft.ts";
import { supportIn } from "./facts.ts";
import { attemptOf, originName, verdictLine } from "./attempt.ts";
import { draftOf } from "./handover.ts";
import { evidenceOf } from "./observation.ts";
import { seedsOf } from "./seeds.ts";
import type { Sources } from "./sources.ts";
import { prepare } from "./try-out.ts";
import type { Tools } from "./tools.ts";

/** What can draft without running anything. */
export type DraftTools = Drafters & Pick<Tools, "workspace" | "log" | "limits" | "libraries" | "changes">;

export interface DraftRequest {
  readonly group: FailureGroup;
  /** Only who may edit tests is asked. */
  readonly isTestAtFault: boolean;
  readonly known: Pick<Handover, "evidence" | "python" | "packages">;
  readonly facts: FactFinder;
  /** After so many that fit and that no rule refuses nobody is asked for more. */
  readonly most: number;
}

export interface Drafted {
  readonly drafts: readonly Draft[];
  /** Those that do not fit or that a rule refused. */
  readonly attempts: readonly Attempt[];
}

const NOTHING: Patch = { changes: [] };

/** Candidates for one group that fit the files and pass every guard rule; whether they help, only a run can say. */
export async function draftGroup(request: DraftRequest, sources: Sources, tools: DraftTools): Promise<Drafted> {
  const { group, facts, isTestAtFault, most } = request;
  const { packages, python, evidence: seen } = request.known;
  const trackedFiles = await tools.workspace.trackedFiles();
  const evidence = evidenceOf({ failures: group.failures, evidence: seen });
  const project = await sources.load(seedsOf(group, evidence, trackedFiles), NOTHING);
  const support = await supportIn(tools.workspace, trackedFiles);
  const input = { group, evidence, project, packages, python, support, libraries: tools.libraries };
  const drafts: Draft[] = [];
  const attempts: Attempt[] = [];
  let last: Verdict | null = null;
  const context: DraftContext = {
    last: () => last,
    hasMoved: () => false,
    // Only a run could tell, and nothing runs here.
    companions: async () => [],
    mayEditProduct: !isTestAtFault,
    changes: tools.changes,
  };
  for await (const candidate of draftCandidates(tools, input, { facts, context })) {
    if (isTestAtFault && !candidate.mayEditTests) continue;
    const prepared = await prepare({ candidate, project, packages, earlier: NOTHING }, sources, tools);
    if (prepared.kind === "applied") {
      last = null;
      drafts.push(draftOf(group.key, candidate, prepared.patch));
      tools.log.info(`${originName(candidate)}: drafted`);
    } else {
      last = prepared;
      attempts.push(attemptOf(group.key, candidate, prepared));
      tools.log.info(`${originName(candidate)}: ${verdictLine(prepared)}`);
    }
    if (drafts.length >= most) break;
  }
  return { drafts, attempts };
}
