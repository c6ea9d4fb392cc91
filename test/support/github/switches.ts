import type { JournalEntry } from "./journal.ts";
import type { Reply } from "./reply.ts";

export type Level = "none" | "read" | "write";

/** Scopes of an installation token, named as in the API (`pull_requests`, not `pull-requests`). */
export type Scope = "contents" | "pull_requests" | "issues" | "metadata" | "actions";
export type Permissions = Readonly<Partial<Record<Scope, Level>>>;

/** Every rule that a test may want otherwise. */
export interface Switches {
  /** Of the bot's token. `metadata: read` always comes with a token. */
  readonly permissions: Permissions;
  /** Reading a private repository needs the permission too; anybody may read a public one. */
  readonly private: boolean;
  /** Which generation of the 422 texts of review anchors; both are second-hand. */
  readonly wording: "old" | "new";
  /** Repository setting "Allow GitHub Actions to create and approve pull requests". */
  readonly actionsMayApprove: boolean;
  /** The same setting, for creating them: new repositories have it off. */
  readonly actionsMayCreatePulls: boolean;
  /** Private repositories of some plans have no drafts. The words of the refusal are second-hand. */
  readonly hasDrafts: boolean;
  /** How many requests right after a pull request was made do not find it yet. */
  readonly unresolvedAfterCreate: number;
  /** File names of workflows that have `workflow_dispatch`. */
  readonly dispatchable: readonly string[];
  /** What the owner of the fork may do in the repository itself. */
  readonly contributorPermission: "admin" | "write" | "read" | "none";
  /** Branches (short names) that take no direct commit. */
  readonly protectedBranches: readonly string[];
  /** Whether they are protected by a ruleset (GH013) or by classic branch protection (GH006). */
  readonly protection: "ruleset" | "classic";
  /** A GitHub Enterprise Server: other addresses, no runs that wait for an approval. Its commits need `signsCommits`. */
  readonly isEnterprise: boolean;
  /** The platform signs commits that a bot makes through the API; a GitHub Enterprise Server may not. */
  readonly signsCommits: boolean;
  /** The bot may push to a fork whose author allows edits by maintainers. */
  readonly pushToForks: boolean;
  /** The web page refuses a several-line suggestion that spans deleted lines (seen in one report only). */
  readonly refuseSuggestionsOverDeletedLines: boolean;
  /** Files after which the diff media type answers 406. */
  readonly maxDiffFiles: number;
  /** Lines after which the diff media type answers 406. */
  readonly maxDiffLines: number;
  /** Lines after which the list of files leaves a file's `patch` out; the platform's own number is unverified. */
  readonly maxPatchLines: number;
  /** Entries after which a recursive tree says `truncated`. */
  readonly maxTreeEntries: number;
  /** Answers in place of the server; the request has no effect. */
  readonly before: (request: JournalEntry) => Reply | null;
  /** Replaces the reply of a request that had its effect: a lost answer. */
  readonly after: (request: JournalEntry) => Reply | null;
}

export const DEFAULT_SWITCHES: Switches = {
  permissions: { contents: "read", pull_requests: "write" },
  private: false,
  wording: "new",
  actionsMayApprove: false,
  actionsMayCreatePulls: true,
  hasDrafts: true,
  unresolvedAfterCreate: 0,
  dispatchable: ["ci.yml"],
  contributorPermission: "read",
  protectedBranches: [],
  protection: "ruleset",
  isEnterprise: false,
  signsCommits: true,
  pushToForks: false,
  refuseSuggestionsOverDeletedLines: false,
  maxDiffFiles: 300,
  maxDiffLines: 20_000,
  maxPatchLines: 3_000,
  maxTreeEntries: 100_000,
  before: () => null,
  after: () => null,
};
