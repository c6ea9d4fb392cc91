import type { Phase } from "../domain/phase.ts";

/** All that a user can set, parsed once. Paths are as given, relative to the repository root. */
export interface Settings {
  /** Globs; empty = none given. */
  readonly junitPath: readonly string[];
  readonly logFile: string | null;
  /** Pasted report text, for workflow_dispatch. */
  readonly traceback: string | null;
  /** Words of the command; null = `python -m pytest` of the project's interpreter. */
  readonly testCommand: readonly string[] | null;
  readonly workingDirectory: string;
  readonly python: string | null;
  readonly mode: Mode;
  readonly phase: Phase;
  /** Paths or globs; empty where the phase reads none. */
  readonly caseFiles: readonly string[];
  /** Keys of the groups to work on; empty = all. */
  readonly groups: readonly string[];
  readonly githubToken: string | null;
  readonly publish: PublishSettings;
  /** Who may start a run without write access, where an event lets anybody. */
  readonly allowed: { readonly users: readonly string[]; readonly bots: readonly string[] };
  /** Where an LLM is asked; null = none is. */
  readonly llm: LlmSettings | null;
  readonly maxFiles: number;
  readonly maxLines: number;
  /** Globs; empty = every tracked Python file that no rule protects. */
  readonly allowedPaths: readonly string[];
  readonly deniedPaths: readonly string[];
  /** How many times the failing tests run on unchanged code, and must pass with the patch. */
  readonly repeat: number;
  /** For one run of the tests. */
  readonly timeoutSeconds: number;
  /** Recipe ids switched off. */
  readonly recipesOff: readonly string[];
  readonly envAllow: readonly string[];
  readonly envDeny: readonly string[];
  readonly failOnError: boolean;
}

export interface LlmSettings {
  /** Without a slash at the end. */
  readonly baseUrl: string;
  /** A stand-in where the endpoint needs none. */
  readonly apiKey: string;
  readonly llmModels: readonly [string, ...string[]];
  readonly maxDrafts: number;
  readonly maxTokens: number;
  /** Dollars for a million tokens; null = not given. */
  readonly prices: { readonly input: number; readonly output: number } | null;
  /** Dollars; null = no limit. */
  readonly maxCost: number | null;
  /** Relative to the repository root; null = none. */
  readonly instructionsFile: string | null;
}

export type Mode = "suggest" | "commit" | "pull-request" | "report";

/** How a patch is published, besides the mode. */
export interface PublishSettings {
  /** Pull requests of our own are opened as drafts. */
  readonly isDraft: boolean;
  readonly labels: readonly string[];
  /** A commit may go to the branch of a fork that lets maintainers edit it. */
  readonly mayCommitToForks: boolean;
  /** File name below `.github/workflows` of a workflow to start on what was published; null = none. */
  readonly dispatchWorkflow: string | null;
  readonly maxCommits: number;
}
