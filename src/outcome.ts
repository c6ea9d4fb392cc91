import type { Case } from "./domain/case.ts";
import type { Publication, Status } from "./domain/outcome.ts";

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

/** How a case ended before anything was published. */
export function endingOf(document: Case): Ending {
  const { patch, verification, groups, flaky, remainingFailures } = document;
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
  const environment = groups.find((group) => group.verdict === "environment");
  if (environment && groups.every((group) => group.verdict === "environment")) {
    return { status: "environment", reason: environment.reason };
  }
  if (groups.length > 0) return { status: "no-fix", reason: noFixReason(document) };
  if (flaky.length > 0) {
    const ids = flaky.slice(0, 3).join(", ");
    return {
      status: "flaky",
      reason: `${passing(flaky.length, "reported test")} on unchanged code when run again: ${ids}.`,
    };
  }
  return { status: "skipped", reason: "No test fails: there is nothing to mend." };
}

function noFixReason({ attempts, notes, groups }: Case): string {
  if (notes[0] !== undefined) return notes[0];
  if (attempts.length === 0) return `No recipe knows ${count(groups.length, "failure")} of this kind.`;
  const last = attempts.at(-1);
  const why = last?.verdict.kind === "rejected" || last?.verdict.kind === "mismatch" ? `: ${last.verdict.reason}` : "";
  return `${count(attempts.length, "candidate")} tried, none held up${why}.`;
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
