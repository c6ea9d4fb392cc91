import type { Case, Draft, GroupBaseline } from "./domain/case.ts";
import type { FailureReport } from "./domain/failure.ts";
import { examine, healForLater } from "./pipeline.ts";
import type { PythonParser } from "./ports.ts";
import { caseOf } from "./steps/case-of.ts";
import { draftGroup, type DraftTools } from "./steps/draft-group.ts";
import { handoverOf } from "./steps/handover.ts";
import { surroundings } from "./steps/mend-groups.ts";
import { replay } from "./steps/replay.ts";
import { openSources } from "./steps/sources.ts";
import type { Tools } from "./steps/tools.ts";
import { isDrafted } from "./steps/verdicts.ts";

/* The product cut into jobs: the same stages as in `pipeline.ts`, with the case document between them. */

/** Of one group, of all models together: more would cost runs that seldom pay. */
const MOST_DRAFTS = 3;
/** There is no environment in the drafting job, so nothing can be asked of it. */
const NO_FACTS = { answers: new Map(), find: async (): Promise<void> => {} };

/**
 * The first phase, without secrets beside the code: what fails on unchanged code, what was seen there, and which groups a
 * recipe has a candidate for. Nothing is tried yet.
 */
export async function reproduceCase(report: FailureReport | null, sha: string | null, tools: Tools): Promise<Case> {
  const { baseline, groups, trackedFiles, guarded, sources } = await examine(report, tools);
  const { facts } = await surroundings({ baseline, trackedFiles }, sources, tools);
  const drafts: Draft[] = [];
  const known = handoverOf(baseline, guarded, { drafts, isDrafting: true });
  const byRule = { ...tools, drafters: [] };
  for (const group of groups.filter(isDrafted)) {
    const isTestAtFault = group.verdict === "test-at-fault";
    const found = await draftGroup({ group, isTestAtFault, known, facts, most: 1 }, sources, byRule);
    drafts.push(...found.drafts);
  }
  const nothingTried = { attempts: [], accepted: [], confirmation: null, dropped: 0, isCutShort: false };
  return { ...caseOf({ sha, baseline, groups, ...nothingTried }), handover: known };
}

/** What the drafting phase works with; nothing of it runs code of the repository. */
export interface DeskTools extends DraftTools {
  readonly parser: PythonParser;
}

/**
 * The second phase, with the key and without running anything of the repository: drafts for the groups that no recipe has a
 * candidate for. `keys` are the groups to look at; empty = all.
 */
export async function draftCase(document: Case, keys: readonly string[], tools: DeskTools): Promise<Case> {
  const { workspace, parser, recipes } = tools;
  const { handover, attempts } = document;
  if (handover === undefined) return document;
  const trackedFiles = await workspace.trackedFiles();
  const sources = openSources({ workspace, parser, trackedFiles, guarded: new Set(handover.guarded) });
  const isByRule = ({ key }: GroupBaseline): boolean =>
    handover.drafts.some(
      ({ groupKey, origin }) =>
        groupKey === key && origin.kind === "recipe" && recipes.some(({ id }) => id === origin.id),
    );
  const open = chosen(document.groups, keys).filter((group) => isDrafted(group) && !isByRule(group));
  const request = { isTestAtFault: false, known: handover, facts: NO_FACTS, most: MOST_DRAFTS };
  const found = [];
  for (const group of open.filter(({ verdict }) => verdict !== "test-at-fault")) {
    const work = async (): ReturnType<typeof draftGroup> =>
      draftGroup({ ...request, group }, sources, { ...tools, recipes: [] });
    found.push(await tools.log.section(`Draft for ${group.failures[0]?.nodeId ?? group.key}`, work));
  }
  const drafts = [...handover.drafts, ...found.flatMap((one) => one.drafts)];
  return {
    ...document,
    attempts: [...attempts, ...found.flatMap((one) => one.attempts)],
    handover: { ...handover, drafts },
  };
}

/**
 * The third phase, without secrets again: the recipes and the drafts are tried as if all were one run, on this machine's
 * own runs of unchanged code. What a leg of a matrix verified is tried first, and the whole suite has the last word again.
 */
export async function verifyCase(document: Case, keys: readonly string[], tools: Tools): Promise<Case> {
  const groups = chosen(document.groups, keys);
  if (!groups.some(isDrafted)) return { ...document, groups };
  const drafts = document.handover?.drafts ?? [];
  // What recipes drafted and nobody ran is left to the recipes themselves: here they can ask what is installed.
  const byModel = drafts.filter(({ origin, hasHeld }) => origin.kind === "llm" && !hasHeld);
  const healing = { ...tools, known: replay(drafts.filter(({ hasHeld }) => hasHeld)), drafters: [replay(byModel)] };
  const healed = await healForLater(reportOf(groups), document.sha, healing);
  const isMeant = new Set(groups.map(({ key }) => key));
  const earlier = document.attempts.filter(({ groupKey }) => isMeant.has(groupKey));
  return { ...healed.document, attempts: [...earlier, ...healed.document.attempts], handover: healed.handover };
}

function chosen(groups: readonly GroupBaseline[], keys: readonly string[]): readonly GroupBaseline[] {
  return keys.length === 0 ? groups : groups.filter(({ key }) => keys.includes(key));
}

/** The failures as a report would have them. */
function reportOf(groups: readonly GroupBaseline[]): FailureReport {
  const failures = groups.flatMap((group) => group.failures);
  return {
    failures,
    counts: { tests: failures.length, failures: failures.length, errors: 0, skipped: 0 },
    notes: [],
  };
}
