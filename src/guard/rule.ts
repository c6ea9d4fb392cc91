import type { CandidatePatch, FileChange, RefusalReason } from "../domain/patch.ts";
import type { PythonModule } from "../domain/python.ts";

export interface Limits {
  readonly maxFiles: number;
  readonly maxLines: number;
  /** Globs; empty = no restriction. */
  readonly allowedPaths: readonly string[];
  readonly deniedPaths: readonly string[];
}

/** What the rules judge: the candidate and the files as they would be after it. */
export interface GuardInput {
  readonly candidate: CandidatePatch;
  /** All changes against the files as checked out. */
  readonly changes: readonly FileChange[];
  readonly trackedFiles: ReadonlySet<string>;
  /** Test files, conftest files, test configuration. */
  readonly guardedFiles: ReadonlySet<string>;
  /** Changed by what was accepted before, and not by this candidate. */
  readonly settledFiles: ReadonlySet<string>;
  readonly limits: Limits;
  /** Syntax of the changed files, where Python could read it. */
  readonly before: ReadonlyMap<string, PythonModule>;
  readonly after: ReadonlyMap<string, PythonModule>;
  /** The part of the project around the failure, the failing tests among it; empty when it is not at hand. */
  readonly modules: ReadonlyMap<string, PythonModule>;
  /** Installed distributions, lower-case with `-`; empty when unknown. */
  readonly packages: Readonly<Record<string, string>>;
}

/** One reason to refuse a patch, checked on its own; all rules run, so that every reason is said at once. */
export interface GuardRule {
  readonly id: string;
  check(input: GuardInput): readonly RefusalReason[];
}
