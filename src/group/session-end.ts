import type { TestRun } from "../domain/test-run.ts";
import { missingPlugin } from "./plugins.ts";

/**
 * A session that says nothing of single tests: `environment` = something is missing that no edit brings; `problem` = the
 * set-up is broken; `red` = every test passes and the command fails all the same.
 */
export type SessionEnd =
  | { readonly kind: "environment"; readonly reason: string }
  | { readonly kind: "red"; readonly reason: string }
  | { readonly kind: "problem"; readonly problem: EndProblem };

/** As `Problem` of src/problem.ts. */
interface EndProblem {
  readonly code: string;
  readonly what: string;
  readonly why: string;
  readonly next: string;
}

const SET_COMMAND =
  "Set `test-command` to the words that run pytest in this project, and `working-directory` to the folder to run them in.";
/** How a shell, Docker and uv pass on that SIGKILL or SIGTERM ended what they had started: 128 and the signal's number. */
const KILLED = new Set([137, 143]);

/** How the whole suite ended, when that is all there is to say; undefined when tests failed, or passed and that was it. */
export function sessionEnd(run: TestRun): SessionEnd | undefined {
  if (run.failures.length > 0) return isInternalError(run) ? { kind: "problem", problem: problemOf(run) } : undefined;
  if (run.timedOut)
    return environment(
      `\`${run.command}\` ran into its time limit; raise the input \`timeout\`, or see in the output below what it waits for: ${lastWords(run)}`,
    );
  if (isKilled(run)) {
    return environment(
      `\`${run.command}\` was killed from outside, most likely because memory ran out; use a larger runner or run fewer tests at once.`,
    );
  }
  const hasRun = Object.keys(run.outcomes).length > 0;
  if (hasRun) return run.exitCode === 0 ? undefined : { kind: "red", reason: redReason(run) };
  const plugin = missingPlugin(run.output);
  if (plugin !== undefined) return environment(plugin);
  return { kind: "problem", problem: problemOf(run) };
}

function environment(reason: string): SessionEnd {
  return { kind: "environment", reason };
}

/** Of a conftest file that cannot be loaded the file is known, of everything else the test. */
function isInternalError({ failures, output }: TestRun): boolean {
  return failures.every(({ nodeId, file }) => nodeId === null && file === null) && /^INTERNALERROR>/m.test(output);
}

function isKilled({ exitCode, output }: TestRun): boolean {
  return exitCode === null ? !isNotStarted(output) : KILLED.has(exitCode);
}

/** What stands in the place of output when a command cannot be started: our words, or Node's. */
function isNotStarted(output: string): boolean {
  return /^(?:`[^`\n]*` was not found|spawn [^\n]* E[A-Z]+\s*$)/.test(output.slice(0, 2000));
}

function redReason(run: TestRun): string {
  if (run.pytestExitCode === 0 && run.redBesidesTests !== true) {
    return `No test fails: pytest ended green, and \`${run.command}\` with exit code ${run.exitCode} because of something else it does: ${lastWords(run)}`;
  }
  const what = run.redBesidesTests === true ? "a coverage bar or a plugin asks for more" : "something else is wrong";
  return `No test fails, but pytest ended with exit code ${run.pytestExitCode || run.exitCode}: ${what}: ${lastWords(run)}`;
}

interface Kind {
  readonly code: string;
  /** pytest's own exit code. */
  readonly exitCode: number;
  /** What pytest prints then. */
  readonly words: RegExp;
  readonly what: string;
  readonly next: string;
}

/** https://docs.pytest.org/en/stable/reference/exit-codes.html */
const ENDS: readonly Kind[] = [
  {
    code: "pytest-internal-error",
    exitCode: 3,
    words: /^INTERNALERROR>/m,
    what: "pytest itself broke (exit code 3)",
    next: "Look at the last lines: they name the plugin or the hook of a conftest.py that broke; update it or mend it.",
  },
  {
    code: "pytest-usage",
    exitCode: 4,
    words: /^(?:ERROR: (?:usage:|file or directory not found|not found:)|.{0,200}: error: )/m,
    what: "pytest does not take these words or its settings (usage error, exit code 4)",
    next: "Correct `test-command`, `working-directory`, or `addopts` in pytest's settings.",
  },
  {
    code: "pytest-interrupted",
    exitCode: 2,
    words: /^!+ (?:KeyboardInterrupt|_pytest\.outcomes\.Exit|Exit)/m,
    what: "pytest was interrupted (exit code 2) before any test ran",
    next: "Look for pytest.exit(), sys.exit() or a signal in a conftest.py or a plugin.",
  },
  {
    code: "no-tests-collected",
    exitCode: 5,
    words: /^=* ?no tests (?:ran|collected)/m,
    what: "pytest found no test to run (exit code 5)",
    next: "Check `working-directory`, and what `-k`, `-m`, `testpaths` and `python_files` leave over.",
  },
];

function problemOf(run: TestRun): EndProblem {
  const why = `Its last words: ${lastWords(run)}`;
  if (run.exitCode === 127 || run.exitCode === 126 || (run.exitCode === null && isNotStarted(run.output))) {
    const next = "Correct `test-command`; what it names must be installed in this job, before this step.";
    return { code: "command-not-found", what: `The test command \`${run.command}\` cannot be started.`, why, next };
  }
  if (/No module named '?pytest'?\s*$/m.test(run.output)) {
    const next = "Set `python` or `test-command` to the interpreter that has pytest, such as .venv/bin/python.";
    return { code: "no-pytest", what: `\`${run.command}\` runs an interpreter without pytest.`, why, next };
  }
  const own = run.pytestExitCode ?? run.exitCode;
  const end = ENDS.find(
    ({ exitCode, words }) => own === exitCode && (run.interpreter !== null || words.test(run.output)),
  );
  const found = end ?? ENDS.find(({ words }) => words.test(run.output));
  if (found) return { code: found.code, what: `\`${run.command}\`: ${found.what}.`, why, next: found.next };
  return {
    code: "tests-did-not-run",
    what: `The test command \`${run.command}\` ended with exit code ${run.exitCode} and ran no test.`,
    why,
    next: SET_COMMAND,
  };
}

function lastWords({ output }: TestRun): string {
  const lines = output
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => /\w/.test(line));
  const text = lines.slice(-3).join(" | ");
  return text === "" ? "(none)" : text.slice(-400);
}
