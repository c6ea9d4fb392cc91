import type { TestEvidence } from "./evidence.ts";
import type { Failure } from "./failure.ts";
import type { Origin, Patch, Place, Verdict } from "./patch.ts";

/**
 * What our own runs of unchanged code say of a group. `flaky` = passes in one of them; `order-dependent` = passes alone,
 * fails among others; `environment` = no edit of the code can mend it; `pre-existing` = fails at the merge base too;
 * `test-at-fault` = the test itself cannot work; `returned` = a commit of ours was to mend it.
 */
export type BaselineVerdict =
  | "reproducible"
  | "flaky"
  | "order-dependent"
  | "environment"
  | "pre-existing"
  | "test-at-fault"
  | "returned";

/** One group on unchanged code. */
export interface GroupBaseline {
  readonly key: string;
  readonly verdict: BaselineVerdict;
  /** One sentence: what is so, or what to do. */
  readonly reason: string;
  /** What was seen that says so, one sentence each; shown with the reason, never instead of it. */
  readonly evidence: readonly string[];
  /**
   * Files to run, in order, so that it shows; null when the tests alone show it. An `order-dependent` group without one
   * shows in the whole suite only.
   */
  readonly selection: readonly string[] | null;
  readonly failures: readonly Failure[];
}

/** One candidate and what became of it. */
export interface Attempt {
  readonly groupKey: string;
  readonly origin: Origin;
  readonly paths: readonly string[];
  readonly rationale: string;
  readonly verdict: Verdict;
}

/** One group whose tests pass with the patch. */
export interface HealedGroup {
  readonly key: string;
  readonly failures: readonly Failure[];
  /** The steps that led there, in order; usually one. */
  readonly steps: readonly {
    readonly origin: Origin;
    readonly rationale: string;
    readonly leftAlone: readonly Place[];
  }[];
}

/** Counts of one run, for people. */
export interface RunSummary {
  readonly command: string;
  readonly exitCode: number | null;
  readonly passed: number;
  readonly failed: number;
  readonly errors: number;
  readonly skipped: number;
  readonly durationSeconds: number;
  /** Counted by the job's own report and no run of ours: neither exit code nor seconds are known. Absent: our run. */
  readonly fromReport?: boolean;
}

/** The targets in several processes at the same time, with the patch. */
export interface LoadCheck {
  readonly runs: number;
  readonly passed: number;
  /** How one of the others failed: by something else than what was mended. Null when all passed. */
  readonly otherFailure: string | null;
}

/** What was run to call the patch plausible. */
export interface Verification {
  /** Node ids that failed in our own run of unchanged code and pass with the patch. */
  readonly targets: readonly string[];
  /** How many times the targets ran and passed with the patch. */
  readonly repeat: number;
  readonly targeted: RunSummary;
  readonly fullBefore: RunSummary;
  readonly fullAfter: RunSummary;
  /** The targets were run once more without the patch and failed again. */
  readonly failsAgainWhenReverted: boolean;
  /** Absent where the fix is not about things that happen at the same time. */
  readonly underLoad?: LoadCheck;
}

/** A candidate for a phase to come: whole texts, so that it is put only where it belongs, whatever was accepted before. */
export interface Draft {
  readonly groupKey: string;
  readonly origin: Origin;
  readonly patch: Patch;
  readonly rationale: string;
  readonly leftAlone: readonly Place[];
  readonly mayEditTests: boolean;
  /** It held up in a run of its own; else nothing was run with it. */
  readonly hasHeld: boolean;
}

/** What one phase leaves to the next besides what everybody may read. */
export interface Handover {
  /** Of the failing tests, by node id; empty once drafting is over. */
  readonly evidence: Readonly<Record<string, TestEvidence>>;
  /** Version of the interpreter that ran the tests; null when unknown. */
  readonly python: string | null;
  /** Installed distributions, lower-case with `-`. */
  readonly packages: Readonly<Record<string, string>>;
  /** Test files, conftest files, test configuration. */
  readonly guarded: readonly string[];
  readonly drafts: readonly Draft[];
}

/**
 * Everything that passes from stage to stage: one document, kept in memory in one process and a file between jobs.
 * Read back it is hostile until decoded.
 */
export interface Case {
  readonly version: 1;
  /** The commit that was checked out; null without git. */
  readonly sha: string | null;
  readonly groups: readonly GroupBaseline[];
  readonly attempts: readonly Attempt[];
  readonly healed: readonly HealedGroup[];
  /** Null when nothing held up. */
  readonly patch: Patch | null;
  readonly verification: Verification | null;
  /** Reported as failing, passing on unchanged code when run again. */
  readonly flaky: readonly string[];
  /** Node ids that still fail with the patch (or without one). */
  readonly remainingFailures: readonly string[];
  /** One sentence for each thing a reader should know. */
  readonly notes: readonly string[];
  /** Absent where one step did everything. */
  readonly handover?: Handover;
}
