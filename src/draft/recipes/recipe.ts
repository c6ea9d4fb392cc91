import type { TestEvidence } from "../../domain/evidence.ts";
import type { FailureGroup } from "../../domain/failure.ts";
import type { Edit, Place } from "../../domain/patch.ts";
import type { ProjectSource } from "../../domain/python.ts";
import type { Installed } from "../facts/installed.ts";
import type { Support } from "../facts/support.ts";
import type { Library } from "../../domain/library.ts";

/** What a recipe may look at. Everything in it comes from the customer's repository and run: data, never commands. */
export interface RecipeInput {
  readonly group: FailureGroup;
  /** Merged over the group's tests; empty lists when the probe could not run. */
  readonly evidence: TestEvidence;
  readonly project: ProjectSource;
  /** Installed distributions (lower-case, `-`) to version; empty when unknown. */
  readonly packages: Readonly<Record<string, string>>;
  /** Version of the interpreter that ran the tests, `3.12.1`; null when unknown. */
  readonly python: string | null;
  /** The oldest versions that the project says it works with. */
  readonly support: Support;
  readonly installed: Installed;
  /** What libraries took away: the project's own rows first, then those that come with us. */
  readonly libraries: readonly Library[];
}

/** One way to mend the group. Edits are against the texts in `project`. */
export interface RecipeDraft {
  /** Never empty, no overlaps, idempotent: drafting again on the result gives nothing. */
  readonly edits: readonly Edit[];
  readonly rationale: string;
  readonly leftAlone: readonly Place[];
  /** It edits test files too, in call shape, import or name only. Absent: it does not. */
  readonly mayEditTests?: boolean;
}

/**
 * A deterministic drafter for one class of failure. What it asks of `installed` may be answered by a no first and be asked
 * again with the answer. `draft` is pure: same input, same drafts, best first; it returns
 * no draft whenever it is not sure, never edits a node without a position, and a guarded file only in a draft that says so.
 */
export interface Recipe {
  /** Kebab-case, stable: users switch recipes off by it. */
  readonly id: string;
  /** One line for the README's list. */
  readonly title: string;
  /** One sentence for the guide: why code of this kind fails. */
  readonly explanation: string;
  draft(input: RecipeInput): readonly RecipeDraft[];
}
