import type { Case, Handover } from "../domain/case.ts";

const NO_HANDOVER: Handover = { evidence: {}, python: null, packages: {}, guarded: [], drafts: [] };

export type Joined =
  | { readonly kind: "joined"; readonly case: Case }
  | { readonly kind: "apart"; readonly reason: string };

/**
 * The cases of several legs as one that a run has still to judge: every failure once, and all drafts. What a leg verified
 * alone says nothing of all of it together, so no patch comes along. All must speak of one commit.
 */
export function joinCases([first, ...others]: readonly [Case, ...(readonly Case[])]): Joined {
  if (others.length === 0) return { kind: "joined", case: first };
  const other = others.find(({ sha }) => sha !== first.sha);
  if (other !== undefined) {
    const names = [first.sha, other.sha].map((sha) => sha?.slice(0, 12) ?? "no commit").join(" and ");
    return { kind: "apart", reason: `They speak of different commits, ${names}.` };
  }
  const cases = [first, ...others];
  return {
    kind: "joined",
    case: {
      version: 1,
      sha: first.sha,
      groups: [...new Map(cases.flatMap(({ groups }) => groups).map((group) => [group.key, group])).values()],
      attempts: distinct(cases.flatMap(({ attempts }) => attempts)),
      healed: [],
      patch: null,
      verification: null,
      flaky: distinct(cases.flatMap(({ flaky }) => flaky)),
      remainingFailures: distinct(cases.flatMap(({ remainingFailures }) => remainingFailures)),
      notes: distinct(cases.flatMap(({ notes }) => notes)),
      handover: joinHandovers(cases.map(({ handover }) => handover ?? NO_HANDOVER)),
    },
  };
}

function joinHandovers(all: readonly Handover[]): Handover {
  return {
    evidence: Object.fromEntries(all.flatMap(({ evidence }) => Object.entries(evidence))),
    python: all.find(({ python }) => python !== null)?.python ?? null,
    packages: Object.fromEntries(all.flatMap(({ packages }) => Object.entries(packages))),
    guarded: distinct(all.flatMap(({ guarded }) => guarded)),
    drafts: distinct(all.flatMap(({ drafts }) => drafts)),
  };
}

function distinct<T>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
