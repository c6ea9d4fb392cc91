import { elementText } from "./xml-text.ts";
import type { ElementText } from "./xml-text.ts";

/** One `<failure>` or `<error>` element; its text is decoded when it is asked for. */
export interface ProblemElement {
  readonly kind: "failure" | "error";
  /** Attributes decoded; null when absent. */
  readonly message: string | null;
  readonly type: string | null;
  readonly body: ElementText;
}

/** What decides between passed, failed and skipped. */
export interface CaseResult {
  readonly problems: readonly ProblemElement[];
  /** Failures of tries before the last one, as surefire's writers list them beside it. */
  readonly earlier: readonly ProblemElement[];
  /** The attribute `result` or `status`; empty when there is none. */
  readonly status: string;
  readonly isSkipped: boolean;
}

const SKIPPED = /^(?:skipped|disabled|notrun|suppressed|ignored)$/i;
const FAILED = /^(?:fail|failed|failure)$/i;
const ERRED = /^(?:error|errored)$/i;

export function isSkippedCase({ status, isSkipped }: CaseResult): boolean {
  return isSkipped || (status !== "" && SKIPPED.test(status));
}

/** Some writers give the result by an attribute alone. */
export function finalProblems({ problems, earlier, status, isSkipped }: CaseResult): readonly ProblemElement[] {
  if (problems.length > 0) {
    return problems;
  }
  if (earlier.length > 0) {
    return earlier.slice(-1);
  }
  if (status === "") {
    return [];
  }
  const kind = FAILED.test(status) ? "failure" : ERRED.test(status) ? "error" : null;
  return kind === null || isSkipped ? [] : [{ kind, message: null, type: null, body: elementText() }];
}
