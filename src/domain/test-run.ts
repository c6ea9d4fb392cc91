import type { TestEvidence } from "./evidence.ts";
import type { Failure, ReportCounts } from "./failure.ts";

export type TestOutcome = "passed" | "failed" | "error" | "skipped" | "xfailed" | "xpassed";

/** The interpreter that really ran the tests, as the probe found it. */
export interface Interpreter {
  readonly executable: string;
  /** `3.11.7` */
  readonly version: string;
  /** Installed distributions, lower-case name with `-`, to version. */
  readonly packages: Readonly<Record<string, string>>;
}

/**
 * The probe; without it (another environment, `-p no:`, `python -I`) the JUnit file of this very run; else what the run
 * printed, which names failing tests only; or nothing: no pytest, or one that told nothing.
 */
export type ResultSource = "probe" | "junit" | "text" | "nothing";

/** One run of the customer's test command, as seen by the probe, the JUnit file and the exit code. */
export interface TestRun {
  /** What was run, for people: the words of the command joined by blanks. */
  readonly command: string;
  /** Null when killed. */
  readonly exitCode: number | null;
  /** What pytest itself ended with; null unless exactly one pytest told it, which one that was killed cannot. */
  readonly pytestExitCode: number | null;
  /**
   * pytest would have ended red although every test passed: a coverage bar, a plugin that raised its exit status. Null
   * where that is not known.
   */
  readonly redBesidesTests: boolean | null;
  /** Where outcomes and failures come from. */
  readonly source: ResultSource;
  /** What shows that code of the project has meddled with pytest or with the records of this run; null: nothing does. */
  readonly forgery: string | null;
  /** How often pytest was started by the command; xdist's workers are part of one. 0 where nothing tells. */
  readonly sessions: number;
  readonly timedOut: boolean;
  readonly durationSeconds: number;
  /**
   * Worst outcome over setup, call and teardown, over all attempts and all sessions, by exact node id. Passed means that
   * the call itself was reported as passed.
   */
  readonly outcomes: Readonly<Record<string, TestOutcome>>;
  /** Node ids that pytest collected; without the probe those that ran. */
  readonly collected: readonly string[];
  readonly failures: readonly Failure[];
  /** By node id; collection failures by the collector's id. What it holds of a test in `cutTraces` is a part. */
  readonly evidence: Readonly<Record<string, TestEvidence>>;
  /** Failing tests that were no longer watched from some moment on: watching would have made them far too slow. */
  readonly cutTraces: readonly string[];
  /** Null when the probe could not be loaded (another runner, `-p no:`). */
  readonly interpreter: Interpreter | null;
  /** pytest's root directory, relative to the repository root ("" when the same); null without the probe. */
  readonly rootDirectory: string | null;
  /** Test files, conftest files and the configuration file as pytest saw them, relative to the repository root. */
  readonly guardedFiles: readonly string[];
  /**
   * pytest's `python_files`: patterns of Python's fnmatch for a file's name, or for its whole path where they hold a `/`.
   * pytest's own default without the probe.
   */
  readonly testFilePatterns: readonly string[];
  /** pytest's `testpaths`, relative to the repository root; may hold wildcards. Often empty. */
  readonly testPaths: readonly string[];
  /** Counts of the JUnit file this very run wrote; null when there is none. */
  readonly junit: ReportCounts | null;
  /** Names of variables that the workflow has set and this run did not get, sorted; the input `env-allow` keeps them. */
  readonly droppedVariables: readonly string[];
  /** Head and tail of the combined output, bounded; ends with why nothing is known of single tests, if so. */
  readonly output: string;
}

/** What to run: everything that the customer's command runs, or just these ids. */
export interface RunRequest {
  readonly targets: readonly string[] | "all";
  /** Record executed functions, raised exceptions and never-awaited coroutines (slower). */
  readonly trace: boolean;
  /** Keep the evidence of tests that pass as well. Default: only that of tests that fail. */
  readonly keepPassing?: boolean;
  /** Ask pytest what there is and run nothing: only `collected`, and the failures of collection. Default: false. */
  readonly collectOnly?: boolean;
}
