import type { Failure, ReportCounts } from "../domain/failure.ts";
import type { SessionRoot } from "./terminal/session-root.ts";
import type { SeenName } from "./suite-facts.ts";

/** What JUnit says instead of a node id. */
export interface TestAddress {
  /** Dotted module and classes, perhaps behind a prefix of the user's; empty for collection errors. */
  readonly classname: string;
  readonly name: string;
  /** Only with `junit_family=xunit1` or `legacy`. */
  readonly file: string | null;
  /** Which `<testsuite>` of the file it is in, where there are several; one suite is one run of pytest. */
  readonly suite?: number;
}

/** A failure whose node id may still have to be found among the repository's files. */
export interface ReadFailure {
  readonly failure: Failure;
  /** Null where the report gave the node id itself, or no name at all. */
  readonly address: TestAddress | null;
}

/** What one file says. */
export interface ReadResult {
  readonly failures: readonly ReadFailure[];
  readonly counts: ReportCounts;
  readonly notes: readonly string[];
  /** What the tests are called that passed, each class name of a suite once: they tell pytest's root directory. */
  readonly seen?: readonly SeenName[];
  /** pytest's root directory, where all sessions of a text have the same. */
  readonly root?: SessionRoot;
}

export const NO_COUNTS: ReportCounts = { tests: 0, failures: 0, errors: 0, skipped: 0 };

/** How many failures of one file are kept in full; the counts go on. */
export const MAX_FAILURES = 5000;
