import type { PythonModule, UnparsableFile } from "./domain/python.ts";
import type { FileChange } from "./domain/patch.ts";
import type { RunRequest, TestRun } from "./domain/test-run.ts";

/** A file's text, or why it cannot be edited (not UTF-8, a link, outside the repository, too large). */
export type FileText =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "unreadable"; readonly reason: string };

/** The customer's checkout. Paths are relative to the repository root, with `/`. */
export interface Workspace {
  /** Tracked files; without git every regular file outside virtual environments and caches. */
  trackedFiles(): Promise<readonly string[]>;
  read(path: string): Promise<FileText>;
  /**
   * Writes the `after` texts. The originals are journalled before the first write; a file whose bytes are not the
   * `before` text is an error. Only `restore` undoes it.
   */
  write(changes: readonly FileChange[]): Promise<void>;
  /** Puts every file that `write` touched back, byte for byte, mode and times; harmless when nothing was written. */
  restore(): Promise<void>;
  /** SHA-256 of each file's bytes; absent files have an empty hash. */
  hashes(paths: readonly string[]): Promise<Readonly<Record<string, string>>>;
}

/** Runs the customer's tests. */
export interface TestRunner {
  run(request: RunRequest): Promise<TestRun>;
}

/** Reads Python with the project's own interpreter; runs no project code. */
export interface PythonParser {
  parse(
    files: readonly { readonly path: string; readonly text: string }[],
  ): Promise<readonly (PythonModule | UnparsableFile)[]>;
}

/** What a person follows while we work. Foreign text may be passed: the adapter makes it inert. */
export interface Log {
  /** Runs the work inside a named, foldable section. */
  section<T>(title: string, work: () => Promise<T>): Promise<T>;
  info(message: string): void;
  warning(message: string): void;
}

/** Milliseconds since an arbitrary moment, for durations. */
export interface Clock {
  now(): number;
}
