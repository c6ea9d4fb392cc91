/** A broken setup that a person must mend: what happened, why, and the line to change. */
export interface Problem {
  /** Stable, kebab-case; the anchor of its section in docs/troubleshooting.md. */
  readonly code: string;
  /** What happened, and where. */
  readonly what: string;
  readonly why: string;
  /** The line to change or the command to run. */
  readonly next: string;
}

/** Thrown where the setup is broken; caught once, in the shell, and shown as one sentence each, never as a stack. */
export class SetupError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[], options?: ErrorOptions) {
    super(problems.map(renderProblem).join("\n"), options);
    this.name = "SetupError";
    this.problems = problems;
  }
}

/** One paragraph for a log line or an annotation. */
export function renderProblem(problem: Problem): string {
  return `${problem.what} ${problem.why} ${problem.next} (${problem.code})`;
}
