/** pytest's phases of one test; `collect` is everything before a test could run (import, conftest). */
export type Phase = "setup" | "call" | "teardown" | "collect";

/** Whose code a frame runs: only `project` frames are ever edited without a recipe marked for tests. */
export type FrameOwner = "project" | "test" | "dependency" | "standard-library" | "generated";

export interface Frame {
  /** As the report has it, or relative to the repository root once located. */
  readonly path: string;
  /** One-based. */
  readonly line: number;
  /** Null where the report does not carry it (pytest's long style names no function). */
  readonly function: string | null;
  /** Qualified type name of each local variable; only the probe knows them, and it never sends values. */
  readonly locals?: Readonly<Record<string, string>>;
}

/** Type and message as the report has them; null where it does not carry them. */
export interface ExceptionInfo {
  readonly type: string | null;
  readonly message: string | null;
}

/** An earlier exception of the chain: what caused the one before it in the list, or was being handled then. */
export interface ChainLink extends ExceptionInfo {
  readonly relation: "cause" | "context";
  /** Innermost last. */
  readonly frames: readonly Frame[];
  /** Of an ExceptionGroup whose tree the report prints; absent otherwise. */
  readonly members?: readonly GroupMember[];
}

/** One exception inside an ExceptionGroup. `read --json` does not print it: its shape knows chains only. */
export interface GroupMember extends ExceptionInfo {
  readonly chain: readonly ChainLink[];
  /** Innermost last. */
  readonly frames: readonly Frame[];
  /** Of a group inside the group; empty for every other exception. */
  readonly members: readonly GroupMember[];
}

export type ReportFormat = "junit" | "text" | "probe" | "lastfailed";

export interface Failure {
  /** pytest's node id, `dir/test_x.py::Class::test[param]`; null where it cannot be known. */
  readonly nodeId: string | null;
  /** Path of the test file, relative to the repository root where its files tell; else as the report gives it. */
  readonly file: string | null;
  readonly testName: string | null;
  readonly phase: Phase;
  /** pytest's own split: `failure` = exception in the test call, `error` = in setup, teardown or collection. */
  readonly kind: "failure" | "error";
  /** The exception raised last. */
  readonly exception: ExceptionInfo;
  /** From the one before the last to the root. */
  readonly chain: readonly ChainLink[];
  /** Of the exception raised last, innermost last. */
  readonly frames: readonly Frame[];
  /** Of the exception raised last, when it is an ExceptionGroup whose tree the report prints; absent otherwise. */
  readonly members?: readonly GroupMember[];
  readonly capturedStdout: string | null;
  readonly capturedStderr: string | null;
  readonly capturedLog: string | null;
  readonly source: { readonly report: string; readonly format: ReportFormat };
  /** What JUnit calls the test, where that does not tell which one it is; absent otherwise. */
  readonly address?: { readonly classname: string; readonly name: string };
  /** Other reports that hold the same failure; absent when there is none. */
  readonly alsoIn?: readonly string[];
}

export interface ReportCounts {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly skipped: number;
}

/** A warning that pytest listed below the failures. */
export interface ReportedWarning {
  /** Name of its class, `RuntimeWarning`. */
  readonly category: string;
  /** First line of it. */
  readonly message: string;
  readonly path: string;
  readonly line: number;
  /** Tests that gave rise to it, as far as the report names them. */
  readonly nodeIds: readonly string[];
}

/** What one or several report files say. */
export interface FailureReport {
  readonly failures: readonly Failure[];
  readonly counts: ReportCounts;
  /** One sentence for each thing a reader should know: a file cut off, a file that holds no tests. */
  readonly notes: readonly string[];
  /**
   * True when it is the JUnit of whole runs of the code that is checked out, read to its end, and names every failing
   * test exactly. Absent: not known.
   */
  readonly isComplete?: boolean;
}

/** Failures with one cause: same exception, same innermost project frame. */
export interface FailureGroup {
  /** Stable across runs of the same failure; used in markers and file names. */
  readonly key: string;
  /** At least one; the first is the one shown. */
  readonly failures: readonly Failure[];
}
