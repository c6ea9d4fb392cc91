import type { Case } from "./domain/case.ts";
import type { Publication, Status } from "./domain/outcome.ts";
import type { Phase } from "./domain/phase.ts";

/**
 * What each end means to whoever called us: the one table of exit states. `on-error` = the step fails unless
 * `fail-on-error` is false.
 */
export const EXIT: Readonly<
  Record<Status, { readonly commandLine: 0 | 1 | 2; readonly failsJob: "never" | "on-error" }>
> = {
  fixed: { commandLine: 0, failsJob: "never" },
  suggested: { commandLine: 0, failsJob: "never" },
  skipped: { commandLine: 0, failsJob: "never" },
  "no-fix": { commandLine: 1, failsJob: "never" },
  flaky: { commandLine: 1, failsJob: "never" },
  environment: { commandLine: 1, failsJob: "never" },
  refused: { commandLine: 1, failsJob: "on-error" },
  error: { commandLine: 2, failsJob: "on-error" },
};

export interface Ending {
  readonly status: Status;
  /** One sentence. */
  readonly reason: string;
}

/** How a phase ended: where it leaves the rest to the next, it says so. */
export function endingOfPhase(document: Case, phase: Phase): Ending {
  const ending = endingOf(document);
  if (ending.status !== "no-fix" || endingByVerdict(document.groups) !== undefined) return ending;
  if (phase === "reproduce") {
    const open = document.groups.flatMap(({ failures }) => failures).length;
    return open === 0 ? ending : { ...ending, reason: `${count(open, "failure")} reproduced on unchanged code.` };
  }
  const drafts = document.handover?.drafts ?? [];
  return phase === "draft" && drafts.length > 0
    ? { ...ending, reason: `${count(drafts.length, "candidate")} drafted; none was run yet.` }
    : ending;
}

/** How a case ended before anything was published. */
export function endingOf(document: Case): Ending {
  const { patch, verification, groups, remainingFailures } = document;
  if (patch && verification) {
    const rest =
      remainingFailures.length > 0
        ? `; ${remainingFailures.length} still ${remainingFailures.length === 1 ? "fails" : "fail"}`
        : "";
    return {
      status: "fixed",
      reason: `${passing(verification.targets.length, "failing test")} with the patch${rest}.`,
    };
  }
  return endingByVerdict(groups) ?? endingWithoutPatch(document);
}

type Groups = Case["groups"];
type BaselineVerdict = Groups[number]["verdict"];

/**
 * Where all groups are of one kind it names the end. Of several, what a person can do something about comes first; where
 * the code may be at fault too, that is what counts.
 */
function endingByVerdict(groups: Groups): Ending | undefined {
  const of = (...verdicts: readonly BaselineVerdict[]): Groups =>
    groups.filter((one) => verdicts.includes(one.verdict));
  if (of("reproducible", "pre-existing").length > 0) return undefined;
  const environment = of("environment");
  if (environment.length > 0) return { status: "environment", reason: sentence(environment, groups) };
  const atFault = of("test-at-fault");
  if (atFault.length > 0)
    return { status: "no-fix", reason: `The test itself is at fault: ${sentence(atFault, groups)}` };
  const returned = of("returned");
  if (returned.length > 0) return { status: "no-fix", reason: sentence(returned, groups) };
  const orderDependent = of("order-dependent");
  if (orderDependent.length > 0) {
    return { status: "no-fix", reason: `The order of the tests decides: ${sentence(orderDependent, groups)}` };
  }
  const flaky = of("flaky");
  return flaky.length > 0 ? { status: "flaky", reason: `${flakyCount(flaky)}: ${sentence(flaky, groups)}` } : undefined;
}

/** The first one's reason, and how many others there are of this kind and of others. */
function sentence(own: Groups, all: Groups): string {
  const reason = own[0]?.reason ?? "";
  const full = /[.!?]$/.test(reason) ? reason : `${reason}.`;
  const counts = [...new Set(all.map(({ verdict }) => verdict))].map(
    (verdict) => `${all.filter((one) => one.verdict === verdict).length} ${verdict}`,
  );
  return all.length === 1 ? full : `${full} Causes in all: ${counts.join(", ")}.`;
}

function flakyCount(groups: Groups): string {
  const ids = groups.flatMap(({ failures }) => failures.map(({ nodeId }) => nodeId ?? ""));
  const shown = [...new Set(ids)].slice(0, 3).join(", ");
  const number = new Set(ids).size;
  return `${count(number, "test")} ${number === 1 ? "does" : "do"} not fail each time (${shown})`;
}

function endingWithoutPatch(document: Case): Ending {
  const { groups, notes } = document;
  if (groups.length > 0) return { status: "no-fix", reason: noFixReason(document) };
  const [note] = notes;
  if (note !== undefined) return { status: "no-fix", reason: note };
  return { status: "skipped", reason: "No test fails: there is nothing to mend." };
}

function noFixReason({ attempts, notes, groups }: Case): string {
  if (notes[0] !== undefined) return notes[0];
  if (attempts.length === 0) return nothingDrafted(groups);
  const last = attempts.at(-1);
  const why = last?.verdict.kind === "rejected" || last?.verdict.kind === "mismatch" ? `: ${last.verdict.reason}` : "";
  return `${count(attempts.length, "candidate")} tried, none held up${why}.`;
}

function nothingDrafted(groups: Groups): string {
  const draftable = groups.filter(({ verdict }) => verdict === "reproducible" || verdict === "pre-existing");
  const others = groups.filter((group) => !draftable.includes(group));
  const rest = others.length === 0 ? "" : ` ${sentence(others, groups)}`;
  return `No recipe knows ${count(draftable.length, "failure")} of this kind.${rest}`;
}

/** The status once the patch has gone somewhere: in the branch or the tree it is fixed, anywhere else it awaits a person. */
export function statusAfter(ending: Ending, publication: Publication): Status {
  if (ending.status !== "fixed") return ending.status;
  return publication.publishedAs === "commit" || publication.publishedAs === "working-tree" ? "fixed" : "suggested";
}

/** "1 test passes", "2 tests pass" */
function passing(number: number, noun: string): string {
  return `${count(number, noun)} ${number === 1 ? "passes" : "pass"}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
